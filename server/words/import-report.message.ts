import type { FileKind, ImportNoun, ImportState } from '../import/report.ts';
import type { Text } from './text.ts';

/** What a file is understood to be; `{count}` of it. */
export const fileKinds: Record<FileKind, Text> = {
  boundaries: { zh: '边界 {count} 个', en: '{count} boundaries' },
  roads: { zh: '道路 {count} 条', en: '{count} roads' },
  rivers: { zh: '河流 {count} 条', en: '{count} rivers' },
  places: { zh: '地名 {count} 个', en: '{count} place names' },
  terrain: { zh: '高程 {count} 格', en: 'elevation, {count} cells' },
  venue: { zh: '阵地建设台账 {count} 行', en: 'village centre ledger, {count} rows' },
  organisation: { zh: '党组织台账 {count} 行', en: 'Party organisation ledger, {count} rows' },
  inspection: { zh: '督查记录 {count} 行', en: 'inspection log, {count} rows' },
  linkage: { zh: '联系包抓表 {count} 行', en: 'leaders in charge, {count} rows' },
  responsibility: { zh: '责任清单 {count} 行', en: 'responsibility list, {count} rows' },
  campaign: { zh: '行动方案 {count} 行', en: 'campaign plan, {count} rows' },
};

export const notUnderstood: Text = { zh: '未能识别', en: 'not understood' };

export const nounTitles: Record<ImportNoun, Text> = {
  town: { zh: '乡镇', en: 'towns' },
  village: { zh: '村（社区）', en: 'villages' },
  boundary: { zh: '边界', en: 'boundaries' },
  ground: { zh: '底图', en: 'base map' },
  venue: { zh: '阵地填报', en: 'village centre reports' },
  organisation: { zh: '党组织填报', en: 'Party organisation reports' },
  visit: { zh: '督查', en: 'visits' },
  linkage: { zh: '联系包抓', en: 'leaders in charge' },
  responsibility: { zh: '责任人', en: 'people responsible' },
  campaign: { zh: '行动方案', en: 'campaign plan' },
};

/** Headings and the last line of the printed report. */
export const reportWords = {
  files: { zh: '文件', en: 'Files' },
  changes: { zh: '变化', en: 'Changes' },
  added: { zh: '新增', en: 'new' },
  changed: { zh: '变更', en: 'changed' },
  unchanged: { zh: '不变', en: 'unchanged' },
  understood: { zh: '读取说明', en: 'How it was read' },
  repaired: { zh: '已修正', en: 'Repaired' },
  warning: { zh: '请核对', en: 'Please check' },
  question: { zh: '待确认（确认前不入库）', en: 'To be confirmed (nothing is stored until then)' },
  refused: { zh: '不予导入', en: 'Not imported' },
  more: { zh: '…… 同类还有 {count} 条', en: '… and {count} more of this kind' },
} as const satisfies Record<string, Text>;

export const endings: Record<ImportState, Text> = {
  written: { zh: '已全部写入，用时 {seconds} 秒。', en: 'Everything was imported in {seconds} s.' },
  'nothing-to-write': {
    zh: '与库中一致，没有需要写入的内容（{seconds} 秒）。',
    en: 'All of this is already on record; nothing was changed ({seconds} s).',
  },
  'dry-run': {
    zh: '这是试运行，没有写入（{seconds} 秒）。去掉 --dry-run 即正式导入。',
    en: 'This was a dry run; nothing was imported ({seconds} s). To import, leave out --dry-run.',
  },
  'not-written': {
    zh: '没有写入任何内容（{seconds} 秒）。请按上面各条改正或补充后再导入一次。',
    en: 'Nothing was imported ({seconds} s). Correct or complete the items above, then import again.',
  },
};

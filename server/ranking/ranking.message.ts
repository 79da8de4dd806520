import { fields } from '../words/field/rules.ts';
import type { Language } from '../words/fill.ts';
import type { Cut, ExternalKind, ExternalLevel } from './rules.ts';

interface RankingWords {
  title(day: string): string;
  towns: string;
  villages: string;
  formula: string;
  external: string;
  town: string;
  village: string;
  code: string;
  rankBefore(day: string): string;
  counted: string;
  of: string;
  points: string;
  extra: string;
  target: string;
  weights: string;
  part: string;
  measure: string;
  classes: string;
  weight: string;
  most: string;
  share: string;
  deduction: string;
  'per-unit': string;
  inForce(day: string | null): string;
  place: string;
  kind: string;
  level: string;
  on: string;
  source: string;
  document: string;
  note: string;
  said: string;
  kinds: Record<ExternalKind, string>;
  levels: Record<ExternalLevel, string>;
  ranked(rank: number, of: number): string;
}

/** Words of the workbook of the ranking. */
export const rankingWords: Record<Language, RankingWords> = {
  zh: {
    title: (day) => `${fields.ranking.zh}（截至${day}）`,
    towns: fields.town.zh,
    villages: fields.village.zh,
    formula: '计分办法',
    external: fields.external.zh,
    town: fields.town.zh,
    village: fields.village.zh,
    code: fields.code.zh,
    rankBefore: (day) => `${day}名次`,
    counted: '计入数',
    of: '总数',
    points: fields.score.zh,
    extra: '上级加减分',
    target: '目标分',
    weights: '权重合计',
    part: '计分项',
    measure: '方式',
    classes: '计入的状态',
    weight: '权重，或每个、每单位扣分',
    most: '最多扣分',
    share: '按占比得分',
    deduction: '按个扣分',
    'per-unit': '按数值扣分（镇按村平均）',
    inForce: (day) => (day === null ? '系统默认' : `${day}起执行`),
    place: fields.place.zh,
    kind: '类型',
    level: '级别',
    on: '日期',
    source: '来源',
    document: '文号',
    note: '说明',
    said: '结果',
    kinds: { rank: '排名', criticised: '通报批评', praised: '通报表扬' },
    levels: { province: '省级', city: '市级' },
    ranked: (rank, of) => `第${rank}名（共${of}个）`,
  },
  en: {
    title: (day) => `Ranking (as of ${day})`,
    towns: 'Towns',
    villages: 'Villages',
    formula: 'Formula',
    external: fields.external.en,
    town: 'Town',
    village: 'Village',
    code: fields.code.en,
    rankBefore: (day) => `Rank on ${day}`,
    counted: 'counted',
    of: 'of',
    points: fields.score.en,
    extra: 'City and province points',
    target: 'Target',
    weights: 'Weights',
    part: 'Part',
    measure: 'Measure',
    classes: 'Statuses counted',
    weight: 'Weight, or points off per place or unit',
    most: 'Most points off',
    share: 'Share',
    deduction: 'Deduction',
    'per-unit': 'Deduction by value (towns: average of villages)',
    inForce: (day) => (day === null ? 'Default formula' : `In force from ${day}`),
    place: fields.place.en,
    kind: 'Kind',
    level: 'Level',
    on: 'Date',
    source: 'Source',
    document: 'Document',
    note: 'Note',
    said: 'Result',
    kinds: { rank: 'Rank', criticised: 'Criticised', praised: 'Commended' },
    levels: { province: 'Province', city: 'City' },
    ranked: (rank, of) => `${rank} of ${of}`,
  },
};

/** 后N位 in words: which ranks are among the last N, and who is tied at the cut; empty where no last are asked for or none are ranked. */
export function cutText({ most, within, fromRank, toRank, tied, tiedRank }: Cut, lang: Language): string {
  if (most === 0 || (within === 0 && tied === 0)) return '';
  return lang === 'zh' ? cutZh() : cutEn();
  function cutZh() {
    const ranks = fromRank === toRank ? `第${fromRank}名` : `第${fromRank}至${toRank}名`;
    if (within === 0) return `后${most}位：${tied}个并列第${tiedRank}名，分不出后${most}位，均不列入。`;
    const beside = tied === 0 ? '' : `另有${tied}个并列第${tiedRank}名，跨后${most}位界线，不列入。`;
    return `后${most}位：${ranks}，共${within}个。${beside}`;
  }
  function cutEn() {
    const ranks = fromRank === toRank ? `rank ${fromRank}` : `ranks ${fromRank} to ${toRank}`;
    if (within === 0)
      return `Last ${most}: ${tied} are tied at rank ${tiedRank}, so no last ${most} can be determined and none is listed.`;
    const beside =
      tied === 0 ? '' : ` ${tied} more are tied at rank ${tiedRank} across the cut-off and are not listed.`;
    return `Last ${most}: ${ranks}, ${within} in all.${beside}`;
  }
}

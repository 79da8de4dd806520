import { taskStateWords } from '../task/task.message.ts';
import { dayText } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';

/** What each kind of paper is called. */
export const paperTitles = {
  sheet: { zh: '专题图', en: 'Map sheet' },
  picture: { zh: '图片', en: 'Picture' },
  table: { zh: '表格', en: 'Table' },
  geojson: { zh: '地理数据', en: 'Geodata' },
  minutes: { zh: '会议纪要', en: 'Minutes' },
  ledger: { zh: '交办事项台账', en: 'Ledger of tasks' },
  tasks: { zh: '交办事项台账', en: 'Ledger of tasks' },
  slides: { zh: '幻灯片', en: 'Slides' },
  review: { zh: '点评册', en: 'Review book' },
  atlas: { zh: '图册', en: 'Atlas' },
  bulletin: { zh: '通报', en: 'Bulletin' },
} as const satisfies Record<string, Text>;

const office = 'application/vnd.openxmlformats-officedocument';
/** Kinds of file by their ending. */
export const media = {
  png: { extension: 'png', media: 'image/png' },
  csv: { extension: 'csv', media: 'text/csv; charset=utf-8' },
  geojson: { extension: 'geojson', media: 'application/geo+json' },
  pdf: { extension: 'pdf', media: 'application/pdf' },
  docx: { extension: 'docx', media: `${office}.wordprocessingml.document` },
  xlsx: { extension: 'xlsx', media: `${office}.spreadsheetml.sheet` },
  pptx: { extension: 'pptx', media: `${office}.presentationml.presentation` },
};

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** An instant in words: 2026年3月5日18:00. */
export function instantText(at: Date): Text {
  const { zh, en } = dayText(day.format(at));
  return { zh: `${zh}${clock.format(at)}`, en: `${en}, ${clock.format(at)}` };
}

/** Words of the papers of a meeting. */
export const paperWords = {
  zh: {
    minutes: '会议纪要',
    ledger: '交办事项台账',
    slides: '幻灯片',
    book: '点评册',
    internal: '内部使用',
    heldOn: '会议日期：{day}',
    dataAt: '数据截至：{day}',
    by: '导出：{who} {at}',
    first: '一、{title}',
    second: '二、{title}',
    third: '三、{title}',
    decisions: '决定事项',
    none: '本次会议没有交办事项。',
    notes: '点评意见',
    assigned: '交办',
    limited: '限期',
    closed: '销号',
    verified: '复核',
    remedied: '整改',
    agenda: '议程',
    why: '为什么：{why}',
    before: '以前的交办',
    decided: '本次决定',
    worst: '重点关注',
    better: '好转 {count}',
    worse: '变差 {count}',
    aged: '随时间变化 {count}',
    since: '与{day}比较',
    late: '（超期{days}天）',
    open: '未销号事项（{count}项）',
    unchanged: '没有变化。',
    kept: '上次决定：已落实{kept}项，办理中{open}项，超期{overdue}项。',
    quiet: '{town}：{count}个村未报送（{villages}）',
    count: '数量',
    state: '状态',
    task: '{title}（{unit} {person}，{due}前）',
    byHand: '会外交办',
    total: '合计',
    states: taskStateWords.zh,
    page: '{n} / {of}',
    reviewNumber: '审图号：',
  },
  en: {
    minutes: 'Minutes',
    ledger: 'Ledger of tasks',
    slides: 'Slides',
    book: 'Review book',
    internal: 'Internal',
    heldOn: 'Held on {day}',
    dataAt: 'Data as of {day}',
    by: 'Exported by {who}, {at}',
    first: '1. {title}',
    second: '2. {title}',
    third: '3. {title}',
    decisions: 'Decisions',
    none: 'No task was given in this meeting.',
    notes: 'Said in the meeting',
    assigned: 'Handed over',
    limited: 'New limit',
    closed: 'Signed off',
    verified: 'Verified',
    remedied: 'Put right',
    agenda: 'Agenda',
    why: 'Why: {why}',
    before: 'Tasks given before',
    decided: 'Decided now',
    worst: 'Needs attention',
    better: 'Better {count}',
    worse: 'Worse {count}',
    aged: 'Changed with time {count}',
    since: 'Against {day}',
    late: ' ({days} {days|day|days} overdue)',
    open: 'Tasks not signed off ({count})',
    unchanged: 'Nothing changed.',
    kept: 'Decisions of the last meeting: {kept} done, {open} under way, {overdue} overdue.',
    quiet: '{town}: {count} villages reported nothing ({villages})',
    count: 'Count',
    state: 'State',
    task: '{title} ({unit} {person}, by {due})',
    byHand: 'Outside a meeting',
    total: 'Total',
    states: taskStateWords.en,
    page: '{n} / {of}',
    reviewNumber: 'Map review number: ',
  },
};

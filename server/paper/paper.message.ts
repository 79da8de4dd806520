import { dayText } from '../layer/phrase.message.ts';
import type { Text } from '../text.ts';

/** What each kind of paper is called. */
export const paperTitles = {
  sheet: { zh: '专题图', en: 'Map sheet' },
  minutes: { zh: '会议纪要', en: 'Minutes' },
  ledger: { zh: '交办台账', en: 'Ledger of tasks' },
  slides: { zh: '幻灯片', en: 'Slides' },
  review: { zh: '点评册', en: 'Review book' },
  atlas: { zh: '图册', en: 'Atlas' },
  bulletin: { zh: '通报', en: 'Bulletin' },
} as const satisfies Record<string, Text>;

const office = 'application/vnd.openxmlformats-officedocument';
/** Kinds of file by their ending. */
export const media = {
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
    ledger: '交办台账',
    slides: '幻灯片',
    book: '点评册',
    internal: '内部使用',
    heldOn: '会议日期：{day}',
    dataAt: '数据截至：{day}',
    by: '导出：{who} {at}',
    columns: ['序号', '议题', '决定', '事项', '责任单位', '责任人', '完成时限'],
    first: '一、{title}',
    second: '二、{title}',
    third: '三、{title}',
    decisions: '决定事项',
    none: '本次会议没有交办事项。',
    notes: '会上意见',
    assigned: '交办',
    limited: '限期',
    closed: '销号',
    verified: '复核',
    remedied: '整改',
    agenda: '议程',
    why: '为什么：{why}',
    before: '以前的交办',
    decided: '本次决定',
    worst: '最差',
    better: '变好 {count}',
    worse: '变差 {count}',
    since: '与{day}比较',
    count: '数量',
    state: '状态',
    task: '{title}（{unit} {person}，{due}前）',
    ledgerColumns: [
      '序号',
      '乡镇',
      '地点',
      '事项',
      '责任单位',
      '责任人',
      '交办日期',
      '完成时限',
      '状态',
      '超期天数',
      '销号日期',
      '依据',
    ],
    total: '合计',
    states: { assigned: '整改中', remedied: '已整改', verified: '已复核', closed: '已销号' },
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
    columns: ['No.', 'Item', 'Decision', 'Task', 'Unit', 'Person', 'Until'],
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
    worst: 'Worst',
    better: 'Better {count}',
    worse: 'Worse {count}',
    since: 'Against {day}',
    count: 'Count',
    state: 'State',
    task: '{title} ({unit} {person}, by {due})',
    ledgerColumns: [
      'No.',
      'Town',
      'Place',
      'Task',
      'Unit',
      'Person',
      'Given on',
      'Until',
      'State',
      'Days overdue',
      'Signed off',
      'From',
    ],
    total: 'Total',
    states: { assigned: 'To be put right', remedied: 'Put right', verified: 'Verified', closed: 'Signed off' },
    page: '{n} / {of}',
    reviewNumber: 'Map review number: ',
  },
};

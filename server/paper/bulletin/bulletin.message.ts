import type { Countdown } from '../../campaign/rules.ts';
import { fill, type Language } from '../../message/fill.ts';
import type { Text } from '../../text.ts';
import type { BulletinName, BulletinTable, BulletinTemplate } from './rules.ts';

/** 通报模板 a county begins with, by the language it is worded in. */
export const defaultBulletin: Record<Language, BulletinTemplate> = {
  zh: {
    head: '{campaign}工作通报',
    number: '〔{year}〕第{issue}期',
    title: '关于{campaign}工作进展情况的通报',
    addressee: '各镇党委，县直有关部门：',
    body: [
      '现将截至{day}{campaign}工作进展情况通报如下。',
      '# 一、总体进展',
      '全县共{villageCount}个村（社区）。阵地验收合格{acceptedCount}个，建成待验收{builtCount}个，按期推进{onScheduleCount}个，滞后{lateCount}个，超期{overdueCount}个，未排计划{unplannedCount}个，未报送{silentCount}个，建成率{completionShare}。后进党组织{backwardCount}个，其中整改超期{turnaroundOverdueCount}个。督查覆盖率（{coverageDays}天内）{coverageShare}。',
      '与{since}相比：{moves}。',
      '{worsened}',
      '# 二、乡镇排名',
      '{townRanking}',
      '# 三、排名靠后的村',
      '{lastVillages}',
      '# 四、超期的阵地',
      '{overdueVillages}',
      '# 五、交办事项',
      '累计交办{taskCount}项，未结{taskOpenCount}项，其中超期{taskOverdueCount}项。',
      '{overdueTasks}',
      '# 六、下一步要求',
      '{countdown}请各镇、各部门对照上述问题逐项整改，按时限报送。',
    ].join('\n'),
    signature: '中共{county}委组织部',
  },
  en: {
    head: '{campaign}: progress bulletin',
    number: 'No. {issue} of {year}',
    title: '{campaign}: progress',
    addressee: 'To the party committees of all towns and the county departments concerned',
    body: [
      'This bulletin tells how {campaign} stands as of {day}.',
      '# 1. Overall progress',
      'Of {villageCount} villages, {acceptedCount} have their venue accepted and {builtCount} have it built and await acceptance; {onScheduleCount} are on schedule, {lateCount} behind, {overdueCount} overdue, {unplannedCount} without a schedule, and {silentCount} have reported nothing. {completionShare} are completed. There are {backwardCount} backward party organisations, {turnaroundOverdueCount} of them past their limit. {coverageShare} of the villages were visited within {coverageDays} days.',
      'Against {since}: {moves}.',
      '{worsened}',
      '# 2. Ranking of towns',
      '{townRanking}',
      '# 3. Villages ranked last',
      '{lastVillages}',
      '# 4. Overdue venues',
      '{overdueVillages}',
      '# 5. Tasks',
      'Of {taskCount} tasks handed over, {taskOpenCount} are open, {taskOverdueCount} of them overdue.',
      '{overdueTasks}',
      '# 6. What is to be done',
      '{countdown} Each town and department puts right what is listed above, item by item, and reports within the limits.',
    ].join('\n'),
    signature: 'Organisation Department of the CPC {county} Committee',
  },
};

/** What each name in a template stands for. */
export const placeholderTitles: Record<BulletinName | BulletinTable, Text> = {
  county: { zh: '县名', en: 'The county' },
  day: { zh: '数据截至日', en: 'Day of the figures' },
  year: { zh: '年份', en: 'Year' },
  issue: { zh: '期号（导出时填写）', en: 'Issue (given when exporting)' },
  campaign: { zh: '行动名称', en: 'The campaign' },
  campaignDay: { zh: '行动第几天', en: 'Day of the campaign' },
  daysLeft: { zh: '剩余天数', en: 'Days left' },
  countdown: { zh: '倒计时（距开始、第几天与剩余、最后一天、已结束）', en: 'Countdown in words' },
  villageCount: { zh: '村（社区）总数', en: 'Villages' },
  acceptedCount: { zh: '阵地验收合格', en: 'Venues accepted' },
  builtCount: { zh: '阵地建成待验收', en: 'Venues built' },
  onScheduleCount: { zh: '阵地按期推进', en: 'Venues on schedule' },
  lateCount: { zh: '阵地滞后', en: 'Venues behind' },
  overdueCount: { zh: '阵地超期', en: 'Venues overdue' },
  unplannedCount: { zh: '阵地未排计划', en: 'Venues without a schedule' },
  silentCount: { zh: '阵地未报送', en: 'Venues not reported' },
  completionShare: { zh: '建成率', en: 'Share completed' },
  backwardCount: { zh: '后进党组织', en: 'Backward organisations' },
  turnaroundOverdueCount: { zh: '整改超期的后进党组织', en: 'Backward organisations overdue' },
  coverageShare: { zh: '督查覆盖率（n天内）', en: 'Share covered within n days' },
  coverageDays: { zh: '督查覆盖率的天数', en: 'Days the coverage counts' },
  taskCount: { zh: '交办事项总数', en: 'Tasks' },
  taskOpenCount: { zh: '未结交办事项', en: 'Open tasks' },
  taskOverdueCount: { zh: '超期交办事项', en: 'Tasks overdue' },
  since: { zh: '比较日（上次会议）', en: 'Day compared with (last meeting)' },
  moves: { zh: '各图层好转、变差、随时间变化的个数', en: 'Better, worse and changed with time, layer by layer' },
  betterCount: { zh: '阵地建设进度好转', en: 'Venues better' },
  worseCount: { zh: '阵地建设进度变差', en: 'Venues worse' },
  townRanking: { zh: '表：乡镇排名', en: 'Table: ranking of towns' },
  lastVillages: { zh: '表：排名后N位的村', en: 'Table: last N villages' },
  overdueVillages: { zh: '表：超期的阵地', en: 'Table: overdue venues' },
  overdueTasks: { zh: '表：超期的交办事项', en: 'Table: overdue tasks' },
  worsened: { zh: '表：上次会议以来变差的', en: 'Table: worse since the last meeting' },
  changes: { zh: '表：上次会议以来变差和好转的', en: 'Table: worse and better since the last meeting' },
};

/** Words of a bulletin. */
export const bulletinWords = {
  zh: {
    tied: '并列{rank}',
    up: '升{count}',
    down: '降{count}',
    same: '持平',
    none: '无。',
    nothing: '—',
    within: '{share}（{days}天内）',
    moves: '{layer}好转{better}个、变差{worse}个、随时间变化{aged}个',
    between: '；',
    rows: '{count}行',
    hidden: '排名已隐藏，不写入通报',
  },
  en: {
    tied: '={rank}',
    up: '+{count}',
    down: '−{count}',
    same: '=',
    none: 'None.',
    nothing: '—',
    within: '{share} (within {days} days)',
    moves: '{layer}: {better} better, {worse} worse, {aged} changed with time',
    between: '; ',
    rows: '{count} rows',
    hidden: 'Rankings are hidden: left out',
  },
};

/** 倒计时 in words: before the campaign, within it, on its last day, after it. */
export function countdownText({ state, day, daysLeft, daysTo, daysSince }: Countdown, lang: Language): string {
  const words: Record<Countdown['state'], Record<Language, string>> = {
    ahead: { zh: '距行动开始{daysTo}天。', en: 'The campaign begins in {daysTo} days.' },
    running: { zh: '行动第{day}天，剩余{daysLeft}天。', en: 'Day {day} of the campaign, {daysLeft} days left.' },
    last: { zh: '今日是行动最后一天（第{day}天）。', en: 'The last day of the campaign (day {day}).' },
    over: { zh: '行动已结束{daysSince}天。', en: 'The campaign ended {daysSince} days ago.' },
  };
  return fill(words[state][lang], { day, daysLeft, daysTo, daysSince });
}

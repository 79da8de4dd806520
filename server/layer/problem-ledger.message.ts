import type { Text } from '../text.ts';

/** Words of the ledger of problems behind a list. */
export const problemWords = {
  zh: {
    name: '问题台账',
    title: '{layer}问题台账（截至{day}，共{count}个问题）',
    columns: {
      number: '序号',
      town: '乡镇',
      place: '村（社区）',
      problem: '存在问题',
      foundOn: '发现日期',
      unit: '责任单位',
      person: '责任人',
      measure: '整改措施',
      dueOn: '整改时限',
      progress: '进展',
      signedOffOn: '销号日期',
      overdue: '超期天数',
    },
    open: '整改中',
    done: '已整改',
    closed: '已销号',
    late: '整改超期',
    missing: '清单缺项：{items}',
    milestone: '节点“{milestone}”超期',
    unreported: '阵地未报送',
    townUnit: '{town}党委',
    and: '、',
  },
  en: {
    name: 'Problems',
    title: '{layer}: ledger of problems as of {day}, {count} in all',
    columns: {
      number: 'No.',
      town: 'Town',
      place: 'Village',
      problem: 'Problem',
      foundOn: 'Found on',
      unit: 'Unit',
      person: 'Person',
      measure: 'Measure',
      dueOn: 'Limit',
      progress: 'Progress',
      signedOffOn: 'Signed off',
      overdue: 'Days overdue',
    },
    open: 'Being put right',
    done: 'Put right',
    closed: 'Signed off',
    late: 'Overdue',
    missing: 'Lacks {items}',
    milestone: 'Milestone “{milestone}” late',
    unreported: 'Venue not reported',
    townUnit: 'Party committee of {town}',
    and: ', ',
  },
};

/** At the foot of a printed ledger. */
export const ledgerFoot = ({ by, at }: { by: string; at: string }): Text => ({
  zh: `内部使用 · 导出：${by} ${at}`,
  en: `Internal · exported by ${by}, ${at}`,
});

import type { Text } from '../words/text.ts';

/** Words of the ledger of problems behind a list. */
export const problemWords = {
  zh: {
    name: '问题台账',
    title: '{layer}问题台账（截至{day}，共{count}个问题）',
    open: '整改中',
    done: '已整改',
    closed: '已销号',
    late: '整改超期',
    missing: '清单缺项：{items}',
    behind: '“{milestone}”节点滞后{days}天',
    overdue: '“{milestone}”节点超期{days}天',
    departments: ['县委组织部', '县财政局'],
    unreported: '阵地未报送',
    unplanned: '未排计划',
    townUnit: '{town}党委',
    and: '、',
  },
  en: {
    name: 'Problems',
    title: '{layer}: ledger of problems as of {day}, {count} in all',
    open: 'Being put right',
    done: 'Put right',
    closed: 'Signed off',
    late: 'Overdue',
    missing: 'Lacks {items}',
    behind: 'Milestone “{milestone}” {days} {days|day|days} behind',
    overdue: 'Milestone “{milestone}” {days} {days|day|days} overdue',
    departments: ['Organisation department', 'Finance bureau'],
    unreported: 'Venue not reported',
    unplanned: 'No schedule',
    townUnit: 'Party committee of {town}',
    and: ', ',
  },
};

/** At the foot of a printed ledger. */
export const ledgerFoot = ({ by, at }: { by: string; at: string }): Text => ({
  zh: `内部使用 · 导出：${by} ${at}`,
  en: `Internal · exported by ${by}, ${at}`,
});

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
    missing: '达标清单缺{items}',
    behind: '“{milestone}”节点滞后{days}天',
    overdue: '“{milestone}”节点超期{days}天',
    departments: ['县委组织部', '县财政局'],
    unreported: '阵地未报送',
    unplanned: '未排计划',
    and: '、',
  },
  en: {
    name: 'Problem ledger',
    title: '{layer}: problem ledger as of {day}, {count} in all',
    open: 'In progress',
    done: 'Completed',
    closed: 'Signed off',
    late: 'Overdue',
    missing: 'Lacks {items}',
    behind: 'Milestone “{milestone}” {days} {days|day|days} behind',
    overdue: 'Milestone “{milestone}” {days} {days|day|days} overdue',
    departments: ['Organisation department', 'Finance bureau'],
    unreported: 'Village centre not reported',
    unplanned: 'No schedule',
    and: ', ',
  },
};

/** At the foot of a printed ledger. */
export const ledgerFoot = ({ by, at }: { by: string; at: string }): Text => ({
  zh: `内部使用 · 导出：${by} ${at}`,
  en: `Internal · exported by ${by}, ${at}`,
});

import type { TaskFilter } from '../../server/task/filter/rules.ts';

/** 筛选 — what of the tasks is shown, and how; all of it is in the address. */
export interface TaskFilters extends TaskFilter {
  /** `list`; empty: the board. */
  show: string;
  mine: string;
}

export const filterNames = ['town', 'unit', 'state', 'meeting', 'show', 'mine'] as const;

import { useOwnSearch } from '../own-search.ts';
import { filterNames, type TaskFilters } from './filters.ts';

/** The filter of the address, and how to change it. */
export function useFilters(): [TaskFilters, (change: Partial<TaskFilters>) => void] {
  const [filters, put] = useOwnSearch('/tasks', filterNames);
  return [filters, (change) => put(change.state === 'all' ? { ...change, state: '' } : change)];
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { filterNames, type TaskFilters } from './filters.ts';

/** The filter of the address, and how to change it. */
export function useFilters(): [TaskFilters, (change: Partial<TaskFilters>) => void] {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = Object.fromEntries(filterNames.map((name) => [name, search[name] ?? ''])) as unknown as TaskFilters;
  const put = (change: Partial<TaskFilters>) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== '' && value !== 'all');
    void navigate({ to: '/tasks', search: Object.fromEntries(next), replace: true });
  };
  return [filters, put];
}

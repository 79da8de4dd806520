import { queryOptions } from '@tanstack/react-query';
import type { TaskChoices, TasksAnswer } from '../../server/task/answer.ts';
import { address, ask } from '../api.ts';
import type { Lang } from '../ui/format.ts';

/** Tasks the user sees: all, of one place, or of one town with its villages. */
export const tasksQuery = (of: { place?: string; town?: string; asOf?: string | null } = {}) => {
  const url = address('/api/tasks', { place: of.place ?? null, town: of.town ?? null, asOf: of.asOf ?? null });
  return queryOptions({
    queryKey: ['api', 'tasks', url],
    queryFn: ({ signal }) => ask<TasksAnswer>(url, signal),
  });
};

/** What a new task of a place begins with. */
export const choicesQuery = (code: string, lang: Lang) =>
  queryOptions({
    queryKey: ['api', 'task-choices', code, lang],
    queryFn: ({ signal }) => ask<TaskChoices>(`/api/tasks/choices/${encodeURIComponent(code)}?lang=${lang}`, signal),
  });

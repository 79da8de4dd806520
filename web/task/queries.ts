import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';
import type { Lang } from '../ui/format.ts';

/** Tasks the user sees: all, of one place, or of one town with its villages. */
export const tasksQuery = (of: { place?: string; town?: string; asOf?: string | null } = {}) =>
  queryOptions({
    queryKey: ['api', 'tasks', of],
    queryFn: ({ signal }) => ask('/tasks', of, signal),
  });

/** What a new task of a place begins with. */
export const choicesQuery = (code: string, lang: Lang) =>
  queryOptions({
    queryKey: ['api', 'task-choices', code, lang],
    queryFn: ({ signal }) => ask('/tasks/choices/{code}', { code, lang }, signal),
  });

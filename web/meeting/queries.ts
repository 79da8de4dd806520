import { queryOptions } from '@tanstack/react-query';
import type { MeetingAnswer, MeetingListed, StepAnswer } from '../../server/meeting/answer.ts';
import { ask } from '../api.ts';
import type { Lang } from '../ui/format.ts';

/** How often a screen looks where the meeting stands, in milliseconds. */
const followMs = 800;

export const meetingsQuery = () =>
  queryOptions({
    queryKey: ['api', 'meetings'],
    queryFn: ({ signal }) => ask<{ meetings: MeetingListed[] }>('/api/meetings', signal),
  });

export const meetingQuery = (id: string, following = false) =>
  queryOptions({
    queryKey: ['api', 'meeting', id],
    queryFn: ({ signal }) => ask<MeetingAnswer>(`/api/meetings/${encodeURIComponent(id)}`, signal),
    ...(following ? { refetchInterval: followMs, refetchIntervalInBackground: true } : {}),
  });

export const stepQuery = (id: string, number: number, lang: Lang) =>
  queryOptions({
    queryKey: ['api', 'meeting-step', id, number, lang],
    queryFn: ({ signal }) =>
      ask<StepAnswer>(`/api/meetings/${encodeURIComponent(id)}/items/${number}?lang=${lang}`, signal),
    staleTime: 60_000,
  });

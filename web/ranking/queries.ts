import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';

/** The ranking of a day against another; `since` null: the usual one. */
export const scoresQuery = (asOf: string | null, since: string | null) =>
  queryOptions({
    queryKey: ['api', 'ranking', asOf, since],
    queryFn: ({ signal }) => ask('/ranking', { asOf, since }, signal),
    placeholderData: keepPreviousData,
  });

/** The towns' ranks day by day. */
export const rankHistoryQuery = (asOf: string | null) =>
  queryOptions({
    queryKey: ['api', 'ranking-history', asOf],
    queryFn: ({ signal }) => ask('/ranking/history', { asOf }, signal),
    staleTime: 60_000,
  });

/** Where one place stands. */
export const placeRankQuery = (code: string, asOf: string | null) =>
  queryOptions({
    queryKey: ['api', 'rank', code, asOf],
    queryFn: ({ signal }) => ask('/places/{code}/rank', { code, asOf }, signal),
  });

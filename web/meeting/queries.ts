import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';
import type { Lang } from '../ui/format.ts';

export const meetingsQuery = () =>
  queryOptions({
    queryKey: ['api', 'meetings'],
    queryFn: ({ signal }) => ask('/meetings', {}, signal),
  });

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['api', 'meeting', id],
    queryFn: ({ signal }) => ask('/meetings/{meeting}', { meeting: id }, signal),
  });

/** Views kept under a name: one's own, and those shared with the county. */
export const viewsQuery = () =>
  queryOptions({
    queryKey: ['api', 'views'],
    queryFn: ({ signal }) => ask('/views', {}, signal),
  });

/** The meeting being held now; asked again when the server says that one moved. */
export const runningQuery = () =>
  queryOptions({
    queryKey: ['api', 'meeting-running'],
    queryFn: ({ signal }) => ask('/meetings/running', {}, signal),
  });

/** Places and layers of a meeting's figures; `figures` is the number they were frozen at. */
export const groundQuery = (id: string, figures: number) =>
  queryOptions({
    queryKey: ['api', 'meeting-ground', id, figures],
    queryFn: ({ signal }) => ask('/meetings/{meeting}/ground', { meeting: id }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

export interface StepAsked {
  id: string;
  number: number;
  lang: Lang;
  figures: number;
}

/** A step stands still with its figures: it is asked again only when the server says that something of the meeting moved. */
export const stepQuery = ({ id, number, lang, figures }: StepAsked) =>
  queryOptions({
    queryKey: ['api', 'meeting-step', id, figures, number, lang],
    queryFn: ({ signal }) => ask('/meetings/{meeting}/items/{number}', { meeting: id, number, lang }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Most steps fetched before they are wanted. */
const mostAhead = 40;

/** Fetches the steps around one, nearest first, so that a step is there when its key is pressed, even while the server is away. Gives how to stop. */
export function fetchAhead(client: QueryClient, at: StepAsked, of: number): () => void {
  let over = false;
  const order = Array.from({ length: of }, (_, number) => number)
    .filter((number) => number !== at.number)
    .sort((a, b) => distance(a, at.number) - distance(b, at.number))
    .slice(0, mostAhead);
  void (async () => {
    for (const number of order) {
      if (over) return;
      await client.prefetchQuery(stepQuery({ ...at, number }));
    }
  })();
  return () => {
    over = true;
  };
}

/** What comes next is wanted before what was. */
const distance = (number: number, at: number) => (number > at ? number - at : (at - number) * 3 - 1.5);

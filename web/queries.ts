import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  AreasAnswer,
  DossierAnswer,
  LayersAnswer,
  ListAnswer,
  SearchAnswer,
  SummaryAnswer,
  ValuesAnswer,
  VisitsAnswer,
} from '../server/layer/answer.ts';
import type { RankingAnswer } from '../server/ranking/answer.ts';
import { address, ask } from './api.ts';
import type { OpenedList, ViewState } from './url.ts';

type AsOf = Pick<ViewState, 'asOf'>;

/** One question to the API, kept under its own address until something new is known. */
function question<Answer>(url: string) {
  return queryOptions({
    queryKey: ['api', url],
    queryFn: ({ signal }) => ask<Answer>(url, signal),
    staleTime: 60_000,
    gcTime: 600_000,
  });
}

/** A question whose last answer stays on the screen until the next has come. */
const kept = <Question extends object>(asked: Question) => ({ ...asked, placeholderData: keepPreviousData });

export const areasQuery = ({ asOf }: AsOf) => kept(question<AreasAnswer>(address('/api/areas', { asOf })));
export const layersQuery = ({ asOf }: AsOf) => kept(question<LayersAnswer>(address('/api/layers', { asOf })));
/** The figures of all the viewer sees, or of a town. */
export const summaryQuery = ({ asOf }: AsOf, town: string | null = null) =>
  kept(question<SummaryAnswer>(address('/api/summary', { asOf, town })));
export const valuesQuery = (layer: string, { asOf }: AsOf) =>
  question<ValuesAnswer>(address(`/api/layers/${layer}/values`, { asOf }));
export const rankingQuery = (layer: string, { asOf }: AsOf) =>
  kept(question<RankingAnswer>(address('/api/rankings', { layer, asOf })));
export const dossierQuery = (code: string, { asOf }: AsOf) =>
  kept(question<DossierAnswer>(address(`/api/places/${encodeURIComponent(code)}`, { asOf })));
export const visitsQuery = ({ asOf }: AsOf) => question<VisitsAnswer>(address('/api/visits', { asOf }));
export const searchQuery = (q: string, { asOf }: AsOf) =>
  kept(question<SearchAnswer>(address('/api/search', { q, asOf })));

/** The address of a list, as JSON or as workbook. */
export function listAddress(
  { layer, classes, town }: OpenedList,
  { asOf }: AsOf,
  file: 'list' | 'list.xlsx',
  lang?: string,
): string {
  return address(`/api/layers/${layer}/${file}`, { class: classes.join(','), town, asOf, lang: lang ?? null });
}
export const listQuery = (list: OpenedList, view: AsOf) => question<ListAnswer>(listAddress(list, view, 'list'));

/** Asks for what the first picture needs before the page's own code has asked. */
export function prefetchFirst(client: QueryClient, view: AsOf & Pick<ViewState, 'layer'>): void {
  void client.prefetchQuery(areasQuery(view));
  void client.prefetchQuery(layersQuery(view));
  void client.prefetchQuery(valuesQuery(view.layer, view));
  void client.prefetchQuery(summaryQuery(view));
}

/** Fetches the columns of all main layers when the page has nothing else to do, so that a theme key paints at once. */
export function prefetchMainLayers(client: QueryClient, { layers }: LayersAnswer, view: AsOf): void {
  for (const { id, parent } of layers) {
    if (parent !== null) continue;
    void client.prefetchQuery(valuesQuery(id, view));
    void client.prefetchQuery(rankingQuery(id, view));
  }
}

import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { LayersAnswer } from '../server/layer/answer.ts';
import { address, ask, type ParametersOf, type ReadPath } from './api.ts';
import type { Lang } from './ui/format.ts';
import type { OpenedList, ViewState } from './url.ts';

type AsOf = Pick<ViewState, 'asOf'>;

/** One question to the API, kept under its own address until something new is known. */
function question<Path extends ReadPath>(path: Path, parameters: ParametersOf<'GET', Path>) {
  return queryOptions({
    queryKey: ['api', address(path, parameters)],
    queryFn: ({ signal }) => ask(path, parameters, signal),
    staleTime: 60_000,
    gcTime: 600_000,
  });
}

/** A question whose last answer stays on the screen until the next has come. */
const kept = <Question extends object>(asked: Question) => ({ ...asked, placeholderData: keepPreviousData });

export const areasQuery = ({ asOf }: AsOf) => kept(question('/areas', { asOf }));
export const layersQuery = ({ asOf }: AsOf) => kept(question('/layers', { asOf }));
/** The figures of all the viewer sees, or of a town. */
export const summaryQuery = ({ asOf }: AsOf, town: string | null = null) => kept(question('/summary', { asOf, town }));
export const valuesQuery = (layer: string, { asOf }: AsOf) => question('/layers/{id}/values', { id: layer, asOf });
export const rankingQuery = (layer: string, { asOf }: AsOf) => kept(question('/rankings', { layer, asOf }));
export const dossierQuery = (code: string, { asOf }: AsOf) => kept(question('/places/{code}', { code, asOf }));
export const visitsQuery = ({ asOf }: AsOf) => question('/visits', { asOf });
export const searchQuery = (q: string, { asOf }: AsOf) => kept(question('/search', { q, asOf }));

const listAsked = ({ layer, classes, town }: OpenedList, { asOf }: AsOf) => ({
  ...{ id: layer, class: classes.join(','), town, asOf },
});
/** The address of a list as a workbook. */
export const workbookAddress = (list: OpenedList, view: AsOf, lang: Lang) =>
  address('/layers/{id}/list.xlsx', { ...listAsked(list, view), lang });
export const listQuery = (list: OpenedList, view: AsOf) => question('/layers/{id}/list', listAsked(list, view));

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

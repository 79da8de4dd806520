import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Refused } from '../api.ts';
import { EmptyCounty, LoadFault, Loading } from '../chrome/States.tsx';
import { useLive } from '../live.ts';
import { dressPage } from '../page-look.ts';
import { areasQuery, layersQuery, prefetchMainLayers } from '../queries.ts';
import { sessionQuery } from '../session.ts';
import type { ViewState } from '../url.ts';
import { type ChangeView, useView } from '../use-view.ts';
import { CountyScreen } from './CountyScreen.tsx';

/** A town's or village's own people begin at their place, once; from there the way up to the county is open. */
function useOwnPlace(view: ViewState, change: ChangeView): void {
  const viewer = useQuery(sessionQuery()).data?.viewer;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !viewer) return;
    begun.current = true;
    const [own] = viewer.places;
    const bare = view.place === null && view.camera === null && view.list === null;
    if (own && bare) change({ place: own.code }, 'replace');
  }, [viewer, view, change]);
}

/** 县域一张图 — the whole page: what it needs before it can show a county, and what it shows until then. */
export function App() {
  const [view, change] = useView();
  const client = useQueryClient();
  const areas = useQuery(areasQuery(view));
  const layers = useQuery(layersQuery(view));
  useOwnPlace(view, change);
  const { goneAt, moved } = useLive();
  useLayoutEffect(() => dressPage(view), [view]);
  const list = layers.data;
  const { asOf } = view;
  useEffect(() => {
    if (!list) return;
    const later = setTimeout(() => prefetchMainLayers(client, list, { asOf }), 1200);
    return () => clearTimeout(later);
  }, [client, list, asOf]);

  const fault = areas.error ?? layers.error;
  if (!areas.data || !layers.data) {
    if (!fault) return <Loading lang={view.lang} />;
    return (
      <LoadFault
        lang={view.lang}
        detail={fault instanceof Refused ? fault.detail : null}
        onRetry={() => void client.refetchQueries()}
        onNow={asOf === null ? null : () => change({ asOf: null })}
      />
    );
  }
  if (areas.data.villages.length === 0 && view.asOf === null) return <EmptyCounty lang={view.lang} />;
  return (
    <CountyScreen
      areas={areas.data}
      layers={layers.data}
      stale={areas.isPlaceholderData}
      goneAt={goneAt}
      moved={moved}
    />
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Unreachable } from './api.ts';
import { EmptyCounty, LoadFault, Loading } from './chrome/States.tsx';
import { CountyScreen } from './county-screen.tsx';
import { areasQuery, healthQuery, layersQuery, prefetchMainLayers } from './queries.ts';
import { useView } from './router.tsx';

/** 县域一张图 — the whole page: what it needs before it can show a county, and what it shows until then. */
export function App() {
  const [view] = useView();
  const client = useQueryClient();
  const areas = useQuery(areasQuery(view));
  const layers = useQuery(layersQuery(view));
  const health = useQuery(healthQuery());
  const newer =
    health.data !== undefined && areas.data !== undefined && view.asOf === null && health.data.seq > areas.data.seq;
  useEffect(() => {
    if (newer) void client.invalidateQueries({ queryKey: ['api'] });
  }, [client, newer]);
  useEffect(() => {
    document.documentElement.lang = view.lang === 'en' ? 'en' : 'zh-CN';
    document.documentElement.dataset.theme = view.theme;
  }, [view.lang, view.theme]);
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
        detail={'detail' in fault ? String(fault.detail) : null}
        onRetry={() => void client.refetchQueries()}
      />
    );
  }
  if (areas.data.villages.length === 0 && view.asOf === null) return <EmptyCounty lang={view.lang} />;
  const gone = health.error instanceof Unreachable ? health.errorUpdatedAt : null;
  return <CountyScreen areas={areas.data} layers={layers.data} goneAt={gone} />;
}

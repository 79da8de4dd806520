import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../../server/layer/answer.ts';
import type { LayerClass } from '../../../server/layer/layer.ts';
import CountyMap from '../../../web/map/CountyMap.tsx';
import { classesOf, finish, offer, root } from './bench-page.ts';

const nothing = { zh: '', en: '' };
const lamps: LayerClass['lamp'][] = ['done', 'good', 'near', 'overdue', 'silent'];
const layerOf = (seed: number): LayerAnswer => ({
  id: `layer-${seed}`,
  theme: 'venue',
  parent: null,
  level: 'village',
  title: { zh: 'bench', en: 'bench' },
  definition: nothing,
  source: nothing,
  unit: null,
  classes: lamps.map((lamp) => ({ id: lamp, title: nothing, lamp, hatch: 'none', letter: nothing })),
  rollUp: { title: nothing, classes: [], outside: [], target: null, better: 'more' },
  kpis: [],
});

function valuesOf(areas: AreasAnswer, seed: number): ValuesAnswer {
  const classes = [...classesOf(areas.villages.length, seed)].join('');
  const county = { fid: 1, counts: [], share: null };
  return { layer: `layer-${seed}`, seq: 1, areasSeq: 1, on: '', dataAt: null, classes, values: [], towns: [], county };
}

const areas = (await (await fetch('/areas.json')).json()) as AreasAnswer;
const none = () => undefined;
const first = { layer: layerOf(0), values: valuesOf(areas, 0) };
let show: (next: typeof first) => void = none;

function Page() {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    show = setShown;
  }, []);
  return (
    <CountyMap
      areas={areas}
      {...shown}
      focus={{ kind: 'county' }}
      selected={null}
      filter={null}
      visits={null}
      showVisits={false}
      theme="light"
      camera={null}
      moved={null}
      lang="zh"
      onCamera={none}
      onSelect={none}
      onEnter={none}
      onHover={none}
    />
  );
}
createRoot(root()).render(
  <QueryClientProvider client={new QueryClient()}>
    <Page />
  </QueryClientProvider>,
);

const painted = (layer: string) =>
  document.querySelector<HTMLElement>(`[data-map-state="painted"][data-map-layer="${layer}"]`);
const until = async (layer: string) => {
  while (!painted(layer)) await new Promise((resolve) => setTimeout(resolve));
};

await until('layer-0');
await new Promise((resolve) => setTimeout(resolve, 1500));
offer(async (seed) => {
  const next = { layer: layerOf(seed), values: valuesOf(areas, seed) };
  show(next);
  await until(next.layer.id);
  // The first canvas holds ground and villages; lines and labels above are not drawn again.
  finish(document.querySelector('canvas'));
});

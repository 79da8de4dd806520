import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AreasAnswer, LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { changeLayer } from '../history/compare.ts';
import { Halves } from '../history/Halves.tsx';
import { compareQuery } from '../history/use-timeline.ts';
import CountyMap from '../map/CountyMap.tsx';
import { focusOn, indexPlaces } from '../places.ts';
import { valuesQuery, visitsQuery } from '../queries.ts';
import { readView, type ViewState } from '../url.ts';

interface SavedViewProps {
  /** Address of the saved view, after the question mark. */
  search: string;
  /** The frozen column of its layer. */
  values: ValuesAnswer | null;
  /** Day the figures are frozen on. */
  on: string;
  areas: AreasAnswer;
  layers: LayersAnswer;
  view: Pick<ViewState, 'lang' | 'theme'>;
}

const padding = { top: 40, right: 40, bottom: 40, left: 40 };
const still = () => undefined;

/** 常用视图 — the map as it was saved: layer, place, classes, camera, visits, and two days compared. */
export function SavedViewMap({ search, values, on, areas, layers, view }: SavedViewProps) {
  const saved = useMemo(() => readView(Object.fromEntries(new URLSearchParams(search))), [search]);
  const { byCode } = useMemo(() => indexPlaces(areas), [areas]);
  const layer = layers.layers.find(({ id }) => id === saved.layer);
  const { asOf, since, split } = saved;
  const past = useQuery({ ...valuesQuery(saved.layer, { asOf }), enabled: asOf !== null }).data;
  const visits = useQuery({ ...visitsQuery({ asOf }), enabled: saved.visits }).data ?? null;
  const asked = useQuery({ ...compareQuery(saved.layer, since ?? '', asOf), enabled: since !== null && !split }).data;
  const changed = useMemo(
    () => (layer && asked?.layer === layer.id && since !== null && !split ? changeLayer(areas, layer, asked) : null),
    [areas, layer, asked, since, split],
  );
  if (!layer) return null;
  const map = {
    areas,
    layer: changed?.layer ?? layer,
    focus: focusOn((saved.place === null ? null : byCode.get(saved.place)) ?? null),
    selected: (saved.selected === null ? undefined : byCode.get(saved.selected)?.fid) ?? null,
    filter: since === null ? saved.classes : null,
    visits,
    showVisits: saved.visits,
    camera: saved.camera,
    moved: null,
    lang: view.lang,
    theme: view.theme,
    onCamera: still,
    onSelect: still,
    onEnter: still,
    onHover: still,
  };
  if (since !== null && split) return <Halves map={map} from={since} to={asOf} toDay={asOf ?? on} />;
  const shown = changed?.values ?? (asOf === null ? values : (past ?? null));
  return <CountyMap {...map} values={shown} padding={padding} />;
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreasAnswer, LayerAnswer, LayersAnswer, ValuesAnswer } from '../server/layer/answer.ts';
import { DossierPanel } from './dossier/DossierPanel.tsx';
import { ListPanel } from './list/ListPanel.tsx';
import { wordsOf } from './message/words.ts';
import { type KnownPlace, worstFirst } from './places.ts';
import { dossierQuery, listAddress, listQuery } from './queries.ts';
import type { ChangeView } from './router.tsx';
import { fill } from './ui/format.ts';
import type { ViewState } from './url.ts';

interface SideProps {
  areas: AreasAnswer;
  layers: LayersAnswer;
  layer: LayerAnswer;
  values: ValuesAnswer | null;
  view: ViewState;
  /** The place selected, else the one gone into. */
  looked: KnownPlace | null;
  change: ChangeView;
}

/** The right side: the list behind a number, or the dossier of the place looked at. */
export function SidePanels(props: SideProps) {
  if (props.view.list) return <OpenList {...props} list={props.view.list} />;
  return props.looked ? <OpenDossier {...props} looked={props.looked} key={props.looked.kind} /> : null;
}

function OpenList({ layers, view, list, change }: SideProps & { list: NonNullable<ViewState['list']> }) {
  const { data } = useQuery(listQuery(list, view));
  const layer = layers.layers.find(({ id }) => id === list.layer);
  if (!layer) return null;
  if (!data) return <div className="side wide card" aria-busy="true" />;
  const { lang } = view;
  const classes = layer.classes.filter(({ id }) => list.classes.includes(id)).map(({ title }) => title[lang]);
  const kpi = layer.kpis.find((one) => one.classes.join() === list.classes.join());
  const title = fill(wordsOf(lang).listTitle, {
    layer: layer.title[lang],
    classes: kpi?.title[lang] ?? classes.join(lang === 'zh' ? '、' : ', '),
  });
  return (
    <div className="side wide card">
      <ListPanel
        answer={data}
        layer={layer}
        title={title}
        lang={lang}
        theme={view.theme}
        xlsxHref={listAddress(list, view, 'list.xlsx', lang)}
        onPlace={(code) => change({ place: code, selected: null, list: null, camera: null })}
        onClose={() => change({ list: null })}
      />
    </div>
  );
}

function OpenDossier({ areas, layers, layer, values, view, looked, change }: SideProps & { looked: KnownPlace }) {
  const { data } = useQuery(dossierQuery(looked.code, view));
  const [lowered, setLowered] = useState(false);
  const words = wordsOf(view.lang);
  if (!data) return <div className="side card" aria-busy="true" />;
  const town = looked.kind === 'town' ? looked.fid : null;
  const villages =
    looked.kind === 'village' || values?.layer !== layer.id ? [] : worstFirst(areas, layer, values, town);
  const close = () => change(view.selected !== null ? { selected: null } : { place: null, camera: null });
  return (
    <div className={lowered ? 'side card lowered' : 'side card'} data-part="sheet">
      <button
        type="button"
        className="sheet-handle"
        aria-expanded={!lowered}
        aria-label={words.dossierTab}
        onClick={() => setLowered(!lowered)}
      />
      {view.selected !== null && (
        <button
          type="button"
          className="enter"
          data-part="enter"
          onClick={() => change({ place: view.selected, selected: null, camera: null })}
        >
          {words.enter} · {looked.name}
        </button>
      )}
      <DossierPanel
        dossier={data}
        layers={layers}
        layer={layer.id}
        lang={view.lang}
        theme={view.theme}
        villages={villages}
        onPlace={(code) => change({ place: code, selected: null, camera: null })}
        onLayer={(id) => change({ layer: id, classes: null })}
        onClose={close}
      />
    </div>
  );
}

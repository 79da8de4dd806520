import { useQuery } from '@tanstack/react-query';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { LayerAnswer, LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { currentClasses } from '../../server/layer/rules.ts';
import { Refused } from '../api.ts';
import { Sheet } from '../chrome/Sheet.tsx';
import { Door } from '../form/Door.tsx';
import { ListPanel } from '../list/ListPanel.tsx';
import { wordsOf } from '../message/words.ts';
import { AtlasButton } from '../paper/AtlasButton.tsx';
import { type KnownPlace, worstFirst } from '../places.ts';
import { dossierQuery, listQuery, workbookAddress } from '../queries.ts';
import { fill, type Lang } from '../ui/format.ts';
import type { OpenedList, ViewState } from '../url.ts';
import type { ChangeView } from '../use-view.ts';
import { DossierPanel } from './DossierPanel.tsx';

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

interface PendingProps {
  query: { error: Error | null; refetch(): Promise<unknown> };
  wide: boolean;
  lang: Lang;
  onClose(): void;
}

/** The right side: the list behind a number, or the dossier of the place looked at; over it the form that is open. */
export function SidePanels(props: SideProps) {
  return (
    <Door {...props}>
      {props.view.list ? (
        <OpenList {...props} list={props.view.list} />
      ) : (
        props.looked && <OpenDossier {...props} looked={props.looked} key={props.looked.kind} />
      )}
    </Door>
  );
}

function OpenList({ areas, layers, view, list, change }: SideProps & { list: OpenedList }) {
  const query = useQuery(listQuery(list, view));
  const { data } = query;
  const layer = layers.layers.find(({ id }) => id === list.layer);
  if (!layer) return null;
  const close = () => change({ list: null });
  if (!data) return <Pending query={query} wide lang={view.lang} onClose={close} />;
  const { lang } = view;
  const words = wordsOf(lang);
  const some = layer.classes.filter(({ id }) => currentClasses(layer, list.classes).includes(id));
  const classes = some.length === layer.classes.length ? [words.allClasses] : some.map(({ title }) => title[lang]);
  const kpi = layer.kpis.find((one) => one.classes.join() === list.classes.join());
  const town = areas.towns.find(({ code }) => code === list.town)?.name;
  const title = fill(words.listTitle, {
    layer: [town, layer.title[lang]].filter(Boolean).join(' · '),
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
        xlsxHref={workbookAddress(list, view, lang)}
        papers={
          layer.level === 'village' && data.rows.length > 0 ? (
            <AtlasButton
              lang={lang}
              asOf={view.asOf}
              of={{ layer: layer.id, classes: list.classes, ...(list.town === null ? {} : { town: list.town }) }}
            />
          ) : undefined
        }
        onPlace={(code) => change({ place: code, selected: null, list: null, camera: null })}
        onClose={close}
      />
    </div>
  );
}

/** A panel whose answer has not come: quietly filled while it is on its way, its sentence and another try where it was refused. */
function Pending({ query, wide, lang, onClose }: PendingProps) {
  const words = wordsOf(lang);
  const { error } = query;
  return (
    <div
      className={wide ? 'side wide card pending' : 'side card pending'}
      aria-busy={error === null}
      data-part="pending"
    >
      {error === null ? (
        <span className="spinner" aria-hidden="true" />
      ) : (
        <div className="state" role="alert" data-part="panel-fault">
          <p>{error instanceof Refused ? error.detail : words.loadFaultText}</p>
          <button type="button" className="primary" onClick={() => void query.refetch()}>
            {words.retry}
          </button>
          <button type="button" className="quiet" onClick={onClose}>
            {words.close}
          </button>
        </div>
      )}
    </div>
  );
}

function OpenDossier({ areas, layers, layer, values, view, looked, change }: SideProps & { looked: KnownPlace }) {
  const query = useQuery(dossierQuery(looked.code, view));
  const { data } = query;
  const words = wordsOf(view.lang);
  const close = () => change(view.selected !== null ? { selected: null } : { place: null, camera: null });
  if (!data) return <Pending query={query} wide={false} lang={view.lang} onClose={close} />;
  const town = looked.kind === 'town' ? looked.fid : null;
  const villages =
    looked.kind === 'village' || values?.layer !== layer.id ? [] : worstFirst(areas, layer, values, town);
  return (
    <Sheet lang={view.lang}>
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
        asOf={view.asOf}
        lang={view.lang}
        theme={view.theme}
        villages={villages}
        onPlace={(code) => change({ place: code, selected: null, camera: null })}
        onLayer={(id) => change({ layer: id, classes: null })}
        onList={(id, classes) =>
          change({ list: { layer: id, classes, town: looked.kind === 'town' ? looked.code : null } })
        }
        papers={
          <AtlasButton
            lang={view.lang}
            asOf={view.asOf}
            of={
              looked.kind === 'village'
                ? { villages: [looked.code] }
                : looked.kind === 'town'
                  ? { town: looked.code }
                  : {}
            }
          />
        }
        onClose={close}
      />
    </Sheet>
  );
}

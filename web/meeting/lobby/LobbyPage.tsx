import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type CSSProperties, useLayoutEffect } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayersAnswer } from '../../../server/layer/answer.ts';
import { CampaignStand } from '../../chrome/CampaignStand.tsx';
import { Loading } from '../../chrome/States.tsx';
import { hourText } from '../../chrome/TopBar.tsx';
import { useLive } from '../../live.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { dressPage } from '../../page-look.ts';
import { areasQuery, layersQuery, summaryQuery, valuesQuery } from '../../queries.ts';
import { fill, instantText } from '../../ui/format.ts';
import type { ViewState } from '../../url.ts';
import { useView } from '../../use-view.ts';
import { meetingQuery, viewsQuery } from '../queries.ts';
import { StageMap } from '../stage/StageMap.tsx';
import { TownsTable } from '../stage/TownsTable.tsx';
import { useSavedView } from '../stage/use-saved-view.ts';
import { useWindowSize } from '../use-window-size.ts';
import { LobbyChooser } from './LobbyChooser.tsx';
import { chosenViews, type LobbyAsked, type LobbyView, lobbyAsked, lobbyViews } from './lobby-views.ts';
import { useLobby } from './use-lobby.ts';
import '../stage/looks.ts';

const smallest = 0.0225;

/** 大厅轮播 — one chosen view after another on a wall; a key stops it and starts it again, and nothing else moves by itself. */
export default function LobbyPage() {
  const [view] = useView();
  const search: Record<string, string> = useSearch({ strict: false });
  const asked = lobbyAsked(search);
  const areas = useQuery(areasQuery({ asOf: null })).data;
  const layers = useQuery(layersQuery({ asOf: null })).data;
  const agenda = useQuery({ ...meetingQuery(asked.meeting ?? ''), enabled: asked.meeting !== null }).data;
  const kept = useQuery(viewsQuery()).data?.views ?? [];
  const { goneAt } = useLive();
  useLayoutEffect(() => dressPage(view), [view]);
  if (!areas || !layers || (asked.meeting !== null && !agenda)) return <Loading lang={view.lang} />;
  const all = lobbyViews({ areas, layers, saved: kept, items: agenda?.items ?? [] }, view.lang);
  return <Lobby {...{ areas, layers, all, asked, goneAt, view }} />;
}

interface LobbyProps {
  areas: AreasAnswer;
  layers: LayersAnswer;
  all: LobbyView[];
  asked: LobbyAsked;
  goneAt: number | null;
  view: ViewState;
}

function Lobby({ areas, layers, all, asked, goneAt, view }: LobbyProps) {
  const { lang, theme } = view;
  const words = stageWords(lang).lobby;
  const navigate = useNavigate();
  const views = chosenViews(all, asked.views);
  const { height } = useWindowSize();
  const { at, stopped, black, choosing, stop, blacken, choose } = useLobby({
    count: views.length,
    seconds: asked.every,
    onLeave: () => void navigate({ to: '/', search: lang === 'en' ? { lang } : {} }),
  });
  const shown = views[at];
  const layer = layers.layers.find(({ id }) => id === shown?.layer);
  const values = useQuery({ ...valuesQuery(shown?.layer ?? '', { asOf: null }), enabled: shown !== undefined }).data;
  const drawn = values?.layer === layer?.id ? (values ?? null) : null;
  const campaign = useQuery(summaryQuery({ asOf: null })).data?.campaign;
  const saved = useSavedView({ search: shown?.search ?? null, values: drawn, areas, layers });
  if (!shown || !layer) return <p className="hint">{words.none}</p>;
  return (
    <div className="meeting lobby" data-part="lobby" style={{ '--scale': 1 } as CSSProperties}>
      <header className="meeting-top">
        <span className="meeting-number">{fill(words.at, { n: at + 1, of: views.length })}</span>
        <h1 data-part="lobby-title">
          {areas.county?.name} · {shown.title}
        </h1>
        <span className="data-at">
          <CampaignStand campaign={campaign} lang={lang} />
          {drawn?.dataAt && fill(meetingWords(lang).dataAt, { at: instantText(drawn.dataAt, lang) })}
          {goneAt !== null && (
            <strong className="gone" role="status">
              {fill(stageWords(lang).gone, { at: hourText(goneAt, lang) })}
            </strong>
          )}
        </span>
      </header>
      <div className="meeting-stage" data-part="lobby-view" data-view={shown.key}>
        <section className="stage-facts">
          <p className="stage-definition">{layer.definition[lang]}</p>
          {drawn && <TownsTable {...{ areas, layer, values: drawn, lang, theme }} />}
        </section>
        <StageMap
          {...{ areas, view, saved, place: shown.place, title: shown.title }}
          layer={saved?.layer ?? layer}
          values={saved ? saved.values : drawn}
          outlined={shown.place !== null}
          typePx={Math.ceil(height * smallest)}
        />
      </div>
      <div className="decide lobby-bar">
        <div className="row">
          <button type="button" aria-pressed={stopped} data-part="lobby-stop" onClick={stop}>
            {stopped ? words.start : words.stop}
          </button>
          <button type="button" onClick={choose}>
            {words.choose}
          </button>
          {stopped && <strong data-part="lobby-stopped">{words.stopped}</strong>}
          <span className="lobby-keys">{words.keys}</span>
        </div>
        {choosing && <LobbyChooser {...{ all, views, asked, lang }} onClose={choose} />}
      </div>
      {black && (
        <button type="button" className="meeting-black" aria-label={meetingWords(lang).black} onClick={blacken} />
      )}
    </div>
  );
}

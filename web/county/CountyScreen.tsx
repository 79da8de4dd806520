import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { isMissing } from '../api.ts';
import { Breadcrumb } from '../chrome/Breadcrumb.tsx';
import { Campaign } from '../chrome/Campaign.tsx';
import { HelpDialog } from '../chrome/HelpDialog.tsx';
import { KpiStrip } from '../chrome/KpiStrip.tsx';
import { Legend } from '../chrome/Legend.tsx';
import { UserMenu } from '../chrome/office/UserMenu.tsx';
import { RankingPanel } from '../chrome/RankingPanel.tsx';
import { ThemeMenu } from '../chrome/ThemeMenu.tsx';
import { TopBar } from '../chrome/TopBar.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import '../chrome/chrome.css';
import '../chrome/stage.css';
import '../chrome/narrow.css';
import { copyAddress } from '../copy-address.ts';
import { wipeDrafts } from '../form/drafts.ts';
import { toggleFullScreen } from '../full-screen.ts';
import { ComparePanel } from '../history/ComparePanel.tsx';
import { TimeBar } from '../history/TimeBar.tsx';
import { useShown } from '../history/use-shown.ts';
import { type KeyActions, useKeys } from '../keys.ts';
import type { Moved } from '../live.ts';
import type { MapFault } from '../map/props.ts';
import { wordsOf } from '../message/words.ts';
import { ExportButton } from '../paper/ExportButton.tsx';
import { classesOf, countsIn, indexPlaces, type KnownPlace, pathTo } from '../places.ts';
import { ProposalsWaiting } from '../proposal/ProposalsWaiting.tsx';
import { rankingQuery, searchQuery, summaryQuery, valuesQuery, visitsQuery } from '../queries.ts';
import { SavedViews } from '../saved-view/SavedViews.tsx';
import { sessionQuery } from '../session.ts';
import { TasksWaiting } from '../task/TasksWaiting.tsx';
import type { ViewState } from '../url.ts';
import { type ChangeView, useView } from '../use-view.ts';
import { MapStage } from './MapStage.tsx';
import { SidePanels } from './SidePanels.tsx';

interface ScreenProps {
  areas: AreasAnswer;
  layers: LayersAnswer;
  /** Whether the places are still those of the day looked at before. */
  stale: boolean;
  /** When the server last answered, if it is gone; null while it is there. */
  goneAt: number | null;
  /** Places that moved just now. */
  moved: Moved | null;
}

/** 县域一张图 — the county's screen: the map in the middle, figures above, ranking and legend on the left, the place looked at on the right. */
export function CountyScreen({ areas, layers, stale, goneAt, moved }: ScreenProps) {
  const [view, change] = useView();
  const words = wordsOf(view.lang);
  const places = useMemo(() => indexPlaces(areas), [areas]);
  const place = (view.place === null ? null : places.byCode.get(view.place)) ?? null;
  const selected = (view.selected === null ? null : places.byCode.get(view.selected)) ?? null;
  const layer = layers.layers.find(({ id }) => id === view.layer) ?? layers.layers[0];
  const town =
    place?.kind === 'town' ? place : place?.kind === 'village' ? (places.byFid.get(place.town) ?? null) : null;
  const ranked = useQuery(rankingQuery(layer?.id ?? view.layer, view));
  const hidden = isMissing(ranked.error);
  const known = {
    areas,
    layer,
    summary: useQuery(summaryQuery(view, town?.code ?? null)).data ?? null,
    town: town?.fid ?? null,
    values: useValues(layer?.id ?? view.layer, view, stale),
    ranking: hidden ? null : (ranked.data ?? null),
  };
  const shown = useShown(known, view, change);
  const { summary, values, ranking } = shown;
  const drawn = shown.layer ?? layer;
  const classes = useMemo(() => classesOf(drawn, view.classes), [drawn, view.classes]);
  const visits = useQuery({ ...visitsQuery(view), enabled: view.visits }).data ?? null;
  const [help, setHelp] = useState(false);
  const [black, setBlack] = useState(false);
  const [fault, setFault] = useState<MapFault | null>(null);
  const viewer = useQuery(sessionQuery()).data?.viewer ?? null;
  const today = useQuery(summaryQuery({ asOf: null })).data?.on ?? null;
  const search = useSearch(view);
  const go = useMemo(() => goingOf(change), [change]);
  const keys = useMemo<KeyActions>(
    () => ({
      theme: (number) => {
        const theme = layers.themes.find(({ key }) => key === number);
        const main = layers.layers.find((one) => one.theme === theme?.id && one.parent === null);
        if (main) go.layer(main.id);
      },
      search: () => search.input.current?.focus(),
      help: () => setHelp(true),
      up: () => (black ? setBlack(false) : change(upFrom(view, place, places.byFid))),
      fullScreen: toggleFullScreen,
      black: () => setBlack((before) => !before),
      step: (by) => go.layer(stepLayer(layers, view.layer, by)),
    }),
    [layers, go, search.input, black, change, view, place, places],
  );
  useKeys(keys);
  if (!layer || !drawn) return null;

  // Strip, legend and the lists behind them are of one level; until its figures have come that level is not named.
  const scope = summary && summary.scope.town === (town?.code ?? null) ? summary.scope : null;
  const looked = selected ?? place;
  return (
    <div className="screen" data-part="screen">
      <TopBar
        county={areas.county?.name ?? ''}
        summary={summary}
        asOf={shown.timeline.preview === null ? view.asOf : (summary?.on ?? view.asOf)}
        today={today}
        time={view.time}
        onTime={() => change({ time: !view.time, since: null, split: false }, 'replace')}
        goneAt={goneAt}
        lang={view.lang}
        theme={view.theme}
        onCopy={copyAddress}
        onAsOf={(asOf) => change({ asOf })}
        onLang={() => change({ lang: view.lang === 'zh' ? 'en' : 'zh' }, 'replace')}
        onTheme={() => change({ theme: view.theme === 'dark' ? 'light' : 'dark' }, 'replace')}
        onFullScreen={toggleFullScreen}
        onHelp={() => setHelp(true)}
        user={
          viewer && (
            <>
              <TasksWaiting lang={view.lang} />
              <ProposalsWaiting lang={view.lang} />
              <SavedViews />
              <ExportButton view={view} layer={layer.id} town={town?.code ?? null} />
              <UserMenu viewer={viewer} lang={view.lang} onSignOut={wipeDrafts} />
            </>
          )
        }
      >
        <Breadcrumb path={pathTo(places, areas, place)} lang={view.lang} onPlace={go.place} />
        <SearchBox
          query={search.query}
          hits={search.hits}
          lang={view.lang}
          input={search.input}
          onQuery={search.setQuery}
          onPick={go.place}
        />
      </TopBar>
      <div className="figures">
        {summary?.campaign && (
          <Campaign
            campaign={summary.campaign}
            on={summary.on}
            lang={view.lang}
            onUnmet={({ layer: id, unmet }) =>
              change({ layer: id, classes: null, list: { layer: id, classes: unmet, town: null } })
            }
          />
        )}
        <KpiStrip
          kpis={summary?.kpis ?? []}
          scope={summary?.scope ?? null}
          open={view.list ? `${view.list.layer}:${view.list.classes.join(',')}` : null}
          lang={view.lang}
          onOpen={({ layer: id, classes }) =>
            change({ layer: id, classes: null, list: { layer: id, classes, town: summary?.scope.town ?? null } })
          }
        />
      </div>
      <ThemeMenu layers={layers} layer={layer.id} lang={view.lang} onLayer={go.layer} />
      <main className={(looked || shown.compared) && !view.list ? 'stage beside-dossier' : 'stage'}>
        {areas.map ? (
          <MapStage
            areas={areas}
            layer={drawn}
            values={values}
            visits={visits}
            moved={view.asOf === null ? moved : null}
            view={view}
            classes={classes}
            place={place}
            selected={selected}
            byFid={places.byFid}
            side={view.list ? 'list' : looked || shown.compared ? 'dossier' : 'none'}
            halves={
              view.since !== null && view.split ? { from: view.since, to: view.asOf, toDay: summary?.on ?? '' } : null
            }
            change={change}
            onFault={setFault}
          />
        ) : (
          <p className="no-map">{view.asOf === null ? words.noMap : words.noMapThen}</p>
        )}
        {areas.villages.length > 0 && (
          <div className="rail">
            {!hidden && <RankingPanel ranking={ranking} town={town?.code ?? null} lang={view.lang} onTown={go.place} />}
            <Legend
              layer={drawn}
              counts={values && values.layer === drawn.id ? countsIn(areas, drawn, values, town?.fid ?? null) : null}
              scope={scope}
              day={view.since !== null && view.split ? (summary?.on ?? null) : null}
              shown={classes}
              visits={view.visits}
              visitDays={layers.visitWindowDays}
              lang={view.lang}
              theme={view.theme}
              onShown={(classes) => change({ classes })}
              onList={() => {
                const all = classes ?? layer.classes.map(({ id }) => id);
                // Compared, the list of changes stands on the right already.
                change(
                  shown.compared
                    ? { selected: null }
                    : { list: { layer: layer.id, classes: all, town: town?.code ?? null } },
                );
              }}
              onVisits={() => change({ visits: !view.visits }, 'replace')}
            />
          </div>
        )}
        {view.time && (
          <TimeBar
            timeline={shown.timeline}
            asOf={view.asOf}
            since={view.since}
            split={view.split}
            fault={shown.fault}
            campaign={summary?.campaign ?? null}
            lastMeetingOn={summary?.lastMeetingOn ?? null}
            lang={view.lang}
            onDay={(asOf) => change({ asOf }, 'replace')}
            onSince={(since) => change({ since, split: since !== null && view.split, classes: null }, 'replace')}
            onSplit={(split) => change({ split, classes: null }, 'replace')}
            onClose={() => change({ time: false, since: null, split: false, classes: null }, 'replace')}
          />
        )}
        {shown.compared && !looked && !view.list && (
          <ComparePanel answer={shown.compared} layer={layer} lang={view.lang} onPlace={go.selected} />
        )}
        <SidePanels
          areas={areas}
          layers={layers}
          layer={layer}
          values={values}
          view={view}
          looked={looked}
          change={change}
        />
        {fault === 'files-missing' && (
          <p className="gone" role="alert">
            {words.mapFault}
          </p>
        )}
      </main>
      {help && <HelpDialog lang={view.lang} onClose={() => setHelp(false)} />}
      {black && <button type="button" className="black" aria-label={words.close} onClick={() => setBlack(false)} />}
    </div>
  );
}

/** The layer's column: that of the day before until both places and column of another day have come, so that they always agree. */
function useValues(layer: string, view: ViewState, stale: boolean): ValuesAnswer | null {
  const question = useQuery({
    ...valuesQuery(layer, view),
    enabled: !stale,
    placeholderData: (before: ValuesAnswer | undefined) => (before?.layer === layer ? before : undefined),
  });
  return question.data ?? null;
}

function useSearch(view: ViewState) {
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const typed = query.trim();
  const found = useQuery({ ...searchQuery(typed, view), enabled: typed !== '' });
  return { query, setQuery, input, hits: typed === '' ? null : (found.data?.hits ?? null) };
}

/** Ways to go that reset what belongs to the place or layer left. */
function goingOf(change: ChangeView) {
  return {
    place: (code: string | null) => change({ place: code, selected: null, camera: null }),
    selected: (code: string) => change({ selected: code }),
    layer: (layer: string) => change({ layer, classes: null }),
  };
}

/** 返回上一级 — the list closes first, then the selection, then village to town to county, then the filter. */
function upFrom(view: ViewState, place: KnownPlace | null, byFid: Map<number, KnownPlace>): Partial<ViewState> {
  if (view.list) return { list: null };
  if (view.selected !== null) return { selected: null };
  if (view.since !== null) return { since: null, split: false, classes: null };
  if (place?.kind === 'village') return { place: byFid.get(place.town)?.code ?? null, camera: null };
  if (view.place !== null) return { place: null, camera: null };
  return { classes: null, camera: null };
}

function stepLayer({ layers }: LayersAnswer, now: string, by: 1 | -1): string {
  const main = layers.filter(({ id }) => !id.startsWith('venue-item-'));
  const at = main.findIndex(({ id }) => id === now);
  return main[(at + by + main.length) % main.length]?.id ?? now;
}

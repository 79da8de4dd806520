import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AreasAnswer, LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { ChoicesAnswer, PlanAnswer, PlanListed, TravelAnswer } from '../../server/route-plan/answer.ts';
import { ask, send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import CountyMap from '../map/CountyMap.tsx';
import { accountWords } from '../message/account-words.ts';
import { routeWords } from '../message/route-words.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill } from '../ui/format.ts';
import type { ViewState } from '../url.ts';
import { Gantt } from './Gantt.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { daysFrom, newDraft, type PlanDraft, pointsOf, timedShifts, travelOf, villagesByCode } from './plan-work.ts';
import { RouteCard } from './RouteCard.tsx';
import { SetUpPanel } from './SetUpPanel.tsx';
import { Totals } from './Totals.tsx';
import { useDraft } from './use-draft.ts';
import { useRouteLines } from './use-route-lines.ts';
import { useSearch } from './use-search.ts';

interface PlannerProps {
  areas: AreasAnswer;
  layer: LayerAnswer;
  values: ValuesAnswer | null;
  choices: ChoicesAnswer;
  view: ViewState;
}

/** Where the plan at hand is kept: its id, the hash it was read by; `base` empty while it was never kept. */
interface Kept {
  id: string;
  base: string;
  published: boolean;
}

const mapPadding = { top: 24, right: 24, bottom: 24, left: 24 };

/** 排线 — the plan at hand, the search, a person's hand over it, and what is kept of it. */
export function Planner({ areas, layer, values, choices, view }: PlannerProps) {
  const { lang } = view;
  const words = routeWords(lang);
  const client = useQueryClient();
  const byCode = useMemo(() => villagesByCode(choices), [choices]);
  const drafting = useDraft();
  const { open: openDraft } = drafting;
  const [kept, setKept] = useState<Kept>(() => ({ id: newSubmissionId(), base: '', published: false }));
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const fresh = useMemo(() => {
    const [, tomorrow = choices.today] = daysFrom(choices.today, 2);
    return newDraft(choices, fill(words.newTitle, { day: tomorrow }), tomorrow);
  }, [choices, words]);
  const draft = drafting.draft ?? fresh;
  const plans = useQuery({
    queryKey: ['api', 'route-plans'],
    queryFn: ({ signal }) => ask<{ plans: PlanListed[] }>('/api/route-plans', signal),
  });
  const points = useMemo(() => pointsOf(draft, byCode), [draft, byCode]);
  const matrix = useQuery({
    queryKey: ['route-travel', points],
    queryFn: () => send<TravelAnswer>('POST', '/api/route-plans/travel', { points }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: draft.teams.length > 0,
  }).data;
  const travel = useMemo(() => (matrix ? travelOf(matrix.seconds, points.length) : null), [matrix, points]);
  const shifts = useMemo(() => (travel ? timedShifts(draft, travel) : []), [draft, travel]);
  const lines = useRouteLines(shifts, points);
  const fail = (problem: unknown) =>
    setSaid({ text: faultText(problem as Error, accountWords(lang)) ?? '', bad: true });
  const search = useSearch(draft, drafting.change, fail);
  const keep = async (): Promise<Kept | null> => {
    try {
      const id = newSubmissionId();
      const answer = await send<{ base: string }>('PUT', `/api/route-plans/${kept.id}`, {
        id,
        base: kept.base,
        body: draft,
      });
      const now = { ...kept, base: answer.base };
      setKept(now);
      setSaid({ text: words.saved, bad: false });
      await client.invalidateQueries({ queryKey: ['api', 'route-plans'] });
      return now;
    } catch (problem) {
      fail(problem);
      return null;
    }
  };
  const publish = async () => {
    const now = await keep();
    if (!now) return;
    try {
      const answer = await send<{ base: string }>('POST', `/api/route-plans/${now.id}/publish`, {
        id: newSubmissionId(),
      });
      setKept({ ...now, base: answer.base, published: true });
      setSaid({ text: words.published, bad: false });
      await client.invalidateQueries({ queryKey: ['api'] });
    } catch (problem) {
      fail(problem);
    }
  };
  const withdraw = async () => {
    await send('DELETE', `/api/route-plans/${kept.id}`, { id: newSubmissionId() }).catch(fail);
    begin();
    await client.invalidateQueries({ queryKey: ['api'] });
  };
  const begin = () => {
    setKept({ id: newSubmissionId(), base: '', published: false });
    setSaid(null);
    openDraft(fresh);
  };
  const open = async (id: string) => {
    const { base, body } = await ask<PlanAnswer>(`/api/route-plans/${id}`);
    const { published, visits: _visits, ...sent } = body;
    setKept({ id, base, published });
    setSaid(null);
    openDraft(sent);
  };
  const change = (next: PlanDraft) => {
    setSaid(null);
    drafting.change(next);
  };
  const placed = draft.routes.some(({ stops }) => stops.length > 0);
  return (
    <div className="planner">
      <aside className="planner-left">
        <SetUpPanel
          {...{ choices, draft, lang }}
          towns={areas.towns}
          plans={plans.data?.plans ?? []}
          onChange={change}
          onOpen={(id) => void open(id).catch(fail)}
          onNew={begin}
        />
      </aside>
      <div className="planner-middle">
        <div className="planner-bar row">
          <button
            type="button"
            className="primary"
            disabled={search.busy || draft.teams.length === 0}
            onClick={() => void search.run(placed)}
          >
            {placed ? words.improve : words.search}
          </button>
          {search.busy && (
            <button type="button" onClick={search.stop}>
              {words.stop}
            </button>
          )}
          <button type="button" disabled={!drafting.undo} onClick={() => drafting.undo?.()}>
            {words.undo}
          </button>
          <button type="button" disabled={!drafting.redo} onClick={() => drafting.redo?.()}>
            {words.redo}
          </button>
          <button type="button" disabled={search.busy} onClick={() => void keep()}>
            {words.save}
          </button>
          <button type="button" disabled={!placed || search.busy} onClick={() => void publish()}>
            {words.publish}
          </button>
          {kept.base !== '' && (
            <button type="button" onClick={() => void withdraw()}>
              {words.withdraw}
            </button>
          )}
          {kept.base !== '' && (
            <a className="button" href={`/routes/${kept.id}${lang === 'en' ? '?lang=en' : ''}`} data-part="open-sheets">
              {words.sheets}
            </a>
          )}
          <span role="status" className={said?.bad ? 'fault' : ''}>
            {search.busy
              ? fill(words.searching, { taken: search.so?.taken ?? 0, score: Math.round(search.so?.score ?? 0) })
              : said?.text}
          </span>
        </div>
        <div className="planner-map">
          <CountyMap
            {...{ areas, layer, values, lang }}
            focus={{ kind: 'county' }}
            selected={null}
            filter={null}
            visits={null}
            showVisits={false}
            theme={view.theme}
            camera={null}
            moved={null}
            routes={lines}
            onCamera={() => undefined}
            onSelect={() => undefined}
            onEnter={() => undefined}
            onHover={() => undefined}
            padding={mapPadding}
          />
        </div>
        <Gantt shifts={shifts} lang={lang} />
      </div>
      <aside className="planner-right">
        <Totals
          {...{ shifts, choices, lang }}
          matrix={matrix ?? null}
          missing={search.missing.map((code) => byCode.get(code)?.name ?? code)}
        />
        {travel &&
          shifts.map((shift) => (
            <RouteCard
              key={`${shift.team.id} ${shift.route.on}`}
              {...{ shift, shifts, draft, byCode, travel, lang }}
              onChange={change}
            />
          ))}
        {travel && <LeftOutList {...{ draft, shifts, byCode, travel, lang }} onChange={change} />}
      </aside>
    </div>
  );
}

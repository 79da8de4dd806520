import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AreasAnswer, LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { ChoicesAnswer, PlanAnswer, PlanListed, TravelAnswer } from '../../server/route-plan/answer.ts';
import { ask, send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { routeWords } from '../message/route-words.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill } from '../ui/format.ts';
import type { ViewState } from '../url.ts';
import { afterVisits, classesOf } from './after-visits.ts';
import { Difference } from './Difference.tsx';
import { Gantt } from './Gantt.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { PlannerBar } from './PlannerBar.tsx';
import { PlannerMap } from './PlannerMap.tsx';
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
  /** Villages whose outcome was recorded. */
  recorded: string[];
}

/** 排线 — the plan at hand, the search, a person's hand over it, and what is kept of it. */
export function Planner({ areas, layer, values, choices, view }: PlannerProps) {
  const { lang } = view;
  const words = routeWords(lang);
  const client = useQueryClient();
  const byCode = useMemo(() => villagesByCode(choices), [choices]);
  const drafting = useDraft();
  const { open: openDraft } = drafting;
  const [kept, setKept] = useState<Kept>(() => ({ id: newSubmissionId(), base: '', published: false, recorded: [] }));
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [before, setBefore] = useState<PlanDraft | null>(null);
  const [comparedWith, setComparedWith] = useState('');
  const [lasso, setLasso] = useState(false);
  const [showAfter, setShowAfter] = useState(false);
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
    setKept({ id: newSubmissionId(), base: '', published: false, recorded: [] });
    setSaid(null);
    setBefore(null);
    openDraft(fresh);
  };
  const open = async (id: string) => {
    const { base, body } = await ask<PlanAnswer>(`/api/route-plans/${id}`);
    const { published, visits, ...sent } = body;
    const recorded = Object.entries(visits).flatMap(([code, { outcome }]) => (outcome ? [code] : []));
    setKept({ id, base, published, recorded });
    setSaid(null);
    setBefore(null);
    openDraft(sent);
  };
  const change = (next: PlanDraft) => {
    setSaid(null);
    drafting.change(next);
  };
  const placed = draft.routes.some(({ stops }) => stops.length > 0);
  const searchFrom = (plan: PlanDraft) => {
    setSaid(null);
    setBefore(plan);
    void search.run(
      plan.routes.some(({ stops }) => stops.length > 0),
      plan,
    );
  };
  const drawn = (codes: string[]) => {
    const within = new Set(codes);
    change({
      ...draft,
      villages: draft.villages.map((one) => (within.has(one.code) ? { ...one, need: 'must' } : one)),
    });
    setLasso(false);
    setSaid({ text: fill(words.lassoDone, { count: codes.length }), bad: false });
  };
  const after = useMemo(() => {
    const codes = draft.routes.flatMap(({ stops }) => stops);
    return values && afterVisits(areas, layer, values, new Set(codes.flatMap((code) => byCode.get(code)?.fid ?? [])));
  }, [areas, layer, values, draft.routes, byCode]);
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
          onFail={fail}
          states={values ? { layer, classOf: classesOf(areas, layer, values) } : null}
        />
      </aside>
      <div className="planner-middle">
        <PlannerBar
          {...{ lang, drafting, placed, lasso }}
          busy={search.busy}
          teams={draft.teams.length > 0}
          kept={kept.base === '' ? null : kept.id}
          onSearch={() => searchFrom(draft)}
          onStop={search.stop}
          onKeep={() => void keep()}
          onPublish={() => void publish()}
          onWithdraw={() => void withdraw()}
          onLasso={() => setLasso(!lasso)}
        >
          <span role="status" className={said?.bad ? 'fault' : ''}>
            {search.busy
              ? fill(words.searching, { taken: search.so?.taken ?? 0, score: Math.round(search.so?.score ?? 0) })
              : said?.text}
          </span>
        </PlannerBar>
        <PlannerMap
          {...{ areas, layer, lasso, view }}
          values={showAfter && after ? after.values : values}
          routes={lines}
          villages={choices.villages}
          onDrawn={drawn}
        />
        <Gantt shifts={shifts} lang={lang} />
      </div>
      <aside className="planner-right">
        <Totals
          {...{ shifts, choices, lang }}
          matrix={matrix ?? null}
          missing={search.missing.map((code) => byCode.get(code)?.name ?? code)}
          coverage={after}
          {...{ showAfter }}
          onShowAfter={setShowAfter}
        />
        {travel && (
          <Difference
            {...{ draft, before, travel, byCode, lang }}
            plans={(plans.data?.plans ?? []).filter(({ id }) => id !== kept.id)}
            with={comparedWith}
            onWith={setComparedWith}
          />
        )}
        {travel &&
          shifts.map((shift) => (
            <RouteCard
              key={`${shift.team.id} ${shift.route.on}`}
              {...{ shift, shifts, draft, byCode, travel, lang }}
              onChange={change}
              unrecorded={kept.published ? shift.route.stops.filter((code) => !kept.recorded.includes(code)) : []}
              onRest={(rest) => {
                change(rest);
                searchFrom(rest);
              }}
            />
          ))}
        {travel && <LeftOutList {...{ draft, shifts, byCode, travel, lang }} onChange={change} />}
      </aside>
    </div>
  );
}

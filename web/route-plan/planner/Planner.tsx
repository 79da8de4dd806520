import { useMemo, useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../../server/layer/answer.ts';
import type { ChoicesAnswer } from '../../../server/route-plan/answer.ts';
import { accountWords } from '../../message/account/account-words.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { faultText } from '../../signing.ts';
import { useDragging } from '../../ui/dragging.tsx';
import { fill, formatDay } from '../../ui/format.ts';
import { InLanguage } from '../../ui/InLanguage.tsx';
import type { ViewState } from '../../url.ts';
import { afterVisits } from '../after-visits.ts';
import { Clashes } from '../Clashes.tsx';
import { ClashNote } from '../ClashNote.tsx';
import { Difference } from '../Difference.tsx';
import { LeftOutList } from '../LeftOutList.tsx';
import {
  daysFrom,
  newDraft,
  onlyRoute,
  type PlanDraft,
  timedShifts,
  villagesByCode,
  withMusts,
  withVillage,
  worthIn,
} from '../plan-work.ts';
import { RouteCard } from '../RouteCard.tsx';
import { TellingNote } from '../TellingNote.tsx';
import { Totals } from '../Totals.tsx';
import { useKeptPlan } from '../use-kept-plan.ts';
import { useRouteLines } from '../use-route-lines.ts';
import { useTravel } from '../use-travel.ts';
import { Gantt } from './Gantt.tsx';
import { PlannerBar } from './PlannerBar.tsx';
import { PlannerMap } from './PlannerMap.tsx';
import { SetUpPanel } from './SetUpPanel.tsx';
import { useDraft } from './use-draft.ts';
import { useSearch } from './use-search.ts';

interface PlannerProps {
  areas: AreasAnswer;
  layers: LayerAnswer[];
  layer: LayerAnswer;
  values: ValuesAnswer | null;
  choices: ChoicesAnswer;
  view: ViewState;
}

/** 排线 — the plan at hand, the search, a person's hand over it, and what is kept of it. */
export function Planner({ areas, layers, layer, values, choices, view }: PlannerProps) {
  const { lang } = view;
  const words = routeWords(lang);
  const byCode = useMemo(() => villagesByCode(choices), [choices]);
  const drafting = useDraft();
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [before, setBefore] = useState<PlanDraft | null>(null);
  const [comparedWith, setComparedWith] = useState('');
  const [lasso, setLasso] = useState(false);
  const [showAfter, setShowAfter] = useState(false);
  const fresh = useMemo(() => {
    const [, tomorrow = choices.today] = daysFrom(choices.today, 2);
    return newDraft(choices, fill(words.newTitle, { day: formatDay(tomorrow, lang) }), tomorrow);
  }, [choices, words, lang]);
  const draft = drafting.draft ?? fresh;
  const found = useTravel(draft, byCode);
  const shifts = useMemo(() => (found ? timedShifts(draft, found.travel) : []), [draft, found]);
  const lines = useRouteLines(shifts, found?.points ?? []);
  const tell = (text: string, bad = false) => setSaid({ text, bad });
  const fail = (problem: unknown) => tell(faultText(problem as Error, accountWords(lang)) ?? '', true);
  const search = useSearch(drafting.change, fail);
  const keeping = useKeptPlan({ draft, open: drafting.open, change: drafting.change, fail });
  const { kept } = keeping;
  const dragging = useDragging();
  const begin = () => {
    setSaid(null);
    setBefore(null);
    keeping.begin(fresh);
  };
  const open = async (id: string) => {
    await keeping.open(id);
    setSaid(null);
    setBefore(null);
  };
  const change = (next: PlanDraft) => {
    // A hand wins over a search under way: what it finds would take the edit back.
    search.stop();
    setSaid(null);
    keeping.leaveTelling();
    drafting.change(next);
  };
  const searchFrom = (plan: PlanDraft, wanted?: PlanDraft) => {
    setSaid(null);
    setBefore(draft);
    void search.run(plan, wanted);
  };
  const whatIf = (code: string) => {
    setComparedWith('before');
    searchFrom(withVillage(draft, code, { need: 'must' }));
  };
  const drawn = (codes: string[]) => {
    change(withMusts(draft, codes, byCode));
    setLasso(false);
    tell(fill(words.lassoDone, { count: codes.length }));
  };
  const after = useMemo(() => {
    const codes = draft.routes.flatMap(({ stops }) => stops);
    return values && afterVisits(areas, layer, values, new Set(codes.flatMap((code) => byCode.get(code)?.fid ?? [])));
  }, [areas, layer, values, draft.routes, byCode]);
  const nameOf = (code: string) => byCode.get(code)?.name ?? code;
  const nameAt = (place: number) =>
    byCode.get(draft.villages[place]?.code ?? '')?.name ??
    draft.teams[Math.floor((place - draft.villages.length) / 2)]?.start.name ??
    '';
  return (
    <div className="planner">
      <aside className="planner-left">
        <SetUpPanel
          {...{ choices, draft, areas, layers, view }}
          plans={keeping.plans}
          onChange={change}
          onOpen={(id) => void open(id).catch(fail)}
          onNew={begin}
          onFail={fail}
        />
      </aside>
      <div className="planner-middle">
        <div>
          <PlannerBar
            {...{ lang, drafting, lasso }}
            placed={draft.routes.some(({ stops }) => stops.length > 0)}
            busy={search.busy}
            teams={draft.teams.length > 0}
            kept={kept.base === '' ? null : kept.id}
            onSearch={() => searchFrom(draft)}
            onStop={search.stop}
            onKeep={() => void keeping.keep().then((now) => now && tell(words.saved))}
            onPublish={() => void keeping.askTelling()}
            onWithdraw={() => void keeping.withdraw().then((done) => done && begin())}
            onLasso={() => setLasso(!lasso)}
          >
            <span role="status" className={said?.bad ? 'fault' : ''}>
              {search.busy
                ? fill(words.searching, { taken: search.so?.taken ?? 0, score: Math.round(search.so?.score ?? 0) })
                : said?.text}
            </span>
          </PlannerBar>
          {keeping.clash && (
            <ClashNote clash={keeping.clash} lang={lang} onTheirs={keeping.takeTheirs} onMine={keeping.keepMine} />
          )}
          {keeping.telling ? (
            <TellingNote
              {...{ nameOf, lang }}
              telling={keeping.telling}
              onTell={() => void keeping.publish().then((issued) => issued && tell(words.published))}
              onBack={keeping.leaveTelling}
            />
          ) : (
            <Clashes {...{ draft, nameOf, lang }} id={kept.id} />
          )}
        </div>
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
          {...{ shifts, lang, showAfter }}
          worth={worthIn(draft, byCode)}
          matrix={found?.answer ?? null}
          far={[...new Set((found?.answer.far ?? []).map(nameAt))]}
          missing={search.missing.map((code) => byCode.get(code)?.name ?? code)}
          coverage={after}
          onShowAfter={setShowAfter}
        />
        {found && (
          <Difference
            {...{ draft, before, byCode, lang }}
            travel={found.travel}
            plans={keeping.plans.filter(({ id }) => id !== kept.id)}
            with={comparedWith}
            onWith={setComparedWith}
          />
        )}
        <InLanguage lang={lang}>
          {found &&
            shifts.map((shift) => (
              <RouteCard
                key={`${shift.team.id} ${shift.route.on}`}
                {...{ shift, shifts, draft, byCode, lang, dragging }}
                travel={found.travel}
                onChange={change}
                onRest={(late) => searchFrom(late, onlyRoute(late, { team: shift.team.id, on: shift.route.on }))}
              />
            ))}
          {found && (
            <LeftOutList
              {...{ draft, shifts, byCode, lang, dragging }}
              travel={found.travel}
              onChange={change}
              onWhatIf={whatIf}
            />
          )}
        </InLanguage>
      </aside>
    </div>
  );
}

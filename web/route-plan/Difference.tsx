import { useQuery } from '@tanstack/react-query';
import type { ChoiceVillage, PlanAnswer, PlanListed } from '../../server/route-plan/answer.ts';
import type { Travel } from '../../server/route-plan/timing/rules.ts';
import { ask } from '../api.ts';
import { routeWords } from '../message/route-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { type PlanDraft, timedShifts } from './plan-work.ts';

interface DifferenceProps {
  draft: PlanDraft;
  /** What it was before the last search; null before the first. */
  before: PlanDraft | null;
  plans: PlanListed[];
  /** `''`: none; `before`; or the id of a kept plan. */
  with: string;
  travel: Travel;
  byCode: Map<string, ChoiceVillage>;
  lang: Lang;
  onWith(chosen: string): void;
}

/** 两案比较 — villages in and out, worth and driving, against the plan before the last search or another kept one. */
export function Difference({ draft, before, plans, with: chosen, travel, byCode, lang, onWith }: DifferenceProps) {
  const words = routeWords(lang);
  const kept = useQuery({
    queryKey: ['api', 'route-plan', chosen],
    queryFn: ({ signal }) => ask<PlanAnswer>(`/api/route-plans/${chosen}`, signal),
    enabled: chosen !== '' && chosen !== 'before',
  }).data?.body;
  const other = chosen === 'before' ? before : chosen === '' ? null : (kept ?? null);
  return (
    <div className="difference" data-part="plan-difference">
      <label>
        {words.compare}{' '}
        <select value={chosen} onChange={({ target }) => onWith(target.value)}>
          <option value="">{words.compareNone}</option>
          {before && <option value="before">{words.compareBefore}</option>}
          {plans.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {other && <Lines {...{ draft, other, travel, byCode, lang }} />}
    </div>
  );
}

interface LinesProps extends Pick<DifferenceProps, 'draft' | 'travel' | 'byCode' | 'lang'> {
  other: PlanDraft;
}

function Lines({ draft, other, travel, byCode, lang }: LinesProps) {
  const words = routeWords(lang);
  const [now, was] = [codesOf(draft), codesOf(other)];
  const added = [...now].filter((code) => !was.has(code));
  const gone = [...was].filter((code) => !now.has(code));
  const worth = (plan: PlanDraft, codes: Set<string>) => {
    const own = new Map(plan.villages.map(({ code, score }) => [code, score]));
    return [...codes].reduce((sum, code) => sum + (own.get(code) ?? byCode.get(code)?.score ?? 0), 0);
  };
  const score = worth(draft, now) - worth(other, was);
  // The other plan is timed over the same places as this one; what is not among them has no time here.
  const shared = { ...draft, routes: other.routes.filter(({ team }) => draft.teams.some(({ id }) => id === team)) };
  const drive = driveOf(draft, travel) - driveOf(shared, travel);
  if (added.length + gone.length === 0 && score === 0 && Math.abs(drive) < 30)
    return <p className="hint">{words.same}</p>;
  const names = (codes: string[]) =>
    codes.map((code) => byCode.get(code)?.name ?? code).join(lang === 'zh' ? '、' : ', ');
  const sign = (value: number) => (value > 0 ? `+${value}` : String(value));
  return (
    <>
      <p>
        {fill(words.difference, {
          in: added.length,
          out: gone.length,
          score: sign(score),
          drive: fill(words.minutes, { n: sign(Math.round(drive / 60)) }),
        })}
      </p>
      {added.length > 0 && <p className="sub">{fill(words.differenceIn, { names: names(added) })}</p>}
      {gone.length > 0 && <p className="sub">{fill(words.differenceOut, { names: names(gone) })}</p>}
    </>
  );
}

const codesOf = ({ routes }: PlanDraft) => new Set(routes.flatMap(({ stops }) => stops));
const driveOf = (plan: PlanDraft, travel: Travel) =>
  timedShifts(plan, travel).reduce((sum, { timed }) => sum + timed.driveSec, 0);

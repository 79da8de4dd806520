import { useQuery } from '@tanstack/react-query';
import type { ChoiceVillage, PlanListed } from '../../server/route-plan/answer.ts';
import { wholeMinutes } from '../../server/route-plan/rules.ts';
import type { Travel } from '../../server/route-plan/timing/rules.ts';
import { ask } from '../api.ts';
import { routeWords } from '../message/route/route-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { differenceOf } from './difference-of.ts';
import { type PlanDraft, worthIn } from './plan-work.ts';
import { useTravel } from './use-travel.ts';

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
    queryFn: ({ signal }) => ask('/route-plans/{plan}', { plan: chosen }, signal),
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
  // The other plan has places of its own: it is timed over them.
  const there = useTravel(other, byCode);
  if (!there) return null;
  const { added, gone, moved, score, driveSec, waitSec } = differenceOf(
    { draft, travel, worth: worthIn(draft, byCode) },
    { draft: other, travel: there.travel, worth: worthIn(other, byCode) },
  );
  if (added.length + gone.length + moved.length === 0 && score === 0 && driveSec === 0)
    return <p className="hint">{words.same}</p>;
  const names = (codes: string[]) =>
    codes.map((code) => byCode.get(code)?.name ?? code).join(lang === 'zh' ? '、' : ', ');
  const sign = (value: number) => (value > 0 ? `+${value}` : String(value));
  const minutes = (seconds: number) => fill(words.minutes, { n: sign(wholeMinutes(seconds)) });
  const counts = { in: added.length, out: gone.length, score: sign(score) };
  return (
    <>
      <p>{fill(words.difference, { ...counts, drive: minutes(driveSec), wait: minutes(waitSec) })}</p>
      {added.length > 0 && <p className="sub">{fill(words.differenceIn, { names: names(added) })}</p>}
      {gone.length > 0 && <p className="sub">{fill(words.differenceOut, { names: names(gone) })}</p>}
      {moved.length > 0 && <p className="sub">{fill(words.differenceMoved, { names: names(moved) })}</p>}
    </>
  );
}

import type { TravelAnswer } from '../../server/route-plan/answer.ts';
import { hoursAndMinutes } from '../../server/route-plan/rules.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { routeWords } from '../message/route/route-words.ts';
import { fill, formatDayShort, type Lang } from '../ui/format.ts';
import type { AfterVisits } from './after-visits.ts';
import type { TimedShift } from './plan-work.ts';

interface TotalsProps {
  shifts: TimedShift[];
  matrix: TravelAnswer | null;
  missing: string[];
  worth(code: string): number;
  /** Names of the places far from any road. */
  far: string[];
  coverage: AfterVisits | null;
  showAfter: boolean;
  onShowAfter(shown: boolean): void;
  lang: Lang;
}

/** 合计 — villages, worth, driving and waiting of the whole plan, and what its times rest on. */
export function Totals({ shifts, matrix, missing, worth, far, coverage, showAfter, onShowAfter, lang }: TotalsProps) {
  const words = routeWords(lang);
  const codes = shifts.flatMap(({ route }) => route.stops);
  const sum = (of: (shift: TimedShift) => number) => shifts.reduce((total, shift) => total + of(shift), 0);
  const span = (seconds: number) => fill(words.hours, hoursAndMinutes(seconds));
  return (
    <div className="totals" data-part="plan-totals">
      <p>
        <strong>
          {fill(words.total, {
            villages: codes.length,
            score: codes.reduce((total, code) => total + worth(code), 0),
            drive: span(sum(({ timed }) => timed.driveSec)),
            wait: span(sum(({ timed }) => timed.waitSec)),
          })}
        </strong>
      </p>
      {matrix && (
        <p className="hint">
          {matrix.noService && <strong>{words.noService} </strong>}
          {words[matrix.source]}
        </p>
      )}
      {far.length > 0 && <p className="hint">{fill(words.far, { names: far.join(lang === 'zh' ? '、' : ', ') })}</p>}
      {coverage && codes.length > 0 && (
        <p data-part="plan-coverage">
          {fill(words.coverage, {
            title: coverage.covered.title[lang],
            before: shareText(coverage.covered.before),
            after: shareText(coverage.covered.after),
          })}
          <br />
          {fill(words.ever, { ...coverage.ever, title: coverage.ever.title[lang] })}
          <label className="check">
            <input type="checkbox" checked={showAfter} onChange={({ target }) => onShowAfter(target.checked)} />
            {words.showAfter}
          </label>
        </p>
      )}
      {shifts.length > 1 && codes.length > 0 && <Balance {...{ shifts, lang }} />}
      {missing.length > 0 && (
        <p className="fault">{fill(words.missing, { names: missing.join(lang === 'zh' ? '、' : ', ') })}</p>
      )}
    </div>
  );
}

/** 负荷 — how full each team's day is, out of its working hours. */
function Balance({ shifts, lang }: Pick<TotalsProps, 'shifts' | 'lang'>) {
  const words = routeWords(lang);
  return (
    <dl className="balance" aria-label={words.balance} data-part="plan-balance">
      {shifts.map(({ team, route, timed, colour }) => {
        const busy =
          timed.driveSec + timed.visitSec + timed.waitSec + (timed.rest ? (team.rest?.lengthMin ?? 0) * 60 : 0);
        const share = timed.stops.length === 0 ? 0 : busy / Math.max(1, (team.untilMin - team.fromMin) * 60);
        return (
          <div key={`${team.id} ${route.on}`}>
            <dt>
              {team.name} {formatDayShort(route.on, lang)}
            </dt>
            <dd>
              <meter max={1} value={Math.min(1, share)} style={{ accentColor: colour }} />
              {shareText(share)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

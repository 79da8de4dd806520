import type { ChoicesAnswer, TravelAnswer } from '../../server/route-plan/answer.ts';
import { routeWords } from '../message/route-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import type { TimedShift } from './plan-work.ts';

interface TotalsProps {
  shifts: TimedShift[];
  choices: ChoicesAnswer;
  matrix: TravelAnswer | null;
  missing: string[];
  lang: Lang;
}

/** 合计 — villages, worth, driving and waiting of the whole plan, and what its times rest on. */
export function Totals({ shifts, choices, matrix, missing, lang }: TotalsProps) {
  const words = routeWords(lang);
  const scores = new Map(choices.villages.map(({ code, score }) => [code, score]));
  const codes = shifts.flatMap(({ route }) => route.stops);
  const sum = (of: (shift: TimedShift) => number) => shifts.reduce((total, shift) => total + of(shift), 0);
  const span = (seconds: number) =>
    fill(words.hours, { h: Math.floor(seconds / 3600), m: Math.round((seconds % 3600) / 60) });
  return (
    <div className="totals" data-part="plan-totals">
      <p>
        <strong>
          {fill(words.total, {
            villages: codes.length,
            score: codes.reduce((total, code) => total + (scores.get(code) ?? 0), 0),
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
      {matrix && matrix.far.length > 0 && <p className="hint">{fill(words.far, { count: matrix.far.length })}</p>}
      {missing.length > 0 && (
        <p className="fault">{fill(words.missing, { names: missing.join(lang === 'zh' ? '、' : ', ') })}</p>
      )}
    </div>
  );
}

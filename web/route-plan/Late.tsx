import { useState } from 'react';
import { clockText, minutesOf } from '../../server/route-plan/rules.ts';
import { routeWords } from '../message/route/route-words.ts';
import { Field } from '../ui/Field.tsx';
import { fill, type Lang } from '../ui/format.ts';
import { type PlanDraft, type TimedShift, withLeft } from './plan-work.ts';

interface LateProps {
  shift: TimedShift;
  draft: PlanDraft;
  lang: Lang;
  onChange(draft: PlanDraft): void;
  /** Plans what is left of this route anew, the others as they are. */
  onRest(draft: PlanDraft): void;
}

/** 晚点重排 — the team left its last locked stop so late: its times follow, and the rest of its day is planned anew from there. */
export function Late({ shift, draft, lang, onChange, onRest }: LateProps) {
  const words = routeWords(lang);
  const { route, timed, team } = shift;
  const { fixed: count, leftMin } = route;
  const key = { team: team.id, on: route.on };
  const planned = timed.stops[count - 1]?.leave ?? timed.leave;
  const [time, setTime] = useState<string | null>(null);
  const shown = time ?? clockText(planned / 60);
  const now = minutesOf(shown);
  const said = leftMin === null || leftMin === undefined ? null : clockText(leftMin);
  return (
    <>
      {said !== null && (
        <p className="row said-late">
          <strong>{fill(count > 0 ? words.lateSaid : words.lateSaidStart, { time: said, count })}</strong>
          <button type="button" className="link" onClick={() => onChange(withLeft(draft, key, null))}>
            {words.lateClear}
          </button>
        </p>
      )}
      <details className="late">
        <summary>{words.late}</summary>
        <p className="hint">{count > 0 ? fill(words.lateHint, { count }) : words.lateStart}</p>
        <div className="row">
          <Field label={words.lateAt} type="time" value={shown} onText={setTime} />
          <button
            type="button"
            disabled={now === null}
            onClick={() => now !== null && onRest(withLeft(draft, key, now))}
          >
            {words.lateRun}
          </button>
        </div>
      </details>
    </>
  );
}

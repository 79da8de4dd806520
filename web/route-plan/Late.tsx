import { useState } from 'react';
import type { ChoiceVillage } from '../../server/route-plan/answer.ts';
import { clockText, minutesOf, routesOf } from '../../server/route-plan/rules.ts';
import { routeWords } from '../message/route-words.ts';
import { Field } from '../sign-in/Field.tsx';
import { fill, type Lang } from '../ui/format.ts';
import type { PlanDraft, TimedShift } from './plan-work.ts';

interface LateProps {
  shift: TimedShift;
  draft: PlanDraft;
  byCode: Map<string, ChoiceVillage>;
  lang: Lang;
  unrecorded: string[];
  onRest(draft: PlanDraft): void;
}

/** 晚点重排 — the team is at its last locked stop and it is so late: the rest of its day is planned anew from there, the other routes as they are. */
export function Late({ shift, draft, byCode, lang, unrecorded, onRest }: LateProps) {
  const words = routeWords(lang);
  const { route, timed } = shift;
  const planned = timed.stops[route.fixed - 1]?.leave ?? timed.leave;
  const [time, setTime] = useState<string | null>(null);
  const shown = time ?? clockText(planned / 60);
  const now = minutesOf(shown);
  const open = route.stops.slice(0, route.fixed).filter((code) => unrecorded.includes(code));
  return (
    <details className="late">
      <summary>{words.late}</summary>
      <p className="hint">{route.fixed > 0 ? fill(words.lateHint, { count: route.fixed }) : words.lateAbort}</p>
      {open.length > 0 && (
        <p className="fault">
          {fill(words.lateOpen, {
            names: open.map((code) => byCode.get(code)?.name ?? code).join(lang === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      <div className="row">
        <Field label={words.late} type="time" value={shown} onText={setTime} />
        <button
          type="button"
          disabled={now === null || open.length > 0}
          onClick={() => now !== null && onRest(restOf(draft, shift, { now, byCode }))}
        >
          {words.lateRun}
        </button>
      </div>
    </details>
  );
}

/** The plan of what is left of one team's day, from where it is and when. */
export function restOf(
  draft: PlanDraft,
  { team, route }: Pick<TimedShift, 'team' | 'route'>,
  { now, byCode }: { now: number; byCode: Map<string, ChoiceVillage> },
): PlanDraft {
  const done = route.stops.slice(0, route.fixed);
  const at = byCode.get(done.at(-1) ?? '');
  const start = at ? { name: at.name, lon: at.at[0], lat: at.at[1] } : team.start;
  const gone = new Set(done);
  // A rest that should have begun before now was taken.
  const rest = team.rest && team.rest.untilMin < now ? null : team.rest;
  return {
    ...draft,
    teams: draft.teams.map((one) => (one.id === team.id ? { ...one, start, fromMin: now, rest } : one)),
    villages: draft.villages.filter(({ code }) => !gone.has(code)),
    dates: [route.on],
    routes: routesOf(draft)
      .filter(({ on }) => on === route.on)
      .map((one) =>
        one.team === team.id
          ? { ...one, stops: one.stops.slice(route.fixed), fixed: 0, whole: false }
          : { ...one, whole: true },
      ),
  };
}

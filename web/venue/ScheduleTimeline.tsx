import { Fragment } from 'react';
import { daysBetween } from '../../server/calendar/rules.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { Lamp } from '../../server/layer/layer.ts';
import type { Reading } from '../dossier/reading.ts';
import { fill, formatDay, formatDayNear, formatDue } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';
import { lampColour } from '../ui/lamp.ts';
import { type TimelineScale, timelineScale } from './schedule-geometry.ts';

type Milestone = NonNullable<DossierAnswer['venue']>['milestones'][number];

const lamps: Record<Milestone['state'], Lamp> = {
  done: 'done',
  'done-late': 'late',
  passed: 'none',
  late: 'near',
  overdue: 'overdue',
  ahead: 'none',
  'no-plan': 'silent',
};

const heightPx = 28;

/** The milestones on one scale of days: planned and real day, what lies between, and today. */
export function ScheduleTimeline({ milestones, reading }: { milestones: Milestone[]; reading: Reading }) {
  const { words, lang, on } = reading;
  const scale = timelineScale(milestones, on);
  const day = (value: string | null, otherwise: string) =>
    value ? formatDayNear(value, withinYear(value, on) ? value : on, lang) : otherwise;
  return (
    <>
      <table className="schedule">
        <thead>
          <tr>
            <th scope="col">{words.milestone}</th>
            <th scope="col">{words.planned}</th>
            <th scope="col">{words.done}</th>
            <th scope="col" className="schedule-course">
              {words.course}
            </th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((milestone) => (
            <Fragment key={milestone.key}>
              <tr>
                <th scope="row">{milestone.title[lang]}</th>
                <td>{day(milestone.plannedOn, words.noPlan)}</td>
                <td>{day(milestone.doneOn, '—')}</td>
                <td className="schedule-course">
                  <Course milestone={milestone} scale={scale} reading={reading} />
                </td>
                <td>
                  <Lateness milestone={milestone} reading={reading} />
                </td>
              </tr>
              <Moved milestone={milestone} reading={reading} />
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="schedule-key">{fill(words.timelineKey, { day: formatDay(on, lang) })}</p>
    </>
  );
}

/** A plan that was moved: the first one, and how often it changed. */
function Moved({ milestone: { firstPlannedOn, moves }, reading }: { milestone: Milestone; reading: Reading }) {
  const { words, lang, on } = reading;
  if (moves === 0 || firstPlannedOn === null) return null;
  const first = fill(words.firstPlan, { day: formatDayNear(firstPlannedOn, on, lang) });
  return (
    <tr className="schedule-moved" data-part="schedule-moved">
      <td />
      <td colSpan={4}>
        {first}
        {words.separator}
        {fill(words.moved, { n: moves })}
      </td>
    </tr>
  );
}

/** Whether a day is near enough to be read without its year. */
const withinYear = (day: string, on: string) => Math.abs(daysBetween(day, on)) < 300;

function Lateness({ milestone, reading }: { milestone: Milestone; reading: Reading }) {
  const { words, theme } = reading;
  const n = milestone.lateDays;
  switch (milestone.state) {
    case 'done':
      return <span className="schedule-in-time">{words.doneInTime}</span>;
    case 'done-late':
      return <span className="schedule-late">{fill(words.doneLate, { n })}</span>;
    case 'passed':
      return <span className="schedule-in-time">{words.passed}</span>;
    case 'late':
      return <LampChip lamp="near" theme={theme} text={fill(words.daysBehind, { n })} />;
    case 'overdue':
      return <LampChip lamp="overdue" theme={theme} text={fill(words.daysOver, { n })} />;
    case 'ahead':
      return <span>{milestone.plannedOn && formatDue(milestone.plannedOn, reading.on, reading.lang)}</span>;
    case 'no-plan':
      return <span className="schedule-in-time">—</span>;
  }
}

function Course({ milestone, scale, reading }: { milestone: Milestone; scale: TimelineScale; reading: Reading }) {
  const { plannedOn, doneOn } = milestone;
  const { state } = milestone;
  const colour = lampColour(lamps[state], reading.theme);
  const x = (day: string) => `${(scale.at(day) * 100).toFixed(2)}%`;
  const middle = heightPx / 2;
  const reached = doneOn ?? (state === 'late' || state === 'overdue' ? reading.on : null);
  return (
    <svg width="100%" height={heightPx} aria-hidden="true">
      {scale.months.map((month) => (
        <line key={month} x1={x(month)} x2={x(month)} y1="0" y2={heightPx} stroke="var(--line)" />
      ))}
      <line x1="0" x2="100%" y1={middle} y2={middle} stroke="var(--line)" />
      <line x1={x(reading.on)} x2={x(reading.on)} y1="0" y2={heightPx} stroke="var(--ink)" strokeWidth="1.5" />
      {plannedOn && reached && (
        <line x1={x(plannedOn)} x2={x(reached)} y1={middle} y2={middle} stroke={colour} strokeWidth="4" />
      )}
      {plannedOn && (
        <svg x={x(plannedOn)} y={middle} overflow="visible" aria-hidden="true">
          <path d="M0-5l5 5-5 5-5-5z" fill="var(--panel)" stroke="var(--ink-2)" strokeWidth="1.5" />
        </svg>
      )}
      {doneOn && <circle cx={x(doneOn)} cy={middle} r="4" fill={colour} stroke="var(--panel)" />}
    </svg>
  );
}

import type { ChoiceVillage } from '../../server/route-plan/answer.ts';
import { costOf } from '../../server/route-plan/reason/rules.ts';
import { clockText, wholeMinutes } from '../../server/route-plan/rules.ts';
import type { Travel } from '../../server/route-plan/timing/rules.ts';
import { routeWords } from '../message/route/route-words.ts';
import { type Dragging, useDragRow, useDropPlace } from '../ui/dragging.tsx';
import { fill, formatDayShort, type Lang } from '../ui/format.ts';
import { droppedAt, moved, type PlanDraft, type TimedShift, withRoute, worthIn } from './plan-work.ts';
import { VillageSettings } from './planner/VillageSettings.tsx';
import { violationText } from './violation-text.ts';

export interface StopRowProps {
  /** Place of the stop in its route, from 0. */
  at: number;
  shift: TimedShift;
  shifts: TimedShift[];
  draft: PlanDraft;
  byCode: Map<string, ChoiceVillage>;
  travel: Travel;
  lang: Lang;
  dragging: Dragging;
  onChange(draft: PlanDraft): void;
}

/** A team and its day, as they are named together. */
export const teamAt = ({ team, route }: TimedShift, lang: Lang) => `${team.name} ${formatDayShort(route.on, lang)}`;

/** A press in a field is for its text; anywhere else it may drag the row. */
export const notInField = (pressed: Element) => pressed.closest('input, select, textarea') === null;

/** 一站 — its times and reasons; dragged to another place or team by mouse, touch or keyboard, and moved by its buttons. */
export function StopRow(props: StopRowProps) {
  const { at, shift, draft, byCode, lang, dragging, onChange } = props;
  const words = routeWords(lang);
  const { route, timed, colour } = shift;
  const stop = timed.stops[at];
  const code = stop?.code ?? '';
  const name = byCode.get(code)?.name ?? code;
  const team = teamAt(shift, lang);
  const { rowProps, handle } = useDragRow({
    id: code,
    dragging,
    label: fill(words.drag, { name, team, n: at + 1 }),
    handle: '⠿',
    from: notInField,
  });
  const place = useDropPlace({
    dragging,
    label: fill(words.dropAt, { team, n: at + 1 }),
    onDrop: (dropped) => onChange(droppedAt(draft, dropped, { team: route.team, on: route.on }, at)),
  });
  const violated = timed.violations.filter((one) => one.at === at);
  const dress = [violated.length > 0 && 'bad', place.isOver && 'over'].filter(Boolean).join(' ');
  return (
    <li className={dress} {...rowProps} {...place.dropProps}>
      {place.spot}
      {handle}
      <span className="number" style={{ background: colour }}>
        {at + 1}
      </span>
      <StopText {...props} />
      <StopHands {...props} />
    </li>
  );
}

/** What a stop says of itself: when, how far, what for, what is against it. */
function StopText({ at, shift, draft, byCode, travel, lang, onChange }: StopRowProps) {
  const words = routeWords(lang);
  const stop = shift.timed.stops[at];
  if (!stop) return null;
  const village = byCode.get(stop.code);
  const planned = draft.villages.find(({ code }) => code === stop.code);
  return (
    <span className="what">
      <strong>{village?.name}</strong> {clockText(stop.begin / 60)}–{clockText(stop.leave / 60)}
      <span className="sub">
        {words.drive} {wholeMinutes(stop.driveSec)}′ ·{' '}
        {fill(words.worthOf, { score: worthIn(draft, byCode)(stop.code) })}
        {costText(costOf(shift, at, travel), lang)}
      </span>
      <span className="sub">{village?.parts.map(({ said }) => said[lang]).join(' · ')}</span>
      <span className="sub on-paper">
        {fill(words.look, { text: village?.look.map((text) => text[lang]).join(' · ') || '—' })}{' '}
        {village?.telephone && fill(words.phone, { phone: village.telephone })}
      </span>
      {shift.timed.violations
        .filter((one) => one.at === at)
        .map((one) => (
          <span key={one.is} className="fault">
            {violationText(one, lang)}
          </span>
        ))}
      {planned && (
        <VillageSettings village={planned} name={village?.name ?? stop.code} {...{ draft, lang, onChange }} />
      )}
    </span>
  );
}

/** The same by buttons: up, down, to another team, locked, taken out. */
function StopHands({ at, shift, shifts, draft, byCode, lang, onChange }: StopRowProps) {
  const words = routeWords(lang);
  const { route } = shift;
  const key = { team: route.team, on: route.on };
  const code = shift.timed.stops[at]?.code ?? '';
  const name = byCode.get(code)?.name;
  const locked = at < route.fixed;
  return (
    <span className="row hands">
      <button
        type="button"
        title={words.up}
        aria-label={`${words.up} ${name}`}
        disabled={at === 0}
        onClick={() => onChange(moved(draft, code, { ...key, at: at - 1 }))}
      >
        ↑
      </button>
      <button
        type="button"
        title={words.down}
        aria-label={`${words.down} ${name}`}
        disabled={at === shift.timed.stops.length - 1}
        onClick={() => onChange(moved(draft, code, { ...key, at: at + 1 }))}
      >
        ↓
      </button>
      <select
        aria-label={`${words.to} ${name}`}
        value=""
        onChange={(event) => {
          const to = shifts[Number(event.target.value)];
          if (to) onChange(moved(draft, code, { team: to.team.id, on: to.route.on, at: to.route.stops.length }));
        }}
      >
        <option value="">→</option>
        {shifts.map(({ team: other, route: { on } }, index) => (
          <option key={`${other.id} ${on}`} value={index}>
            {other.name} {on}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-pressed={locked}
        title={locked ? words.unlock : words.lock}
        aria-label={`${locked ? words.unlock : words.lock} ${name}`}
        onClick={() =>
          onChange(withRoute(draft, key, (one) => ({ ...one, fixed: locked ? at : at + 1, leftMin: null })))
        }
      >
        {locked ? '●' : '○'}
      </button>
      <button
        type="button"
        title={words.out}
        aria-label={`${words.out} ${name}`}
        onClick={() => onChange(moved(draft, code, null))}
      >
        ×
      </button>
    </span>
  );
}

const costText = (seconds: number | null, lang: Lang) =>
  seconds === null ? '' : ` · ${fill(routeWords(lang).costs, { minutes: wholeMinutes(seconds) })}`;

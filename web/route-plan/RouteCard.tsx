import { clockText } from '../../server/route-plan/rules.ts';
import { routeWords } from '../message/route/route-words.ts';
import { useDropPlace } from '../ui/dragging.tsx';
import { fill, formatDayShort } from '../ui/format.ts';
import { Late } from './Late.tsx';
import { afterLast, droppedAt, type PlanDraft, withRoute } from './plan-work.ts';
import { StopRow, type StopRowProps, teamAt } from './StopRow.tsx';
import { violationText } from './violation-text.ts';

interface RouteCardProps extends Omit<StopRowProps, 'at'> {
  /** Plans the rest of a late team's day. */
  onRest(draft: PlanDraft): void;
}

/** 一组一天 — its stops in order with times and reasons, each to be moved, taken out or locked, by mouse and by keyboard. */
export function RouteCard(props: RouteCardProps) {
  const { shift, shifts, draft, byCode, travel, lang, dragging, onChange, onRest } = props;
  const words = routeWords(lang);
  const { team, route, timed, colour } = shift;
  const key = { team: team.id, on: route.on };
  const last = useDropPlace({
    dragging,
    label: fill(words.dropAt, { team: teamAt(shift, lang), n: afterLast(route.stops, dragging.dragged) }),
    onDrop: (code) => onChange(droppedAt(draft, code, key, route.stops.length)),
  });
  return (
    <section className="route-card" aria-label={teamAt(shift, lang)} data-part="route">
      <header className={last.isOver ? 'over' : undefined} {...last.dropProps}>
        {last.spot}
        <span className="swatch" style={{ background: colour }} />
        <h3>
          {team.name} · {formatDayShort(route.on, lang)}
        </h3>
        <span className="sub">{fill(words.stops, { count: route.stops.length })}</span>
        <label>
          <input
            type="checkbox"
            checked={route.whole}
            onChange={(event) => onChange(withRoute(draft, key, (one) => ({ ...one, whole: event.target.checked })))}
          />
          {words.whole}
        </label>
      </header>
      {route.stops.length === 0 && <p className="hint">{words.empty}</p>}
      <ol>
        {timed.stops.map((stop, at) => (
          <StopRow key={stop.code} {...{ at, shift, shifts, draft, byCode, travel, lang, dragging, onChange }} />
        ))}
      </ol>
      {route.stops.length > 0 && <Late {...{ shift, draft, lang, onChange, onRest }} />}
      {route.stops.length > 0 && (
        <p className="foot">
          {timed.rest && `${words.restAt} ${clockText(timed.rest.begin / 60)}–${clockText(timed.rest.end / 60)} · `}
          {words.back2} {clockText(timed.back / 60)}
          {timed.violations
            .filter(({ at, is }) => at === -1 || is === 'rest-late')
            .map((one) => (
              <span key={one.is} className="fault">
                {violationText(one, lang)}
              </span>
            ))}
        </p>
      )}
    </section>
  );
}

import { clockText } from '../../../server/route-plan/rules.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { formatDayShort, type Lang } from '../../ui/format.ts';
import type { TimedShift } from '../plan-work.ts';

/** 时间轴 — each team's day: driving thin, visits thick, rest hatched by a lighter tone, waiting left blank. */
export function Gantt({ shifts, lang }: { shifts: TimedShift[]; lang: Lang }) {
  const used = shifts.filter(({ stops }) => stops.length > 0);
  if (used.length === 0)
    return (
      <figure className="gantt">
        <p className="gantt-none">{routeWords(lang).ganttNone}</p>
      </figure>
    );
  const first = Math.min(...used.map(({ team }) => team.fromMin)) - 15;
  const last = Math.max(...used.map(({ team, timed }) => Math.max(team.untilMin, timed.back / 60))) + 15;
  const x = (seconds: number) => ((seconds / 60 - first) / (last - first)) * 1000;
  const hours = Array.from(
    { length: Math.floor(last / 60) - Math.ceil(first / 60) + 1 },
    (_, at) => Math.ceil(first / 60) + at,
  );
  return (
    <figure className="gantt" aria-label={routeWords(lang).gantt}>
      {used.map(({ team, route, timed, colour }) => (
        <div key={`${team.id} ${route.on}`} className="gantt-row">
          <span className="gantt-name">
            {team.name} {formatDayShort(route.on, lang)}
          </span>
          <svg
            viewBox="0 0 1000 26"
            preserveAspectRatio="none"
            role="img"
            aria-label={`${clockText(timed.leave / 60)}–${clockText(timed.back / 60)}`}
          >
            {hours.map((hour) => (
              <line key={hour} x1={x(hour * 3600)} x2={x(hour * 3600)} y1={0} y2={26} className="hour" />
            ))}
            {timed.stops.map(({ code, arrive, driveSec, begin, leave }) => (
              <g key={code}>
                <rect
                  x={x(arrive - driveSec)}
                  width={Math.max(0, x(arrive) - x(arrive - driveSec))}
                  y={10}
                  height={6}
                  fill={colour}
                  opacity={0.55}
                />
                <rect x={x(begin)} width={Math.max(1, x(leave) - x(begin))} y={3} height={20} rx={2} fill={colour} />
              </g>
            ))}
            {timed.rest && (
              <rect
                x={x(timed.rest.begin)}
                width={x(timed.rest.end) - x(timed.rest.begin)}
                y={6}
                height={14}
                className="rest"
              />
            )}
            <rect
              x={x(timed.back - timed.backSec)}
              width={Math.max(0, x(timed.back) - x(timed.back - timed.backSec))}
              y={10}
              height={6}
              fill={colour}
              opacity={0.55}
            />
          </svg>
        </div>
      ))}
      <div className="gantt-row hours" aria-hidden="true">
        <span className="gantt-name" />
        <span className="gantt-hours">
          {hours.map((hour) => (
            <span key={hour} style={{ left: `${x(hour * 3600) / 10}%` }}>
              {hour}:00
            </span>
          ))}
        </span>
      </div>
    </figure>
  );
}

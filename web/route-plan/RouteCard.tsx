import type { ChoiceVillage } from '../../server/route-plan/answer.ts';
import { costOf } from '../../server/route-plan/reason/rules.ts';
import { clockText, wholeMinutes } from '../../server/route-plan/rules.ts';
import type { Travel } from '../../server/route-plan/timing/rules.ts';
import { routeWords } from '../message/route/route-words.ts';
import { fill, formatDayShort, type Lang } from '../ui/format.ts';
import { Late } from './Late.tsx';
import { moved, type PlanDraft, type TimedShift, withRoute, worthIn } from './plan-work.ts';
import { VillageSettings } from './planner/VillageSettings.tsx';
import { violationText } from './violation-text.ts';

interface RouteCardProps {
  shift: TimedShift;
  shifts: TimedShift[];
  draft: PlanDraft;
  byCode: Map<string, ChoiceVillage>;
  travel: Travel;
  lang: Lang;
  onChange(draft: PlanDraft): void;
  /** Plans the rest of a late team's day. */
  onRest(draft: PlanDraft): void;
}

/** 一组一天 — its stops in order with times and reasons, each to be moved, taken out or locked, by mouse and by keyboard. */
export function RouteCard({ shift, shifts, draft, byCode, travel, lang, onChange, onRest }: RouteCardProps) {
  const words = routeWords(lang);
  const { team, route, timed, colour } = shift;
  const key = { team: team.id, on: route.on };
  const worth = worthIn(draft, byCode);
  const dropAt = (at: number) => (event: { preventDefault(): void; dataTransfer: DataTransfer }) => {
    event.preventDefault();
    const code = event.dataTransfer.getData('text/plain');
    if (byCode.has(code))
      onChange(moved(draft, code, { ...key, at: Math.min(at, route.stops.filter((one) => one !== code).length) }));
  };
  const over = (event: { preventDefault(): void }) => event.preventDefault();
  const settings = new Map(
    draft.villages
      .filter(({ code }) => route.stops.includes(code))
      .map((one) => [
        one.code,
        <VillageSettings
          key={one.code}
          village={one}
          name={byCode.get(one.code)?.name ?? one.code}
          {...{ draft, lang, onChange }}
        />,
      ]),
  );
  return (
    <section className="route-card" aria-label={`${team.name} ${formatDayShort(route.on, lang)}`} data-part="route">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has its buttons beside it */}
      <header onDragOver={over} onDrop={dropAt(route.stops.length)}>
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
        {timed.stops.map((stop, at) => {
          const village = byCode.get(stop.code);
          const locked = at < route.fixed;
          const violated = timed.violations.filter((one) => one.at === at);
          return (
            <li
              key={stop.code}
              draggable
              className={violated.length > 0 ? 'bad' : ''}
              onDragStart={(event) => event.dataTransfer.setData('text/plain', stop.code)}
              onDragOver={over}
              onDrop={dropAt(at)}
            >
              <span className="number" style={{ background: colour }}>
                {at + 1}
              </span>
              <span className="what">
                <strong>{village?.name}</strong> {clockText(stop.begin / 60)}–{clockText(stop.leave / 60)}
                <span className="sub">
                  {words.drive} {wholeMinutes(stop.driveSec)}′ · {fill(words.worthOf, { score: worth(stop.code) })}
                  {costText(costOf(shift, at, travel), lang)}
                </span>
                <span className="sub">{village?.parts.map(({ said }) => said[lang]).join(' · ')}</span>
                <span className="sub on-paper">
                  {fill(words.look, { text: village?.look.map((text) => text[lang]).join(' · ') || '—' })}{' '}
                  {village?.telephone && fill(words.phone, { phone: village.telephone })}
                </span>
                {violated.map((one) => (
                  <span key={one.is} className="fault">
                    {violationText(one, lang)}
                  </span>
                ))}
                {settings.get(stop.code)}
              </span>
              <span className="row hands">
                <button
                  type="button"
                  title={words.up}
                  aria-label={`${words.up} ${village?.name}`}
                  disabled={at === 0}
                  onClick={() => onChange(moved(draft, stop.code, { ...key, at: at - 1 }))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  title={words.down}
                  aria-label={`${words.down} ${village?.name}`}
                  disabled={at === timed.stops.length - 1}
                  onClick={() => onChange(moved(draft, stop.code, { ...key, at: at + 1 }))}
                >
                  ↓
                </button>
                <select
                  aria-label={`${words.to} ${village?.name}`}
                  value=""
                  onChange={(event) => {
                    const to = shifts[Number(event.target.value)];
                    if (to)
                      onChange(
                        moved(draft, stop.code, { team: to.team.id, on: to.route.on, at: to.route.stops.length }),
                      );
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
                  aria-label={`${locked ? words.unlock : words.lock} ${village?.name}`}
                  onClick={() =>
                    onChange(withRoute(draft, key, (one) => ({ ...one, fixed: locked ? at : at + 1, leftMin: null })))
                  }
                >
                  {locked ? '●' : '○'}
                </button>
                <button
                  type="button"
                  title={words.out}
                  aria-label={`${words.out} ${village?.name}`}
                  onClick={() => onChange(moved(draft, stop.code, null))}
                >
                  ×
                </button>
              </span>
            </li>
          );
        })}
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

const costText = (seconds: number | null, lang: Lang) =>
  seconds === null ? '' : ` · ${fill(routeWords(lang).costs, { minutes: wholeMinutes(seconds) })}`;

import { type Fault, isRealDay, textFaults } from '../save/rules.ts';
import { clockText, type PlanBody, type TeamBody } from './rules.ts';

const longestDays = 31;
const mostTeams = 20;
const mostVillages = 800;
const dayMin = 24 * 60;

/** What is wrong with a team; fields are paths below `path`. */
export function teamFaults(team: TeamBody, path = ''): Fault[] {
  const at = (field: string) => `${path}${field}`;
  const { name, start, end, fromMin, untilMin, rest } = team;
  const faults = textFaults(at('name'), name, 60, true);
  if (name.includes('|')) faults.push({ field: at('name'), code: 'code-malformed' });
  for (const [field, spot] of [['start', start] as const, ['end', end] as const]) {
    faults.push(...textFaults(at(`${field}.name`), spot.name, 60, true));
    const real = Math.abs(spot.lon) <= 180 && Math.abs(spot.lat) <= 85;
    if (!real) faults.push({ field: at(field), code: 'missing' });
  }
  if (!isMinute(fromMin)) faults.push({ field: at('fromMin'), code: 'number-out', value: `0–${dayMin}` });
  if (!isMinute(untilMin)) faults.push({ field: at('untilMin'), code: 'number-out', value: `0–${dayMin}` });
  else if (isMinute(fromMin) && untilMin <= fromMin) faults.push(hoursOrder(at('untilMin'), fromMin, untilMin));
  if (rest) faults.push(...hoursFaults(at('rest'), [[rest.fromMin, rest.untilMin]]));
  if (rest && !(rest.lengthMin >= 0 && rest.lengthMin <= 240))
    faults.push({ field: at('rest.lengthMin'), code: 'number-out', value: '0–240' });
  return faults;
}

/** What is wrong with hours of a day: each ends after it begins (or at once), and each begins after the one before it. */
function hoursFaults(field: string, hours: readonly (readonly [from: number, until: number])[]): Fault[] {
  return hours.flatMap(([from, until], n): Fault[] => {
    if (!isMinute(from) || !isMinute(until)) return [{ field, code: 'number-out', value: `0–${dayMin}` }];
    if (until < from) return [hoursOrder(field, from, until)];
    const before = hours[n - 1];
    return before && from <= before[1] ? [{ field, code: 'hours-overlap', value: hoursText(from, until) }] : [];
  });
}

const hoursOrder = (field: string, from: number, until: number): Fault => ({
  ...{ field, code: 'hours-order', value: hoursText(from, until) },
});
const hoursText = (from: number, until: number) => `${clockText(from)}～${clockText(until)}`;

const isMinute = (value: number) => Number.isFinite(value) && value >= 0 && value <= dayMin;

/** What is wrong with a plan as sent; routes that break hours or windows are a person's own choice and no fault. */
export function planFaults(plan: PlanBody): Fault[] {
  const faults = textFaults('title', plan.title, 60, true);
  if (plan.dates.length === 0) faults.push({ field: 'dates', code: 'missing' });
  if (plan.dates.length > longestDays) faults.push({ field: 'dates', code: 'number-out', value: `1–${longestDays}` });
  for (const [at, on] of plan.dates.entries()) {
    if (!isRealDay(on)) faults.push({ field: `dates.${at}`, code: 'day-not-real' });
    if (plan.dates.indexOf(on) !== at) faults.push({ field: `dates.${at}`, code: 'key-twice' });
  }
  if (plan.teams.length === 0) faults.push({ field: 'teams', code: 'missing' });
  if (plan.teams.length > mostTeams) faults.push({ field: 'teams', code: 'number-out', value: `1–${mostTeams}` });
  for (const [at, team] of plan.teams.entries()) {
    faults.push(...teamFaults(team, `teams.${at}.`));
    if (plan.teams.findIndex(({ id, name }) => id === team.id || name === team.name) !== at)
      faults.push({ field: `teams.${at}.name`, code: 'key-twice' });
  }
  return [...faults, ...villageFaults(plan.villages), ...routeFaults(plan)];
}

/** What is wrong with the villages of a plan. */
export function villageFaults(villages: PlanBody['villages']): Fault[] {
  const faults: Fault[] = [];
  if (villages.length > mostVillages)
    faults.push({ field: 'villages', code: 'number-out', value: `0–${mostVillages}` });
  const seen = new Set<string>();
  for (const [at, { code, score, serviceMin, windows }] of villages.entries()) {
    const field = `villages.${at}`;
    if (seen.has(code)) faults.push({ field, code: 'key-twice' });
    seen.add(code);
    if (score !== null && !(score >= 0 && score <= 100_000))
      faults.push({ field: `${field}.score`, code: 'number-out', value: '0–100000' });
    if (!(serviceMin >= 0 && serviceMin <= dayMin))
      faults.push({ field: `${field}.serviceMin`, code: 'number-out', value: `0–${dayMin}` });
    faults.push(...hoursFaults(`${field}.windows`, windows));
  }
  return faults;
}

function routeFaults({ villages, routes, teams, dates }: PlanBody): Fault[] {
  const faults: Fault[] = [];
  const known = new Set(villages.map(({ code }) => code));
  const ids = new Set(teams.map(({ id }) => id));
  const placed = new Set<string>();
  for (const [at, { team, on, stops, fixed, leftMin = null }] of routes.entries()) {
    const field = `routes.${at}`;
    if (!ids.has(team) || !dates.includes(on)) faults.push({ field, code: 'team-foreign' });
    if (routes.findIndex((one) => one.team === team && one.on === on) !== at) faults.push({ field, code: 'key-twice' });
    if (!(Number.isInteger(fixed) && fixed >= 0 && fixed <= stops.length))
      faults.push({ field: `${field}.fixed`, code: 'number-out', value: `0–${stops.length}` });
    if (leftMin !== null && !isMinute(leftMin))
      faults.push({ field: `${field}.leftMin`, code: 'number-out', value: `0–${dayMin}` });
    for (const code of stops) {
      if (!known.has(code)) faults.push({ field, code: 'village-unknown' });
      if (placed.has(code)) faults.push({ field, code: 'key-twice' });
      placed.add(code);
    }
  }
  return faults;
}

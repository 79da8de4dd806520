import { type Fault, isRealDay, textFaults } from '../form/rules.ts';
import type { PlanBody, TeamBody } from './rules.ts';

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
  if (!isMinute(untilMin) || untilMin <= fromMin)
    faults.push({ field: at('untilMin'), code: 'limits-order', value: '' });
  if (rest && !(isMinute(rest.fromMin) && isMinute(rest.untilMin) && rest.untilMin >= rest.fromMin))
    faults.push({ field: at('rest'), code: 'limits-order', value: '' });
  if (rest && !(rest.lengthMin >= 0 && rest.lengthMin <= 240))
    faults.push({ field: at('rest.lengthMin'), code: 'number-out', value: '0–240' });
  return faults;
}

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
  return [...faults, ...villageFaults(plan), ...routeFaults(plan)];
}

function villageFaults({ villages }: PlanBody): Fault[] {
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
    const ordered = windows.every(
      ([from, until], n) => isMinute(from) && isMinute(until) && from <= until && from > (windows[n - 1]?.[1] ?? -1),
    );
    if (!ordered) faults.push({ field: `${field}.windows`, code: 'limits-order', value: '' });
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

import { closePool, solveInPool } from '../../server/route-plan/solver/pool.ts';
import { checkPlan } from './routes/check.ts';
import {
  countyInstances,
  hasInstances,
  type Instance,
  topInstances,
  toptwInstances,
  tspInstances,
  vrptwInstances,
} from './routes/instances.ts';
import { roadRows } from './routes/roads.ts';
import type { Row } from './row.ts';

/** Seeds every instance is solved with, the wall time of each, and how many instances of a long list are left out between two (`ROUTES_EVERY`). */
const seeds = [1, 2, 3];
const ms = 1000;
const every = Math.max(1, Number(process.env.ROUTES_EVERY ?? 1));

interface Gaps {
  mean: number;
  worst: number;
  violations: number;
}

/** How far the plans lie from the best known, in percent, over the seeds. */
async function gapsOf(instances: Instance[]): Promise<Gaps & { over: string[] }> {
  const gaps: number[] = [];
  const over: string[] = [];
  let violations = 0;
  for (const { name, problem, cover, best } of instances) {
    if (best <= 0) continue;
    const own: number[] = [];
    for (const seed of seeds) {
      const plan = await solveInPool(problem, null, { seed, ms });
      const checked = checkPlan(problem, plan);
      violations += checked.violations + checked.missing;
      own.push(cover ? (checked.length / best - 1) * 100 : (1 - checked.score / best) * 100);
    }
    const mean = own.reduce((sum, gap) => sum + gap, 0) / own.length;
    gaps.push(mean);
    if (mean > 0.3) over.push(`${name} ${mean.toFixed(2)}`);
  }
  return { mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, worst: Math.max(...gaps), violations, over };
}

/** Only these sets, by a part of their name (`ROUTES_SET`). */
const wanted = process.env.ROUTES_SET ?? '';

const sampled = <One>(list: One[]) => list.filter((_, at) => at % every === 0);

/** The solver against the best values known to the world, on two cores in one second. */
export async function benchRoutes(): Promise<Row[]> {
  if (!hasInstances) return [];
  const sets: [string, Instance[], string, string][] = [
    ['team orienteering', topInstances(), '≤ 0.04 %', '≤ 1.0 %'],
    ['team orienteering with windows', toptwInstances(), '≤ 0.25 %', '≤ 1.5 %'],
    ['vehicle routing with windows', vrptwInstances(), '≤ 0.15 %', '≤ 1.0 %'],
    ['travelling salesman, n ≤ 200', tspInstances().filter(({ problem }) => problem.places <= 200), '0 %', '0 %'],
    [
      'travelling salesman, n ≤ 1002',
      tspInstances().filter(({ problem }) => problem.places > 200),
      '≤ 0.5 %',
      '≤ 1.0 %',
    ],
  ];
  const rows: Row[] = [];
  for (const [what, instances, aim, aimWorst] of sets.filter(([name]) => name.includes(wanted))) {
    const { mean, worst, violations, over } = await gapsOf(sampled(instances));
    rows.push({ what: `${what}: mean gap to the best known`, value: mean, unit: '%', aim });
    rows.push({ what: `${what}: worst instance`, value: worst, unit: '%', aim: aimWorst });
    rows.push({ what: `${what}: violations found by the checker`, value: violations, unit: '', aim: '0' });
    if (process.env.ROUTES_LIST) process.stdout.write(`${what}: ${over.join(' · ')}\n`);
  }
  if ('county'.includes(wanted)) rows.push(...(await countyRows()));
  if ('roads'.includes(wanted)) rows.push(...(await roadRows()));
  await closePool();
  return rows;
}

/** County instances: how far 0.25 s and 1 s lie from twenty seconds. */
async function countyRows(): Promise<Row[]> {
  const gaps = { quarter: [] as number[], second: [] as number[] };
  const large = { quarter: [] as number[], second: [] as number[] };
  for (const { problem } of sampled(countyInstances())) {
    const into = problem.stops.length >= 250 ? [gaps, large] : [gaps];
    const scoreIn = async (time: number, seed: number) =>
      checkPlan(problem, await solveInPool(problem, null, { seed, ms: time })).score;
    const best = Math.max(await scoreIn(20_000, 9), await scoreIn(ms, 1));
    for (const seed of seeds) {
      const quarter = (1 - (await scoreIn(250, seed)) / best) * 100;
      const second = (1 - (await scoreIn(ms, seed)) / best) * 100;
      for (const set of into) {
        set.quarter.push(quarter);
        set.second.push(second);
      }
    }
  }
  const mean = (list: number[]) => list.reduce((sum, gap) => sum + gap, 0) / list.length;
  const largeRows: Row[] =
    large.second.length === 0
      ? []
      : [
          {
            what: 'counties of 250 villages and more: 1 s to 20 s',
            value: mean(large.second),
            unit: '%',
            aim: '≤ 0.5 %',
          },
          { what: '… 0.25 s to 20 s', value: mean(large.quarter), unit: '%', aim: '≤ 1 %' },
        ];
  return [
    ...largeRows,
    { what: 'county instances: mean gap of 1 s to 20 s', value: mean(gaps.second), unit: '%', aim: '≤ 0.25 %' },
    { what: 'county instances: mean gap of 0.25 s to 20 s', value: mean(gaps.quarter), unit: '%', aim: '≤ 1 %' },
  ];
}

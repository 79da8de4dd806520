import { beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { describedOperations } from '../api/described-operations.ts';
import { eachEngine } from '../store/engines.ts';
import { served } from '../user/signed-in.ts';
import { type LivedIn, type Login, livedIn } from './lived-in.ts';
import { addressesOf } from './told.ts';

/** Between them they reach every route that reads. */
const readers: Login[] = ['office', 'leader', 'team', 'town', 'village', 'finance', 'auditor'];

const json = z.object({ content: z.object({ 'application/json': z.object({ schema: z.instanceof(z.ZodType) }) }) });

eachEngine('what a county that is worked in answers', (open) => {
  let world: LivedIn;
  beforeAll(async () => {
    world = await livedIn(await open(), true);
    vi.useRealTimers();
  }, 300_000);

  test('every route that reads JSON answers what its schema names, and nothing beside it', async () => {
    const { app } = served(world.store);
    const schemas = new Map(
      app.openAPIRegistry.definitions.flatMap((one) => {
        if (one.type !== 'route' || one.route.method !== 'get') return [];
        const answer = json.safeParse(one.route.responses[200]);
        return answer.success ? [[one.route.path, answer.data.content['application/json'].schema] as const] : [];
      }),
    );
    const reads = describedOperations(app).operations.filter((one) => one.method === 'GET' && schemas.has(one.path));
    expect(reads.length).toBeGreaterThan(40);
    const reached = new Set<string>();
    const strayed: string[] = [];
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-30T13:00:00Z') });
    for (const login of readers)
      for (const one of reads)
        for (const address of addressesOf(one, world.visits)) {
          const answer = await world.browsers[login].ask('GET', address);
          if (answer.status !== 200) continue;
          reached.add(one.path);
          const said = await answer.json();
          const checked = schemas.get(one.path)?.safeParse(said);
          if (!checked?.success) strayed.push(`${login} ${address}: ${checked?.error.message}`);
          else if (JSON.stringify(sorted(checked.data)) !== JSON.stringify(sorted(said)))
            strayed.push(`${login} ${address}: more than is described`);
        }
    vi.useRealTimers();
    expect([...new Set(strayed)].slice(0, 20)).toEqual([]);
    expect(reads.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  }, 300_000);
});

/** The same with the keys of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createUsers } from '../../server/user/users.ts';
import { describedOperations, type Operation } from '../api/described-operations.ts';
import { eachEngine } from '../store/engines.ts';
import { knowing, type LivedIn, type Login, livedIn, people } from './lived-in.ts';
import { named, type Progress, toldTo } from './told.ts';
import { idOf } from './worlds.ts';

/** Who may not know of the plans in question. The auditor last: they read what the others' reading was written down as. */
const kept = (['stranger', 'screen', ...people.map(({ login }) => login)] as Login[]).filter(
  (login) => !knowing.includes(login),
);

eachEngine('a world with unannounced plans and one without', (open) => {
  let withPlans: LivedIn;
  let without: LivedIn;
  let reads: Operation[];
  const heard = new Map<Login, [Progress[], Progress[]]>();
  const textOf = (login: Login) =>
    heard
      .get(login)?.[0]
      .map(({ said }) => said)
      .join('\n') ?? '';

  beforeAll(async () => {
    const stores = [await open(), await open()] as const;
    withPlans = await livedIn(stores[0], true);
    without = await livedIn(stores[1], false);
    vi.useRealTimers();
    const users = createUsers(stores[0], { secure: false });
    const app = createApp({
      store: stores[0],
      distFolder: '.',
      startedAt: new Date(),
      version: '1',
      whoAsks: users.whoAsks,
      users,
    });
    reads = describedOperations(app).operations.filter(({ method }) => method === 'GET');
    for (const login of [...kept, ...knowing])
      heard.set(login, [await toldTo(withPlans, login, reads), await toldTo(without, login, reads)]);
  }, 300_000);

  test('whoever writes is answered the same', () => {
    expect(withPlans.answers.length).toBeGreaterThan(20);
    expect(withPlans.answers.map(named)).toEqual(without.answers.map(named));
  });

  test('every route that reads is reached by somebody', () => {
    const reached = [...heard.values()].flatMap(([all]) => all.filter(({ status }) => status === 200));
    const routeOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}(\\?|$)`);
    const unreached = reads.filter(({ path }) => !reached.some(({ address }) => routeOf(path).test(address)));
    expect(unreached.map(({ path }) => path)).toEqual([]);
  });

  test('the meeting, its tasks, the routes and what people left behind are there', () => {
    for (const word of ['调度会', '整改到位', '改名5', '暗访路线', '三楼会议室', 'second', '后任'])
      expect(textOf('office')).toContain(word);
    for (const word of ['调度会', '整改到位', '补齐台账']) expect(textOf('leader')).toContain(word);
    expect(textOf('town')).toContain('雨季停工');
    expect(textOf('auditor')).toContain('三楼会议室');
  });

  test('a town is told nothing of a meeting’s agenda nor of another town’s task', () => {
    expect(textOf('town')).toContain('补齐台账');
    for (const word of ['整改到位', '抓紧', idOf(3, 2)]) expect(textOf('town')).not.toContain(word);
  });

  describe.each(kept)('%s', (login) => {
    test('is told the same, byte for byte', () => {
      const [one, other] = heard.get(login) ?? [[], []];
      expect(one.length).toBeGreaterThan(100);

      const differing = one.filter((answer, at) => JSON.stringify(answer) !== JSON.stringify(other[at]));
      expect(differing.map(({ address }) => address)).toEqual([]);
      expect(one).toEqual(other);
    });
  });

  test.each(kept.filter((login) => login !== 'stranger'))(
    'the team’s name is told to %s by nobody’s account',
    (login) => {
      expect(textOf(login)).not.toContain('暗访组');
    },
  );

  test.each(knowing)('%s is told of them', (login) => {
    const [one, other] = heard.get(login) ?? [[], []];
    expect(one).not.toEqual(other);
  });
});

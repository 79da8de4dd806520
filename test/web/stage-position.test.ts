import { beforeEach, expect, test, vi } from 'vitest';
import { StagePosition, type Stand } from '../../web/meeting/stage/position.ts';

const at = (item: number, black = false): Stand => ({ item, black });
let shown: (number | boolean)[];
let posted: { stand: Stand; answer(movedAt: string): void; fail(problem: Error): void }[];
let faults: (Error | null)[];
let standing: StagePosition;
/** Everything promised by now is done. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  [shown, posted, faults] = [[], [], []];
  standing = new StagePosition(
    (stand) =>
      new Promise((resolve, reject) => {
        posted.push({ stand, answer: (movedAt) => resolve({ movedAt }), fail: reject });
      }),
    (problem) => problem.message === 'refused',
    {
      show: ({ item }) => shown.push(item),
      kept: () => undefined,
      fault: (problem) => faults.push(problem),
    },
  );
  return () => standing.close();
});

test('what others move is shown; what is older than what is known is not', () => {
  standing.heard(at(2), '10:00');
  standing.heard(at(1), '09:59');
  standing.heard(at(3), '10:01');
  expect(shown).toEqual([2, 3]);
});

test('quick steps go to the server one at a time, the newest only', async () => {
  standing.move(at(1));
  standing.move(at(2));
  standing.move(at(3));
  expect(posted.map(({ stand }) => stand.item)).toEqual([1]);
  posted[0]?.answer('10:00');
  await settle();
  expect(posted.map(({ stand }) => stand.item)).toEqual([1, 3]);
});

test('an own step on its way is not undone by what another said before it', async () => {
  standing.move(at(5));
  standing.heard(at(2), '10:00');
  posted[0]?.answer('10:01');
  await settle();
  expect(shown).toEqual([]);
});

test('who moved it later wins, also when his step was heard before the own answer', async () => {
  standing.move(at(5));
  standing.heard(at(7), '10:02');
  posted[0]?.answer('10:01');
  await settle();
  expect(shown).toEqual([7]);
});

test('while the server is away a step is tried again and again, and is there when it comes back', async () => {
  vi.useFakeTimers();
  standing.move(at(4));
  posted[0]?.fail(new Error('away'));
  await vi.advanceTimersByTimeAsync(600);
  posted[1]?.fail(new Error('away'));
  await vi.advanceTimersByTimeAsync(1200);
  posted[2]?.answer('10:00');
  await vi.advanceTimersByTimeAsync(0);
  vi.useRealTimers();
  expect(posted.map(({ stand }) => stand.item)).toEqual([4, 4, 4]);
  expect(faults.map((fault) => fault?.message ?? null)).toEqual(['away', 'away', null]);
});

test('what the server refuses is not tried again', async () => {
  vi.useFakeTimers();
  standing.move(at(4));
  posted[0]?.fail(new Error('refused'));
  await vi.advanceTimersByTimeAsync(20_000);
  vi.useRealTimers();
  expect(posted).toHaveLength(1);
});

test('a window beside that moved it tells the server itself', async () => {
  vi.useFakeTimers();
  standing.move(at(4));
  posted[0]?.fail(new Error('away'));
  await vi.advanceTimersByTimeAsync(10);
  standing.beside(at(5, true));
  await vi.advanceTimersByTimeAsync(20_000);
  vi.useRealTimers();
  expect(shown).toEqual([5]);
  expect(posted).toHaveLength(1);
});

test('a page left between two steps still tells the last of them', () => {
  standing.move(at(1));
  standing.move(at(2));
  standing.leave();
  expect(posted.map(({ stand }) => stand.item)).toEqual([1, 2]);
});

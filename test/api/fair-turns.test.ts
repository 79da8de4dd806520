import { expect, test } from 'vitest';
import { FairTurns } from '../../server/http/fair-turns.ts';

const full = new Error('full');
const stays = new AbortController().signal;
const limits = { atOnce: 2, ofPerson: 1, waiting: 6, waitingOfPerson: 4 };

/** A queue whose works end on command; `begun` is the order they began in. */
function queue(own = limits) {
  const turns = new FairTurns(own, () => full);
  const begun: string[] = [];
  const ends = new Map<string, (problem?: Error) => void>();
  const ask = (name: string, gone = stays) =>
    turns.take(name.slice(0, 1), gone, () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.set(name, (problem) => (problem ? reject(problem) : resolve(name))),
      );
    });
  const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return {
    ...{ begun, ask, settled },
    end: async (name: string, problem?: Error) => {
      ends.get(name)?.(problem);
      await settled();
    },
  };
}

test('so many run at once and one of a person; persons take turns, however many each asks for', async () => {
  const { begun, ask, settled, end } = queue();
  const asked = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((name) => ask(name));
  await settled();
  expect(begun).toEqual(['a1', 'b1']);
  await end('a1');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
  await end('b1');
  expect(begun.slice(3)).toEqual(['b2']);
  await end('a2');
  expect(begun.slice(4)).toEqual(['c1']);
  await end('b2');
  expect(begun.slice(5)).toEqual(['a3']);
  await end('c1');
  await end('a3');
  expect(await Promise.all(asked)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'c1']);
});

test.each([
  ['of one person', ['a1', 'a2', 'a3', 'a4', 'a5'], 'a6'],
  ['of all', ['a1', 'b1', 'a2', 'a3', 'a4', 'a5', 'b2', 'b3'], 'c1'],
])('beyond those that may wait, %s, one more is refused at once, and the others stay', async (_, names, more) => {
  const { begun, ask, settled, end } = queue();
  const asked = names.map((name) => ask(name));
  await settled();
  await expect(ask(more)).rejects.toBe(full);
  for (let at = 0; at < names.length; at++) await end(begun[at] ?? '');
  expect(await Promise.all(asked)).toEqual(names);
});

test('one given up while it waits leaves the queue, and its room is another’s', async () => {
  const { begun, ask, settled, end } = queue();
  const first = ask('a1');
  const leaving = new AbortController();
  const waits = [ask('a2'), ask('a3', leaving.signal), ask('a4'), ask('a5')];
  await settled();
  leaving.abort(new Error('gone'));
  await expect(waits[1]).rejects.toThrow('gone');
  const late = ask('a6');
  for (const name of ['a1', 'a2', 'a4', 'a5', 'a6']) await end(name);
  expect(begun).toEqual(['a1', 'a2', 'a4', 'a5', 'a6']);
  expect(await Promise.all([first, waits[0], waits[2], waits[3], late])).toHaveLength(5);
  await expect(ask('a7', leaving.signal)).rejects.toThrow('gone');
  expect(begun).not.toContain('a7');
});

test('one that fails frees its place', async () => {
  const { begun, ask, settled, end } = queue();
  const failing = expect(ask('a1')).rejects.toThrow('broken');
  const next = ask('a2');
  await settled();
  await end('a1', new Error('broken'));
  await failing;
  expect(begun).toEqual(['a1', 'a2']);
  await end('a2');
  expect(await next).toBe('a2');
});

import { expect, test } from 'vitest';
import { onScroll, scrollStage, turnedTo } from '../../web/meeting/scroll.ts';

test('a list is turned to what had no room, and back, past neither end', () => {
  const walk = (first: number, by: 1 | -1) => turnedTo({ first, shown: 5, count: 12 }, by);
  expect([walk(0, 1), walk(5, 1), walk(10, 1)]).toEqual([5, 10, 10]);
  expect([walk(10, -1), walk(5, -1), walk(0, -1)]).toEqual([5, 0, 0]);
  expect(turnedTo({ first: 0, shown: 12, count: 12 }, 1)).toBe(0);
  // Where not even one has room, it still goes on.
  expect(turnedTo({ first: 3, shown: 0, count: 12 }, 1)).toBe(4);
});

test('a part of the stage hears the key until it is gone', () => {
  const heard: number[] = [];
  const stop = onScroll((by) => heard.push(by));
  scrollStage(1);
  scrollStage(-1);
  stop();
  scrollStage(1);
  expect(heard).toEqual([1, -1]);
});

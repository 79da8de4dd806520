import { expect, test } from 'vitest';
import { onScroll, scrollStage, turned } from '../../web/meeting/stage/scroll.ts';

test('a list is turned to what had no room, and back, past neither end', () => {
  const on = (firsts: number[], shown = 5) => turned(firsts, { shown, count: 12 }, 1);
  const back = (firsts: number[], shown = 5) => turned(firsts, { shown, count: 12 }, -1);
  expect([on([0]), on([0, 5]), on([0, 5, 10], 2)]).toEqual([
    [0, 5],
    [0, 5, 10],
    [0, 5, 10],
  ]);
  expect([back([0, 5, 10], 2), back([0, 5]), back([0])]).toEqual([[0, 5], [0], [0]]);
  // Where not even one has room, it still goes on.
  expect(on([0], 0)).toEqual([0, 1]);
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

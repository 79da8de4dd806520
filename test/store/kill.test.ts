import { expect, test } from 'vitest';
import { newFolder } from './engines.ts';
import { killCycles } from './kill-cycles.ts';

test('what was acknowledged outlives kill -9, once each; the chain stays whole', async () => {
  const { acknowledged, lost, doubled, breaks } = await killCycles(newFolder(), 8);
  expect(acknowledged).toBeGreaterThan(8);
  expect([lost, doubled, breaks]).toEqual([[], [], 0]);
}, 180_000);

import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { inFlightLimited } from '../../server/http/limits.ts';
import { Refusal } from '../../server/http/refusal.ts';

test('one address has so many requests under way and no more, until one has ended', async () => {
  const ends: (() => void)[] = [];
  const app = new Hono();
  app.use(inFlightLimited(2));
  app.get('/slow', async (c) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return c.text('done');
  });
  app.get('/quick', (c) => c.text('done'));
  app.onError((problem, c) => c.text(problem instanceof Refusal ? problem.code : 'fault', 429));
  const from = (path: string, remoteAddress: string) =>
    app.request(path, {}, { incoming: { socket: { remoteAddress } } });
  const slow = [from('/slow', '10.0.0.1'), from('/slow', '10.0.0.1')];
  await vi.waitUntil(() => ends.length === 2);
  expect(await (await from('/quick', '10.0.0.1')).text()).toBe('too-many-at-once');
  expect((await from('/quick', '10.0.0.2')).status).toBe(200);
  for (const end of ends) end();
  await Promise.all(slow);
  expect((await from('/quick', '10.0.0.1')).status).toBe(200);
});

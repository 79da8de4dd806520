import { afterEach, expect, test, vi } from 'vitest';
import { LiveLine, waitMs } from '../../web/live-line.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('comes again after a second, then later and later up to half a minute, never all at once', () => {
  expect([0, 1, 2, 3, 20].map((tries) => waitMs(tries, 1))).toEqual([1000, 2000, 4000, 8000, 30_000]);
  expect(waitMs(3, 0)).toBe(4000);
});

test('a line closed while it asks whether the server is there stays closed', async () => {
  vi.useFakeTimers();
  const streams: EventTarget[] = [];
  class Stream extends EventTarget {
    constructor() {
      super();
      streams.push(this);
    }
    close() {}
  }
  const asked = Promise.withResolvers<Response>();
  vi.stubGlobal('EventSource', Stream);
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, () => undefined);
  vi.stubGlobal('fetch', () => asked.promise);
  const ears = { onNotice: vi.fn(), onState: vi.fn(), onRefused: vi.fn() };
  const line = new LiveLine(ears, null);
  streams[0]?.dispatchEvent(new Event('error'));
  line.close();
  asked.resolve(Response.json({ seq: 9 }));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(streams).toHaveLength(1);
  expect(ears.onNotice).not.toHaveBeenCalled();
});

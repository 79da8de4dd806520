import { describe, expect, test, vi } from 'vitest';
import type { LiveEars, LiveLine } from '../../web/live-line.ts';
import { type FromLine, LiveShare } from '../../web/live-share.ts';

/** A shared line over lines that only note what is done to them. */
function shared() {
  const lines: { ears: LiveEars; done: string[] }[] = [];
  const share = new LiveShare((ears) => {
    const done: string[] = [];
    lines.push({ ears, done });
    const noted = (what: string) => () => void done.push(what);
    return { close: noted('close'), rest: noted('rest'), wake: noted('wake') } as LiveLine;
  });
  const page = () => {
    const heard: FromLine[] = [];
    return { heard, postMessage: (said: FromLine) => void heard.push(said) };
  };
  return { share, lines, page };
}

describe('one line for all pages of a browser', () => {
  test('is opened with the first and closed with the last; what is heard goes to each', () => {
    const { share, lines, page } = shared();
    const pages = Array.from({ length: 8 }, page);
    for (const one of pages) share.heard(one, 'seen');
    expect(lines).toHaveLength(1);
    lines[0]?.ears.onNotice({ seq: 7, places: [1] });
    for (const { heard } of pages) expect(heard).toContainEqual({ is: 'notice', notice: { seq: 7, places: [1] } });
    for (const one of pages) share.heard(one, 'gone');
    expect(lines[0]?.done.at(-1)).toBe('close');
    share.heard(page(), 'seen');
    expect(lines).toHaveLength(2);
  });

  test('a page that comes later, or back to sight, is told at once what was heard last', () => {
    const { share, lines, page } = shared();
    const first = page();
    share.heard(first, 'seen');
    lines[0]?.ears.onNotice({ seq: 7, places: [1] });
    lines[0]?.ears.onDay?.('2026-10-31');
    lines[0]?.ears.onState(1000);
    const later = page();
    share.heard(later, 'seen');
    expect(later.heard).toEqual([
      { is: 'notice', notice: { seq: 7, places: [] } },
      { is: 'day', on: '2026-10-31' },
      { is: 'state', goneAt: 1000 },
    ]);
    first.heard.length = 0;
    share.heard(first, 'hidden');
    share.heard(first, 'seen');
    expect(first.heard).toHaveLength(3);
  });

  test('rests when nobody has looked for a minute, goes on while one page is in sight, and wakes with the first', () => {
    vi.useFakeTimers();
    const { share, lines, page } = shared();
    const [one, two] = [page(), page()];
    share.heard(one, 'seen');
    share.heard(two, 'seen');
    share.heard(one, 'hidden');
    vi.advanceTimersByTime(120_000);
    expect(lines[0]?.done).not.toContain('rest');
    share.heard(two, 'hidden');
    vi.advanceTimersByTime(59_999);
    expect(lines[0]?.done).not.toContain('rest');
    vi.advanceTimersByTime(1);
    expect(lines[0]?.done.at(-1)).toBe('rest');
    share.heard(one, 'seen');
    expect(lines[0]?.done.at(-1)).toBe('wake');
    vi.useRealTimers();
  });
});

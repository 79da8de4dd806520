import { describe, expect, test } from 'vitest';
import { monthStarts, timelineScale } from '../../web/venue/schedule-geometry.ts';

describe('the timeline of a venue', () => {
  const milestones = [
    { plannedOn: '2026-01-10', doneOn: '2026-01-12' },
    { plannedOn: '2026-03-31', doneOn: null },
    { plannedOn: null, doneOn: null },
  ];
  test('holds every date and today, in order, with air at both ends', () => {
    const { at } = timelineScale(milestones, '2026-04-20');
    const places = ['2026-01-10', '2026-01-12', '2026-03-31', '2026-04-20'].map(at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeCloseTo(0.05);
    expect(places.at(-1)).toBeCloseTo(0.95);
  });
  test('a day twice as far stands twice as far', () => {
    const { at } = timelineScale(milestones, '2026-02-01');
    expect(at('2026-03-02') - at('2026-01-31')).toBeCloseTo(2 * (at('2026-02-15') - at('2026-01-31')));
  });
  test('without any date today stands alone, and nothing is divided by zero', () => {
    const { at, months } = timelineScale([], '2026-02-01');
    expect(Number.isFinite(at('2026-02-01'))).toBe(true);
    expect(months).toEqual([]);
  });
  test('months begin over the turn of the year', () =>
    expect(monthStarts('2025-11-15', '2026-02-01')).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']));
  test('too many months are not drawn', () => expect(monthStarts('2020-01-01', '2026-01-01')).toEqual([]));
});

import { describe, expect, test } from 'vitest';
import type { Visit } from '../../server/inspection/rules.ts';
import { apartOf, isOneTrip, tripsOf } from '../../server/inspection/trip.rules.ts';

const visit = (given: Partial<Visit> = {}): Visit => ({
  ...{ id: '1', number: '1', occurredOn: '2026-10-30', state: 'made', level: 'county', announced: true, team: '一组' },
  ...{ leaderId: null, places: [{ areaId: 'a', findings: [] }], reportedOn: '2026-10-30', since: 1, ...given },
});

describe('records of one place tell of one trip', () => {
  test.each([
    ['by one team on one day', {}, true],
    ['on another day', { occurredOn: '2026-10-29' }, false],
    ['by another team', { team: '二组' }, false],
    ['by another team under one leader', { team: '二组', leaderId: 'l' }, true],
    ['where one names no team', { team: null }, false],
    ['of another level', { level: 'city' as const }, true],
  ])('%s', (_, other, is) => {
    const one = visit('leaderId' in other ? { leaderId: 'l' } : {});
    expect([isOneTrip(one, visit(other)), isOneTrip(visit(other), one)]).toEqual([is, is]);
    expect(tripsOf([one, visit(other), one])).toHaveLength(is ? 1 : 2);
  });
  test('that name neither team nor leader are one where they are of one level', () => {
    const nobody = visit({ team: null });
    expect(isOneTrip(nobody, visit({ team: null }))).toBe(true);
    expect(isOneTrip(nobody, visit({ team: null, level: 'city' }))).toBe(false);
  });
});

describe('a record that comes with the number of another is apart from it', () => {
  const planned = { state: 'planned' as const };
  const at = (...ids: string[]) => ({ places: ids.map((areaId) => ({ areaId, findings: [] })) });
  test.each([
    ['in nothing', {}, {}, []],
    ['by its villages, none in common', {}, at('b', 'c'), ['places']],
    ['not by a village more', {}, at('a', 'b'), []],
    ['by its day', {}, { occurredOn: '2026-10-29' }, ['day']],
    ['not by the day a plan was made on', planned, { occurredOn: '2026-10-29' }, []],
    ['by its team', planned, { team: '二组' }, ['team']],
    ['by having no team', {}, { team: null }, ['team']],
    ['by all of them', {}, { ...at('b'), team: '二组', occurredOn: '2026-10-28' }, ['places', 'day', 'team']],
  ])('%s', (_, stands, comes, apart) => expect(apartOf(visit(stands), visit(comes))).toEqual(apart));
});

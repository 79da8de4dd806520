import { describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { wipeDrafts } from '../../web/form/drafts.ts';
import {
  type AgendaTyped,
  agendaDraftOf,
  agendaFrom,
  leaveAgenda,
  leftAgenda,
  stillTyped,
  typedOver,
} from '../../web/meeting/agenda/agenda-draft.ts';
import { memoryStore } from './memory-store.ts';

const item = (id: string, title: string): AgendaItem => ({
  ...{ id, kind: 'text', title, layer: null, place: null, text: '', minutes: 2 },
});
const known = agendaFrom({ title: '周调度', heldOn: '2026-11-02', items: [item('a', '阵地')] }, 'v1');
const begun: AgendaTyped = { draft: known, known, submission: null, restoredAt: null };
const written = typedOver(begun, { items: [item('a', '阵地'), item('b', '整顿')] }) as AgendaTyped;
const mine = agendaDraftOf('office', 'm1');

describe('an agenda that is not saved', () => {
  test('is found again with the version it was written over', () => {
    const store = memoryStore();
    expect(leaveAgenda(mine, written, store)).toBe(true);
    const left = leftAgenda(mine, store);
    expect(left?.draft.items.map(({ title }) => title)).toEqual(['阵地', '整顿']);
    expect(left?.draft.base).toBe('v1');
    expect(left?.known).toEqual(known);
    expect(left?.restoredAt).toMatch(/^\d{4}-/);
  });
  test('is of one person and one meeting, and goes with his sign-out', () => {
    const store = memoryStore();
    leaveAgenda(mine, written, store);
    expect(leftAgenda(agendaDraftOf('leader', 'm1'), store)).toBeNull();
    expect(leftAgenda(agendaDraftOf('office', 'm2'), store)).toBeNull();
    wipeDrafts('office', store);
    expect(leftAgenda(mine, store)).toBeNull();
  });
  test('is sent again under the id it was tried with, and under a new one when written on', () => {
    const store = memoryStore();
    leaveAgenda(mine, { ...written, submission: 'tried' }, store);
    const left = leftAgenda(mine, store) as AgendaTyped;
    expect(left.submission).toBe('tried');
    expect(typedOver(left, { title: '月调度' })?.submission).toBeNull();
  });
  test('written back to what the server has, it is none', () => {
    const store = memoryStore();
    leaveAgenda(mine, written, store);
    const back = typedOver(written, { items: known.items });
    expect(back).toBeNull();
    leaveAgenda(mine, back, store);
    expect(store.length).toBe(0);
  });
  test('saved, only what was written meanwhile stays, over the version now kept', () => {
    expect(stillTyped(written, written.draft, 'v2')).toBeNull();
    const later = stillTyped(typedOver(written, { title: '月调度' }), written.draft, 'v2');
    expect(later?.draft).toMatchObject({ title: '月调度', base: 'v2' });
    expect(later?.known).toEqual({ ...written.draft, base: 'v2' });
  });
});

import { describe, expect, test } from 'vitest';
import { changedFields, leafOf, leavesOf, withLeaf } from '../../server/save/leaves/rules.ts';
import { meet } from '../../server/save/three-way/rules.ts';
import { type Draft, draftOf, dropDraft, keepDraft, wipeDrafts } from '../../web/form/drafts.ts';
import { settled } from '../../web/form/save/conflict.ts';
import { newSubmissionId, submissionIds } from '../../web/form/submission-id.ts';
import { memoryStore } from './memory-store.ts';

const venue = {
  stage: 'structure-underway',
  items: { hall: true, phone: false } as Record<string, boolean>,
  milestones: [
    { key: 'start', plannedOn: '2026-08-01', doneOn: '2026-08-02' },
    { key: 'built', plannedOn: '2026-10-01', doneOn: null as string | null },
  ],
  subsidyFen: 2_000_000 as number | null,
};

describe('the id of a save', () => {
  test('is a UUID of version 7 with the instant in front', () => {
    const id = newSubmissionId(Date.parse('2026-11-24T02:00:00Z'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-24T02:00:00Z'));
  });
  test('two are never the same, also within one millisecond', () => {
    expect(new Set(Array.from({ length: 500 }, () => newSubmissionId(1))).size).toBe(500);
  });
  test('stays for the same values and changes with them', () => {
    const ids = submissionIds();
    const first = ids.idOf({ stage: 'built' });
    expect(ids.idOf({ stage: 'built' })).toBe(first);
    expect(ids.idOf({ stage: 'accepted' })).not.toBe(first);
  });
  test('is taken over from a draft that was already sent', () => {
    const ids = submissionIds();
    ids.take('kept', { stage: 'built' });
    expect(ids.idOf({ stage: 'built' })).toBe('kept');
  });
});

describe('what was changed in a form', () => {
  test('names single items and single dates', () => {
    const after = withLeaf(withLeaf(venue, 'items.phone', true), 'milestones.built.doneOn', '2026-09-30');
    expect(changedFields(venue, after)).toEqual(['items.phone', 'milestones.built.doneOn']);
    expect(after.milestones).toHaveLength(2);
    expect(after.milestones[1]).toEqual({ key: 'built', plannedOn: '2026-10-01', doneOn: '2026-09-30' });
  });
  test('an item that is reported no more is a change, absent and null are the same', () => {
    expect(changedFields(venue, withLeaf(venue, 'items.hall', null))).toEqual(['items.hall']);
    expect(changedFields(venue, withLeaf(venue, 'items.desks', null))).toEqual([]);
  });
  test('a list without keys is one field', () => {
    expect([...leavesOf({ problems: [{ text: 'a' }] }).keys()]).toEqual(['problems']);
    expect(leafOf(venue, 'milestones.start.doneOn')).toBe('2026-08-02');
    expect(leafOf(venue, 'items.none')).toBeNull();
  });
  test.each([
    ['an entry somebody else added', 'milestones.roof', { plannedOn: '1' }, ['start', 'built', 'roof']],
    ['one date of it', 'milestones.roof.plannedOn', '1', ['start', 'built', 'roof']],
    ['an entry taken out', 'milestones.start', null, ['built']],
    ['one that was not there', 'milestones.roof', null, ['start', 'built']],
  ])('a list with keys takes %s', (_, path, leaf, keys) => {
    const { milestones } = withLeaf(venue, path, leaf);
    expect(milestones.map(({ key }) => key)).toEqual(keys);
    if (keys.includes('roof')) expect(milestones.at(-1)).toEqual({ key: 'roof', plannedOn: '1' });
  });
  test('the order of keys is no change', () => {
    expect(changedFields({ list: [{ a: 1, b: 2 }] }, { list: [{ b: 2, a: 1 }] })).toEqual([]);
  });
});

describe('what was chosen where two people changed one field', () => {
  const mine = withLeaf(withLeaf(venue, 'stage', 'built'), 'items.phone', true);
  const theirs = withLeaf(withLeaf(venue, 'stage', 'accepted'), 'subsidyFen', 3_000_000);
  const { merged, conflicts } = meet(venue, mine, theirs);
  test('is not settled before every field is chosen', () => {
    expect(conflicts).toHaveLength(1);
    expect(settled(merged, conflicts, {})).toBeNull();
  });
  test.each([
    ['mine', 'built'],
    ['theirs', 'accepted'],
  ] as const)('holds: %s', (choice, stage) => {
    const chosen = settled(merged, conflicts, { stage: choice });
    expect(chosen).toEqual({ ...venue, stage, items: { hall: true, phone: true }, subsidyFen: 3_000_000 });
  });
});

describe('drafts', () => {
  const draft: Draft = {
    base: 'b',
    known: {},
    values: { stage: 'built' },
    submission: null,
    at: '2026-11-24T02:00:00Z',
  };
  const of = (owner: string, place: string, form = 'venue') => ({ owner, place, form });
  test('belong to an account, a place and a form', () => {
    const store = memoryStore();
    expect(keepDraft(of('a', '1'), draft, store)).toBe(true);
    expect(draftOf(of('a', '1'), store)).toEqual(draft);
    expect(draftOf(of('b', '1'), store)).toBeNull();
    expect(draftOf(of('a', '2'), store)).toBeNull();
    expect(draftOf(of('a', '1', 'organisation'), store)).toBeNull();
  });
  test('sign-out wipes all of one account and none of another', () => {
    const store = memoryStore();
    for (const place of ['1', '2', '3']) keepDraft(of('a', place), draft, store);
    keepDraft(of('ab', '1'), draft, store);
    store.setItem('theme', 'dark');
    wipeDrafts('a', store);
    expect(store.length).toBe(2);
    expect(draftOf(of('ab', '1'), store)).toEqual(draft);
  });
  test('a saved one is forgotten, a broken one is none, a full browser says so', () => {
    const store = memoryStore();
    keepDraft(of('a', '1'), draft, store);
    dropDraft(of('a', '1'), store);
    expect(draftOf(of('a', '1'), store)).toBeNull();
    store.setItem('draft:a:1:venue', '{"base":');
    expect(draftOf(of('a', '1'), store)).toBeNull();
    const full = {
      ...store,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(keepDraft(of('a', '1'), draft, full)).toBe(false);
  });
});

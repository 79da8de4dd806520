import { describe, expect, test } from 'vitest';
import { readHistory } from '../../server/change/history-store.ts';
import { changeSubjects, mayHearOf } from '../../server/change/subjects.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { noticeOf, type Touched } from '../../server/live/touched.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { roles, type Viewer } from '../../server/rights/view.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { sources } from '../architecture/sources.ts';
import { finance, inspector, leader, office, town, village } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';

describe('a kind of record no table names', () => {
  test.each(roles.filter((role) => role !== 'office'))('is not heard of by a %s', (role) => {
    expect(
      mayHearOf({ ...openViewer, role, places: 'county', subjects: 'all', sealed: 'all' }, 'proposal-of-tomorrow'),
    ).toBe(false);
  });
  test('is named to no live reader', () => {
    const touched: Touched = {
      ...{ seq: 1, shown: 1, sealed: null, hash: '', actor: 'x', importId: null, source: null },
      ...{ at: '2026-10-30T00:00:00Z', knownAt: '2026-10-30T00:00:00Z', recordedAt: '2026-10-30T00:00:00Z' },
      ...{ action: 'propose', subject: 'proposal-of-tomorrow', subjectId: 'p', placeId: 'area-4', places: ['area-4'] },
    };
    const told = noticeOf(openViewer, [touched]);
    expect(told).toEqual({ places: [], subjects: [] });
  });
  test('is heard of by the office', () => expect(mayHearOf(office, 'proposal-of-tomorrow')).toBe(true));
});

test('every kind of record written anywhere has its row', () => {
  const written = sources(/^server\/.*\.ts$/)
    .flatMap(({ text }) => [...text.matchAll(/(?:\.change\(|recordReports\(tx, )\{[^}]*?subject: '([a-z-]+)'/g)])
    .map(([, subject]) => subject as string);
  expect(written.length).toBeGreaterThan(15);
  expect([...new Set(written)].filter((subject) => !changeSubjects.includes(subject))).toEqual([]);
});

eachEngine('a change of a kind no table names', (open) => {
  test('stands in nobody’s history but the office’s', async () => {
    const store = await open();
    await fillCounty(store);
    await write(store, { actor: 'x', clock: clockAt(today) }, async (tx) => {
      tx.change({ action: 'propose', subject: 'proposal-of-tomorrow', subjectId: 'p', placeId: 'area-4' });
    });
    const seen = async (viewer: Viewer) =>
      (await readHistory(store, await viewAt(store, viewer), 'area-4')).map(({ subject }) => subject);
    expect(await seen({ ...office, ...officeViewer })).toContain('proposal-of-tomorrow');
    for (const viewer of [finance, town, village, inspector, leader, openViewer])
      expect(await seen(viewer)).not.toContain('proposal-of-tomorrow');
  });
});

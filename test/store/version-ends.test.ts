import { expect, test } from 'vitest';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { eachEngine } from './engines.ts';
import { clockAt, venue } from './sample-records.ts';

const writer = { actor: 'office', clock: clockAt('2026-10-30') };
let paid = 0;
const reportsOf = (villages: number[]) => villages.map((n) => venue(`area-${n}`, { subsidyPaidFen: ++paid }));
const report = (store: Store, villages: number[]) =>
  write(store, writer, (tx) => reportVenues(tx, reportsOf(villages)));

/** The versions of each village in their order, as [since, until]. */
async function versionsOf(store: Store): Promise<[number, number | null][][]> {
  const rows = await store.db.selectFrom('venue').select(['areaId', 'since', 'until']).orderBy('since').execute();
  return [...Map.groupBy(rows, ({ areaId }) => areaId).values()].map((own) =>
    own.map(({ since, until }) => [since, until]),
  );
}

eachEngine('where a version ends', (open) => {
  test.each([
    ['one village, write by write', [[1], [1], [1]]],
    ['one village several times in a write, then again', [[1, 1, 1], [1], [1, 1]]],
    ['others between', [[1, 2], [2], [1, 2, 1], [3], [3, 1]]],
    [
      'the same village first in a later call of one write',
      [
        [3, 1, 2],
        [2, 2, 3, 1, 1],
      ],
    ],
  ])('is where the next of its record begins, and the newest holds: %s', async (_, writes) => {
    const store = await open();
    for (const villages of writes) await report(store, villages);
    for (const own of await versionsOf(store))
      expect(own.map(([, until]) => until)).toEqual([...own.slice(1).map(([since]) => since), null]);
  });

  test('is kept where the record was withdrawn before it was reported again', async () => {
    const store = await open();
    await report(store, [1, 2]);
    const id = (await store.db.selectFrom('venue').where('areaId', '=', 'area-1').select('id').execute())[0]?.id ?? '';
    await write(store, writer, async (tx) => {
      const seq = tx.change({ action: 'withdraw', subject: 'venue', subjectId: id, placeId: 'area-1' });
      await tx.endVersion('venue', [id], seq);
    });
    await write(store, writer, async (tx) => {
      const seq = tx.change({ action: 'report', subject: 'venue', subjectId: id, placeId: 'area-1' });
      const row = { ...(await tx.db.selectFrom('venue').where('id', '=', id).selectAll().execute())[0], since: seq };
      await tx.insertVersions('venue', [
        { ...row, until: null } as Parameters<typeof tx.insertVersions<'venue'>>[1][0],
      ]);
    });
    expect(await versionsOf(store)).toEqual([
      [
        [1, 3],
        [4, null],
      ],
      [[2, null]],
    ]);
  });
});

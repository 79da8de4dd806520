import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readDurability } from '../../server/db/durability/read-durability.ts';
import { durabilityOf } from '../../server/db/durability/rules.ts';
import { eachEngine } from './engines.ts';

test.each([
  ['on', '', 0, 'sure'],
  ['on', '', 1, 'standby-late'],
  ['on', 'standby', 1, 'sure'],
  ['remote_apply', 'ANY 1 (a, b)', 2, 'sure'],
  ['remote_write', 'standby', 1, 'sure'],
  ['local', 'standby', 1, 'standby-late'],
  ['local', '', 0, 'sure'],
  ['on', ' ', 1, 'standby-late'],
  ['off', '', 0, 'commit-late'],
  ['off', 'standby', 1, 'commit-late'],
] as const)(
  'synchronous_commit %s, synchronous_standby_names “%s” and %i standbys: %s',
  (synchronousCommit, synchronousStandbyNames, standbys, expected) => {
    expect(durabilityOf({ synchronousCommit, synchronousStandbyNames, standbys })).toBe(expected);
  },
);

eachEngine('a store', (open, engine) => {
  test('as it comes keeps what it confirmed', async () => {
    expect(await readDurability(await open())).toBe('sure');
  });
  if (engine === 'postgresql')
    test('whose database confirms before it has written says so', async () => {
      const { db } = await open();
      const found = await db.transaction().execute(async (tx) => {
        await sql`set local synchronous_commit = off`.execute(tx);
        return readDurability({ db: tx, engine });
      });
      expect(found).toBe('commit-late');
    });
});

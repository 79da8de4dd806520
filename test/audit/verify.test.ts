import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifiedText } from '../../server/audit/verify.message.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { recordEvent } from '../../server/change/audit-event.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const command = join(import.meta.dirname, '../../server/audit/cli.ts');

async function filled(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  await fillCounty(store);
  await write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
    reportVenues(tx, [venue('area-4', { stage: 'built' })]),
  );
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      recordEvent(store, {
        actor: null,
        address: '::1',
        action: 'refused',
        subject: `/api/${at}`,
        detail: { status: 401 },
      }),
    ),
  );
  return store;
}

eachEngine('verify', (open, engine) => {
  test('finds both chains whole, of events written at once too', async () => {
    const found = await verifyChains((await filled(open)).db);
    expect(found.breaks).toEqual([]);
    expect(found.events).toBe(12);
    expect(found.changes).toBeGreaterThan(10);
    expect(verifiedText(found).zh).toContain('完好');
  });

  test.each([
    ['a change altered', "update change set actor = 'nobody' where seq = 5", { number: 5, fault: 'altered' }],
    ['a change taken out', 'delete from change where seq = 4', { number: 4, fault: 'missing' }],
    ['the last change taken out', 'delete from change where seq = (select max(seq) from change)', { fault: 'missing' }],
    [
      'a version altered',
      "update venue set stage = 'accepted' where stage = 'structure-underway'",
      { fault: 'altered' },
    ],
    ['a version taken out', "delete from venue where stage = 'structure-underway'", { fault: 'altered' }],
    ['a finding altered', 'update "visitPlace" set findings = \'[]\'', { fault: 'altered' }],
    [
      'a version ended early',
      "update venue set until = since + 1000 where until is null and stage = 'accepted'",
      { fault: 'ended' },
    ],
  ])('finds %s', async (_, tampering, fault) => {
    const store = await filled(open);
    await sql.raw(tampering).execute(store.db);
    const { breaks } = await verifyChains(store.db);
    expect(breaks).toMatchObject([{ in: 'change', ...fault }]);
    expect(verifiedText({ changes: 1, events: 1, breaks }).zh).toContain('已被改动');
  });

  test.each([
    ['altered', 'update "auditEvent" set subject = \'x\' where number = 7', { number: 7, fault: 'altered' }],
    ['taken out', 'delete from "auditEvent" where number = 7', { number: 7, fault: 'missing' }],
  ])('finds an event %s', async (_, tampering, fault) => {
    const store = await filled(open);
    await sql.raw(tampering).execute(store.db);
    expect((await verifyChains(store.db)).breaks).toEqual([{ in: 'auditEvent', ...fault }]);
  });

  if (engine === 'sqlite')
    test('runs beside the server that holds the folder, and says by its exit code what it found', async () => {
      const store = await filled(open);
      const call = [command, 'verify', '--data', store.dataDir, '--lang', 'en'];
      expect(execFileSync(process.execPath, call, { encoding: 'utf8' })).toMatch(
        /^Intact: \d+ changes and 12 audit log entries/,
      );
      await sql`update change set source = 'other' where seq = 3`.execute(store.db);
      const broken = spawnSync(process.execPath, call, { encoding: 'utf8' });
      expect([broken.status, broken.stdout]).toEqual([2, expect.stringContaining('entry 3 of the change log')]);
      expect(spawnSync(process.execPath, [command, 'look'], { encoding: 'utf8' }).status).toBe(1);
      const empty = spawnSync(process.execPath, [...call.slice(0, 3), '/nowhere'], { encoding: 'utf8' });
      expect([empty.status, empty.stderr]).toEqual([1, expect.stringContaining('/nowhere')]);
    });
});

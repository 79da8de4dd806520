import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { backupsIn } from '../../server/backup/backups-in.ts';
import { toForget } from '../../server/backup/keep-rule.ts';
import { readOrMakeKey } from '../../server/backup/key-file.ts';
import { lastBackup } from '../../server/backup/last-backup.ts';
import { type MadeBackup, makeBackup } from '../../server/backup/make-backup.ts';
import { backUpNightly, untilNextMs } from '../../server/backup/nightly.ts';
import { restoreBackup, verifyBackup } from '../../server/backup/read-backup.ts';
import { recordEvent } from '../../server/change/audit-event.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { valuesAnswer } from '../../server/layer/answers.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty } from '../api/small-county.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-backup-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const ofRow = (table: 'change' | 'auditEvent') => (table === 'change' ? 'seq' : 'number');

describe('a backup', () => {
  const to = newFolder();
  const dataDir = newFolder();
  const place = { dataDir, databaseUrl: null };
  const { key, made: madeKey } = readOrMakeKey(join(newFolder(), 'county.key'));
  let store: Store;
  let made: MadeBackup;
  beforeAll(async () => {
    store = await openStore(place);
    await fillCounty(store);
    made = await makeBackup(place, to, key);
  });
  afterAll(() => store.close());

  test('is made beside the running store, and is whole', async () => {
    expect(madeKey).toBe(true);
    expect(await verifyBackup(made.file, key)).toMatchObject({ engine: 'sqlite', seq: made.seq, files: 1 });
    expect(statSync(made.file).mode & 0o077).toBe(0);
    const bytes = readFileSync(made.file).toString('latin1');
    expect(bytes).not.toContain('SEALED');
    expect(backupsIn(to)).toEqual([{ file: made.file, at: made.at, order: 1 }]);
  });

  test('on a full disk says so and leaves no half; the store goes on, health tells until one is made', async () => {
    const folder = newFolder();
    const probe = await open(join(folder, 'probe'), 'w');
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    let written = 0;
    const writing = Object.getPrototypeOf(probe) as { write(...given: unknown[]): Promise<unknown> };
    const { write: really } = writing;
    const spy = vi.spyOn(writing, 'write').mockImplementation(function (this: unknown, ...given: unknown[]) {
      return ++written > 1 ? Promise.reject(full) : really.apply(this, given);
    });
    await probe.close();
    await expect(makeBackup(place, folder, key)).rejects.toMatchObject({ code: 'disk-full', values: { folder } });
    spy.mockRestore();
    expect(written).toBe(2);
    expect(readdirSync(folder)).toEqual(['probe']);
    expect(await verifyBackup(made.file, key)).toMatchObject({ seq: made.seq });
    expect(lastBackup(dataDir)).toMatchObject({
      made: { at: made.at },
      failed: { why: { zh: expect.stringContaining('磁盘已满') } },
    });
    await valuesAnswer(store, await viewAt(store, officeViewer), 'venue-schedule');
    const again = await makeBackup(place, folder, key);
    expect(lastBackup(dataDir)).toEqual({ made: { at: again.at, bytes: again.bytes }, failed: null });
  });

  test('becomes a store that answers the same', async () => {
    const folder = join(newFolder(), 'restored');
    await restoreBackup(made.file, key, { dataDir: folder, databaseUrl: null });
    const restored = await openStore({ dataDir: folder, databaseUrl: null });
    const answer = async (from: Store) => valuesAnswer(from, await viewAt(from, officeViewer), 'venue-schedule');
    expect(await answer(restored)).toEqual(await answer(store));
    expect(readdirSync(join(folder, 'files'))).toEqual(readdirSync(join(dataDir, 'files')));
    await write(restored, { actor: 'office', clock: clockAt('2026-10-30') }, (tx) =>
      reportVenues(tx, [venue('area-5', { stage: 'built' })]),
    );
    await restored.close();
  });

  test('holds every write acknowledged before it began, however many are under way', async () => {
    const writer = { actor: 'office', clock: clockAt('2026-10-30') };
    const beside = newFolder();
    let running = true;
    let acknowledged = 0;
    const writing = (async () => {
      for (let day = 1; running; day++) {
        await write(store, writer, (tx) =>
          reportVenues(tx, [venue('area-5', { reportedOn: `2026-10-${String(1 + (day % 28)).padStart(2, '0')}` })]),
        );
        acknowledged++;
        // Writes that come over the network leave room between them.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let round = 0; round < 3; round++) {
      const before = (await viewAt(store, officeViewer)).seq;
      const { file, seq } = await makeBackup(place, beside, key);
      expect(seq).toBeGreaterThanOrEqual(before);
      expect((await verifyBackup(file, key)).seq).toBe(seq);
    }
    running = false;
    await writing;
    expect(acknowledged).toBeGreaterThan(3);
  });

  test.each([
    ['another key', 'wrong-key', (path: string) => path, Buffer.alloc(32, 7)],
    [
      'cut off',
      'cut',
      (path: string) => {
        truncateSync(path, statSync(path).size - 40);
        return path;
      },
      null,
    ],
    [
      'one bit changed',
      'changed',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1;
        writeFileSync(path, bytes);
        return path;
      },
      null,
    ],
    [
      'another head',
      'changed',
      (path: string) => {
        writeFileSync(path, readFileSync(path).toString('latin1').replace('"sqlite"', '"sqlitf"'), 'latin1');
        return path;
      },
      null,
    ],
    [
      'something else',
      'no-backup',
      (path: string) => {
        writeFileSync(path, 'a letter');
        return path;
      },
      null,
    ],
  ] as const)('%s is told as %s', async (_what, code, spoil, other) => {
    const copy = join(newFolder(), 'copy.countymap');
    writeFileSync(copy, readFileSync(made.file));
    await expect(verifyBackup(spoil(copy), other ?? key)).rejects.toMatchObject({ code });
  });

  test.each(['change', 'auditEvent'] as const)('of a store whose %s was altered is refused', async (table) => {
    const folder = join(newFolder(), 'altered');
    await restoreBackup(made.file, key, { dataDir: folder, databaseUrl: null });
    const altered = await openStore({ dataDir: folder, databaseUrl: null });
    const given = { actor: 'office', address: '127.0.0.1', action: 'sign-in', subject: 'x', detail: {} };
    await recordEvent(altered, given);
    await recordEvent(altered, given);
    await altered.db.updateTable(table).set({ actor: 'somebody-else' }).where(ofRow(table), '=', 1).execute();
    const other = newFolder();
    const wanted = { code: 'chain-broken', values: { seq: 1 } };
    await expect(makeBackup({ dataDir: folder, databaseUrl: null }, other, key)).rejects.toMatchObject(wanted);
    expect(readdirSync(other)).toEqual([]);
    await altered.close();
  });

  test('is not restored into a folder that holds something', async () => {
    await expect(restoreBackup(made.file, key, place)).rejects.toMatchObject({ code: 'folder-not-empty' });
  });

  test('that cannot be written leaves nothing half', async () => {
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    await expect(makeBackup(place, join(file, 'below'), key)).rejects.toMatchObject({ code: 'not-writable' });
    expect(readdirSync(to).filter((name) => name.endsWith('.half'))).toEqual([]);
  });
});

test('a backup whose process is killed leaves none by that name, and its half goes with the next one', async () => {
  const dataDir = newFolder();
  const to = newFolder();
  const place = { dataDir, databaseUrl: null };
  const store = await openStore(place);
  await fillCounty(store);
  mkdirSync(join(dataDir, 'files'), { recursive: true });
  // Content that takes a while to be sealed, so that the kill falls into the writing.
  const bytes = randomBytes(20_000_000);
  writeFileSync(join(dataDir, 'files', `${createHash('sha256').update(bytes).digest('hex')}.json`), bytes);
  const cli = join(import.meta.dirname, '../../server/backup/cli.ts');
  const given = ['--data', dataDir, '--to', to, '--key', join(newFolder(), 'a.key')];
  const child = spawn(process.execPath, [cli, ...given], { stdio: 'ignore' });
  await vi.waitUntil(() => readdirSync(to).some((name) => name.endsWith('.half')), { timeout: 60_000, interval: 2 });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(backupsIn(to)).toEqual([]);
  const halves = () => readdirSync(to).filter((name) => name.endsWith('.half'));
  expect(halves()).toHaveLength(1);
  const { key } = readOrMakeKey(join(newFolder(), 'b.key'));
  const [left = ''] = halves();
  // Two that may still be being written: by a process that lives, and on another machine less than a day ago.
  const living = left.replace(/_\d+\.half$/, `_${process.ppid}.half`);
  const elsewhere = left.replace(/\.[^.]+_\d+\.half$/, '.elsewhere_1.half');
  for (const name of [living, elsewhere]) writeFileSync(join(to, name), '');
  const { file } = await makeBackup(place, to, key);
  expect(halves().sort()).toEqual([elsewhere, living].sort());
  const long = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(join(to, elsewhere), long, long);
  backUpNightly(place, { to, key: join(to, 'c.key') }).stop();
  expect(halves()).toEqual([living]);
  expect(await verifyBackup(file, key)).toMatchObject({ files: 2 });
  await store.close();
});

describe('which backups are kept', () => {
  const daily = Array.from({ length: 400 }, (_, at) => new Date(Date.UTC(2026, 9, 30 - at, 2)).toISOString());
  const today = '2026-10-30T12:00:00.000Z';
  test('of four hundred days: seven days, four weeks, twelve months', () => {
    const kept = daily.filter((at) => !toForget(daily, today).includes(at));
    expect(kept.slice(0, 7)).toEqual(daily.slice(0, 7));
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
    expect(new Set(kept.map((at) => at.slice(0, 7))).size).toBeGreaterThanOrEqual(12);
  });
  test('the only one, however old, stays', () => {
    expect(toForget(['2020-01-01T00:00:00.000Z'], today)).toEqual([]);
  });
  test('one with a day to come stays until then and takes no other’s place', () => {
    const ahead = '2027-02-03T02:00:00.000Z';
    const without = toForget(daily, today);
    expect(toForget([daily[0] ?? '', ahead, ...daily.slice(1)], today)).toEqual(without);
    expect(toForget([...daily, ahead], today)).toEqual(without);
    expect(toForget([daily[0] ?? '', ahead], '2028-01-01T00:00:00.000Z')).toEqual([]);
  });
  test('the night’s hour comes within a day', () => {
    expect(untilNextMs(new Date(2026, 9, 30, 1, 59))).toBe(60_000);
    expect(untilNextMs(new Date(2026, 9, 30, 2, 0))).toBe(86_400_000);
  });
});

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupName, backupsIn } from '../../server/backup/backups-in.ts';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { ageHours } from '../../server/backup/operations.ts';
import { verifyBackup } from '../../server/backup/read-backup.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { fillCounty } from '../api/small-county.ts';

const root = mkdtempSync(join(tmpdir(), 'county-map-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('which backup is the newest, whatever the clock said when it was made', () => {
  const dataDir = join(root, 'store');
  const place = { dataDir, databaseUrl: null };
  const key = Buffer.alloc(32, 5);
  let store: Store;
  beforeAll(async () => {
    store = await openStore(place);
    await fillCounty(store);
    return () => store.close();
  });
  const folder = (name: string) => {
    const made = join(root, name);
    mkdirSync(made);
    return made;
  };
  const make = async (to: string) => (await makeBackup(place, to, key)).file;
  /** As if made while the clock said so. */
  const namedAt = (file: string, to: string, at: string) => {
    const other = join(to, backupName(at));
    renameSync(file, other);
    return other;
  };
  const names = (to: string) => backupsIn(to).map(({ file }) => basename(file));
  /** A head as a release before this one wrote it. */
  const uncounted = (file: string) => {
    const bytes = readFileSync(file);
    const text = bytes.subarray(0, bytes.indexOf(10) + 1).toString();
    const bare = text.replace(/,"order":\d+/, '');
    expect(bare).not.toBe(text);
    writeFileSync(file, Buffer.concat([Buffer.from(bare), bytes.subarray(text.length)]));
  };
  const years = (by: number) => new Date(Date.now() + by * 365 * 86_400_000).toISOString();

  test('one made after another with a day to come, and after one of a past day', async () => {
    const to = folder('ahead');
    const ahead = namedAt(await make(to), to, years(9));
    // Of one day the rule keeps one.
    const second = namedAt(await make(to), to, years(-1));
    expect(names(to)).toEqual([basename(second), basename(ahead)]);
    const behind = namedAt(await make(to), to, years(-9));
    expect(names(to)).toEqual([behind, second, ahead].map((file) => basename(file)));
    const last = await make(to);
    expect(names(to)[0]).toBe(basename(last));
    expect(names(to)).toContain(basename(ahead));
    expect(await verifyBackup(last, key)).toMatchObject({ order: 4 });
  });

  test('those of former releases are older than any that is counted, by their instants, one to come the oldest', async () => {
    const to = folder('former');
    const [ahead, older, newer] = [years(9), years(-2), years(-1)];
    const made = await make(folder('elsewhere'));
    uncounted(made);
    for (const at of [ahead, older, newer]) copyFileSync(made, join(to, backupName(at)));
    expect(names(to)).toEqual([newer, older, ahead].map(backupName));
    expect(names(to)[0]).toBe(backupName(newer));
    const counted = await make(to);
    expect(names(to)).toEqual([basename(counted), ...[newer, older, ahead].map(backupName)]);
  });

  test('a damaged one keeps its place by its instant, so that a check of the newest finds it', async () => {
    const to = folder('damaged');
    const first = namedAt(await make(to), to, years(-1));
    const second = await make(to);
    writeFileSync(second, 'no head');
    expect(names(to)).toEqual([basename(second), basename(first)]);
    await expect(verifyBackup(second, key)).rejects.toMatchObject({ code: 'no-backup' });
  });

  test.each([
    ['an hour ago', -3_600_000, 1],
    ['this moment', 0, 0],
    ['to come', 1, null],
  ])('its age, made at an instant %s', (_, ms, age) => {
    const now = Date.UTC(2026, 9, 30);
    expect(ageHours(new Date(now + ms).toISOString(), now)).toBe(age);
  });
});

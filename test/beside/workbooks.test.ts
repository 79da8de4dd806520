import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';
import { sheetNotes } from '../../server/words/notes-sheet.message.ts';
import { shared } from './shared.ts';

const others = readdirSync(shared)
  .filter((folder) => folder.startsWith('excel_'))
  .flatMap((folder) =>
    readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => /\.(xlsx|xls|csv)$/.test(name))
  .filter((name) => readFileSync(join(shared, name)).length < 2_000_000);

describe('workbooks of others never break the reader', () => {
  test.each(others)('%s', { timeout: 20_000 }, async (name) => {
    const read = await readLedgers(name, new Uint8Array(readFileSync(join(shared, name))));
    for (const file of read) for (const { code } of file.notes) expect(sheetNotes[code] ?? code).not.toBe(code);
    expect(read.length).toBeGreaterThan(0);
  });
});

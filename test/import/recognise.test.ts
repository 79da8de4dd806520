import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readLimits } from '../../server/child/limits.ts';
import { recognise } from '../../server/import/recognise.ts';
import { readZipDirectory } from '../../server/import/zip-directory.ts';

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-recognise-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
const text = (words: string) => new TextEncoder().encode(words);

describe('what a folder holds', () => {
  test('parts of a shapefile and of an elevation grid stand together, the leading file first', () => {
    const folder = folderWith({
      '村界.dbf': 'x',
      '村界.shp': 'x',
      '村界.shx': 'x',
      '村界.prj': 'x',
      '村界.shp.xml': 'x',
      'dem.png': 'x',
      'dem.json': '{}',
      'dem.pgw': '1',
      '道路.geojson': '{}',
      '台账.csv': '村',
    });
    const { groups, notes } = recognise([folder], readLimits);
    expect(notes).toEqual([]);
    expect(groups.map(({ kind, file, parts }) => [kind, file, parts.length]).sort()).toEqual(
      [
        ['map', '村界.shp', 5],
        ['map', 'dem.png', 3],
        ['map', '道路.geojson', 1],
        ['ledger', '台账.csv', 1],
      ].sort(),
    );
  });
  test('hidden files and lock files of Office are passed over in silence, folders are walked', () => {
    const folder = folderWith({
      '.DS_Store': 'x',
      '~$台账.xlsx': 'x',
      '__MACOSX/a.shp': 'x',
      '一/二/村.geojson': '{}',
    });
    const { groups, notes } = recognise([folder], readLimits);
    expect(notes).toEqual([]);
    expect(groups.map(({ file }) => file)).toEqual(['一/二/村.geojson']);
  });
  test('an unknown file is passed over with a warning in a folder, refused when it is named', () => {
    const folder = folderWith({ '说明.docx.txt': 'x', '村.geojson': '{}' });
    const warned = recognise([folder], readLimits).notes;
    expect(warned).toMatchObject([{ code: 'file-not-recognised', severity: 'warning' }]);
    const refused = recognise([join(folder, '说明.docx.txt')], readLimits).notes;
    expect(refused).toMatchObject([{ code: 'file-not-recognised', severity: 'refused' }]);
  });
  test.each([
    ['nothing there', 'nowhere', 'file-missing'],
    ['an empty file', 'empty.csv', 'file-empty'],
    ['a workbook of the old kind', 'old.xls', 'old-workbook'],
    ['a zip cut short', 'cut.zip', 'zip-damaged'],
    ['a workbook that is none', 'none.xlsx', 'zip-damaged'],
    ['a zip without a map', 'letters.zip', 'zip-without-map'],
  ])('%s is refused by its sentence', (_, name, code) => {
    const zip = zipSync({ 'a.shp': text('shape') });
    const folder = folderWith({
      'empty.csv': '',
      'old.xls': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'cut.zip': zip.subarray(0, zip.length - 30),
      'none.xlsx': 'not a workbook',
      'letters.zip': zipSync({ 'letter.txt': text('dear') }),
    });
    expect(recognise([join(folder, name)], readLimits).notes).toMatchObject([{ code, severity: 'refused' }]);
  });
  test('a zip is told by its directory: workbook or map', () => {
    const folder = folderWith({
      'a.zip': zipSync({ 'x/村界.shp': text('s') }),
      'b.xlsx': zipSync({ 'xl/workbook.xml': text('w') }),
    });
    expect(recognise([folder], readLimits).groups.map(({ kind }) => kind)).toEqual(['map', 'ledger']);
  });
});

describe('the directory of a zip', () => {
  const zeros = zipSync({ 'a.shp': new Uint8Array(3 * 1024 * 1024), 'b.dbf': text('b') }, { level: 9 });
  test('says entries and unpacked size without unpacking', () => {
    const folder = folderWith({ 'a.zip': zeros });
    expect(readZipDirectory(join(folder, 'a.zip'))).toMatchObject({ entries: 2, unpackedBytes: 3 * 1024 * 1024 + 1 });
  });
  test.each([
    ['unpacked size', { unpackedMb: 2 }, 'zip-too-large'],
    ['entries', { entries: 1 }, 'zip-too-many-entries'],
  ])('beyond the limit of %s it is refused unopened', (_, limit, code) => {
    const folder = folderWith({ 'a.zip': zeros });
    const at = [join(folder, 'a.zip')];
    expect(recognise(at, { ...readLimits, ...limit }).notes).toMatchObject([{ code, severity: 'refused' }]);
    expect(recognise(at, { ...readLimits, unpackedMb: 4, entries: 2 }).notes).toEqual([]);
  });
});

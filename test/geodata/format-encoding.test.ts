import { describe, expect, test } from 'vitest';
import { columnNameOf } from '../../geodata/format/column-name.ts';
import { cellBytes, readDbf } from '../../geodata/format/dbf.ts';
import { tableRows } from '../../geodata/format/shapefile.ts';
import { decideEncoding, encodingOfCpg } from '../../geodata/format/text-encoding.ts';
import { encode, writeDbf } from './write-shapefile.ts';

const gbk = (...bytes: number[]) => Uint8Array.from(bytes);
const utf8 = (text: string) => new TextEncoder().encode(text);
/** 村, 镇, 东关 as GBK writes them. */
const [village, town, eastGate] = [gbk(0xb4, 0xe5), gbk(0xd5, 0xf2), gbk(0xb6, 0xab, 0xb9, 0xd8)];

describe('the encoding is decided by the bytes, hints come second', () => {
  const rows: [string, Uint8Array[], string | null, number, string, string | null][] = [
    ['plain letters', [utf8('abc')], null, 0, 'utf-8', null],
    ['GBK without a hint', [village, town, eastGate], null, 0, 'gb18030', null],
    ['GBK with its language byte', [village, town], null, 0x4d, 'gb18030', null],
    ['GBK under a .cpg that says UTF-8', [village, eastGate], 'UTF-8', 0, 'gb18030', 'UTF-8'],
    ['GBK under a Western language byte', [village, eastGate], null, 0x57, 'gb18030', null],
    ['UTF-8 under a Chinese language byte', [utf8('东关')], null, 0x4d, 'utf-8', null],
    ['UTF-8 under a .cpg that says GBK', [utf8('东关')], '936', 0, 'utf-8', '936'],
    ['UTF-8 cut inside a character', [utf8('东关').subarray(0, 5)], null, 0, 'utf-8', null],
    ['Western text without a hint', [gbk(0x4d, 0xe9, 0x78), gbk(0xd1, 0x61, 0x6e)], null, 0, 'windows-1252', null],
    ['Western text with its byte', [gbk(0x4d, 0xe9, 0x78)], null, 0x57, 'windows-1252', null],
    ['Cyrillic by its .cpg', [gbk(0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0)], '1251', 0, 'windows-1251', null],
    ['Big5 by its .cpg', [gbk(0xa4, 0xa4, 0xa4, 0xe5)], 'Big-5', 0, 'big5', null],
    ['a .cpg that is a web page', [village, eastGate], '<html>', 0, 'gb18030', null],
  ];
  for (const [what, texts, cpg, languageByte, label, wrongHint] of rows) {
    test(`${what} is ${label}`, () => {
      const decided = decideEncoding(texts, { cpg, languageByte });
      expect([decided.label, decided.wrongHint]).toEqual([label, wrongHint]);
    });
  }
  test('names in .cpg files are understood', () => {
    const names = [
      'UTF-8',
      '936',
      'GBK',
      'GB2312',
      'ANSI 1250',
      'cp1252',
      'ISO-8859-15',
      '88591',
      'Big-5',
      'shiftjis',
      '949',
      'koi8r',
      'latin2',
      '874',
      'nonsense',
    ];
    expect(names.map(encodingOfCpg)).toEqual([
      'utf-8',
      'gb18030',
      'gb18030',
      'gb18030',
      'windows-1250',
      'windows-1252',
      'iso-8859-15',
      'windows-1252',
      'big5',
      'shift_jis',
      'euc-kr',
      'koi8-r',
      'iso-8859-2',
      'windows-874',
      null,
    ]);
  });
});

describe('column names cut at ten bytes are completed', () => {
  const cut = (name: string) => utf8(name).subarray(0, 10);
  const rows: [string, Uint8Array, string, string][] = [
    ['行政区名称', cut('行政区名称'), 'utf-8', '行政区名称'],
    ['行政村代码', cut('行政村代码'), 'utf-8', '行政村代码'],
    ['行政村名称', cut('行政村名称'), 'utf-8', '行政村名'],
    ['所属乡镇名', cut('所属乡镇名'), 'utf-8', '所属乡镇'],
    ['行政区划代码', cut('行政区划代码'), 'utf-8', '行政区划代码'],
    ['行政村代码 in GBK', gbk(0xd0, 0xd0, 0xd5, 0xfe, 0xb4, 0xe5, 0xb4, 0xfa, 0xc2, 0xeb), 'gb18030', '行政村代码'],
    ['an unknown name', cut('某某某某某某'), 'utf-8', '某某某'],
    ['a Western name', utf8('NAME_LATIN'), 'windows-1252', 'NAME_LATIN'],
  ];
  for (const [what, bytes, label, name] of rows)
    test(what, () => expect(columnNameOf(bytes, label, what.includes('代码'))).toBe(name));
});

describe('whole tables in many encodings', () => {
  const rows: [label: string, languageByte: number, cpg: string | null, cells: string[]][] = [
    ['gb18030', 0, null, ['中塬', '岫阳镇', '东关社区']],
    ['gb18030', 0x4d, null, ['中塬', '岫阳镇', '东关社区']],
    ['utf-8', 0, null, ['中塬', '岫阳镇', 'Sézanne']],
    ['windows-1252', 0x57, null, ['Sézanne', 'Müllheim', 'Århus']],
    ['big5', 0, 'Big-5', ['臺北', '鳳山', '岡山']],
    ['shift_jis', 0, 'Shift_JIS', ['東京', '札幌', '那覇']],
    ['euc-kr', 0, 'EUC-KR', ['서울', '부산', '대구']],
    ['koi8-r', 0, 'KOI8-R', ['Москва', 'Казань', 'Омск']],
    ['windows-1251', 0, 'ANSI 1251', ['Москва', 'Казань', 'Омск']],
    ['iso-8859-2', 0, 'latin2', ['Łódź', 'Kraków', 'Wrocław']],
    ['windows-874', 0, '874', ['เชียงใหม่', 'ภูเก็ต', 'ตรัง']],
  ];
  test.each(rows)('%s (language byte %i, .cpg %s): no letter lost', (label, languageByte, cpg, cells) => {
    const table = readDbf(
      writeDbf(
        ['NAME'],
        cells.map((cell) => [cell]),
        { encoding: label, languageByte },
      ),
    );
    const texts = table.rows.flatMap((row) => table.columns.map((column) => cellBytes(row, column)));
    const encoding = decideEncoding(texts, { cpg, languageByte: table.languageByte });
    expect(encoding.label).toBe(label);
    expect(tableRows(table, encoding).map(({ NAME }) => NAME)).toEqual(cells);
  });
  test('columns of the same name are all kept', () => {
    const table = readDbf(writeDbf(['name', 'name', 'NAME'], [['a', 'b', 'c']], { encoding: 'utf-8' }));
    const [row] = tableRows(table, { label: 'utf-8', basis: 'ascii', wrongHint: null });
    expect(Object.values(row ?? {})).toEqual(['a', 'b', 'c']);
  });
  test('a row cut off at the end of the file is not made up', () => {
    const bytes = writeDbf(['NAME'], [['东关'], ['西关'], ['南街']], { encoding: 'gb18030' });
    const table = readDbf(bytes.subarray(0, bytes.length - 4));
    expect([table.rows.length, table.declaredRows]).toEqual([2, 3]);
  });
  test('a letter the encoding has not cannot be written', () => expect(() => encode('岫', 'koi8-r')).toThrow());
});

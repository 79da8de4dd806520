import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cellBytes, readDbf } from '../../geodata/format/dbf.ts';
import { tableRows } from '../../geodata/format/shapefile.ts';
import { decideEncoding } from '../../geodata/format/text-encoding.ts';
import { shared } from './shared.ts';

describe('real tables in many encodings', () => {
  const rows: [string, string, string][] = [
    ['gbk', 'gb18030', '中'],
    ['gb2312', 'gb18030', '中'],
    ['utf8', 'utf-8', ''],
    ['latin1', 'windows-1252', ''],
    ['ldid/chinese', 'gb18030', ''],
    ['cpg/big5', 'big5', ''],
    ['cpg/shiftjis', 'shift_jis', ''],
    ['cpg/euckr', 'euc-kr', ''],
    ['cpg/koi8r', 'koi8-r', ''],
    ['cpg/win1251', 'windows-1251', ''],
    ['cpg/latin2', 'iso-8859-2', ''],
    ['cpg/win874', 'windows-874', ''],
  ];
  for (const [stem, label] of rows) {
    test(`${stem}.dbf is ${label}, no letter lost`, () => {
      const path = join(shared, 'shapefile_encoding/mapshaper_dbf', stem);
      const table = readDbf(new Uint8Array(readFileSync(`${path}.dbf`)));
      const cpg = existsSync(`${path}.cpg`) ? readFileSync(`${path}.cpg`, 'latin1') : null;
      const texts = table.rows.flatMap((row) => table.columns.map((column) => cellBytes(row, column)));
      const encoding = decideEncoding(texts, { cpg, languageByte: table.languageByte });
      expect(encoding.label).toBe(label);
      expect(JSON.stringify(tableRows(table, encoding))).not.toContain('\ufffd');
    });
  }
  test('columns of the same name are all kept', () => {
    const table = readDbf(
      new Uint8Array(readFileSync(join(shared, 'shapefile_encoding/mapshaper_dbf/duplicate_fields.dbf'))),
    );
    const [row] = tableRows(table, { label: 'utf-8', basis: 'ascii', wrongHint: null });
    expect(Object.keys(row ?? {})).toHaveLength(table.columns.length);
  });
});

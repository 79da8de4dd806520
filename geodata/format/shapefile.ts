import { columnNameOf } from './column-name.ts';
import { cellBytes, type DbfColumn, type DbfTable, readDbf } from './dbf.ts';
import { type CellValue, type RawFeature, type RawLayer, Unreadable } from './raw-layer.ts';
import { readShp } from './shp.ts';
import { decideEncoding, decodeFile, decodeText, encodingOfCpg, type TextEncoding } from './text-encoding.ts';

/** The parts of one shapefile, by ending. */
export interface ShapefileParts {
  shp?: Uint8Array;
  dbf?: Uint8Array;
  shx?: Uint8Array;
  prj?: Uint8Array;
  cpg?: Uint8Array;
}

/**
 * Reads one shapefile whole or not at all. Refuses with {@link Unreadable}: shp-missing, dbf-not-a-table, dbf-rows-differ and what
 * {@link readShp} refuses. A missing attribute table, a lying .cpg and shapes without numbers become notes.
 */
export function readShapefile(file: string, parts: ShapefileParts): RawLayer {
  if (!parts.shp) throw new Unreadable('shp-missing');
  const layer: RawLayer = {
    file,
    format: 'shapefile',
    features: [],
    prj: null,
    crsName: null,
    encoding: null,
    notes: [],
  };
  const note = (code: string, values = {}, feature?: number) =>
    layer.notes.push({ code, severity: 'warning', at: { file, feature }, values });
  const { geometries, withoutNumbers } = readShp(parts.shp, parts.shx ?? null);
  for (const number of withoutNumbers) note('shape-without-numbers', {}, number);
  if (parts.prj) layer.prj = decodeFile(parts.prj).text;
  if (geometries.length === 0) throw new Unreadable('no-features');
  if (!parts.dbf) note('dbf-missing');
  const table = parts.dbf ? readDbf(parts.dbf) : null;
  if (table && table.rows.length !== geometries.length) {
    throw new Unreadable('dbf-rows-differ', { rows: table.rows.length, shapes: geometries.length });
  }
  const cpg = parts.cpg ? cpgText(parts.cpg) : null;
  const encoding = table ? decideEncoding(textsOf(table), { cpg, languageByte: table.languageByte }) : null;
  if (cpg !== null && encodingOfCpg(cpg) === null) note('cpg-not-understood');
  if (encoding?.wrongHint) note('cpg-contradicted', { said: encoding.wrongHint, encoding: encoding.label });
  if (encoding?.basis === 'guess') note('encoding-from-bytes', { encoding: encoding.label });
  layer.encoding = encoding && encoding.basis !== 'ascii' ? encoding.label : null;
  const rows = table && encoding ? tableRows(table, encoding) : null;
  layer.features = geometries.flatMap((geometry, i): RawFeature[] => {
    if (table?.deleted[i]) return [];
    return [{ number: i + 1, geometry, properties: rows?.[i] ?? {} }];
  });
  return layer;
}

const cpgText = (bytes: Uint8Array) => decodeFile(bytes.subarray(0, 64)).text.replaceAll('\0', '').trim();

function textsOf(table: DbfTable): Uint8Array[] {
  const texts = table.columns.filter(({ type }) => type === 'C');
  return [
    ...table.columns.map(({ nameBytes }) => nameBytes),
    ...table.rows.flatMap((row) => texts.map((column) => cellBytes(row, column))),
  ];
}

/** Rows by column name; a name cut inside a character is completed to the column it must be, if it is a known one. */
export function tableRows(table: DbfTable, encoding: TextEncoding): Record<string, CellValue>[] {
  const names = new Set<string>();
  const columns = table.columns.map((column) => {
    let name = columnNameOf(column.nameBytes, encoding.label, holdsDigits(table, column));
    for (let n = 2; names.has(name); n++) name = `${name.replace(/~\d+$/, '')}~${n}`;
    names.add(name);
    return { name, column };
  });
  return table.rows.map((row) =>
    Object.fromEntries(columns.map(({ name, column }) => [name, cellOf(row, column, encoding.label)])),
  );
}

/** Whether most of the first cells of a column are codes or numbers. */
function holdsDigits(table: DbfTable, column: DbfColumn): boolean {
  const cells = table.rows
    .slice(0, 20)
    .map((row) => cellBytes(row, column))
    .filter((cell) => cell.length > 0);
  return cells.filter((cell) => cell.every((byte) => byte >= 0x2e && byte <= 0x39)).length * 2 > cells.length;
}

function cellOf(row: Uint8Array, column: DbfColumn, label: string): CellValue {
  const bytes = cellBytes(row, column);
  if (bytes.length === 0) return null;
  if (column.type === 'C') return decodeText(bytes, label);
  const text = new TextDecoder('latin1').decode(bytes).trim();
  if (column.type === 'L') return /[YyTt]/.test(text) ? true : /[NnFf]/.test(text) ? false : null;
  if (column.type === 'N' || column.type === 'F') {
    // Twelve digits and more stay text: codes are written into number columns too.
    if (/^\d{12,}$/.test(text)) return text;
    const value = Number(text);
    return text === '' || Number.isNaN(value) ? null : value;
  }
  return text;
}

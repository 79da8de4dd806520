import type { LedgerValue, ReadFile } from '../../geodata/format/hand-over.ts';
import { printable } from '../words/share/rules.ts';

/** What a file says, without characters that a store or a document cannot keep: they are seen by nobody, and come from old tables and phones. */
export function printableFile(file: ReadFile): ReadFile {
  switch (file.is) {
    case 'boundaries':
      return { ...file, areas: file.areas.map(textsOf) };
    case 'ledger':
      return { ...file, rows: file.rows.map(({ row, cells }) => ({ row, cells: cellsOf(cells) })) };
    case 'roads':
    case 'rivers':
    case 'places':
      return {
        ...file,
        features: file.features.map((feature) => ({ ...feature, properties: textsOf(feature.properties ?? {}) })),
      };
    case 'terrain':
    case 'refused':
      return file;
  }
}

/** The same with every text that stands directly in it printable. */
const textsOf = <Part extends object>(part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, typeof value === 'string' ? printable(value) : value]),
  ) as Part;

const cellsOf = (cells: Record<string, LedgerValue>): Record<string, LedgerValue> =>
  Object.fromEntries(
    Object.entries(cells).map(([key, value]) => [
      printable(key),
      typeof value === 'string' ? printable(value) : Array.isArray(value) ? value.map(printable) : value,
    ]),
  );

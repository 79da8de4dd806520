import type { LayerClass } from '../../server/layer/layer.ts';
import type { ListRow } from '../../server/list/answer.ts';
import type { Lang } from '../ui/format.ts';

/** A column of the list: its own four, or a further one by its key. */
export type ListColumn = 'place' | 'town' | 'class' | 'value' | 'why' | `cell:${string}`;

export interface ListOrder {
  column: ListColumn;
  descending: boolean;
}

/** The order after a click on a column: up, down, then the list's own order again. */
export function nextOrder(order: ListOrder | null, column: ListColumn): ListOrder | null {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? null : { column, descending: true };
}

/**
 * Rows by one column; null order is the list's own (worst first). Places and towns keep the official order of the
 * county, never the alphabet; classes go from best to worst; empty cells stand last either way. Equal rows keep their order.
 */
export function sortRows(
  rows: ListRow[],
  order: ListOrder | null,
  { classes, lang }: { classes: LayerClass[]; lang: Lang },
): ListRow[] {
  if (!order) return rows;
  const rankOfTown = townRanks(rows);
  const rankOfClass = new Map(classes.map(({ id }, i) => [id, i]));
  const keyOf = (row: ListRow): string | number | null => {
    switch (order.column) {
      case 'place':
        return row.fid;
      case 'town':
        return rankOfTown.get(row.town) ?? null;
      case 'class':
        return rankOfClass.get(row.class) ?? null;
      case 'value':
        return row.value;
      case 'why':
        return row.why[lang];
      default:
        return row.cells[order.column.slice('cell:'.length)] ?? null;
    }
  };
  const collator = new Intl.Collator(lang, { numeric: true });
  const sign = order.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null || a.key === '' || b.key === '') {
        return Number(a.key === null || a.key === '') - Number(b.key === null || b.key === '');
      }
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
      return sign * collator.compare(String(a.key), String(b.key));
    })
    .map(({ row }) => row);
}

/** Towns by their first place: places are numbered town by town in official order. */
function townRanks(rows: ListRow[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const { town, fid } of rows) ranks.set(town, Math.min(fid, ranks.get(town) ?? fid));
  return ranks;
}

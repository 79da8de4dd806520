import type { LedgerFile } from '../../../geodata/format/hand-over.ts';
import type { Note } from '../../../geodata/note.ts';
import { Cells, townOf, villageOf } from '../cells.ts';
import {
  type Counts,
  type LedgerStock,
  type LinkageKept,
  placeOf,
  type ResponsibilityKept,
  spotOf,
} from '../ledger-stock.ts';
import { canonical } from './plan-reports.ts';

export interface PeoplePlan<Record> {
  /** Records to write: new ones and those that differ. */
  records: Record[];
  counts: Counts;
}

/** 联系包抓表 — leaders and their towns. One leader, town and first day is one linkage; a later list may close it. */
export function planLinkages(ledgers: LedgerFile[], stock: LedgerStock, notes: Note[]): PeoplePlan<LinkageKept> {
  const given = ledgers.flatMap((ledger) =>
    ledger.rows.flatMap((row): LinkageKept[] => {
      const cells = new Cells(row);
      const at = spotOf(ledger, row);
      const wanted = { code: cells.text('code'), town: townOf(cells), village: null };
      const leaderId = stock.people.idOf({
        name: cells.text('leader') ?? '',
        post: cells.text('post'),
        unit: cells.text('unit'),
        workPhone: cells.text('phone'),
        position: cells.number('position'),
      });
      if (!leaderId) {
        notes.push({ code: 'row-incomplete', severity: 'refused', at, values: { field: 'leader' } });
        return [];
      }
      // A leader without a town stands in the list for rank and post alone.
      if (wanted.town === null && wanted.code === null) return [];
      const town = placeOf(stock.findTown, wanted, { at, notes });
      if (!town) return [];
      const known = stock.linkages.find((linkage) => linkage.leaderId === leaderId && linkage.townId === town.areaId);
      const fromOn = cells.text('fromOn') ?? known?.fromOn ?? stock.today;
      return [{ leaderId, townId: town.areaId, fromOn, toOn: cells.text('toOn') }];
    }),
  );
  return against(given, stock.linkages, ({ leaderId, townId, fromOn }) => `${leaderId} ${townId} ${fromOn}`);
}

/** 责任清单 — who answers for a place in which function; a function of a place has one holder. */
export function planResponsibilities(
  ledgers: LedgerFile[],
  stock: LedgerStock,
  notes: Note[],
): PeoplePlan<ResponsibilityKept> {
  const given = ledgers.flatMap((ledger) =>
    ledger.rows.flatMap((row): ResponsibilityKept[] => {
      const cells = new Cells(row);
      const at = spotOf(ledger, row);
      const wanted = { code: cells.text('code'), town: townOf(cells), village: villageOf(cells) };
      const find = wanted.village === null && (wanted.code?.length ?? 0) < 12 ? stock.findTown : stock.findPlace;
      const place = placeOf(find, wanted, { at, notes });
      const duty = cells.text('function');
      const unit = cells.text('unit') ?? place?.name ?? null;
      const personId = stock.people.idOf({
        name: cells.text('name') ?? '',
        post: cells.text('post'),
        unit,
        workPhone: cells.text('phone'),
      });
      if (!duty || !personId) {
        const field = duty ? 'name' : 'function';
        notes.push({ code: 'row-incomplete', severity: 'refused', at, values: { field } });
        return [];
      }
      return place ? [{ areaId: place.areaId, function: duty, personId }] : [];
    }),
  );
  return against(given, stock.responsibilities, (duty) => `${duty.areaId} ${duty.function}`);
}

function against<Kept>(given: Kept[], stored: Kept[], keyOf: (record: Kept) => string): PeoplePlan<Kept> {
  const known = new Map(stored.map((record) => [keyOf(record), record]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const records = [...new Map(given.map((record) => [keyOf(record), record])).values()].filter((record) => {
    const before = known.get(keyOf(record));
    const kind = !before ? 'added' : canonical(before) === canonical(record) ? 'unchanged' : 'changed';
    counts[kind]++;
    return kind !== 'unchanged';
  });
  return { records, counts };
}

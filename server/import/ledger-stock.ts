import type { LedgerFile, LedgerRow } from '../../geodata/format/hand-over.ts';
import type { Note, Spot } from '../../geodata/note.ts';
import type { Linkage, Visit } from '../inspection/rules.ts';
import type { LocalDate, Role } from '../rights/view.ts';
import { namesOf } from '../words/names/rules.ts';
import { Cells, townOf, villageOf } from './cells.ts';
import type { PeopleBook } from './people-book.ts';
import type { OrganisationReport, VenueReport } from './records.ts';

export type VisitReport = Omit<Visit, 'since'> & { source?: string };
export type LinkageKept = Omit<Linkage, 'id' | 'since'>;
export interface ResponsibilityKept {
  areaId: string;
  function: string;
  personId: string;
}

/** A place of the county a row can speak of. */
export interface LedgerPlace {
  areaId: string;
  name: string;
  /** Every way the name is written: short, official. */
  names: string[];
}

export interface PlaceWanted {
  code: string | null;
  town: string | null;
  village: string | null;
}

/** A row's place, or the full names of those it may be (empty: none), or that it was left out as another county’s. */
export type PlaceFound = { place: LedgerPlace } | { candidates: string[] } | { leftOut: true };

/** What the ledgers are met with: the places after the boundaries of this import, and the records as the store holds them. */
export interface LedgerStock {
  findPlace: (wanted: PlaceWanted) => PlaceFound;
  findTown: (wanted: PlaceWanted) => PlaceFound;
  /** What a place is called; its id where it is not of the county any more. */
  placeName: (areaId: string) => string;
  today: LocalDate;
  venues: Map<string, VenueReport>;
  organisations: Map<string, OrganisationReport>;
  /** Visits by their number; an old store may hold two of one. */
  visits: Map<string, VisitReport[]>;
  /** Keys of the checklist in force. */
  checklist: string[];
  /** What the person answered beforehand: numbers of visits that are the ones of the store, `early` for those before the campaign, marks of venues that are so. */
  confirmed: string[];
  /** First day of the campaign; null where none is known. */
  campaignFrom: LocalDate | null;
  linkages: LinkageKept[];
  responsibilities: ResponsibilityKept[];
  /** Reports the store holds or held, as `venue AREA DAY`; so that an old ledger given again changes nothing. */
  reported: Set<string>;
  people: PeopleBook;
  /** Whose rights by field hold for what the files say; null: the office’s own shell, which carries what every department said. */
  by: Role | null;
}

export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
}

/** A row that found its place and day. */
export interface PlacedRow {
  cells: Cells;
  place: LedgerPlace;
  reportedOn: LocalDate;
  /** The day is the import's, the row has none. */
  undated: boolean;
  at: Spot;
  row: LedgerRow;
}

export const spotOf = (ledger: LedgerFile, row: LedgerRow): Spot => ({
  file: ledger.file,
  sheet: ledger.sheet,
  row: row.row,
});

/** The place of a row, or null with a note that says which it may be. */
export function placeOf(
  find: (wanted: PlaceWanted) => PlaceFound,
  wanted: PlaceWanted,
  { at, notes }: { at: Spot; notes: Note[] },
): LedgerPlace | null {
  if (wanted.code === null && wanted.town === null && wanted.village === null) {
    notes.push({ code: 'row-incomplete', severity: 'question', at, values: { field: 'village' } });
    return null;
  }
  const found = find(wanted);
  if ('place' in found) return found.place;
  const values = { wanted: [wanted.town, wanted.village ?? wanted.code].filter((part) => part !== null).join(' ') };
  if ('leftOut' in found) {
    notes.push({ code: 'row-other-county', severity: 'warning', at, values });
    return null;
  }
  if (found.candidates.length > 0) {
    const candidates = namesOf(found.candidates);
    notes.push({ code: 'row-place-unclear', severity: 'question', at, values: { ...values, candidates } });
  } else notes.push({ code: 'row-place-unknown', severity: 'question', at, values });
  return null;
}

/** The day a row was reported on; the day of the import when it has none. A day after today is a question. */
function dayOf(
  cells: Cells,
  today: LocalDate,
  { at, notes }: { at: Spot; notes: Note[] },
): { on: LocalDate; undated: boolean } {
  const on = cells.text('reportedOn');
  if (on === null) return { on: today, undated: true };
  if (on > today) notes.push({ code: 'ledger-in-future', severity: 'question', at, values: { day: on, today } });
  return { on, undated: false };
}

/** Rows of village ledgers that found place and day; one note for all undated rows of a sheet. */
export function placeRows(ledgers: LedgerFile[], stock: LedgerStock, notes: Note[]): PlacedRow[] {
  return ledgers.flatMap((ledger) => {
    const placed = ledger.rows.flatMap((row): PlacedRow[] => {
      const cells = new Cells(row);
      const at = spotOf(ledger, row);
      const wanted = { code: cells.text('code'), town: townOf(cells), village: villageOf(cells) };
      const place = placeOf(stock.findPlace, wanted, { at, notes });
      if (!place) return [];
      const { on, undated } = dayOf(cells, stock.today, { at, notes });
      return [{ cells, place, reportedOn: on, undated, at, row }];
    });
    const undated = placed.filter((row) => row.undated);
    if (undated.length > 0) {
      const at = { file: ledger.file, sheet: ledger.sheet };
      const values = { rows: undated.length, day: stock.today };
      notes.push({ code: 'rows-without-day', severity: 'warning', at, values });
    }
    return onceADay(placed, notes);
  });
}

/** In one sheet a place stands once for a day: a repeated row is taken once, a differing one is a question. */
function onceADay(rows: PlacedRow[], notes: Note[]): PlacedRow[] {
  const first = new Map<string, PlacedRow>();
  return rows.filter((row) => {
    const key = `${row.place.areaId} ${row.reportedOn}`;
    const other = first.get(key);
    if (!other) {
      first.set(key, row);
      return true;
    }
    const values = { wanted: row.place.name, other: other.row.row };
    const same = JSON.stringify(row.row.cells) === JSON.stringify(other.row.cells);
    notes.push({
      code: same ? 'row-repeated' : 'row-twice',
      severity: same ? 'warning' : 'question',
      at: row.at,
      values,
    });
    return false;
  });
}

import type { Selectable } from 'kysely';
import { sayTheSame } from '../change/same/rules.ts';
import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import type { Tables, Versioned } from '../db/schema.ts';
import type { Finding, Visit } from './rules.ts';

/**
 * 督查记录 — a visit as reported: the record `id`, or where that is left out the one of its number. `at` is when the county knew it, now when left out.
 */
export type VisitReport = Omit<Visit, 'id' | 'since'> & { id?: string; at?: string; source?: string };

type VisitRow = Omit<Selectable<Tables['visit']>, keyof Versioned>;
type PlaceRow = Selectable<Tables['visitPlace']>;

/** Records visits in the order given; one that says nothing new writes nothing. A village taken off a visit ends there. Gives how many were written. */
export async function recordVisits(tx: Transaction, reports: VisitReport[]): Promise<number> {
  const book = new VisitBook(tx);
  const named = reports.flatMap(({ id }) => id ?? []);
  const numbers = reports.flatMap(({ id, number }) => (id === undefined && number !== '' ? number : []));
  for (const [column, keys] of [
    ['id', named],
    ['number', numbers],
  ] as const) {
    const wanted = [...new Set(keys)];
    for (let from = 0; from < wanted.length; from += atOnce) await book.open(column, wanted.slice(from, from + atOnce));
  }
  for (const report of reports) await book.record(report);
  await book.store();
  return book.written;
}

/** Numbers asked for in one query. */
const atOnce = 500;

class VisitBook {
  readonly #tx: Transaction;
  readonly #rows = new Map<string, VisitRow>();
  readonly #idOf = new Map<string, string>();
  readonly #places = new Map<string, Map<string, { findings: string; pending: PlaceRow | null }>>();
  readonly #newRows: (VisitRow & { since: number; until: null })[] = [];
  readonly #newPlaces: PlaceRow[] = [];
  written = 0;

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  /** Reads what stands of the visits of these ids or numbers. */
  async open(column: 'id' | 'number', keys: string[]): Promise<void> {
    const kept = await this.#tx.db
      .selectFrom('visit')
      .where('until', 'is', null)
      .where(column, 'in', keys)
      .orderBy('since')
      .selectAll()
      .execute();
    for (const { since: _since, until: _until, ...row } of kept) this.#keep(row);
    if (kept.length === 0) return;
    const places = await this.#tx.db
      .selectFrom('visitPlace')
      .where('until', 'is', null)
      .where(
        'visitId',
        'in',
        kept.map(({ id }) => id),
      )
      .selectAll()
      .execute();
    for (const { visitId, areaId, findings } of places) this.#of(visitId).set(areaId, { findings, pending: null });
  }

  async record({ at, source, places, ...report }: VisitReport): Promise<void> {
    const id = report.id ?? this.#idOf.get(report.number) ?? newId();
    const before = this.#rows.get(id);
    const row: VisitRow = { ...report, id, announced: report.announced ? 1 : 0 };
    const findings = new Map(places.map((place) => [place.areaId, JSON.stringify(place.findings satisfies Finding[])]));
    const stood = this.#of(row.id);
    const standing = new Map([...stood].map(([areaId, place]) => [areaId, place.findings]));
    if (before && sayTheSame(before, row) && sayTheSame(Object.fromEntries(standing), Object.fromEntries(findings)))
      return;
    const placeId = places.length === 1 ? (places[0]?.areaId ?? null) : null;
    const since = this.#tx.change({
      action: row.state === 'planned' ? 'plan' : 'visit',
      subject: 'visit',
      subjectId: row.id,
      placeId,
      at,
      source,
      sealed: row.state === 'planned' && row.announced === 0 ? (row.team ?? '') : null,
    });
    this.written++;
    this.#keep(row);
    this.#newRows.push({ ...row, since, until: null });
    for (const areaId of standing.keys()) if (!findings.has(areaId)) await this.#end(row.id, areaId, since);
    for (const [areaId, text] of findings) {
      if (standing.get(areaId) === text) continue;
      const pending: PlaceRow = { visitId: row.id, areaId, findings: text, since, until: null };
      stood.set(areaId, { findings: text, pending });
      this.#newPlaces.push(pending);
    }
  }

  #keep(row: VisitRow): void {
    this.#rows.set(row.id, row);
    if (row.number !== '') this.#idOf.set(row.number, row.id);
  }

  async store(): Promise<void> {
    await this.#tx.insertVersions('visit', this.#newRows);
    await this.#tx.insertVersions('visitPlace', this.#newPlaces);
  }

  async #end(visitId: string, areaId: string, seq: number): Promise<void> {
    const place = this.#of(visitId).get(areaId);
    this.#of(visitId).delete(areaId);
    if (place?.pending) place.pending.until = seq;
    else await this.#tx.endVersion('visitPlace', [visitId, areaId], seq);
  }

  #of(visitId: string) {
    const places = this.#places.get(visitId) ?? new Map<string, { findings: string; pending: PlaceRow | null }>();
    this.#places.set(visitId, places);
    return places;
  }
}

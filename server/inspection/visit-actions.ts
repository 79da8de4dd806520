import { sayTheSame } from '../change/record-reports.ts';
import type { Transaction } from '../change/write.ts';
import { newId } from '../id.ts';
import type { Finding, Visit } from './rules.ts';

/** 督查记录 — a visit as reported, found again by its number; `at` is when the county knew it, now when left out. */
export type VisitReport = Omit<Visit, 'id' | 'since'> & { at?: string; source?: string };

interface VisitRow {
  id: string;
  number: string;
  occurredOn: string;
  state: string;
  level: string;
  announced: number;
  team: string | null;
  leaderId: string | null;
  reportedOn: string;
}
interface PlaceRow {
  visitId: string;
  areaId: string;
  findings: string;
  since: number;
  until: number | null;
}

/** Records visits in the order given; one that says nothing new writes nothing. A village taken off a visit ends there. Gives how many were written. */
export async function recordVisits(tx: Transaction, reports: VisitReport[]): Promise<number> {
  const book = new VisitBook(tx);
  const numbers = [...new Set(reports.map(({ number }) => number))];
  for (let from = 0; from < numbers.length; from += atOnce) await book.open(numbers.slice(from, from + atOnce));
  for (const report of reports) await book.record(report);
  await book.store();
  return book.written;
}

/** Numbers asked for in one query. */
const atOnce = 500;

class VisitBook {
  readonly #tx: Transaction;
  readonly #rows = new Map<string, VisitRow>();
  readonly #places = new Map<string, Map<string, { findings: string; pending: PlaceRow | null }>>();
  readonly #newRows: (VisitRow & { since: number; until: null })[] = [];
  readonly #newPlaces: PlaceRow[] = [];
  written = 0;

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  /** Reads what stands of the visits of these numbers. */
  async open(numbers: string[]): Promise<void> {
    const kept = await this.#tx.db
      .selectFrom('visit')
      .where('until', 'is', null)
      .where('number', 'in', numbers)
      .where('number', '<>', '')
      // A plan has its number from a ledger; where a visit made has the same one, the ledger means that.
      .orderBy('state', 'desc')
      .selectAll()
      .execute();
    for (const { since: _since, until: _until, ...row } of kept) this.#rows.set(row.number, row);
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
    const before = this.#rows.get(report.number);
    const row: VisitRow = { id: before?.id ?? newId(), ...report, announced: report.announced ? 1 : 0 };
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
    this.#rows.set(row.number, row);
    this.#newRows.push({ ...row, since, until: null });
    for (const areaId of standing.keys()) if (!findings.has(areaId)) await this.#end(row.id, areaId, since);
    for (const [areaId, text] of findings) {
      if (standing.get(areaId) === text) continue;
      const pending: PlaceRow = { visitId: row.id, areaId, findings: text, since, until: null };
      stood.set(areaId, { findings: text, pending });
      this.#newPlaces.push(pending);
    }
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

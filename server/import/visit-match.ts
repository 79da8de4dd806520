import type { Note, Spot } from '../../geodata/note.ts';
import { apartOf, isOneTrip } from '../inspection/trip.rules.ts';
import { isOwnNumber } from '../inspection/visit-number.ts';
import { entriesOf, namesOf } from '../words/names/rules.ts';
import type { LedgerStock, VisitReport } from './ledger-stock.ts';
import type { VisitRead } from './plan/plan-visits.ts';

/** Finds the record a row of an inspection log speaks of, and asks where its number alone would name another. */
export class VisitMatch {
  readonly #stock: LedgerStock;
  readonly #notes: Note[];
  /** Visits by number, as the rows before left them. */
  readonly #stand: Map<string, VisitReport[]>;
  readonly #onDay: Map<string, VisitReport[]>;

  constructor(stock: LedgerStock, notes: Note[]) {
    this.#stock = stock;
    this.#notes = notes;
    this.#stand = new Map(stock.visits);
    this.#onDay = Map.groupBy([...stock.visits.values()].flat(), ({ occurredOn }) => occurredOn);
  }

  /** The visit that stands; null: it is new; `asked`: only a person can say, and nothing of the row is taken. */
  find(visit: VisitRead['visit'], at: Spot): VisitReport | null | 'asked' {
    const stand = this.#stand.get(visit.number) ?? [];
    if (stand.length === 0) return this.#isAskedAsNew(visit, at) ? 'asked' : null;
    // An earlier report changes nothing: it is asked about only where it tells of other places.
    const alike = stand.filter((one) => {
      const apart = apartOf(one, visit);
      return visit.reportedOn < one.reportedOn ? !apart.includes('places') : apart.length === 0;
    });
    const [only, ...more] = alike.length > 0 ? alike : stand;
    const confirmed = alike.length > 0 || this.#stock.confirmed.includes(visit.number);
    if (only && more.length === 0 && confirmed) return only;
    const values = {
      number: visit.number,
      count: stand.length,
      theirs: entriesOf(stand.map((one) => this.#said(one))),
      ours: this.#said(visit),
    };
    const code = stand.length === 1 ? 'visit-number-other' : 'visit-number-shared';
    this.#notes.push({ code, severity: 'question', at, values });
    return 'asked';
  }

  keep(visit: VisitReport): void {
    const others = (this.#stand.get(visit.number) ?? []).filter(({ id }) => id !== visit.id);
    this.#stand.set(visit.number, [...others, visit]);
    this.#onDay.set(visit.occurredOn, [...(this.#onDay.get(visit.occurredOn) ?? []), visit]);
  }

  #isAskedAsNew(visit: VisitRead['visit'], at: Spot): boolean {
    const { number, occurredOn, state } = visit;
    const { campaignFrom, confirmed } = this.#stock;
    if (state === 'planned' && isOwnNumber(number)) {
      this.#notes.push({ code: 'visit-number-ours', severity: 'question', at, values: { number } });
      return true;
    }
    if (
      campaignFrom !== null &&
      occurredOn < campaignFrom &&
      !confirmed.some((one) => one === 'early' || one === number)
    ) {
      const values = { number, day: occurredOn, from: campaignFrom };
      this.#notes.push({ code: 'visit-before-campaign', severity: 'question', at, values });
      return true;
    }
    this.#noteTrip(visit, at);
    return false;
  }

  /** One trip under two numbers gets a note: it counts once. */
  #noteTrip(visit: VisitRead['visit'], at: Spot): void {
    const villages = new Set(visit.places.map(({ areaId }) => areaId));
    const again = this.#onDay
      .get(visit.occurredOn)
      ?.find((one) => isOneTrip(one, visit) && one.places.some(({ areaId }) => villages.has(areaId)));
    if (!again) return;
    const values = { number: visit.number, other: again.number, ours: this.#said(visit) };
    this.#notes.push({ code: 'visit-trip-again', severity: 'warning', at, values });
  }

  #said({ occurredOn, team, places }: Pick<VisitReport, 'occurredOn' | 'team' | 'places'>): string {
    const names = namesOf(places.map(({ areaId }) => this.#stock.placeName(areaId)));
    return [occurredOn, team, names].filter((part) => part !== null && part !== '').join(' ');
  }
}

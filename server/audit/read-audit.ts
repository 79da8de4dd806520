import type { Kysely } from 'kysely';
import { newestKnown } from '../change/newest.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { isAdministrator, type Viewer } from '../rights/view.ts';
import type { AuditAnswer, AuditRow } from './answer.ts';
import { type AuditAsked, countSaidByEvents } from './audit-filter.ts';
import { type AuditKind, auditKinds, changeText, eventText } from './audit-words.message.ts';
import { countEvents, hiddenEvents, numberOfShown, shownNumber } from './sealed-events.ts';
import { type Stands, walkAudit } from './walk-audit.ts';

/** Entries answered at once. */
export const pageRows = 50;

/**
 * The log newest first, those before what `before` names, else the newest. An administrator learns of changes only that there were some; a sealed plan
 * goes to those it is not sealed from. Refuses a `before` that is no place in it.
 */
export async function auditAnswer(
  store: Store,
  viewer: Viewer,
  asked: AuditAsked,
  before?: string | undefined,
): Promise<AuditAnswer> {
  const from = before === undefined ? null : await standsAt(store, viewer, before);
  const { entries, more } = await walkAudit(store, viewer, asked, { from, most: pageRows });
  const kinds = Object.entries(auditKinds).map(([id, title]) => ({ id: id as AuditKind, title }));
  const rows = await rowsOf(store, viewer, entries);
  const isWhole = from === null && more === null;
  const total = isWhole ? rows.length : await totalOf(store, viewer, asked);
  return { total, kinds, rows, more: more && (await nameOf(store, viewer, more)) };
}

/** At most so many entries of the log, newest first. */
export async function auditRows(store: Store, viewer: Viewer, asked: AuditAsked, most: number): Promise<AuditRow[]> {
  const { entries } = await walkAudit(store, viewer, asked, { from: null, most, windows: Number.POSITIVE_INFINITY });
  return rowsOf(store, viewer, entries);
}

async function rowsOf(store: Store, viewer: Viewer, entries: Stands[]): Promise<AuditRow[]> {
  const of = (chain: string) => entries.filter((one) => one.chain === chain).map(({ number }) => number);
  const [changes, events] = await Promise.all([changesOf(store, viewer, of('c')), eventsOf(store, viewer, of('e'))]);
  return entries.flatMap(({ chain, number }) => (chain === 'c' ? changes : events).get(number) ?? []);
}

/** How many entries there are of a log that nothing was looked for in; null where they would have to be counted. */
async function totalOf(store: Store, viewer: Viewer, { kind, ...looked }: AuditAsked): Promise<number | null> {
  if (Object.values(looked).some((one) => one !== undefined && one !== '')) return null;
  if (kind !== undefined && kind !== 'change') return null;
  const { shown, seq } = await newestKnown(store, viewer);
  const changes = (viewer.sealed === 'all' ? seq : shown) - (await countSaidByEvents(store.db));
  return changes + (kind === undefined ? await countEvents(store, viewer) : 0);
}

/** What a place in the log is called outside: its instant and its number, which for a change is the one everybody sees. */
async function nameOf(store: Store, viewer: Viewer, { at, chain, number }: Stands): Promise<string> {
  const { db } = store;
  if (chain === 'e') return `${at}~e${shownNumber(number, await hiddenEvents(store, viewer))}`;
  if (viewer.sealed === 'all') return `${at}~c${number}`;
  const { shown } = await db.selectFrom('change').where('seq', '=', number).select('shown').executeTakeFirstOrThrow();
  return `${at}~c${shown}`;
}

export const placePattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([ce])(\d{1,15})$/;

async function standsAt(store: Store, viewer: Viewer, name: string): Promise<Stands> {
  const [, at = '', chain, digits] = placePattern.exec(name) ?? [];
  const { db } = store;
  const said = Number(digits);
  if (chain === 'e') return { at, chain, number: numberOfShown(said, await hiddenEvents(store, viewer)) };
  if (chain !== 'c') throw new Refusal('parameter-malformed', {}, 'before');
  if (viewer.sealed === 'all') return { at, chain, number: said };
  const found = await db
    .selectFrom('change')
    .where('recordedAt', '=', at)
    .where('shown', '=', said)
    .where('sealed', 'is', null)
    .select('seq')
    .executeTakeFirst();
  if (!found) throw new Refusal('parameter-malformed', {}, 'before');
  return { at, chain, number: found.seq };
}

async function changesOf({ db }: Store, viewer: Viewer, numbers: number[]): Promise<Map<number, AuditRow>> {
  if (numbers.length === 0) return new Map();
  const open = !isAdministrator(viewer);
  const rows = await inPortions(numbers, (portion) =>
    db
      .selectFrom('change')
      .where('seq', 'in', portion)
      .select(['seq', 'shown', 'recordedAt', 'actor', 'action', 'subject', 'placeId', 'source'])
      .execute(),
  );
  const actors = await actorsOf(
    db,
    rows.map(({ actor }) => actor),
  );
  const ids = open ? [...new Set(rows.flatMap(({ placeId }) => placeId ?? []))] : [];
  const named = await inPortions(ids, (portion) =>
    db
      .selectFrom('area')
      .where('until', 'is', null)
      .where('id', 'in', portion)
      .orderBy('fromOn')
      .select(['id', 'code', 'name'])
      .execute(),
  );
  const places = new Map(named.map(({ id, code, name }) => [id, { code, name }]));
  return new Map(
    rows.map(({ seq, shown, recordedAt, actor, action, subject, placeId, source }) => [
      seq,
      {
        id: `c${viewer.sealed === 'all' ? seq : shown}`,
        at: recordedAt,
        kind: 'change',
        actor: actors.get(actor) ?? null,
        address: null,
        said: changeText(subject, action, open),
        place: open && placeId !== null ? (places.get(placeId) ?? null) : null,
        source: open ? source : null,
      },
    ]),
  );
}

async function eventsOf(store: Store, viewer: Viewer, numbers: number[]): Promise<Map<number, AuditRow>> {
  if (numbers.length === 0) return new Map();
  const { db } = store;
  const hidden = await hiddenEvents(store, viewer);
  const rows = await inPortions(numbers, (portion) =>
    db.selectFrom('auditEvent').where('number', 'in', portion).selectAll().execute(),
  );
  const actors = await actorsOf(
    db,
    rows.flatMap(({ actor }) => actor ?? []),
  );
  return new Map(
    rows.map(({ number, at, actor, address, action, subject, detail }) => [
      number,
      {
        id: `e${shownNumber(number, hidden)}`,
        at,
        ...eventText(action, subject, JSON.parse(detail) as Record<string, string | number | null>),
        actor: actor === null ? null : (actors.get(actor) ?? null),
        address: address === '' ? null : address,
        place: null,
        source: null,
      },
    ]),
  );
}

async function actorsOf(db: Kysely<Tables>, ids: string[]): Promise<Map<string, NonNullable<AuditRow['actor']>>> {
  const rows = await inPortions([...new Set(ids)], (portion) =>
    db
      .selectFrom('account')
      .leftJoin('person', 'person.id', 'account.personId')
      .where('account.id', 'in', portion)
      .select(['account.id', 'person.name', 'person.post', 'login'])
      .execute(),
  );
  // Of an account passed on only what could be typed.
  return new Map(rows.map((row) => [row.id, { ...row, login: row.login.split(' ')[0] ?? row.login }]));
}

/** Both engines take only so many parameters. */
async function inPortions<Key, Row>(keys: Key[], read: (portion: Key[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < keys.length; at += 5000) rows.push(...(await read(keys.slice(at, at + 5000))));
  return rows;
}

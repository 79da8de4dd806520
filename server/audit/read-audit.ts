import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { endOfDay } from '../calendar/clock.ts';
import { daysAfter } from '../calendar/rules.ts';
import { known } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { isAdministrator, type Viewer } from '../rights/view.ts';
import type { AuditAnswer, AuditRow } from './answer.ts';
import { type AuditKind, auditKinds, changeText, eventText, eventWords } from './audit-words.message.ts';

/** What of the audit log is asked for. Days are local; `actor` an account id, `place` a code, `q` words. */
export interface AuditAsked {
  from?: string | undefined;
  to?: string | undefined;
  actor?: string | undefined;
  kind?: AuditKind | undefined;
  place?: string | undefined;
  q?: string | undefined;
}

export const pageRows = 100;
/** Changes of accounts and screens are told by their events. */
const toldByEvents = ['account', 'screen'];

/** One page of the log, from 1. An administrator learns of changes only that there were some; a sealed plan is told to whom it is not sealed from. */
export async function auditAnswer(store: Store, viewer: Viewer, asked: AuditAsked, page: number): Promise<AuditAnswer> {
  const found = await sources(store, viewer, asked);
  const counts = await Promise.all(
    found.map(async (part) => {
      const { count } = await store.db
        .selectFrom(part.as('part'))
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    }),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(auditKinds).map(([id, title]) => ({ id: id as AuditKind, title }));
  const rows = await auditRows(store, viewer, asked, { skip: (page - 1) * pageRows, most: pageRows });
  return { page, pages: Math.max(1, Math.ceil(total / pageRows)), total, kinds, rows };
}

/** The number of the newest event; 0 before the first. */
export async function newestEvent({ db }: Store): Promise<number> {
  const found = await db
    .selectFrom('auditEvent')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.number ?? 0;
}

/** Rows of the log, newest first. */
export async function auditRows(
  store: Store,
  viewer: Viewer,
  asked: AuditAsked,
  { skip, most }: { skip: number; most: number },
): Promise<AuditRow[]> {
  const [first, second] = await sources(store, viewer, asked);
  if (!first) return [];
  const named = await store.db
    .selectFrom((second ? first.unionAll(second) : first).as('entry'))
    .select(['chain', 'number', 'at'])
    .orderBy('at', 'desc')
    .orderBy('chain')
    .orderBy('number', 'desc')
    .limit(most)
    .offset(skip)
    .execute();
  const of = (chain: string) => named.filter((one) => one.chain === chain).map(({ number }) => number);
  const [changes, events] = await Promise.all([changesOf(store, viewer, of('c')), eventsOf(store, of('e'))]);
  return named.flatMap(({ chain, number }) => (chain === 'c' ? changes : events).get(number) ?? []);
}

/** The two chains as far as they are asked for. */
async function sources({ db }: Store, viewer: Viewer, asked: AuditAsked) {
  const { kind, place, q } = asked;
  const words = q === undefined || q === '' ? null : await matching(db, q);
  const changes = db
    .selectFrom('change')
    .where('subject', 'not in', toldByEvents)
    .where(known(viewer))
    .where((where) => between(where, 'recordedAt', asked))
    .where((where) => (asked.actor === undefined ? where.and([]) : where('actor', '=', asked.actor)))
    .where((where) => {
      if (place === undefined) return where.and([]);
      if (isAdministrator(viewer)) return where.or([]);
      return where('placeId', 'in', where.selectFrom('area').where('code', '=', place).select('area.id'));
    })
    .where((where) => {
      if (words === null) return where.and([]);
      if (isAdministrator(viewer)) return where('actor', 'in', ['', ...words.actors]);
      return where.or([
        where('actor', 'in', ['', ...words.actors]),
        where('placeId', 'in', where.selectFrom('area').where('name', 'like', words.pattern).select('area.id')),
        where('source', 'like', words.pattern),
      ]);
    })
    .select([sql<string>`'c'`.as('chain'), 'seq as number', 'recordedAt as at']);
  const actions =
    kind === undefined ? null : Object.keys(eventWords).filter((action) => eventWords[action]?.kind === kind);
  const events = db
    .selectFrom('auditEvent')
    .where((where) => between(where, 'at', asked))
    .where((where) => (asked.actor === undefined ? where.and([]) : where('actor', '=', asked.actor)))
    .where((where) => (actions === null ? where.and([]) : where('action', 'in', ['', ...actions])))
    .where((where) =>
      words === null
        ? where.and([])
        : where.or([
            where('actor', 'in', ['', ...words.actors]),
            where('subject', 'like', words.pattern),
            where('address', 'like', words.pattern),
          ]),
    )
    .select([sql<string>`'e'`.as('chain'), 'number', 'at']);
  // An event is of no place.
  if (place !== undefined) return kind === undefined || kind === 'change' ? [changes] : [];
  if (kind === undefined) return [changes, events];
  return kind === 'change' ? [changes] : [events];
}

/** Words somebody looks for: the pattern they make, and the accounts whose person or login has them. */
async function matching(db: Kysely<Tables>, q: string) {
  const pattern = `%${q.replace(/[%_\\]/g, '')}%`;
  const rows = await db
    .selectFrom('account')
    .leftJoin('person', 'person.id', 'account.personId')
    .where((where) => where.or([where('login', 'like', pattern.toLowerCase()), where('person.name', 'like', pattern)]))
    .select('account.id')
    .execute();
  return { pattern, actors: rows.map(({ id }) => id) };
}

function between<T extends 'change' | 'auditEvent'>(
  where: ExpressionBuilder<Tables, T>,
  column: 'at' | 'recordedAt',
  { from, to }: AuditAsked,
) {
  const at = sql.ref<string>(column);
  const after = from === undefined ? [] : [sql<boolean>`${at} > ${endOfDay(daysAfter(from, -1))}`];
  const before = to === undefined ? [] : [sql<boolean>`${at} <= ${endOfDay(to)}`];
  return where.and([...after, ...before]);
}

async function changesOf({ db }: Store, viewer: Viewer, numbers: number[]): Promise<Map<number, AuditRow>> {
  if (numbers.length === 0) return new Map();
  const told = !isAdministrator(viewer);
  const rows = await inPortions(numbers, (portion) =>
    db
      .selectFrom('change')
      .where('seq', 'in', portion)
      .select(['seq', 'shown', 'recordedAt', 'actor', 'action', 'subject', 'placeId', 'source'])
      .execute(),
  );
  const actors = await actorsOf(db);
  const places = new Map(
    (
      await db.selectFrom('area').where('until', 'is', null).orderBy('fromOn').select(['id', 'code', 'name']).execute()
    ).map(({ id, code, name }) => [id, { code, name }]),
  );
  return new Map(
    rows.map(({ seq, shown, recordedAt, actor, action, subject, placeId, source }) => [
      seq,
      {
        id: `c${viewer.sealed === 'all' ? seq : shown}`,
        at: recordedAt,
        kind: 'change',
        actor: actors.get(actor) ?? null,
        address: null,
        said: changeText(subject, action, told),
        place: told && placeId !== null ? (places.get(placeId) ?? null) : null,
        source: told ? source : null,
      },
    ]),
  );
}

async function eventsOf({ db }: Store, numbers: number[]): Promise<Map<number, AuditRow>> {
  if (numbers.length === 0) return new Map();
  const rows = await inPortions(numbers, (portion) =>
    db.selectFrom('auditEvent').where('number', 'in', portion).selectAll().execute(),
  );
  const actors = await actorsOf(db);
  return new Map(
    rows.map(({ number, at, actor, address, action, subject, detail }) => [
      number,
      {
        id: `e${number}`,
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

async function actorsOf(db: Kysely<Tables>): Promise<Map<string, NonNullable<AuditRow['actor']>>> {
  const rows = await db
    .selectFrom('account')
    .leftJoin('person', 'person.id', 'account.personId')
    .select(['account.id', 'person.name', 'person.post', 'login'])
    .execute();
  // Of an account passed on only what could be typed.
  return new Map(rows.map((row) => [row.id, { ...row, login: row.login.split(' ')[0] ?? row.login }]));
}

/** Both engines take only so many parameters. */
async function inPortions<Row>(numbers: number[], read: (portion: number[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < numbers.length; at += 5000) rows.push(...(await read(numbers.slice(at, at + 5000))));
  return rows;
}

import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { endOfDay } from '../calendar/local-day.ts';
import { daysAfter } from '../calendar/rules.ts';
import { known } from '../change/view-at.ts';
import type { Tables } from '../db/schema.ts';
import { isAdministrator, type LocalDate, type Viewer } from '../rights/view.ts';
import { type AuditKind, eventWords } from './audit-words.message.ts';
import { knownEvents } from './sealed-events.ts';

/** What of the audit log is asked for. Days are local; `actor` an account by id, login or its person's name, `place` a code, `q` words. */
export interface AuditAsked {
  from?: string | undefined;
  to?: string | undefined;
  actor?: string | undefined;
  kind?: AuditKind | undefined;
  place?: string | undefined;
  q?: string | undefined;
}

/** Changes of accounts and screens show by their events. */
const saidByEvents = ['account', 'screen'];

/** What is looked for in a chain besides the days, so that the chain has to be gone through; null where all of it is asked for. */
export interface Looked {
  actors: string[] | null;
  place: string | null;
  actions: string[] | null;
  words: { pattern: string; actors: string[] } | null;
}

/** Which chains may hold what is asked for, and what is looked for in them. */
export async function lookedFor(
  db: Kysely<Tables>,
  { kind, place, actor, q }: AuditAsked,
): Promise<{ chains: ('c' | 'e')[]; looked: Looked }> {
  const actions =
    kind === undefined ? null : Object.keys(eventWords).filter((action) => eventWords[action]?.kind === kind);
  const chains: ('c' | 'e')[] = [];
  if (kind === undefined || kind === 'change') chains.push('c');
  // An event is of no place.
  if (kind !== 'change' && place === undefined) chains.push('e');
  const words = q === undefined || q === '' ? null : { pattern: like(q), actors: await accountsLike(db, like(q)) };
  const actors = actor === undefined ? null : [...(await accountsNamed(db, actor)), actor];
  return { chains, looked: { actors, place: place ?? null, actions, words } };
}

const like = (q: string) => `%${q.replace(/[%_\\]/g, '')}%`;

async function accountsLike(db: Kysely<Tables>, pattern: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .leftJoin('person', 'person.id', 'account.personId')
    .where((where) => where.or([where('login', 'like', pattern.toLowerCase()), where('person.name', 'like', pattern)]))
    .select('account.id')
    .execute();
  return rows.map(({ id }) => id);
}

async function accountsNamed(db: Kysely<Tables>, name: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .leftJoin('person', 'person.id', 'account.personId')
    // The login of an account passed on has the day after it.
    .where((where) =>
      where.or([
        where('login', '=', name.toLowerCase()),
        where('login', 'like', `${name.toLowerCase().replace(/[%_\\]/g, '')} %`),
        where('person.name', '=', name),
      ]),
    )
    .select('account.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Changes the viewer may know of on the days asked for. */
export function visibleChanges(viewer: Viewer, asked: AuditAsked) {
  return (where: ExpressionBuilder<Tables, 'change'>) =>
    where.and([
      where('subject', 'not in', saidByEvents),
      inOrderOfTime(viewer, where),
      between<'change'>(where, 'recordedAt', asked),
    ]);
}

/** What the viewer may know of, said so that neither engine goes by the index of sealed ones and sorts the whole log: it comes by that of time. */
function inOrderOfTime(viewer: Viewer, where: ExpressionBuilder<Tables, 'change'>) {
  return viewer.sealed === 'all'
    ? where.and([])
    : sql<boolean>`case when ${known(viewer)(where)} then 1 else 0 end = 1`;
}

/** How many changes there are that their events tell of. */
export async function countSaidByEvents(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('change')
    // As the index of them says it, word for word.
    .where(sql<boolean>`subject in ('account', 'screen')`)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of the changes those looked for; an administrator finds none by place or source. */
export function changesLookedFor(viewer: Viewer, { actors, place, words }: Looked) {
  return (where: ExpressionBuilder<Tables, 'change'>) => {
    const parts = actors === null ? [] : [where('actor', 'in', actors)];
    if (place !== null) {
      const ids = where.selectFrom('area').where('code', '=', place).select('area.id');
      parts.push(isAdministrator(viewer) ? where.or([]) : where('placeId', 'in', ids));
    }
    if (words !== null) {
      const named = where.selectFrom('area').where('name', 'like', words.pattern).select('area.id');
      const content = [where('placeId', 'in', named), where('source', 'like', words.pattern)];
      parts.push(where.or([where('actor', 'in', ['', ...words.actors]), ...(isAdministrator(viewer) ? [] : content)]));
    }
    return where.and(parts);
  };
}

/** Events the viewer may know of today on the days asked for. */
export function visibleEvents(viewer: Viewer, asked: AuditAsked, today: LocalDate) {
  return (where: ExpressionBuilder<Tables, 'auditEvent'>) =>
    where.and([knownEvents(viewer, today)(where), between<'auditEvent'>(where, 'at', asked)]);
}

/** Of the events those looked for. */
export function eventsLookedFor({ actors, actions, words }: Looked) {
  return (where: ExpressionBuilder<Tables, 'auditEvent'>) =>
    where.and([
      ...(actors === null ? [] : [where('actor', 'in', actors)]),
      ...(actions === null ? [] : [where('action', 'in', ['', ...actions])]),
      ...(words === null
        ? []
        : [
            where.or([
              where('actor', 'in', ['', ...words.actors]),
              where('subject', 'like', words.pattern),
              where('address', 'like', words.pattern),
            ]),
          ]),
    ]);
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

import { sql } from 'kysely';
import { changeTitle } from '../area/dossier-words.message.ts';
import { localDateOf } from '../calendar/local-day.ts';
import { type HistorySeq, type PlaceChange, readChanges, readHistorySeqs } from '../change/history-store.ts';
import { sayTheSame } from '../change/same/rules.ts';
import { known } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { countyFacts } from '../layer/facts.ts';
import { placeOf } from '../layer/place-of.ts';
import type { View } from '../rights/view.ts';
import type { HistoryAnswer, HistoryEntry } from './answer.ts';
import { type FieldNames, fieldsOf, type HistoryTable } from './fields.message.ts';

/** Entries answered at once. */
export const pageEntries = 50;

/**
 * GET /api/places/:code/history — who changed what, newest first, field by field: those before the entry named, else the newest. A code the place
 * had before finds it too. Refuses an entry that is none of the place’s.
 */
export async function historyAnswer(
  store: Store,
  view: View,
  code: string,
  before?: string | undefined,
): Promise<HistoryAnswer> {
  const facts = await countyFacts(store, view);
  const { id: areaId } = placeOf(facts, code);
  const all = await readHistorySeqs(store, view, areaId);
  const numbers = numbersOf(view, all);
  const from = before === undefined ? 0 : all.findIndex(({ seq }) => numbers.get(seq) === before) + 1;
  if (before !== undefined && from === 0) throw new Refusal('parameter-malformed', {}, 'before');
  const page = all.slice(from, from + pageEntries).map(({ seq }) => seq);
  const changes = await readChanges(store, page);
  const [versions, actors] = await Promise.all([
    readVersions(store, view, areaId, changes),
    readActors(store, changes),
  ]);
  const versionsOf = Map.groupBy(versions, ({ table, of }) => `${table} ${of}`);
  const areas = new Map(facts.areas.map(({ id, name }) => [id, name]));
  const names: FieldNames = {
    person: (id) => facts.people.get(id)?.name ?? null,
    place: (id) => areas.get(id) ?? null,
    checklist: facts.checklist,
  };
  return {
    entries: changes.map((change) => {
      const own = versionsAt(change, versionsOf);
      return {
        id: numbers.get(change.seq) ?? '',
        at: change.at,
        on: localDateOf(new Date(change.at)),
        recordedAt: change.recordedAt,
        actor: actors.get(change.actor) ?? null,
        title: changeTitle(change.subject, change.action),
        subject: change.subject,
        source: change.files.length === 0 ? null : change.files.join(', '),
        corrects: numbers.get(own.find(({ before }) => before)?.before?.since ?? 0) ?? null,
        fields: own.flatMap((step) => fieldSteps(step, names)),
      };
    }),
    more: from + page.length < all.length ? (numbers.get(page.at(-1) ?? 0) ?? null) : null,
  };
}

/** What entries are called outside: the number everybody sees; a sealed one known to the viewer, that of the last open one and its place after it. */
function numbersOf({ user }: View, newestFirst: HistorySeq[]): Map<number, string> {
  const after = new Map<number, number>();
  return new Map(
    newestFirst.toReversed().map(({ seq, shown, sealed }) => {
      if (user.sealed === 'all') return [seq, String(seq)];
      if (sealed === null) return [seq, String(shown)];
      const place = (after.get(shown) ?? 0) + 1;
      after.set(shown, place);
      return [seq, `${shown}.${place}`];
    }),
  );
}

type Actor = NonNullable<HistoryEntry['actor']>;

async function readActors(store: Store, changes: PlaceChange[]): Promise<Map<string, Actor>> {
  const ids = [...new Set(changes.map(({ actor }) => actor))];
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('account')
    .leftJoin('person', 'person.id', 'account.personId')
    .where('account.id', 'in', ids)
    .select(['account.id', 'person.name', 'person.post'])
    .execute();
  return new Map(rows.map(({ id, name, post }) => [id, { name, post }]));
}

interface Version {
  [column: string]: unknown;
  table: HistoryTable;
  /** The record, as the change names it. */
  of: string;
  since: number;
  until: number | null;
}

interface TableOf {
  table: HistoryTable;
  key: 'id' | 'visitId';
}

const tablesOf: Record<string, TableOf[]> = {
  venue: [
    { table: 'venue', key: 'id' },
    { table: 'confirmation', key: 'id' },
  ],
  organisation: [
    { table: 'organisation', key: 'id' },
    { table: 'confirmation', key: 'id' },
  ],
  'venue-proposal': [{ table: 'proposal', key: 'id' }],
  'organisation-proposal': [{ table: 'proposal', key: 'id' }],
  visit: [
    { table: 'visit', key: 'id' },
    { table: 'visitPlace', key: 'visitId' },
  ],
  area: [{ table: 'area', key: 'id' }],
  responsibility: [{ table: 'responsibility', key: 'id' }],
  linkage: [{ table: 'linkage', key: 'id' }],
  task: [{ table: 'task', key: 'id' }],
};

/** Every version of the records changed, written under changes the viewer may know of; of visits only what is said of this place. */
async function readVersions(store: Store, view: View, areaId: string, changes: PlaceChange[]): Promise<Version[]> {
  const newest = changes[0]?.seq ?? 0;
  const oldest = changes.at(-1)?.seq ?? 0;
  const ofSubject = Map.groupBy(changes, ({ subject }) => subject);
  const readOf = async (own: PlaceChange[], { table, key }: TableOf): Promise<Version[]> => {
    const ids = [...new Set(own.map(({ subjectId }) => subjectId))];
    const rows = (await store.db
      .selectFrom(table)
      .innerJoin('change', 'change.seq', `${table}.since`)
      .where(sql.ref<string>(`${table}.${key}`), 'in', ids)
      .where(`${table}.since`, '<=', newest)
      .where((where) =>
        // What ended before the oldest of these stood before none of them; of a name also what was called so long before.
        table === 'area'
          ? where.and([])
          : where.or([where(`${table}.until`, 'is', null), where(`${table}.until`, '>=', oldest)]),
      )
      .where(known(view.user))
      .selectAll(table)
      .orderBy(`${table}.since`)
      .execute()) as Omit<Version, 'table' | 'of'>[];
    return rows
      .filter((row) => table !== 'visitPlace' || row.areaId === areaId)
      .map((row) => ({
        ...row,
        since: row.since as number,
        until: row.until as number | null,
        table,
        of: String(row[key]),
      }));
  };
  const found = [...ofSubject].flatMap(([subject, own]) => (tablesOf[subject] ?? []).map((one) => readOf(own, one)));
  return (await Promise.all(found)).flat();
}

interface Step {
  before: Version | null;
  after: Version | null;
}

/** What a change wrote of each table, and what stood there before; a version it ended without another has nothing after. */
function versionsAt({ subject, subjectId, seq }: PlaceChange, versions: Map<string, Version[]>): Step[] {
  return (tablesOf[subject] ?? []).flatMap(({ table }): Step[] => {
    const own = versions.get(`${table} ${subjectId}`) ?? [];
    const written = own.filter(({ since }) => since === seq);
    // A rename closes the old name and begins the new one in one change.
    const after = written.find(({ toOn }) => toOn === null || toOn === undefined) ?? written[0] ?? null;
    const before = own.findLast(({ since }) => since < seq) ?? null;
    if (after)
      return [
        { before: before?.until === null || (before?.until ?? 0) >= seq || table === 'area' ? before : null, after },
      ];
    return before?.until === seq ? [{ before, after: null }] : [];
  });
}

function fieldSteps({ before, after }: Step, names: FieldNames): HistoryEntry['fields'] {
  const said = (version: Version | null) => (version ? fieldsOf[version.table](version, names) : []);
  const [was, is] = [said(before), said(after)];
  const past = new Map(was.map((field) => [field.key, field]));
  const present = new Set(is.map(({ key }) => key));
  return [...is, ...was.filter(({ key }) => !present.has(key))]
    .map(({ key, title, said: now }) => ({
      title,
      before: past.get(key)?.said ?? null,
      after: present.has(key) ? now : null,
    }))
    .filter((field) => !sayTheSame(field.before, field.after));
}

import type { Kysely } from 'kysely';
import { localDateOf } from '../calendar/local-day.ts';
import type { LocalDate } from '../rights/view.ts';
import type { ChangeTable, Tables } from './schema.ts';

/** What the changes are counted under that everybody in scope may know of; a team's sealed ones stand under `=` and its name. */
export const openTeam = '-';
export const teamOf = (sealed: string | null): string => (sealed === null ? openTeam : `=${sealed}`);

type Counted = Pick<ChangeTable, 'seq' | 'knownAt' | 'sealed' | 'shown'>;

/** Local days of instants; many changes share one. */
function days(): (at: string) => LocalDate {
  const known = new Map<string, LocalDate>();
  return (at) => {
    const day = known.get(at) ?? localDateOf(new Date(at));
    known.set(at, day);
    return day;
  };
}

/** 每日变更 — adds changes to what is counted of their days, in the transaction that stores them. */
export async function countChanges(db: Kysely<Tables>, changes: Iterable<Counted>): Promise<void> {
  const dayOf = days();
  const counted = new Map<string, Tables['changeDay']>();
  for (const { seq, knownAt, sealed, shown } of changes) {
    const [day, team] = [dayOf(knownAt), teamOf(sealed)];
    const before = counted.get(`${day} ${team}`);
    counted.set(`${day} ${team}`, {
      ...{ day, team, changes: (before?.changes ?? 0) + 1 },
      lastSeq: Math.max(before?.lastSeq ?? 0, seq),
      lastShown: Math.max(before?.lastShown ?? 0, shown),
    });
  }
  for (const row of counted.values())
    await db
      .insertInto('changeDay')
      .values(row)
      .onConflict((same) =>
        same.columns(['day', 'team']).doUpdateSet((set) => ({
          changes: set('changeDay.changes', '+', set.ref('excluded.changes')),
          // The sequence only grows, also where a day comes again.
          lastSeq: set.ref('excluded.lastSeq'),
          lastShown: set.ref('excluded.lastShown'),
        })),
      )
      .execute();
}

const rowsAtOnce = 20_000;

/** Counts every day anew from the changes themselves. */
export async function countAllChanges(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('changeDay').execute();
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('change')
      .select(['seq', 'knownAt', 'sealed', 'shown'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(rowsAtOnce)
      .execute();
    await countChanges(db, rows);
    const last = rows.at(-1)?.seq;
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last;
  }
}

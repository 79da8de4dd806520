import type { Kysely, Selectable } from 'kysely';
import type { AreaTable, Tables } from '../../db/schema.ts';
import type { AreaChange } from '../../form/form-answers.ts';
import type { LocalDate } from '../../rights/view.ts';

export const areaActions = ['rename', 'merge', 'split', 'move'] as const satisfies readonly AreaChange['kind'][];

type Row = Selectable<AreaTable>;

/** 区划变更 as recorded: what it wrote, what stood there before, and whether it still holds. */
export interface RecordedAreaChange {
  seq: number;
  kind: AreaChange['kind'];
  /** First day of the new state. */
  on: LocalDate;
  actor: string;
  knownAt: string;
  /** The place as it stands from the day on; of a merge the one merged into. */
  now: Row;
  /** The village that ends with a merge. */
  ending: Row | null;
  /** The place as it stood until then; null for one split off. */
  former: Row | null;
  /** Every version written, with the one it took the place of. */
  written: { row: Row; before: Row | null; holds: boolean }[];
  withdrawn: { since: number; reason: string } | null;
}

/** Changes of places, the newest first; one alone where `seq` is given. */
export async function readAreaChanges(
  db: Kysely<Tables>,
  { seq, most }: { seq?: number; most: number },
): Promise<RecordedAreaChange[]> {
  let wanted = db.selectFrom('change').where('subject', '=', 'area').where('action', 'in', areaActions);
  if (seq !== undefined) wanted = wanted.where('seq', '=', seq);
  const changes = await wanted
    .select(['seq', 'action', 'subjectId', 'actor', 'knownAt'])
    .orderBy('seq', 'desc')
    .limit(most)
    .execute();
  if (changes.length === 0) return [];
  const seqs = changes.map((change) => change.seq);
  const changed = await db.selectFrom('area').where('since', 'in', seqs).select('id').distinct().execute();
  const ids = changed.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await db.selectFrom('area').where('id', 'in', ids).selectAll().execute();
  const taken = await db.selectFrom('areaWithdrawal').selectAll().execute();
  const versions = Map.groupBy(rows, keyOf);
  const withdrawals = new Map(taken.map(({ id, since, reason }) => [Number(id), { since, reason }]));
  const byWithdrawal = new Map(taken.map(({ id, since }) => [since, Number(id)]));
  return changes.flatMap(({ action, subjectId, ...change }) => {
    const written = rows
      .filter(({ since }) => since === change.seq)
      .map((row) => {
        const own = versions.get(keyOf(row)) ?? [];
        const held = own.find(({ until }) => until === null);
        const before = own.find(({ until }) => until === change.seq) ?? null;
        return { row, before, holds: held !== undefined && originOf(held, own, byWithdrawal) === change.seq };
      });
    const own = written.map(({ row }) => row);
    const now = own.find(({ id, toOn }) => id === subjectId && toOn === null);
    if (!now) return [];
    const { fromOn: on } = now;
    const ended = own.find(({ id, toOn }) => id === subjectId && toOn === on);
    const replaced = written.find(({ row }) => row === now)?.before ?? null;
    return {
      ...{ ...change, kind: action as AreaChange['kind'], on, now, written },
      ending: own.find(({ id }) => id !== subjectId) ?? null,
      former: ended ?? replaced,
      withdrawn: withdrawals.get(change.seq) ?? null,
    };
  });
}

const keyOf = ({ id, fromOn }: Row) => `${id} ${fromOn}`;

/** The change that first wrote what a version says: a version put back by a withdrawal says what stood before the change withdrawn. */
function originOf(row: Row, versions: readonly Row[], byWithdrawal: ReadonlyMap<number, number>): number {
  const withdrawn = byWithdrawal.get(row.since);
  const before = withdrawn === undefined ? undefined : versions.find(({ until }) => until === withdrawn);
  return before ? originOf(before, versions, byWithdrawal) : row.since;
}

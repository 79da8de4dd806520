import type { Kysely } from 'kysely';
import { townStem, villageStem } from '../../../geodata/area/suffix.zh.ts';
import { localDateOf } from '../../calendar/local-day.ts';
import type { Tables } from '../../db/schema.ts';
import type { RefusalCode } from '../../http/refusal.ts';
import type { LocalDate } from '../../rights/view.ts';
import type { RecordedAreaChange } from './area-record.ts';

/** Why a change of places stands for good. */
export interface BuiltOn {
  code: Extract<RefusalCode, `area-change-${string}`>;
  values: Record<string, string>;
}

/**
 * What keeps a change of places from being withdrawn; null where nothing does: it was withdrawn, its places were changed again, boundaries were
 * imported that show it, something was reported of the place it made (a merge, a split), or somebody else has taken the name or code it freed.
 * Reports of a village renamed or moved are that village's under any name and in any town.
 */
export async function builtOn(
  db: Kysely<Tables>,
  change: RecordedAreaChange,
  today: LocalDate,
): Promise<BuiltOn | null> {
  if (change.withdrawn) return { code: 'area-change-withdrawn', values: {} };
  if (await isDrawn(db, change, today)) return { code: 'area-change-drawn', values: {} };
  if (change.written.some(({ holds }) => !holds)) return { code: 'area-change-later', values: {} };
  if (await isReported(db, change)) return { code: 'area-change-reported', values: { name: change.now.name } };
  const taker = await takerOf(db, change);
  return taker === null ? null : { code: 'area-change-taken', values: { name: taker } };
}

/** Whether boundaries imported after the change took effect show it. */
async function isDrawn(db: Kysely<Tables>, { seq, kind, on }: RecordedAreaChange, today: LocalDate): Promise<boolean> {
  if (kind === 'rename' || on > today) return false;
  const later = await db
    .selectFrom('areaShape')
    .innerJoin('change', 'change.seq', 'areaShape.since')
    .where('areaShape.since', '>', seq)
    .select('change.knownAt')
    .distinct()
    .execute();
  return later.some(({ knownAt }) => localDateOf(new Date(knownAt)) >= on);
}

async function isReported(db: Kysely<Tables>, { seq, kind, on, now }: RecordedAreaChange): Promise<boolean> {
  if (kind !== 'merge' && kind !== 'split') return false;
  const known = await db
    .selectFrom('change')
    .where('seq', '>', seq)
    .where('placeId', '=', now.id)
    .where('subject', '!=', 'area')
    .select('knownAt')
    .execute();
  const visited = await db
    .selectFrom('visitPlace')
    .innerJoin('change', 'change.seq', 'visitPlace.since')
    .where('visitPlace.areaId', '=', now.id)
    .where('visitPlace.since', '>', seq)
    .select('change.knownAt')
    .execute();
  const reported = [...known, ...visited].some(({ knownAt }) => localDateOf(new Date(knownAt)) >= on);
  return reported || (kind === 'split' && (known.length > 0 || visited.length > 0 || (await hasAccount(db, now.id))));
}

async function hasAccount(db: Kysely<Tables>, areaId: string): Promise<boolean> {
  const accounts = await db.selectFrom('account').select('places').execute();
  return accounts.some(({ places }) => places.includes(areaId));
}

/** Who has taken the code, or within the town the name, that the withdrawal would give back. */
async function takerOf(db: Kysely<Tables>, { seq, on, written }: RecordedAreaChange): Promise<string | null> {
  const own = new Set(written.map(({ row }) => row.id));
  const back = written.flatMap(({ before }) => (before && (before.toOn === null || before.toOn > on) ? [before] : []));
  const others = await db
    .selectFrom('area')
    .where('until', 'is', null)
    .where('since', '>', seq)
    .where((where) => where.or([where('toOn', 'is', null), where('toOn', '>', on)]))
    .select(['id', 'kind', 'code', 'name', 'parentId'])
    .execute();
  const stemOf = (kind: string, name: string) => (kind === 'town' ? townStem(name) : villageStem(name));
  const taker = others.find(
    (other) =>
      !own.has(other.id) &&
      back.some(
        ({ kind, code, name, parentId }) =>
          other.code === code ||
          (other.kind === kind && other.parentId === parentId && stemOf(kind, other.name) === stemOf(kind, name)),
      ),
  );
  return taker?.name ?? null;
}

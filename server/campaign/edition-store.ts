import type { Holidays } from '../calendar/rules.ts';
import { heldAt } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { LocalDate, View } from '../rights/view.ts';
import { type Defaults, defaultHolidays } from './default-editions.message.ts';
import { readDefault } from './default-store.ts';
import type { EditionBodies, EditionKind } from './rules.ts';

/** 版本 — the edition of a kind in force on the view's day; null when none is. */
export async function readEdition<Kind extends EditionKind>(
  store: Pick<Store, 'db'>,
  view: View,
  kind: Kind,
): Promise<EditionBodies[Kind] | null> {
  return (await readDatedEdition(store, view, kind))?.body ?? null;
}

/** The same with the day it is in force from and the change that set it. */
export async function readDatedEdition<Kind extends EditionKind>(
  store: Pick<Store, 'db'>,
  view: View,
  kind: Kind,
): Promise<{ fromOn: LocalDate; since: number; body: EditionBodies[Kind] } | null> {
  const row = await store.db
    .selectFrom('edition')
    .where(heldAt('edition', view))
    .where('kind', '=', kind)
    .where('fromOn', '<=', view.on)
    .orderBy('fromOn', 'desc')
    .select(['fromOn', 'body', 'since'])
    .executeTakeFirst();
  return row ? { fromOn: row.fromOn, since: row.since, body: JSON.parse(row.body) as EditionBodies[Kind] } : null;
}

/**
 * The edition in force, or the default where none is set. Limits are one by one: one that the county's edition does not name, as it was set before
 * there was such a limit, is the default's.
 */
export async function readInForce<Kind extends keyof Defaults>(
  store: Store,
  view: View,
  kind: Kind,
): Promise<Defaults[Kind]> {
  const [set, { body }] = await Promise.all([readEdition(store, view, kind), readDefault(store, view, kind)]);
  if (set === null) return body;
  return kind === 'thresholds' || kind === 'routeWeights' ? { ...body, ...set } : (set as Defaults[Kind]);
}

/** 节假日 in force, each edition from its first day to that of the next, the first also before; those a county begins with where none is set. */
export async function readHolidays({ db }: Pick<Store, 'db'>): Promise<Holidays> {
  const rows = await db
    .selectFrom('edition')
    .where('kind', '=', 'holidays')
    .where('until', 'is', null)
    .orderBy('fromOn')
    .select(['fromOn', 'body'])
    .execute();
  if (rows.length === 0) return defaultHolidays;
  const parts = rows.map(({ body }, at) => {
    const { off, worked } = JSON.parse(body) as Holidays;
    const [from, to] = [at === 0 ? '' : (rows[at]?.fromOn ?? ''), rows[at + 1]?.fromOn ?? '9999'];
    const within = (day: string) => day >= from && day < to;
    return { off: off.filter(within), worked: worked.filter(within) };
  });
  return { off: parts.flatMap(({ off }) => off), worked: parts.flatMap(({ worked }) => worked) };
}

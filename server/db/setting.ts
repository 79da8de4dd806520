import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** Facts of the store itself. `clock`: fixed day of the sample; `sample`: `yes`; `county`: its name; `ground`: file with what the ground was made of;
 * `passwordProfile`: `classified` or `asvs`; `setUp`: hash of the one-time token of the first account; `navigation`: `yes` where links to the car’s navigation are allowed;
 * `reviewNumber`: 审图号 of the county's map; `defaults`: the release of the default editions the folder began with. */
export type SettingName =
  | 'clock'
  | 'sample'
  | 'county'
  | 'ground'
  | 'passwordProfile'
  | 'setUp'
  | 'navigation'
  | 'defaults'
  | 'reviewNumber';

/** A setting, or null when it was never made. */
export async function readSetting(from: { db: Kysely<Tables> }, name: SettingName): Promise<string | null> {
  const found = await from.db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return found?.value ?? null;
}

const setClocks = new WeakSet<Kysely<Tables>>();

/** Whether a transaction wrote what the clock goes by. */
export const setsClock = (db: Kysely<Tables>): boolean => setClocks.has(db);

/** Makes or changes a setting; inside the caller's transaction. */
export async function writeSetting(to: { db: Kysely<Tables> }, name: SettingName, value: string): Promise<void> {
  if (name === 'clock') setClocks.add(to.db);
  await to.db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((same) => same.column('name').doUpdateSet({ value }))
    .execute();
}

import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { type Durability, durabilityOf } from './rules.ts';

/** How lasting a confirmed save is in this store; SQLite writes it through to the disk itself. */
export async function readDurability({ db, engine }: Pick<Store, 'db' | 'engine'>): Promise<Durability> {
  if (engine === 'sqlite') return 'sure';
  const { rows } = await sql<{ commit: string; names: string; standbys: string | number }>`select
    current_setting('synchronous_commit') as "commit",
    current_setting('synchronous_standby_names') as "names",
    (select count(*) from pg_stat_replication) as "standbys"`.execute(db);
  const { commit = 'on', names = '', standbys = 0 } = rows[0] ?? {};
  return durabilityOf({
    synchronousCommit: commit,
    synchronousStandbyNames: names,
    standbys: Number(standbys),
  });
}

import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

type Kind = 'text' | 'integer' | 'money' | 'real';

/** Columns of a table by name; `?` may be null. Both engines give the same JavaScript value for a kind; `money` holds fen beyond 32 bits. */
export type Columns = Record<string, Kind | `${Kind}?`>;

const types = { text: 'text', integer: 'integer', money: 'bigint', real: 'double precision' } as const;

/** A table whose rows are found by `key`. */
export async function createTable(db: Kysely<Tables>, name: string, columns: Columns, key: string[]): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    table = table.addColumn(column, types[kind.replace('?', '') as Kind], (made) =>
      kind.endsWith('?') ? made : made.notNull(),
    );
  }
  await table.addPrimaryKeyConstraint(`${name}_key`, key).execute();
}

const versioned = { since: 'integer', until: 'integer?' } as const;

/** A table whose rows are versions of the record that `key` names; indexed so that reading the present does not read the past. */
export async function createVersioned(
  db: Kysely<Tables>,
  name: string,
  columns: Columns,
  key: string[],
): Promise<void> {
  await createTable(db, name, { ...columns, ...versioned }, [...key, 'since']);
  await db.schema.createIndex(`${name}_until`).on(name).columns(['until', 'since']).execute();
}

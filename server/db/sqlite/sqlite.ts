import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteDialect, SqliteStatement } from 'kysely';
import { TwoConnections } from './sqlite-driver.ts';

const keptStatements = 400;

/**
 * Opens a SQLite file the way every connection of this product is opened: WAL, each commit forced to disk,
 * foreign keys on, five seconds of patience. A second connection is opened `readOnly`.
 */
export function openSqlite(path: string, { readOnly = false } = {}): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly });
  database.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON',
  );
  return database;
}

/** kysely's dialect over Node's own SQLite; statements are prepared once and kept. */
export function sqliteDialect(writer: DatabaseSync, reader: DatabaseSync): SqliteDialect {
  return new TwoConnections(adapted(writer), adapted(reader));
}

function adapted(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const kept = prepared.get(sql);
      if (kept) return kept;
      const statement = adaptedStatement(database.prepare(sql));
      if (prepared.size >= keptStatements) prepared.delete(prepared.keys().next().value ?? '');
      if (sql.length < 4000) prepared.set(sql, statement);
      return statement;
    },
  };
}

function adaptedStatement(statement: StatementSync): SqliteStatement {
  const reader = statement.columns().length > 0;
  return {
    reader,
    all: (parameters) => statement.all(...parameters.map(bound)).map((row) => ({ ...row })),
    run: (parameters) => statement.run(...parameters.map(bound)),
    *iterate(parameters) {
      yield* statement.iterate(...parameters.map(bound));
    },
  };
}

function bound(value: unknown): string | number | bigint | null | Uint8Array {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite takes no ${typeof value}`);
}

import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
} from 'kysely';

/**
 * SQLite over two connections: everything that writes takes turns on `writer`, a transaction keeping its turn to its end; reads outside
 * of a transaction go through `reader` and wait for nobody.
 */
export class TwoConnections extends SqliteDialect {
  readonly #writer: SqliteDatabase;
  readonly #reader: SqliteDatabase;
  constructor(writer: SqliteDatabase, reader: SqliteDatabase) {
    super({ database: writer });
    this.#writer = writer;
    this.#reader = reader;
  }
  override createAdapter(): SqliteAdapter {
    return new ManyAtATime();
  }
  override createDriver(): Driver {
    return new TurnsDriver(this.#writer, this.#reader);
  }
}

/** kysely would else let only one query or transaction at a time come to the driver. */
class ManyAtATime extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class TurnsDriver implements Driver {
  readonly #writer: SqliteDatabase;
  readonly #reader: SqliteDatabase;
  readonly #turns = new Turns();
  constructor(writer: SqliteDatabase, reader: SqliteDatabase) {
    this.#writer = writer;
    this.#reader = reader;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Session> {
    return new Session(this.#writer, this.#reader, this.#turns);
  }
  async beginTransaction(session: Session): Promise<void> {
    await session.begin();
  }
  async commitTransaction(session: Session): Promise<void> {
    await session.executeQuery(CompiledQuery.raw('commit'));
  }
  async rollbackTransaction(session: Session): Promise<void> {
    await session.rollBack();
  }
  async releaseConnection(session: Session): Promise<void> {
    session.end();
  }
  async destroy(): Promise<void> {
    this.#reader.close();
    this.#writer.close();
  }
}

/** Who has the turn keeps it until handing it on; the others wait in order. */
class Turns {
  #waiting: (() => void)[] = [];
  #taken = false;

  async take(): Promise<void> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
  }
  giveOn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }
}

/** What kysely calls a connection: one query, or one transaction. */
class Session implements DatabaseConnection {
  readonly #writer: SqliteDatabase;
  readonly #reader: SqliteDatabase;
  readonly #turns: Turns;
  #hasTurn = false;
  constructor(writer: SqliteDatabase, reader: SqliteDatabase, turns: Turns) {
    this.#writer = writer;
    this.#reader = reader;
    this.#turns = turns;
  }

  async begin(): Promise<void> {
    await this.#turns.take();
    this.#hasTurn = true;
    run(this.#writer, CompiledQuery.raw('begin immediate'));
  }

  /** A full disk or a failed write has SQLite roll back by itself; then there is nothing left to roll back. */
  async rollBack(): Promise<void> {
    try {
      run(this.#writer, CompiledQuery.raw('rollback'));
    } catch (problem) {
      if (!String(problem).includes('no transaction is active')) throw problem;
    }
  }

  end(): void {
    if (!this.#hasTurn) return;
    this.#hasTurn = false;
    this.#turns.giveOn();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#hasTurn) return run(this.#writer, query);
    if (SelectQueryNode.is(query.query)) return run(this.#reader, query);
    await this.#turns.take();
    try {
      return run(this.#writer, query);
    } finally {
      this.#turns.giveOn();
    }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, the product streams no rows
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are not streamed');
  }
}

function run<Row>(database: SqliteDatabase, { sql, parameters }: CompiledQuery): QueryResult<Row> {
  const statement = database.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) as Row[] };
  const { changes } = statement.run(parameters);
  return { numAffectedRows: BigInt(changes), rows: [] };
}

import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { DatabaseAway, DatabaseStandby } from '../database-fault.ts';
import type { PostgresAddress } from './postgres-address.ts';

/** Source: nodejs.org/api/errors.html; postgresql.org/docs/current/errcodes-appendix.html (57P01 … 57P03, 53300, class 08). */
const awayCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '53300'],
]);
const awaySaid =
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying|not queryable/;

/** A failure of the connection as {@link DatabaseAway}; any other as it is. */
function said(problem: unknown): unknown {
  if (!(problem instanceof Error) || problem instanceof DatabaseAway) return problem;
  const code = 'code' in problem ? String(problem.code) : '';
  const away = awayCodes.has(code) || code.startsWith('08') || awaySaid.test(problem.message);
  return away ? new DatabaseAway(problem.message, { cause: problem }) : problem;
}

/** Statements that get a name on each connection; the rest are sent whole. Lists of ids would make one for each length. */
const mostNamed = 300;
const mostNamedParameters = 40;

/**
 * Connections to the first host that takes writes (`standbyToo`: that answers). A session that is cut off ends its own query with {@link DatabaseAway} and nothing else;
 * the next one connects anew, to another host where there is one.
 */
export class WritablePool implements PostgresPool {
  readonly #pools: Pool[];
  readonly options = {};
  readonly #named: Map<string, string> | null;
  #naming = false;
  readonly #clients = new WeakMap<PoolClient, PostgresPoolClient>();
  readonly #standbyToo: boolean;
  #at = 0;
  #sessions = 0;

  constructor({ urls, named }: Pick<PostgresAddress, 'urls' | 'named'>, { max = 8, standbyToo = false } = {}) {
    this.#standbyToo = standbyToo;
    types.setTypeParser(20, Number);
    this.#named = named ? new Map() : null;
    this.#pools = urls.map((connectionString) => {
      const pool = new Pool({ connectionString, max, connectionTimeoutMillis: 10_000, keepAlive: true });
      // A session cut off while nobody uses it, and one cut off in the middle of a transaction: unheard, either ends the process.
      pool.on('error', () => undefined);
      pool.on('connect', (client) => {
        this.#sessions += 1;
        client.on('error', () => undefined);
      });
      return pool;
    });
  }

  /** Sessions given so far: one after another was cut off may be of a database that was replaced. */
  readonly sessions = (): number => this.#sessions;

  /** From now on statements keep their names: the schema no longer changes under them. */
  nameStatements(): void {
    this.#naming = true;
  }

  async connect(): Promise<PostgresPoolClient> {
    let problem: unknown = null;
    for (let n = 0; n < this.#pools.length; n++) {
      const at = (this.#at + n) % this.#pools.length;
      try {
        const client = await this.#writable(this.#pools[at] as Pool);
        this.#at = at;
        return client;
      } catch (one) {
        problem = said(one);
      }
    }
    throw problem;
  }

  async end(): Promise<void> {
    await Promise.all(this.#pools.map((pool) => pool.end()));
  }

  async #writable(pool: Pool): Promise<PostgresPoolClient> {
    const client = await pool.connect();
    const known = this.#clients.get(client);
    if (known) return known;
    try {
      const { rows } = await client.query('select pg_is_in_recovery() as standby');
      if (rows[0]?.standby === true && !this.#standbyToo) throw new DatabaseStandby('the database is a standby');
    } catch (problem) {
      client.release(true);
      throw problem;
    }
    const made = new WatchedClient(client, (text) => this.#nameOf(text));
    this.#clients.set(client, made);
    return made;
  }

  #nameOf(text: string): string | undefined {
    if (!this.#named || !this.#naming || !/^(select|insert|update|delete|with)\b/i.test(text) || text.length > 4000)
      return undefined;
    const known = this.#named.get(text);
    if (known !== undefined || this.#named.size >= mostNamed) return known;
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    this.#named.set(text, name);
    return name;
  }
}

/** One connection: what fails because it was cut off says so, and it is not used again. */
class WatchedClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #nameOf: (text: string) => string | undefined;
  #broken = false;

  constructor(client: PoolClient, nameOf: (text: string) => string | undefined) {
    this.#client = client;
    this.#nameOf = nameOf;
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query(sql: string | object, parameters: readonly unknown[] = []): object {
    if (typeof sql !== 'string') throw new Error('rows are not streamed');
    return this.#ask(sql, [...parameters]);
  }

  async #ask(text: string, values: unknown[]): Promise<object> {
    const name = values.length <= mostNamedParameters ? this.#nameOf(text) : undefined;
    try {
      return await this.#client.query(name === undefined ? { text, values } : { name, text, values });
    } catch (problem) {
      const fault = said(problem);
      this.#broken ||= fault instanceof DatabaseAway;
      throw fault;
    }
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#broken);
  }
}

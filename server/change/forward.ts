import { scopeKey, type View } from '../rights/view.ts';
import { begunSince, endedSince, heldAt, type VersionedTables } from './scope.ts';

/** Which versions of a table to read. */
export type Which<T extends VersionedTables> = ReturnType<typeof heldAt<T>>;

interface Walked<T extends VersionedTables, Row> {
  table: T;
  /** What names a record, of its version. */
  keyOf(row: Row): string;
  read(view: View, which: Which<T>): Promise<Row[]>;
}

/**
 * 逐日往后 — the versions of a table that hold in one view after another of the same user, from earlier to later: each step reads only what began and
 * ended since the one before. A view of another scope, or an earlier one, is read whole.
 */
export class Forward<T extends VersionedTables, Row extends { since: number }> {
  /** What holds in the view last stepped to, by key. */
  held = new Map<string, Row>();
  readonly #walked: Walked<T, Row>;
  #at: { scope: string; seq: number } | null = null;

  constructor(walked: Walked<T, Row>) {
    this.#walked = walked;
  }

  /** Steps to a view. Gives the keys of what moved; null where all was read. */
  async to(view: View): Promise<ReadonlySet<string> | null> {
    const { table, keyOf, read } = this.#walked;
    const { seq, user } = view;
    const scope = scopeKey(user);
    const from = this.#at?.scope === scope && this.#at.seq <= seq ? this.#at.seq : null;
    if (from === null) {
      this.held = new Map((await read(view, heldAt(table, view))).map((row) => [keyOf(row), row]));
      this.#at = { scope, seq };
      return null;
    }
    const moved = new Set<string>();
    if (from === seq) return moved;
    const [ended, begun] = await Promise.all([
      read(view, endedSince(table, from, view)),
      read(view, begunSince(table, from, view)),
    ]);
    for (const row of ended) {
      const key = keyOf(row);
      if (this.held.get(key)?.since === row.since) this.held.delete(key);
      moved.add(key);
    }
    for (const row of begun) {
      this.held.set(keyOf(row), row);
      moved.add(keyOf(row));
    }
    this.#at = { scope, seq };
    return moved;
  }
}

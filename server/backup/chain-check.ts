import {
  chainHash,
  changeText,
  firstHash,
  rowText,
  type VersionedTable,
  versionKeys,
  versionText,
} from '../db/chain.ts';
import type { AuditEventTable, ChangeTable, Tables } from '../db/schema.ts';
import { BackupProblem } from './backup-problem.ts';

/**
 * 链校验 — checks both chains while a backup is read. Changes wait until the versions written under them have come, which is until the next changes
 * begin; a backup made before versions followed their changes holds all changes first, and all of them wait. Refuses `chain-broken`.
 */
export class ChainCheck {
  #waiting: ChangeTable[] = [];
  #texts = new Map<number, string[]>();
  #hasVersions = false;
  #hash = firstHash;
  #eventHash = firstHash;
  /** The last change that was checked. */
  #checked = 0;

  /** Rows of a table, in the order they stand in the backup. */
  take(table: keyof Tables, rows: object[]): void {
    if (table === 'change') {
      if (this.#hasVersions) this.#check();
      for (const row of rows as ChangeTable[]) this.#waiting.push(row);
    }
    if (table === 'auditEvent') for (const row of rows as AuditEventTable[]) this.#event(row);
    if (Object.hasOwn(versionKeys, table)) for (const row of rows) this.#version(table as VersionedTable, row);
  }

  /** Nothing more comes: what waited is checked. */
  end(): void {
    this.#check();
  }

  #version(table: VersionedTable, row: object): void {
    this.#hasVersions = true;
    const since = Number((row as { since: unknown }).since);
    if (since > 0 && since <= this.#checked) throw new BackupProblem('chain-broken', { seq: since });
    const known = this.#texts.get(since);
    if (known) known.push(versionText(table, row));
    else this.#texts.set(since, [versionText(table, row)]);
  }

  #check(): void {
    for (const row of this.#waiting) {
      this.#hash = chainHash(this.#hash, changeText(row), this.#texts.get(row.seq) ?? []);
      if (row.hash !== this.#hash) throw new BackupProblem('chain-broken', { seq: row.seq });
      this.#texts.delete(row.seq);
      this.#checked = row.seq;
    }
    this.#waiting = [];
    this.#hasVersions = false;
  }

  #event({ hash, ...row }: AuditEventTable): void {
    this.#eventHash = chainHash(this.#eventHash, rowText(row), []);
    if (hash !== this.#eventHash) throw new BackupProblem('chain-broken', { seq: row.number });
  }
}

import type { Kysely } from 'kysely';
import {
  chainHash,
  changeText,
  firstHash,
  rowText,
  type VersionedTable,
  versionKeys,
  versionTexts,
} from '../change/chain.ts';
import type { Tables } from '../db/schema.ts';

/** The first thing that is not as it was written: which row of which record of changes, and what is wrong with it. */
export interface Break {
  in: 'change' | 'auditEvent';
  number: number;
  /** Altered: the row or what was written under it. Missing: the number is not there. Orphan: written under a number that is not there. Ended: a version ends where nothing ended it. */
  fault: 'altered' | 'missing' | 'orphan' | 'ended';
}

/** What a check found: how many rows were read, and the first break of each chain in their order; none when both are whole. */
export interface Verified {
  changes: number;
  events: number;
  breaks: Break[];
}

/**
 * 校验 — recomputes both chains from their first row: every change with the versions written under it, every event of the security log. A row changed,
 * taken out or put in afterwards breaks the chain from there on. `db` must see one state of the store throughout.
 */
export async function verifyChains(db: Kysely<Tables>): Promise<Verified> {
  const changes = await db.selectFrom('change').selectAll().orderBy('seq').execute();
  const events = await db.selectFrom('auditEvent').selectAll().orderBy('number').execute();
  const sequence = await db.selectFrom('sequence').select('last').executeTakeFirst();
  const texts = await versionTexts(db);
  const broken =
    firstBreak(
      changes.map((row) => ({
        number: row.seq,
        hash: row.hash,
        text: changeText(row),
        with: texts.get(row.seq) ?? [],
      })),
    ) ??
    (await wronglyKnown(db, changes)) ??
    afterLast(changes.at(-1)?.seq ?? 0, sequence?.last ?? 0) ??
    orphan(texts, changes.length) ??
    (await wronglyEnded(db, changes.length));
  const brokenEvent = firstBreak(
    events.map(({ hash, ...row }) => ({ number: row.number, hash, text: rowText(row), with: [] })),
  );
  return {
    changes: changes.length,
    events: events.length,
    breaks: [
      ...(broken ? [{ in: 'change' as const, ...broken }] : []),
      ...(brokenEvent ? [{ in: 'auditEvent' as const, ...brokenEvent }] : []),
    ],
  };
}

type Found = Omit<Break, 'in'>;

function firstBreak(rows: { number: number; hash: string; text: string; with: string[] }[]): Found | null {
  let before = firstHash;
  for (const [at, row] of rows.entries()) {
    if (row.number !== at + 1) return { number: at + 1, fault: 'missing' };
    before = chainHash(before, row.text, row.with);
    if (before !== row.hash) return { number: row.number, fault: 'altered' };
  }
  return null;
}

const afterLast = (last: number, counted: number): Found | null =>
  last === counted ? null : { number: Math.min(last, counted) + 1, fault: 'missing' };

function orphan(texts: Map<number, string[]>, changes: number): Found | null {
  const numbers = [...texts.keys()].filter((since) => since < 1 || since > changes).sort((a, b) => a - b);
  return numbers[0] === undefined ? null : { number: numbers[0], fault: 'orphan' };
}

/** Since when a change counts as known is no part of its hash: it must be what the change says, or what a confirmed day says of it. */
async function wronglyKnown(
  db: Kysely<Tables>,
  changes: { seq: number; at: string; knownAt: string }[],
): Promise<Found | null> {
  const rows = await db.selectFrom('confirmedDay').where('until', 'is', null).select(['id', 'at']).execute();
  const confirmed = new Map(rows.map(({ id, at }) => [Number(id), at]));
  const wrong = changes.find(({ seq, at, knownAt }) => knownAt !== (confirmed.get(seq) ?? at));
  return wrong ? { number: wrong.seq, fault: 'altered' } : null;
}

/** When a version ended is no part of the hash: it must end where its record's next begins, or before it at a number there is. */
async function wronglyEnded(db: Kysely<Tables>, changes: number): Promise<Found | null> {
  let first: Found | null = null;
  for (const table of Object.keys(versionKeys) as VersionedTable[]) {
    const keys: readonly string[] = versionKeys[table];
    const rows = (await db.selectFrom(table).selectAll().orderBy('since').execute()) as unknown as {
      [column: string]: unknown;
      since: number;
      until: number | null;
    }[];
    const versions = Map.groupBy(rows, (row) => JSON.stringify(keys.map((key) => row[key])));
    for (const own of versions.values())
      for (const [at, { since, until }] of own.entries()) {
        const next = own[at + 1]?.since ?? null;
        const right = until === null ? next === null : until >= since && until <= (next ?? changes);
        if (!right && since < (first?.number ?? Number.POSITIVE_INFINITY)) first = { number: since, fault: 'ended' };
      }
  }
  return first;
}

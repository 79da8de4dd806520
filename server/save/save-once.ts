import { createHash } from 'node:crypto';
import { ordered } from '../change/same/rules.ts';
import { type Transaction, write } from '../change/write.ts';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { sentNow } from '../http/sent.ts';
import type { LocalDate, Viewer } from '../rights/view.ts';
import type { Saver } from './form-parts.ts';

/** What a form's work gives: what it answers, and the `seq` of its change; null when nothing was new. */
export interface Done<Answer> {
  seq: number | null;
  /** How many changes there were, where more than one; none of them sealed. */
  changes?: number;
  answer: Answer;
}

/** The changes of a save that writes up to so many, as {@link Done} tells them. */
export function writtenAs(seqs: (number | null)[]): Pick<Done<never>, 'seq' | 'changes'> {
  const written = seqs.filter((seq) => seq !== null);
  return { seq: written.at(-1) ?? null, changes: written.length };
}

/**
 * 一次保存 — one save is one transaction. The same `id` of the same person with the same request gives the first answer again and writes nothing; of
 * another person it is refused `submission-foreign`, with anything else than the first time `submission-used`. `seq` in the answer counts only what
 * the person may know of.
 */
export async function saveOnce<Answer extends object>(
  store: Store,
  viewer: Viewer,
  id: string,
  work: (tx: Transaction, today: LocalDate) => Promise<Done<Answer>>,
  { confirmsDay = false } = {},
): Promise<Answer & { seq: number }> {
  const clock = await clockOf(store);
  const hash = sentHash();
  return write(store, { actor: viewer.id, clock, confirmsDay }, async (tx) => {
    const sent = await tx.db.selectFrom('submission').where('id', '=', id).selectAll().executeTakeFirst();
    if (sent && sent.actor !== viewer.id) throw new Refusal('submission-foreign', {}, 'id');
    if (sent && sent.hash !== hash) throw new Refusal('submission-used', {}, 'id');
    if (sent) return JSON.parse(sent.answer) as Answer & { seq: number };
    const { seq, changes = seq === null ? 0 : 1, answer } = await work(tx, clock.today());
    const answered = { ...answer, seq: await shownSeq(tx, viewer, { seq, changes }) };
    await tx.db
      .insertInto('submission')
      .values({
        id,
        actor: viewer.id,
        at: clock.now().toISOString(),
        seq: seq ?? 0,
        hash,
        answer: JSON.stringify(answered),
      })
      .execute();
    return answered;
  });
}

/** What distinguishes one request from another: SHA-256 over method, address and body, whatever the order of its keys. A save outside of a request is always the same. */
function sentHash(): string {
  const sent = sentNow();
  const said = sent === null ? '' : `${sent.method} ${sent.path}\n${JSON.stringify(ordered(JSON.parse(sent.body)))}`;
  return createHash('sha256').update(said).digest('hex');
}

/** What the last change about to be stored is called outside; without one, the last known. */
async function shownSeq(
  { db }: Transaction,
  viewer: Viewer,
  { seq, changes }: { seq: number | null; changes: number },
): Promise<number> {
  const last = await db
    .selectFrom('change')
    .select(['seq', 'shown'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (viewer.sealed === 'all') return seq ?? last?.seq ?? 0;
  return (last?.shown ?? 0) + changes;
}

export interface Saved {
  at: string;
  /** Null where it was no account (an import). */
  by: Saver | null;
}

/** Who made a change and when. Null without a change. */
export async function savedBy({ db }: Pick<Store, 'db'>, since: number | null): Promise<Saved | null> {
  if (since === null) return null;
  const found = await db
    .selectFrom('change')
    .leftJoin('account', 'account.id', 'change.actor')
    .leftJoin('person', 'person.id', 'account.personId')
    .where('seq', '=', since)
    .select(savedColumns)
    .executeTakeFirst();
  return found ? savedOf(found) : null;
}

/** What {@link savedOf} needs, of a query that joins a version's `change`, its `account` and that one's `person`. */
export const savedColumns = [
  'change.knownAt as savedAt',
  'account.id as savedById',
  'person.name as saverName',
  'person.post as saverPost',
] as const;

/** The same, read in one statement with what was saved. */
export function savedOf(row: {
  savedAt: string;
  savedById: string | null;
  saverName: string | null;
  saverPost: string | null;
}): Saved {
  return { at: row.savedAt, by: row.savedById === null ? null : { name: row.saverName, post: row.saverPost } };
}

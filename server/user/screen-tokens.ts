import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import type { Viewer } from '../rights/view.ts';
import type { ScreensAnswer } from './answer.ts';
import { newToken, tokenHash } from './token.ts';

interface Kept {
  id: string;
  view: string;
  writtenAt: number;
}

const writeEveryMs = 60_000;

/** 会议屏 — displays of meeting rooms, each known by a token of which only the SHA-256 is kept. */
export class Screens {
  readonly #store: Store;
  readonly #kept = new Map<string, Kept>();
  /** How often a screen was revoked: a row read before is not believed after. */
  #revocations = 0;
  readonly #listeners = new Set<(screenId: string) => void>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Nothing read before is believed: the store is another one. */
  forgetAll(): void {
    this.#revocations += 1;
    this.#kept.clear();
  }

  async list(): Promise<ScreensAnswer['screens']> {
    return this.#store.db
      .selectFrom('screenToken')
      .select(['id', 'title', 'view', 'createdAt', 'revokedAt', 'seenAt'])
      .orderBy('createdAt', 'desc')
      .execute();
  }

  /** A new screen; its token is given once. */
  async make(tx: Transaction, { title, view, by }: { title: string; view: string; by: string }) {
    const token = newToken();
    const id = newId();
    const createdAt = new Date().toISOString();
    await tx.db
      .insertInto('screenToken')
      .values({ id, tokenHash: tokenHash(token), title, view, createdAt, createdBy: by, revokedAt: null, seenAt: null })
      .execute();
    tx.change({ action: 'make-screen', subject: 'screen', subjectId: id, placeId: null });
    return { id, token };
  }

  /** Ends a screen and gives its title; refuses `address-unknown` for one that is not there. */
  async revoke(tx: Transaction, id: string): Promise<string> {
    const revoked = await tx.db
      .updateTable('screenToken')
      .set({ revokedAt: new Date().toISOString() })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .returning('title')
      .executeTakeFirst();
    if (!revoked) throw new Refusal('address-unknown');
    tx.change({ action: 'revoke-screen', subject: 'screen', subjectId: id, placeId: null });
    return revoked.title;
  }

  /** To be called when the revocation is written: what the screen has open is closed. */
  forget(id: string): void {
    this.#revocations += 1;
    for (const [hash, kept] of this.#kept) if (kept.id === id) this.#kept.delete(hash);
    for (const listener of this.#listeners) listener(id);
  }

  onEnd(listener: (screenId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The view a token opens; null for one unknown or revoked. */
  async viewOf(token: string): Promise<string | null> {
    return (await this.#find(token))?.view ?? null;
  }

  /** A screen looks at the whole county and no unannounced plan; null for a token unknown or revoked. */
  async viewerOf(token: string): Promise<Viewer | null> {
    const found = await this.#find(token);
    if (!found) return null;
    return { id: `screen:${found.id}`, role: 'screen', places: 'county', subjects: 'all', sealed: [] };
  }

  /** The screen a token belongs to, with its title; null for none. */
  async named(token: string | undefined): Promise<{ id: string; title: string } | null> {
    const found = token ? await this.#find(token) : null;
    if (!found) return null;
    const row = await this.#store.db
      .selectFrom('screenToken')
      .select('title')
      .where('id', '=', found.id)
      .executeTakeFirst();
    return { id: `screen:${found.id}`, title: row?.title ?? '' };
  }

  async #find(token: string): Promise<Kept | null> {
    const hash = tokenHash(token);
    const kept = this.#kept.get(hash) ?? (await this.#read(hash));
    if (!kept) return null;
    const now = Date.now();
    if (now - kept.writtenAt > writeEveryMs) {
      kept.writtenAt = now;
      await this.#store.db
        .updateTable('screenToken')
        .set({ seenAt: new Date(now).toISOString() })
        .where('id', '=', kept.id)
        .execute()
        .catch(() => undefined);
    }
    return kept;
  }

  async #read(hash: string): Promise<Kept | null> {
    const revocations = this.#revocations;
    const row = await this.#store.db
      .selectFrom('screenToken')
      .select(['id', 'view'])
      .where('tokenHash', '=', hash)
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    if (!row) return null;
    if (revocations !== this.#revocations) return this.#read(hash);
    const kept = { ...row, writtenAt: 0 };
    this.#kept.set(hash, kept);
    return kept;
  }
}

import type { Selectable } from 'kysely';
import type { AccountTable } from '../../db/account-schema.ts';
import type { Store } from '../../db/open.ts';
import type { Role, Subject } from '../../rights/view.ts';

/** 账号 — who may sign in: role, area ids as given, subjects of a department, teams of an inspector; the office-holder is `personId`. */
export interface Account {
  id: string;
  login: string;
  personId: string;
  role: Role;
  /** `pending`: made by an administrator, and the office has not agreed. */
  state: AccountState;
  places: string[];
  subjects: Subject[];
  teams: string[];
  passwordHash: string | null;
  passwordAt: string | null;
  mustChange: boolean;
  createdAt: string;
  /** What an administrator proposed of it and the office has not agreed to. */
  proposal: Proposal | null;
  /** Only a one-time link lets its person in. */
  awaitsLink: boolean;
  linkUntil: string | null;
  /** The account of the person who holds it now; null: this one. */
  successorId: string | null;
  passedOnAt: string | null;
}
export type AccountState = 'pending' | 'invited' | 'active' | 'disabled';

/** 待同意 — a proposal: `values` null for an account that is to be made as it stands, or enabled. */
interface Proposal {
  id: string;
  by: string;
  at: string;
  what: 'make' | 'change' | 'enable';
  values: AccountValues | null;
}
/** What is given of an account; `places` are area ids. */
export interface AccountValues {
  login: string;
  name: string;
  post: string;
  unit: string | null;
  workPhone: string | null;
  role: Role;
  places: string[];
  subjects: Subject[];
  teams: string[];
}

/** Whether its person may come in at all, by password or as an invented person. */
export const isOpen = ({ state, awaitsLink }: Pick<Account, 'state' | 'awaitsLink'>): boolean =>
  (state === 'active' || state === 'invited') && !awaitsLink;

function accountOf(row: Selectable<AccountTable>): Account {
  return {
    ...row,
    role: row.role as Role,
    state: row.state as Account['state'],
    places: JSON.parse(row.places) as string[],
    subjects: JSON.parse(row.subjects) as Subject[],
    teams: JSON.parse(row.teams) as string[],
    mustChange: row.mustChange === 1,
    proposal: row.proposal === null ? null : (JSON.parse(row.proposal) as Proposal),
    awaitsLink: row.awaitsLink === 1,
  };
}

/** Every account, oldest first. */
export async function readAccounts(store: Pick<Store, 'db'>): Promise<Account[]> {
  const rows = await store.db.selectFrom('account').selectAll().orderBy('createdAt').orderBy('id').execute();
  return rows.map(accountOf);
}

/** An account by id or by login (any case); null when there is none. */
export async function readAccount(
  store: Pick<Store, 'db'>,
  named: { id: string } | { login: string },
): Promise<Account | null> {
  const [column, value] = 'id' in named ? (['id', named.id] as const) : (['login', named.login.toLowerCase()] as const);
  const row = await store.db.selectFrom('account').selectAll().where(column, '=', value).executeTakeFirst();
  return row ? accountOf(row) : null;
}

/** How long an account may stand in memory though nothing was said to have changed. */
const keptMs = 60_000;

/**
 * Accounts in use, kept in memory so that a request costs no query. One process serves a store: a change of an account says so by
 * {@link Accounts.forget}, and what was read before is not believed after.
 */
export class Accounts {
  readonly #store: Store;
  readonly #kept = new Map<string, { account: Account; readAt: number }>();
  #changes = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** An account by id; null when there is none. */
  async find(id: string): Promise<Account | null> {
    const kept = this.#kept.get(id);
    if (kept && performance.now() - kept.readAt < keptMs) return kept.account;
    const changes = this.#changes;
    const account = await readAccount(this.#store, { id });
    if (changes !== this.#changes) return this.find(id);
    if (account) this.#kept.set(id, { account, readAt: performance.now() });
    return account;
  }

  /** Nothing read before is believed: the store is another one. */
  forgetAll(): void {
    this.#changes += 1;
    this.#kept.clear();
  }

  forget(id: string): void {
    this.#changes += 1;
    this.#kept.delete(id);
  }
}

/** Whether any account exists. */
export async function hasAccounts(store: Pick<Store, 'db'>): Promise<boolean> {
  return (await store.db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

import type { Transaction } from '../../change/write.ts';
import { newId } from '../../db/id.ts';
import { Refusal } from '../../http/refusal.ts';
import { savePeople } from '../../person/people.ts';
import { type Account, type AccountState, type AccountValues, readAccount, readAccounts } from './account-store.ts';

/** Makes an account without a password and gives its id; refuses a login that is taken. `pending`: until the office agrees nobody comes in. */
export async function makeAccount(
  tx: Transaction,
  given: AccountValues,
  { personId = newId(), state = 'invited' }: { personId?: string; state?: AccountState } = {},
): Promise<string> {
  const { login, role, places, subjects, teams } = given;
  await refuseTaken(tx, login, null);
  await savePerson(tx, personId, given);
  const id = newId();
  await tx.db
    .insertInto('account')
    .values({
      ...{ id, login: login.toLowerCase(), personId, role, state },
      ...{ places: JSON.stringify(places), subjects: JSON.stringify(subjects), teams: JSON.stringify(teams) },
      ...{ passwordHash: null, passwordAt: null, mustChange: 0, createdAt: new Date().toISOString() },
    })
    .execute();
  tx.change({ action: 'make-account', subject: 'account', subjectId: id, placeId: null });
  return id;
}

/** Changes who an account is and what it sees; refuses a login that is taken and leaving the county without an office account. */
export async function changeAccount(
  tx: Transaction,
  before: Account,
  { disabled, ...given }: AccountValues & { disabled: boolean },
): Promise<void> {
  await refuseTaken(tx, given.login, before.id);
  await savePerson(tx, before.personId, given);
  const { login, role, places, subjects, teams } = given;
  await tx.db
    .updateTable('account')
    .set({
      ...{ login: login.toLowerCase(), role, state: stateOf(before, disabled), proposal: null },
      ...{ places: JSON.stringify(places), subjects: JSON.stringify(subjects), teams: JSON.stringify(teams) },
    })
    .where('id', '=', before.id)
    .execute();
  await refuseLastOffice(tx);
  changed(tx, before.id, disabled && before.state !== 'disabled' ? 'disable-account' : 'change-account');
}

const stateOf = ({ passwordHash }: Account, disabled: boolean): AccountState =>
  disabled ? 'disabled' : passwordHash === null ? 'invited' : 'active';

/** Keeps what is proposed of an account, in place of what was; the account itself stays as it is. */
export async function proposeForAccount(tx: Transaction, id: string, proposal: Account['proposal']): Promise<void> {
  await tx.db
    .updateTable('account')
    .set({ proposal: proposal === null ? null : JSON.stringify(proposal) })
    .where('id', '=', id)
    .execute();
  changed(tx, id, 'propose-account');
}

/** Takes away an account that never was anybody's: the office did not agree to it. */
export async function unmakeAccount(tx: Transaction, { id, personId }: Account): Promise<void> {
  await tx.db.deleteFrom('account').where('id', '=', id).execute();
  await tx.db.deleteFrom('person').where('id', '=', personId).execute();
  changed(tx, id, 'refuse-account');
}

/**
 * 交接 — the next person holds the function under the same login, in an account of its own: what the former one did stays in the former's name, and
 * nothing kept of the former (sessions, drafts, private views, devices) is the next one's. Gives the new account's id.
 */
export async function passOnAccount(
  tx: Transaction,
  before: Account,
  person: Pick<AccountValues, 'name' | 'post' | 'unit' | 'workPhone'>,
): Promise<string> {
  if (before.successorId !== null) throw new Refusal('account-passed-on');
  const { id, login, role, places, subjects, teams } = before;
  const at = new Date().toISOString();
  await tx.db
    .updateTable('account')
    // A blank is in no login that can be typed.
    .set({ login: `${login} ${id}`, state: 'disabled', proposal: null, linkHash: null, passedOnAt: at })
    .where('id', '=', id)
    .execute();
  const next = await makeAccount(tx, { ...person, login, role, places, subjects, teams });
  await tx.db.updateTable('account').set({ successorId: next }).where('id', '=', id).execute();
  changed(tx, id, 'pass-on-account');
  return next;
}

/** Gives an account a password already hashed; the one before is remembered. Its person needs no link any more. */
export async function setPassword(
  tx: Transaction,
  { id, state, passwordHash, passwordAt }: Account,
  { hash, mustChange = false }: { hash: string; mustChange?: boolean },
): Promise<void> {
  const at = new Date().toISOString();
  if (passwordHash !== null)
    await tx.db
      .insertInto('formerPassword')
      .values({ accountId: id, at: passwordAt ?? at, hash: passwordHash })
      .onConflict((same) => same.columns(['accountId', 'at']).doUpdateSet({ hash: passwordHash }))
      .execute();
  await tx.db
    .updateTable('account')
    .set({
      ...{ passwordHash: hash, passwordAt: at, mustChange: mustChange ? 1 : 0 },
      ...{ awaitsLink: 0, linkHash: null, linkUntil: null, state: state === 'disabled' ? state : 'active' },
    })
    .where('id', '=', id)
    .execute();
  changed(tx, id, 'change-password');
}

function changed(tx: Transaction, id: string, action: string): void {
  tx.change({ action, subject: 'account', subjectId: id, placeId: null });
}

async function refuseTaken(tx: Transaction, login: string, own: string | null): Promise<void> {
  const other = await readAccount(tx, { login });
  if (other && other.id !== own) throw new Refusal('login-taken', { login }, 'login');
}

async function refuseLastOffice(tx: Transaction): Promise<void> {
  const offices = (await readAccounts(tx)).filter(({ role, state }) => role === 'office' && state !== 'disabled');
  if (offices.length === 0) throw new Refusal('last-office-account');
}

async function savePerson(tx: Transaction, id: string, { name, post, unit, workPhone }: AccountValues): Promise<void> {
  const kept = await tx.db.selectFrom('person').select('position').where('id', '=', id).executeTakeFirst();
  await savePeople(tx, [{ id, name, post, unit, workPhone, position: kept?.position ?? null }]);
}

import type { Transaction } from '../change/write.ts';
import { Refusal } from '../http/refusal.ts';
import { newId } from '../id.ts';
import { savePeople } from '../person/people.ts';
import type { Role, Subject } from '../view.ts';
import { type Account, readAccount, readAccounts } from './account-store.ts';

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

/** Makes an account without a password and gives its id; refuses a login that is taken. */
export async function makeAccount(tx: Transaction, given: AccountValues, personId: string = newId()): Promise<string> {
  const { login, role, places, subjects, teams } = given;
  if (await readAccount(tx, { login })) throw new Refusal('login-taken', { login }, 'login');
  await savePerson(tx, personId, given);
  const id = newId();
  await tx.db
    .insertInto('account')
    .values({
      id,
      login: login.toLowerCase(),
      personId,
      role,
      state: 'invited',
      places: JSON.stringify(places),
      subjects: JSON.stringify(subjects),
      teams: JSON.stringify(teams),
      passwordHash: null,
      passwordAt: null,
      mustChange: 1,
      createdAt: new Date().toISOString(),
    })
    .execute();
  tx.change({ action: 'make-account', subject: 'account', subjectId: id, placeId: null });
  return id;
}

/** Changes who an account is and what it sees; refuses a login that is taken and leaving the county without an office account. */
export async function changeAccount(
  tx: Transaction,
  id: string,
  { state, ...given }: AccountValues & { state: 'active' | 'disabled' },
): Promise<void> {
  const before = await readAccount(tx, { id });
  if (!before) throw new Refusal('account-unknown');
  const other = await readAccount(tx, { login: given.login });
  if (other && other.id !== id) throw new Refusal('login-taken', { login: given.login }, 'login');
  await savePerson(tx, before.personId, given);
  const { login, role, places, subjects, teams } = given;
  await tx.db
    .updateTable('account')
    .set({
      login: login.toLowerCase(),
      role,
      state: state === 'disabled' ? 'disabled' : before.passwordHash === null ? 'invited' : 'active',
      places: JSON.stringify(places),
      subjects: JSON.stringify(subjects),
      teams: JSON.stringify(teams),
    })
    .where('id', '=', id)
    .execute();
  const offices = (await readAccounts(tx)).filter((one) => one.role === 'office' && one.state !== 'disabled');
  if (offices.length === 0) throw new Refusal('last-office-account');
  tx.change({
    action: state === 'disabled' && before.state !== 'disabled' ? 'disable-account' : 'change-account',
    subject: 'account',
    subjectId: id,
    placeId: null,
  });
}

/** Gives an account a password already hashed; the one before is remembered. A disabled account stays disabled. */
export async function setPassword(
  tx: Transaction,
  { id, state, passwordHash, passwordAt }: Account,
  { hash, mustChange }: { hash: string; mustChange: boolean },
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
      passwordHash: hash,
      passwordAt: at,
      mustChange: mustChange ? 1 : 0,
      state: state === 'disabled' ? state : 'active',
    })
    .where('id', '=', id)
    .execute();
  tx.change({
    action: mustChange ? 'reset-password' : 'change-password',
    subject: 'account',
    subjectId: id,
    placeId: null,
  });
}

async function savePerson(tx: Transaction, id: string, { name, post, unit, workPhone }: AccountValues): Promise<void> {
  const kept = await tx.db.selectFrom('person').select('position').where('id', '=', id).executeTakeFirst();
  await savePeople(tx, [{ id, name, post, unit, workPhone, position: kept?.position ?? null }]);
}

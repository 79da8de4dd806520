import type { Context } from 'hono';
import type { Transaction } from '../../change/write.ts';
import { newId } from '../../db/id.ts';
import { Refusal } from '../../http/refusal.ts';
import { viewerOf } from '../../request/who.ts';
import type { Role } from '../../rights/view.ts';
import type { AccountLink } from '../answer.ts';
import { type AccountAct, type Acting, actsBetween, isSameReach, type Power, powerOver } from '../rules.ts';
import { standsFor } from '../viewer-of.ts';
import { changeAccount, makeAccount, passOnAccount, proposeForAccount, unmakeAccount } from './account-actions.ts';
import { awaitLink, handOutLink } from './account-links.ts';
import { noticeAccount } from './account-notices.ts';
import { type Account, type AccountValues, readAccount } from './account-store.ts';

/** Who acts on an account, as the store knows the account inside the transaction. */
export interface Actor extends Acting {
  id: string;
}

/** What was done: the account, its login for the log, whether the office has still to agree, the link to hand over, whether its sessions end. */
export interface Done {
  id: string;
  on: string;
  as: string;
  proposed: boolean;
  link: AccountLink | null;
  ends: boolean;
}

/** Who acts, read anew: a right taken away a moment ago no longer counts. */
export async function actorOf(tx: Transaction, c: Context): Promise<Actor> {
  const { id, role } = viewerOf(c);
  const account = await readAccount(tx, { id });
  if (account && (account.role !== role || account.state === 'disabled')) throw new Refusal('not-allowed');
  return { id, role, standsFor: role === 'office' ? await standsFor(tx) : [] };
}

/** An account that may be acted on; refuses `account-unknown`, `account-own` and `account-above`. */
export async function targetOf(
  tx: Transaction,
  actor: Actor,
  id: string,
  acts: AccountAct[],
): Promise<{ account: Account; power: Power }> {
  const account = await readAccount(tx, { id });
  if (!account) throw new Refusal('account-unknown');
  const found = acts.map((act) => powerOf(actor, act, account.role, account.id));
  return { account, power: found.includes('proposes') ? 'proposes' : 'does' };
}

function powerOf(actor: Actor, act: AccountAct, role: Role, id: string | null): Power {
  const power = powerOver(actor, act, role, id === actor.id);
  if (power === 'no') throw new Refusal(id === actor.id ? 'account-own' : 'account-above');
  return power;
}

const isOffice = (actor: Actor) => powerOver(actor, 'assent', 'leader', false) === 'does';

/** Makes an account: the office at once, with the link to hand over; an administrator as a proposal, without teams. */
export async function makeFor(tx: Transaction, actor: Actor, given: AccountValues): Promise<Done> {
  const power = powerOf(actor, 'make', given.role, null);
  if (power === 'does') {
    const id = await makeAccount(tx, given);
    return { id, on: given.login, as: 'make-account', proposed: false, link: await handOutLink(tx, id), ends: false };
  }
  const id = await makeAccount(tx, { ...given, teams: [] }, { state: 'pending' });
  const proposal = { id: newId(), by: actor.id, at: new Date().toISOString(), what: 'make', values: null } as const;
  await proposeForAccount(tx, id, proposal);
  return { id, on: given.login, as: 'propose-account', proposed: true, link: null, ends: false };
}

/** Makes an account what is given. Teams are known to the office alone: an administrator's change leaves them. */
export async function changeFor(
  tx: Transaction,
  actor: Actor,
  id: string,
  { disabled, ...wanted }: AccountValues & { disabled: boolean },
): Promise<Done> {
  const before = await readAccount(tx, { id });
  if (!before) throw new Refusal('account-unknown');
  const person = await personOf(tx, before);
  const given = isOffice(actor) ? wanted : withHidden(wanted, { ...before, ...person });
  const acts = actsBetween({ ...before, ...person, disabled: before.state === 'disabled' }, { ...given, disabled });
  const { power } = await targetOf(tx, actor, id, acts);
  if (acts.includes('grant')) powerOf(actor, 'grant', given.role, id);
  if (acts.length === 0) {
    const own = before.id === actor.id;
    if (powerOver(actor, 'describe', before.role, own) === 'no') powerOf(actor, 'grant', before.role, before.id);
    return { id, on: before.login, as: 'change-account', proposed: false, link: null, ends: false };
  }
  if (before.state === 'pending' || before.successorId !== null) throw new Refusal('account-not-yet');
  if (power === 'proposes' && !(acts.length === 1 && acts[0] === 'disable')) {
    const what = acts.every((act) => act === 'enable') ? 'enable' : 'change';
    const values = what === 'change' ? given : null;
    await proposeForAccount(tx, id, { id: newId(), by: actor.id, at: new Date().toISOString(), what, values });
    return { id, on: before.login, as: 'propose-account', proposed: true, link: null, ends: false };
  }
  return applied(tx, actor, before, { ...given, disabled });
}

/** What an administrator does not see of an account stays: its teams, and one of them standing in the place of the unit. */
function withHidden(wanted: AccountValues, before: Pick<AccountValues, 'role' | 'teams' | 'unit'>): AccountValues {
  const isTeam = before.unit !== null && before.teams.includes(before.unit);
  const unit = wanted.unit ?? (isTeam ? before.unit : null);
  return { ...wanted, unit, teams: wanted.role === before.role ? before.teams : [] };
}

async function applied(
  tx: Transaction,
  actor: Actor,
  before: Account,
  given: AccountValues & { disabled: boolean },
): Promise<Done> {
  const moved = !isSameReach(before, given);
  const disables = given.disabled && before.state !== 'disabled';
  await changeAccount(tx, before, given);
  // Who sees something else comes in anew, by a link of the office's: no former page, and nobody who knew a password.
  if (moved) await awaitLink(tx, before.id);
  const as = disables ? 'disable-account' : 'change-account';
  await noticeAccount(tx, { accountId: before.id, actor: actor.id, action: as });
  const link = moved && !given.disabled ? await handOutLink(tx, before.id) : null;
  return { id: before.id, on: given.login, as, proposed: false, link, ends: moved || given.disabled };
}

/** Ends every way in but a new link; the link is the office's to hand over. */
export async function resetFor(tx: Transaction, actor: Actor, id: string): Promise<Done> {
  const { account } = await targetOf(tx, actor, id, ['reset']);
  if (account.state === 'pending' || account.successorId !== null) throw new Refusal('account-not-yet');
  await awaitLink(tx, id);
  tx.change({ action: 'reset-password', subject: 'account', subjectId: id, placeId: null });
  await noticeAccount(tx, { accountId: id, actor: actor.id, action: 'reset-password' });
  const link = isOffice(actor) && account.state !== 'disabled' ? await handOutLink(tx, id) : null;
  return { id, on: account.login, as: 'reset-password', proposed: false, link, ends: true };
}

/** The office's word on a proposal, named by its id: agreed to, it is done and any link handed out; not agreed to, it is as if never made. */
export async function assentFor(
  tx: Transaction,
  actor: Actor,
  id: string,
  { proposal, agree, teams }: { proposal: string; agree: boolean; teams: string[] },
): Promise<Done> {
  const { account } = await targetOf(tx, actor, id, ['assent']);
  const waiting = account.proposal;
  if (!waiting || waiting.id !== proposal) throw new Refusal('proposal-moved');
  const done = { id, on: account.login, proposed: false, link: null, ends: false };
  if (!agree) {
    if (waiting.what === 'make') await unmakeAccount(tx, account);
    else await proposeForAccount(tx, id, null);
    return { ...done, as: 'refuse-account' };
  }
  const values = waiting.values ?? (await valuesNow(tx, account));
  const full = { ...values, teams: values.role === 'inspector' && teams.length > 0 ? teams : values.teams };
  if (full.role === 'inspector' && full.teams.length === 0) throw new Refusal('account-place-needed', {}, 'teams');
  if (waiting.what !== 'make') {
    const disabled = waiting.what !== 'enable' && account.state === 'disabled';
    return { ...(await applied(tx, actor, account, { ...full, disabled })), as: 'assent-account' };
  }
  await changeAccount(tx, account, { ...full, disabled: false });
  return { ...done, as: 'assent-account', link: await handOutLink(tx, id) };
}

/** A new link for an account that waits for one. */
export async function linkFor(tx: Transaction, actor: Actor, id: string): Promise<Done> {
  const { account } = await targetOf(tx, actor, id, ['assent']);
  const waits = account.awaitsLink || (account.state === 'invited' && account.passwordHash === null);
  if (!waits || account.state === 'disabled' || account.state === 'pending') throw new Refusal('account-not-yet');
  tx.change({ action: 'hand-out-link', subject: 'account', subjectId: id, placeId: null });
  return { id, on: account.login, as: 'hand-out-link', proposed: false, link: await handOutLink(tx, id), ends: true };
}

/** Passes the account on to the next person; `id` of the result is the new one's. */
export async function passOnFor(
  tx: Transaction,
  actor: Actor,
  id: string,
  person: Pick<AccountValues, 'name' | 'post' | 'unit' | 'workPhone'>,
): Promise<Done> {
  const { account } = await targetOf(tx, actor, id, ['pass-on']);
  if (account.state === 'pending') throw new Refusal('account-not-yet');
  const next = await passOnAccount(tx, account, person);
  const link = await handOutLink(tx, next);
  return { id: next, on: account.login, as: 'pass-on-account', proposed: false, link, ends: true };
}

async function personOf({ db }: Transaction, { personId }: Account) {
  const person = await db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  const { name = null, post = null, unit = null, workPhone = null } = person ?? {};
  return { name, post, unit, workPhone };
}

async function valuesNow(tx: Transaction, account: Account): Promise<AccountValues> {
  const { login, role, places, subjects, teams } = account;
  const { name, post, ...person } = await personOf(tx, account);
  return { login, role, places, subjects, teams, name: name ?? '', post: post ?? '', ...person };
}

import type { Role } from '../rights/view.ts';

/**
 * 账号权限 — what may be done to an account: make it; describe it (login, name, post, unit, telephone); grant it role, places, items, teams; reset
 * it, so that only a new one-time link lets its person in; disable, enable; end its sessions, lift its lock-out; pass it on to the next person;
 * assent to what was proposed of it, which is also handing out its link.
 */
export const accountActs = [
  'make',
  'describe',
  'grant',
  'reset',
  'disable',
  'enable',
  'end-sessions',
  'unlock',
  'pass-on',
  'assent',
] as const;
export type AccountAct = (typeof accountActs)[number];

/** `does`: at once. `proposes`: it waits for the office. */
export type Power = 'does' | 'proposes' | 'no';

/** Who acts: the role, and the administrators it stands for while nobody is named. */
export interface Acting {
  role: Role;
  standsFor?: readonly Role[];
}

/** Kinds of account by what is at stake: the county's business, the office itself, or the three administrators. */
type Kind = 'content' | 'office' | 'administrators';
const kinds: Partial<Record<Role, Kind>> = {
  ...{ office: 'office', administrator: 'administrators', security: 'administrators', auditor: 'administrators' },
};
const kindOf = (role: Role): Kind => kinds[role] ?? 'content';

const everything: Partial<Record<AccountAct, Power>> = {
  ...{ make: 'does', describe: 'does', grant: 'does', reset: 'does', disable: 'does', enable: 'does' },
  ...{ 'pass-on': 'does', assent: 'does' },
};
const security: Partial<Record<AccountAct, Power>> = { 'end-sessions': 'does', unlock: 'does' };

const powers: Partial<Record<Role, Record<Kind, Partial<Record<AccountAct, Power>>>>> = {
  office: { content: everything, office: everything, administrators: everything },
  administrator: {
    content: { make: 'proposes', describe: 'proposes', reset: 'does', disable: 'does', enable: 'proposes' },
    office: {},
    administrators: {},
  },
  security: {
    content: { ...security, grant: 'proposes', reset: 'does', disable: 'does', enable: 'proposes' },
    office: security,
    administrators: security,
  },
};

/** What nobody does to the own account, but for the office describing itself. */
const ownActs: Partial<Record<Role, readonly AccountAct[]>> = { office: ['describe'] };

/** Whether somebody may do this to an account of a role; `own`: it is the account that acts. Nobody raises, resets, disables or passes on their own account. */
export function powerOver(acting: Acting, act: AccountAct, role: Role, own: boolean): Power {
  if (own) return (ownActs[acting.role] ?? []).includes(act) ? 'does' : 'no';
  const found = [acting.role, ...(acting.standsFor ?? [])].map((one) => powers[one]?.[kindOf(role)][act] ?? 'no');
  return found.find((power) => power === 'does') ?? found.find((power) => power === 'proposes') ?? 'no';
}

/** What of an account differs between two states of it. */
interface Compared {
  login: string;
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
  role: Role;
  places: readonly string[];
  subjects: readonly string[];
  teams: readonly string[];
  disabled: boolean;
}

const asSet = (list: readonly string[]) => [...new Set(list)].sort().join('\n');

/** Whether two give the same role, places, items and teams. */
export const isSameReach = (
  before: Pick<Compared, 'role' | 'places' | 'subjects' | 'teams'>,
  after: typeof before,
): boolean =>
  before.role === after.role &&
  asSet(before.places) === asSet(after.places) &&
  asSet(before.subjects) === asSet(after.subjects) &&
  asSet(before.teams) === asSet(after.teams);

/** The acts it takes to make one state of an account of the other. */
export function actsBetween(before: Compared, after: Compared): AccountAct[] {
  const said = ({ login, name, post, unit, workPhone }: Compared) =>
    JSON.stringify([login.toLowerCase(), name, post, unit, workPhone]);
  const acts: AccountAct[] = [];
  if (said(before) !== said(after)) acts.push('describe');
  if (!isSameReach(before, after)) acts.push('grant');
  if (before.disabled !== after.disabled) acts.push(after.disabled ? 'disable' : 'enable');
  return acts;
}

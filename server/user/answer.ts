import type { Action, Reach } from '../rights/rights.message.ts';
import type { Role, Subject } from '../rights/view.ts';
import type { Text } from '../words/text.ts';
import type { AccountAct, Power } from './rules.ts';

/** A place by its code. */
export interface NamedPlace {
  code: string;
  name: string;
}

/** GET /api/session — who is signed in, and what the page needs to let somebody sign in. */
export interface SessionAnswer {
  viewer: SignedIn | null;
  /** The sample county: its invented people may be taken by one click. */
  sample: boolean;
  people: SamplePerson[] | null;
  /** No account exists yet: the link printed at the first start makes the first. */
  setUp: boolean;
  /** Whether the page came over TLS. */
  secure: boolean;
  policy: PasswordPolicy;
}
export interface SignedIn {
  id: string;
  /** Says whose page it is, with every request the page sends; another person who takes over the account has another. */
  key: string;
  role: Role;
  roleTitle: Text;
  name: string | null;
  post: string | null;
  /** 单位 */
  unit: string | null;
  login: string;
  places: NamedPlace[];
  rights: Record<Action, Reach>;
  /** The password has to be changed before anything else. */
  mustChange: boolean;
  /** Instant the sign-in ends by itself. */
  endsAt: string;
  /** What others did to the account since its person last read of it. */
  notices: AccountNotice[];
}
/** 知会 — what was done to an account, by whom; `action` is an action of the audit log. */
export interface AccountNotice {
  id: string;
  at: string;
  action: string;
  name: string | null;
  post: string | null;
  unit: string | null;
}
export interface SamplePerson {
  login: string;
  name: string;
  post: string;
  role: Role;
  roleTitle: Text;
  place: string | null;
  unit: string | null;
}
/** 口令规则 — what a new password must hold; `classes` of lower case, upper case, digits, signs. */
export interface PasswordPolicy {
  profile: 'classified' | 'asvs';
  minLength: number;
  classes: number;
  maxAgeDays: number | null;
  remembered: number;
}

/** GET /api/accounts */
export interface AccountsAnswer {
  accounts: AccountAnswer[];
  /** What may be chosen for an account: towns and villages in official order (`town`: code of a village's town), and the teams, for the office only. */
  places: (NamedPlace & { town: string | null })[];
  teams: string[];
  /** Roles the asker may make accounts of, at once or as a proposal. */
  roles: Exclude<Role, 'screen'>[];
}
export interface AccountAnswer {
  id: string;
  login: string;
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
  role: Role;
  state: 'pending' | 'invited' | 'active' | 'disabled';
  places: NamedPlace[];
  subjects: Subject[];
  /** For the office only. */
  teams: string[];
  createdAt: string;
  /** Last time a request came; null: never. */
  seenAt: string | null;
  sessions: number;
  own: boolean;
  /** What the asker may do to it. */
  may: Partial<Record<AccountAct, Exclude<Power, 'no'>>>;
  /** What waits for the office's word. */
  proposal: ProposalAnswer | null;
  /** `awaited`: the office has yet to hand out a link; `out`: one is out until the instant. */
  link: { state: 'awaited' | 'out'; until: string | null } | null;
  /** Passed on to another account at this instant; null: held. */
  passedOnAt: string | null;
}
export interface ProposalAnswer {
  id: string;
  what: 'make' | 'change' | 'enable';
  at: string;
  by: { name: string | null; post: string | null };
  /** As it would be; null where nothing but the state changes. */
  values: (Omit<AccountGiven, 'places' | 'state' | 'teams'> & { places: NamedPlace[] }) | null;
}

/** POST /api/accounts, PUT /api/accounts/{id} */
export interface AccountGiven {
  login: string;
  name: string;
  post: string;
  unit: string | null;
  workPhone: string | null;
  role: Role;
  state: 'active' | 'disabled';
  /** Codes of a town or village; empty for roles that need none. */
  places: string[];
  subjects: Subject[];
  teams: string[];
}

/** 一次性链接 — path with the token behind the #, shown once and to the office only. */
export interface AccountLink {
  address: string;
  until: string;
}
/** Answer to what was done to an account: `proposed` when it waits for the office, `link` when one has to be handed over. */
export interface AccountDone {
  id: string;
  proposed: boolean;
  link: AccountLink | null;
}

/** POST /api/session/link — whom a one-time link is for. */
export interface LinkAnswer {
  login: string;
  name: string | null;
  roleTitle: Text;
}

/** GET /api/sessions — one's own sign-ins, the newest used first. */
export interface SessionsAnswer {
  sessions: { id: string; device: Text; address: string; since: string; seenAt: string; current: boolean }[];
}

/** GET /api/screens; POST answers `{ id, address }` with the one address, shown once. */
export interface ScreensAnswer {
  screens: {
    id: string;
    title: string;
    view: string;
    createdAt: string;
    revokedAt: string | null;
    seenAt: string | null;
  }[];
}

import type { Text } from '../text.ts';
import type { Role, Subject } from '../view.ts';
import type { Action, Reach } from './rights.message.ts';

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
  /** What may be chosen for an account: towns and villages in official order (`town`: code of a village's town), and the teams of the visits known. */
  places: (NamedPlace & { town: string | null })[];
  teams: string[];
}
export interface AccountAnswer {
  id: string;
  login: string;
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
  role: Role;
  state: 'invited' | 'active' | 'disabled';
  places: NamedPlace[];
  subjects: Subject[];
  teams: string[];
  createdAt: string;
  /** Last time a request came; null: never. */
  seenAt: string | null;
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

/** Answer to POST /api/accounts and …/reset: the first password, told once. */
export interface FirstPassword {
  id: string;
  password: string;
}

/** GET /api/screens; POST answers `{ id, address }` with the one address, told once. */
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

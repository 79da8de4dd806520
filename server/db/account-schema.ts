import type { Generated } from 'kysely';

/** 账号 — who may sign in. Rows are changed in place; what was done to them is in `auditEvent`. Lists are JSON. */
export interface AccountTable {
  id: string;
  /** Lower case, unique. */
  login: string;
  /** The office-holder, whose name stands in `person`. */
  personId: string;
  role: string;
  /** `active`, `disabled`, or `invited` until the first password is set. */
  state: string;
  /** Area ids as given (a town, a village); what lies below them is derived. */
  places: string;
  /** Subjects a department sees. */
  subjects: string;
  /** Teams of an inspector. */
  teams: string;
  /** argon2id in PHC form; null before the first. */
  passwordHash: string | null;
  passwordAt: string | null;
  /** 1 when the next sign-in must set another password. */
  mustChange: number;
  createdAt: string;
  /** What was proposed and waits for the office, as JSON; null for nothing. */
  proposal: string | null;
  /** 1 while only a one-time link lets its person in: no password is taken. */
  awaitsLink: Generated<number>;
  /** SHA-256 of the link handed out; null: none is out. */
  linkHash: string | null;
  linkUntil: string | null;
  /** 交接 — the account the next person holds under this one's login, and since when; null while it is held. */
  successorId: string | null;
  passedOnAt: string | null;
}

/** What somebody else did to an account, until its person has read of it. */
export interface AccountNoticeTable {
  id: string;
  accountId: string;
  at: string;
  actor: string;
  action: string;
}

/** A browser an account has signed in from, under the SHA-256 of its cookie. */
export interface KnownDeviceTable {
  tokenHash: string;
  accountId: string;
  seenAt: string;
}

/** Wrong tries of a key of the guard; what remains is in milliseconds, so that no clock is asked. */
export interface SignInFailureTable {
  key: string;
  count: number;
  waitMs: number;
  windowMs: number;
  keptMs: number;
}

/** Former passwords, so that the last ones are not taken again. Key (accountId, at). */
export interface FormerPasswordTable {
  accountId: string;
  at: string;
  hash: string;
}

/** 会话 — a signed-in browser, under the SHA-256 of its id. */
export interface SessionTable {
  tokenHash: string;
  accountId: string;
  createdAt: string;
  seenAt: string;
  address: string;
  agent: string;
}

/** 会议屏 — the token of a meeting room's display, under its SHA-256; `view` is the query part of the one address it shows. */
export interface ScreenTokenTable {
  id: string;
  tokenHash: string;
  title: string;
  view: string;
  createdAt: string;
  createdBy: string;
  revokedAt: string | null;
  seenAt: string | null;
}

import { z } from '@hono/zod-openapi';
import { count, maybe, text } from '../http/schema-parts.ts';
import { type Action, rights } from '../rights/rights.message.ts';
import { roles, subjects } from '../rights/view.ts';
import { accountActs } from './rules.ts';

const role = z.enum(roles);
const named = maybe(z.string());
const place = z.object({ code: z.string(), name: z.string() });
/** A place by its code. */
export type NamedPlace = z.infer<typeof place>;

export const reachSchema = z.enum(['county', 'own', 'none']);
const actions = z.enum(Object.keys(rights) as [Action, ...Action[]]);

const notice = z.object({ id: z.string(), at: z.string(), action: z.string(), name: named, post: named, unit: named });
/** 知会 — what was done to an account, by whom; `action` is an action of the audit log. */
export type AccountNotice = z.infer<typeof notice>;

const signedIn = z.object({
  id: z.string(),
  /** Says whose page it is; another person who takes over the account has another. */
  key: z.string().openapi({ description: 'To be sent as header `Signed-In-As` with whatever writes.' }),
  role,
  roleTitle: text,
  name: named,
  post: named,
  /** 单位 */
  unit: named,
  login: z.string(),
  places: z.array(place),
  rights: z.record(actions, reachSchema),
  /** The password has to be changed before anything else. */
  mustChange: z.boolean(),
  /** Instant the sign-in ends by itself. */
  endsAt: z.string(),
  /** What others did to the account since its person last read of it. */
  notices: z.array(notice),
});
export type SignedIn = z.infer<typeof signedIn>;

const samplePerson = z.object({
  login: z.string(),
  name: z.string(),
  post: z.string(),
  role,
  roleTitle: text,
  place: named,
  unit: named,
});
export type SamplePerson = z.infer<typeof samplePerson>;

const policy = z.object({
  profile: z.enum(['classified', 'asvs']),
  minLength: count,
  classes: count,
  maxAgeDays: maybe(count),
  remembered: count,
});
/** 口令规则 — what a new password must hold; `classes` of lower case, upper case, digits, signs. */
export type PasswordPolicy = z.infer<typeof policy>;

export const sessionSchema = z
  .object({
    viewer: maybe(signedIn),
    /** The sample county: its invented people may be taken by one click. */
    sample: z.boolean(),
    people: maybe(z.array(samplePerson)),
    /** No account exists yet: the link printed at the first start makes the first. */
    setUp: z.boolean(),
    /** Whether the page came over TLS. */
    secure: z.boolean(),
    policy,
  })
  .openapi('Session');
/** GET /api/session — who is signed in, and what the page needs to let somebody sign in. */
export type SessionAnswer = z.infer<typeof sessionSchema>;

const described = {
  login: z.string(),
  name: named,
  post: named,
  unit: named,
  workPhone: named,
  role,
  places: z.array(place),
  subjects: z.array(z.enum(subjects)),
};
const proposal = z.object({
  id: z.string(),
  what: z.enum(['make', 'change', 'enable']),
  at: z.string(),
  by: z.object({ name: named, post: named }),
  /** As it would be; null where nothing but the state changes. */
  values: maybe(z.object(described)),
});
export type ProposalAnswer = z.infer<typeof proposal>;

const account = z.object({
  ...described,
  id: z.string(),
  state: z.enum(['pending', 'invited', 'active', 'disabled']),
  /** For the office only. */
  teams: z.array(z.string()),
  createdAt: z.string(),
  /** Last time a request came; null: never. */
  seenAt: named,
  sessions: count,
  own: z.boolean(),
  /** What the asker may do to it. */
  may: z.partialRecord(z.enum(accountActs), z.enum(['does', 'proposes'])),
  /** What waits for the office's word. */
  proposal: maybe(proposal),
  /** `awaited`: the office has yet to hand out a link; `out`: one is out until the instant. */
  link: maybe(z.object({ state: z.enum(['awaited', 'out']), until: named })),
  /** Passed on to another account at this instant; null: held. */
  passedOnAt: named,
});
export type AccountAnswer = z.infer<typeof account>;

export const accountsSchema = z
  .object({
    accounts: z.array(account),
    /** What may be chosen for an account: towns and villages in official order (`town`: code of a village's town), and the teams, for the office only. */
    places: z.array(place.extend({ town: named })),
    teams: z.array(z.string()),
    /** Roles the asker may make accounts of, at once or as a proposal. */
    roles: z.array(role.exclude(['screen'])),
  })
  .openapi('Accounts');
/** GET /api/accounts */
export type AccountsAnswer = z.infer<typeof accountsSchema>;

const link = z.object({ address: z.string(), until: z.string() });
/** 一次性链接 — path with the token behind the #, shown once and to the office only. */
export type AccountLink = z.infer<typeof link>;

export const accountDoneSchema = z.object({ id: z.string(), proposed: z.boolean(), link: maybe(link) });
/** Answer to what was done to an account: `proposed` when it waits for the office, `link` when one has to be handed over. */
export type AccountDone = z.infer<typeof accountDoneSchema>;

export const doneSchema = z.object({ done: z.boolean() });

/** POST /api/session/link — whom a one-time link is for. */
export const linkSchema = z.object({ login: z.string(), name: named, roleTitle: text });

export const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      device: text,
      address: z.string(),
      since: z.string(),
      seenAt: z.string(),
      current: z.boolean(),
    }),
  ),
});
/** GET /api/sessions — one's own sign-ins, the newest used first. */
export type SessionsAnswer = z.infer<typeof sessionsSchema>;

export const screensSchema = z.object({
  screens: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      view: z.string(),
      createdAt: z.string(),
      revokedAt: named,
      seenAt: named,
    }),
  ),
});
/** GET /api/screens; POST answers `{ id, address }` with the one address, shown once. */
export type ScreensAnswer = z.infer<typeof screensSchema>;

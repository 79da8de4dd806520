/** The closed list of what the API refuses. Each has its sentence in message/problems.message.ts. */
export const refusals = {
  'parameter-unknown': 400,
  'parameter-malformed': 400,
  'day-in-future': 400,
  'class-unknown': 400,
  'layer-unknown': 404,
  'place-unknown': 404,
  'file-unknown': 404,
  'address-unknown': 404,
  'sign-in-needed': 401,
  'person-unsaid': 428,
  'person-other': 409,
  'sign-in-wrong': 401,
  'sign-in-wait': 429,
  'password-change-needed': 403,
  'password-wrong': 400,
  'password-short': 400,
  'password-long': 400,
  'password-classes': 400,
  'password-login': 400,
  'password-common': 400,
  'password-used': 400,
  'login-taken': 409,
  'login-malformed': 400,
  'account-unknown': 404,
  'account-place-needed': 400,
  'account-above': 403,
  'last-office-account': 409,
  'set-up-over': 403,
  'sample-only': 403,
  'not-allowed': 403,
  'foreign-origin': 403,
  'host-twice': 400,
  'host-unknown': 421,
  'broken-off': 400,
  'text-unprintable': 400,
  'body-not-json': 415,
  'body-too-large': 413,
  'streams-too-many': 429,
  'method-not-allowed': 405,
  'saved-meanwhile': 409,
  'form-faulty': 422,
  'submission-foreign': 409,
  'submission-used': 409,
  'field-not-allowed': 403,
  'confirm-needed': 409,
  'proposal-unknown': 404,
  'proposal-decided': 409,
  'proposal-outdated': 409,
  'visit-unknown': 404,
  'plan-unknown': 404,
  'task-unknown': 404,
  'task-of-others': 403,
  'task-exists': 409,
  'meeting-unknown': 404,
  'meeting-over': 409,
  'item-unknown': 409,
  'view-unknown': 404,
  'views-full': 409,
  'picture-unreadable': 422,
  'picture-too-many-pixels': 422,
  'picture-too-large': 413,
  'pictures-full': 503,
  'map-missing': 404,
  'selection-empty': 404,
  'paper-unknown': 404,
  'paper-not-ready': 409,
  'papers-own': 429,
  'papers-full': 503,
  'paper-too-large': 507,
  'external-unknown': 404,
  'range-unsatisfiable': 416,
  'streams-own': 429,
  'streams-full': 503,
  'too-many-at-once': 429,
  'server-fault': 500,
  'store-read-only': 503,
  'store-damaged': 503,
  'store-disk-full': 507,
  'store-away': 503,
  'store-taken': 503,
  'outcome-unknown': 503,
} as const;
export type RefusalCode = keyof typeof refusals;

/** A refusal, thrown once and answered once as RFC 9457 problem details; `parameter` names the bad one. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly values: Record<string, string | number>;
  readonly parameter: string | undefined;
  /** What the answer says beside its sentence, in the language asked for. */
  readonly beside: ((lang: 'zh' | 'en') => object) | undefined;
  constructor(
    code: RefusalCode,
    values: Record<string, string | number> = {},
    parameter?: string,
    beside?: (lang: 'zh' | 'en') => object,
  ) {
    super(code);
    this.code = code;
    this.values = values;
    this.parameter = parameter;
    this.beside = beside;
  }
}

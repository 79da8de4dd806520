import type { ProblemAnswer } from '../server/http/schema-parts.ts';
import { printable } from '../server/words/share/rules.ts';
import { doubtPerson, pagePerson } from './page-person.ts';

/** The server answered with a refusal; `detail` is a sentence for the person. */
export class Refused extends Error {
  readonly status: number;
  readonly detail: string;
  /** The whole answer, for the refusals that say more: `theirs`, `faults`. */
  readonly problem: ProblemAnswer;
  constructor(problem: ProblemAnswer) {
    super(problem.title);
    this.status = problem.status;
    this.detail = problem.detail;
    this.problem = problem;
  }
}

/** No answer came at all: the server or the way to it is gone. */
export class Unreachable extends Error {}

/** An address of the API with its parameters; null ones are left out. */
export function address(path: string, parameters: Record<string, string | number | null>): string {
  const given = Object.entries(parameters).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]));
  const query = new URLSearchParams(given).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Asks the API, refusals in the language of the page. Fails with {@link Refused} or {@link Unreachable}; an aborted question fails as aborted. */
export function ask<Answer>(url: string, signal?: AbortSignal): Promise<Answer> {
  return answerOf<Answer>(url, signal ? { signal } : {});
}

/** Has the API write something; fails as {@link ask} does. */
export function send<Answer>(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  body: object,
  more: Pick<RequestInit, 'keepalive'> = {},
): Promise<Answer> {
  return answerOf<Answer>(
    url,
    { ...more, method, body: JSON.stringify(body, withoutControls) },
    { 'content-type': 'application/json' },
  );
}

/** Control characters come along with what is pasted from other programs; nobody means them. */
const withoutControls = (_key: string, value: unknown) => (typeof value === 'string' ? printable(value) : value);

/** Sends a picture as it is; what it says of itself is not believed, its bytes are looked at. Fails as {@link ask} does. */
export function sendPicture<Answer>(url: string, file: Blob): Promise<Answer> {
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  return answerOf<Answer>(url, { method: 'POST', body: file }, { 'content-type': type });
}

async function answerOf<Answer>(url: string, asked: RequestInit, more: Record<string, string> = {}): Promise<Answer> {
  return (await (await responseOf(url, asked, more)).json()) as Answer;
}

/** Asks as the person whose page this is; gives what the server sends when it is no refusal. Fails as {@link ask} does. */
export async function responseOf(
  url: string,
  asked: RequestInit,
  more: Record<string, string> = {},
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...asked, headers: { ...saidOfPage(), ...more } });
  } catch (problem) {
    if (asked.signal?.aborted) throw problem;
    throw new Unreachable();
  }
  if (response.ok) return response;
  const problem = ((await response.json().catch(() => null)) as ProblemAnswer | null) ?? {
    type: '',
    title: response.statusText,
    status: response.status,
    detail: response.statusText,
  };
  if (/\/(sign-in-needed|person-other)$/.test(problem.type)) doubtPerson();
  throw new Refused(problem);
}

/** The page's language, and whose it is. */
function saidOfPage(): Record<string, string> {
  const person = pagePerson();
  return { 'accept-language': document.documentElement.lang, ...(person === null ? {} : { 'signed-in-as': person }) };
}

/** Whether a question that failed is asked again: up to three times where no answer came or the server is busy, never where it was refused. */
export const askAgain = (count: number, problem: Error): boolean =>
  count < 3 && (problem instanceof Unreachable || (problem instanceof Refused && problem.status === 503));

/** Whether the answer was that there is no such thing: gone, hidden, or not for this person. */
export const isMissing = (problem: Error | null): boolean => problem instanceof Refused && problem.status === 404;

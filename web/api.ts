import type { Api } from '../server/api.ts';
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

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** Addresses of the API a method is known of, as the server declares them: `/places/{code}`. */
type PathOf<Of extends Method> = keyof Api extends infer Route
  ? Route extends `${Of} ${infer Path}`
    ? Path
    : never
  : never;
type RouteOf<Of extends Method, Path extends PathOf<Of>> = Api[`${Of} ${Path}` & keyof Api];
/** What a route answers once it does not refuse. */
type AnswerOf<Of extends Method, Path extends PathOf<Of>> = RouteOf<Of, Path>['output'];
type InputOf<Of extends Method, Path extends PathOf<Of>> = RouteOf<Of, Path>['input'];

/** What the server reads a number from may be sent as one. */
type Said<Value> = unknown extends Value ? string | number : Value;
type Named<Values> = { [Name in keyof Values as string extends Name ? never : Name]: Said<Values[Name]> };
type Optional<Values> = { [Name in keyof Values]: Values[Name] | null };
type Part<Input, Name extends string> = Input extends { [Key in Name]: infer Values } ? Named<Values> : object;
/** Parameters of a route, those of its path and its query alike; of the query null is left out. */
export type ParametersOf<Of extends Method, Path extends PathOf<Of>> = Part<InputOf<Of, Path>, 'param'> &
  Optional<Part<InputOf<Of, Path>, 'query'>>;
type BodyOf<Of extends Method, Path extends PathOf<Of>> = InputOf<Of, Path> extends { json: infer Body } ? Body : never;

/** Addresses that answer JSON, no file or stream. */
export type ReadPath = {
  [Path in PathOf<'GET'>]: AnswerOf<'GET', Path> extends Response ? never : Path;
}[PathOf<'GET'>];

/** The address of a route: those of its parameters that its path names stand there, the others in the query; null ones are left out. */
export const address = <Path extends PathOf<'GET'>>(path: Path, parameters: ParametersOf<'GET', Path>): string =>
  addressOf(path, parameters);

/** Asks the API, refusals in the language of the page. Fails with {@link Refused} or {@link Unreachable}; an aborted question fails as aborted. */
export function ask<Path extends ReadPath>(
  path: Path,
  parameters: ParametersOf<'GET', Path>,
  signal?: AbortSignal,
): Promise<AnswerOf<'GET', Path>> {
  return answerOf(addressOf(path, parameters), signal ? { signal } : {});
}

/** Has the API write something; fails as {@link ask} does. */
export function send<Of extends Exclude<Method, 'GET'>, Path extends PathOf<Of>>(
  method: Of,
  path: Path,
  parameters: ParametersOf<Of, Path>,
  body: BodyOf<Of, Path>,
  more: Pick<RequestInit, 'keepalive'> = {},
): Promise<AnswerOf<Of, Path>> {
  return answerOf(
    addressOf(path, parameters),
    { ...more, method, body: JSON.stringify(body, withoutControls) },
    { 'content-type': 'application/json' },
  );
}

function addressOf(path: string, parameters: object): string {
  const given = new Map(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  );
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = given.get(name) ?? '';
    given.delete(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...given]).toString();
  return `/api${filled}${query === '' ? '' : `?${query}`}`;
}

/** Has the API work on something and tell of it as it goes; fails as {@link ask} does. */
export function sendForStream<Path extends PathOf<'POST'>>(
  path: Path,
  body: BodyOf<'POST', Path>,
  signal: AbortSignal,
): Promise<Response> {
  const type = { 'content-type': 'application/json' };
  return responseOf(addressOf(path, {}), { method: 'POST', body: JSON.stringify(body), signal }, type);
}

/** Control characters come along with what is pasted from other programs; nobody means them. */
const withoutControls = (_key: string, value: unknown) => (typeof value === 'string' ? printable(value) : value);

/** Sends a picture as it is; what it says of itself is not believed, its bytes are looked at. Fails as {@link ask} does. */
export function sendPicture(file: Blob): Promise<AnswerOf<'POST', '/pictures'>> {
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  return answerOf(addressOf('/pictures', {}), { method: 'POST', body: file }, { 'content-type': type });
}

async function answerOf<Answer>(url: string, init: RequestInit, more: Record<string, string> = {}): Promise<Answer> {
  return (await (await responseOf(url, init, more)).json()) as Answer;
}

/** Asks as the person whose page this is; gives what the server sends when it is no refusal. Fails as {@link ask} does. */
async function responseOf(url: string, init: RequestInit, more: Record<string, string> = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { ...saidOfPage(), ...more } });
  } catch (problem) {
    if (init.signal?.aborted) throw problem;
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

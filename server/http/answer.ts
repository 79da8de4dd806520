import { randomUUID } from 'node:crypto';
import type { Context, TypedResponse } from 'hono';
import { faultOf } from '../db/store-state.ts';
import { withDaysSaid } from '../words/day.message.ts';
import { fill, type Language } from '../words/fill.ts';
import { problems } from '../words/problems.message.ts';
import { compressed, type Encoding } from './compressed.ts';
import { inTurn } from './heavy.ts';
import { KeptBodies } from './kept-bodies.ts';
import { Refusal, refusals } from './refusal.ts';
import type { ProblemAnswer } from './schema-parts.ts';
import './request-log.ts';

/** The language a person is answered in: `?lang=`, else what the browser prefers, else Chinese. */
export function languageOf(c: Context): Language {
  const chosen = c.req.query('lang');
  if (chosen === 'en' || chosen === 'zh') return chosen;
  const preferred = c.req.header('accept-language') ?? '';
  return /^\s*en/i.test(preferred) ? 'en' : 'zh';
}

/** Whether the other side went away, or was too slow, before its request was whole: its doing, no fault of the server. */
function isBrokenOff(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as { incoming?: { complete: boolean; destroyed: boolean } };
  return incoming !== undefined && incoming.destroyed && !incoming.complete;
}

/** What a failure is answered as: a refusal as it is, what the store failed with by its sentence, the rest as a fault of the server. */
function refusalOf(c: Context, problem: unknown, request: string): Refusal {
  if (problem instanceof Refusal) return problem;
  const state = faultOf(problem);
  if (state !== null) return new Refusal(`store-${state}`);
  return isBrokenOff(c) ? new Refusal('broken-off') : new Refusal('server-fault', { request });
}

/** Problem details of a refusal; anything else becomes a server fault with a number, its cause only in the log. */
export function problemAnswer(c: Context, problem: unknown): Response {
  const request = randomUUID().slice(0, 8);
  const refusal = refusalOf(c, problem, request);
  if (refusal.code === 'server-fault') {
    const cause = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    c.set('fault', { request, cause });
    console.error(`${request} ${c.req.method} ${c.req.path}`, problem);
  }
  const lang = languageOf(c);
  const { title, detail: full, reading } = problems[refusal.code];
  const detail = ['GET', 'HEAD'].includes(c.req.method) ? (reading ?? full) : full;
  const status = refusals[refusal.code];
  const body: ProblemAnswer = {
    type: `/problems/${refusal.code}`,
    title: title[lang],
    status,
    detail: fill(detail[lang], { ...withDaysSaid(refusal.values, lang), parameter: refusal.parameter ?? '' }),
    ...(refusal.parameter === undefined ? {} : { parameter: refusal.parameter }),
    ...refusal.beside?.(lang),
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-language, accept-encoding',
  };
  if (refusal.code === 'reads-full') headers['retry-after'] = '10';
  if (status === 405) headers.allow = 'GET, HEAD';
  if (refusal.code === 'range-unsatisfiable') headers['content-range'] = `bytes */${refusal.values.size ?? 0}`;
  return new Response(JSON.stringify(body), { status, headers });
}

const bodies = new KeptBodies(32 * 1024 * 1024);
const underWay = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Many who ask for the same at once wait for the one answer that is being made. */
function madeOnce(key: string, make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const making = make()
    .then((body) => {
      bodies.keep(key, body);
      return body;
    })
    .finally(() => underWay.delete(key));
  underWay.set(key, making);
  return making;
}

/** An answer that carries JSON of this shape, so that a route can hold its handler to its schema. */
export type Answered<Answer> = Response & TypedResponse<Answer, 200, 'json'>;

/** Says what JSON a response carries: the one place where the compiler takes our word for it. */
const carrying = <Answer>(response: Response) => response as Answered<Answer>;

/** 304 — the client has this version: there is nothing to carry, whatever the route answers otherwise. */
export const unchanged = (headers: Record<string, string>) =>
  carrying<never>(new Response(null, { status: 304, headers }));

/** How an answer is made that is neither kept nor under way: at once, or when it is its turn. */
type Making = 'at once' | 'in turn';

/**
 * Answers JSON that only changes with `version`: 304 to a client that has it, else the body, compressed as the client takes it and kept for the next who asks.
 */
export async function versionedJson<Answer extends object>(
  c: Context,
  version: string,
  make: () => Promise<Answer>,
  making: Making = 'at once',
): Promise<Answered<Answer>> {
  const etag = `W/"${version}"`;
  const headers: Record<string, string> = {
    etag,
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding, cookie',
  };
  if (c.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return unchanged(headers);
  const encoding = encodingOf(c.req.header('accept-encoding'));
  const key = `${encoding} ${version} ${c.req.url}`;
  const made = async () => compressed(Buffer.from(JSON.stringify(await make())), encoding);
  const known = () => bodies.get(key) ?? underWay.get(key);
  const once = async () => known() ?? madeOnce(key, made);
  const body = await (known() ?? (making === 'in turn' ? inTurn(c, once) : once()));
  headers['content-type'] = 'application/json; charset=utf-8';
  headers['content-length'] = String(body.length);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return carrying<Answer>(new Response(body, { headers }));
}

function encodingOf(accepted: string | undefined): Encoding {
  const takes = (encoding: Encoding) =>
    accepted
      ?.split(',')
      .some((one) => one.trim().split(/\s*;\s*/)[0] === encoding && !/;\s*q=0(\.0*)?$/.test(one.trim()));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

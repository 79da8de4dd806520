import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { recordEvent } from '../../server/change/audit-event.ts';
import type { Store } from '../../server/db/open.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { describedOperations, type Operation } from '../api/described-operations.ts';
import { partsOf } from '../paper/open-package.ts';
import { ids, type LivedIn, type Login, villageCode } from './lived-in.ts';
import { idOf, meeting, standStill } from './worlds.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What a token or its hash looks like: made by chance in each world. */
const chance =
  /[0-9a-f]{64}|(?<=[":.])[0-9a-f]{16}(?=\\?"|\.\d+\\?")|(?<=[=#/])[A-Za-z0-9_-]{43}|(?<="key":")[A-Za-z0-9_-]{22}(?=")/g;

/** A text with its ids called by the order they come in, and without what is made by chance or by the machine’s disk. */
export function named(text: string): string {
  const names = new Map<string, string>();
  return text
    .replace(uuid, (id) => names.get(id) ?? names.set(id, `id-${names.size}`).get(id) ?? '')
    .replace(chance, 'chance')
    .replace(/retry: \d+/, 'retry')
    .replace(/"freeBytes":\d+/, 'free');
}

const layers = [
  'venue-schedule',
  'inspection-coverage',
  'inspection-window',
  'inspection-linkage',
  'organisation-turnaround',
];
/** What stands for the parameters of a path; a path with several takes each with the first of the others. */
const given: Record<string, string[]> = {
  code: [villageCode(3), villageCode(4), villageCode(5), '990100100'],
  layer: layers,
  visit: [idOf(9, 9)],
  plan: ['plan-1', ids.plan, idOf(9, 9)],
  file: ['gpx', 'xlsx'],
  kind: ['checklist', 'campaign'],
  meeting: [meeting],
  number: ['0', '1', '2', '3', '4', '5'],
  name: [ids.picture],
  paper: [ids.paper],
};
/** Parameters called alike that stand for something else. */
const otherwise: [path: RegExp, from: string, to: string][] = [
  [/^\/api\/layers/, '{id}', '{layer}'],
  [/^\/api\/visits/, '{id}', '{visit}'],
  [/^\/api\/route-plans/, '{kind}', '{file}'],
];
/** What has to be asked for beside the path. */
const queries: Record<string, string[]> = {
  '/api/search': ['q=村', 'q=暗访', 'q=路线'],
  '/api/rankings': layers.map((id) => `layer=${id}`),
  '/api/compare': layers.map((id) => `layer=${id}&from=2026-10-29`),
  '/api/meetings/proposed': ['template=weekly'],
  '/api/meetings/items': ['layer=venue-schedule&class=late,overdue,on-schedule,built'],
  '/api/audit': ['', 'kind=export', 'kind=change', 'q=暗访', 'kind=account'],
};

function pathsOf(path: string, values: typeof given): string[] {
  const [whole, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (whole === undefined || name === undefined) return [path];
  return (values[name] ?? ['1']).flatMap((value) => pathsOf(path.replace(whole, value), values));
}

/** Every address by which a route that reads is asked. */
export function addressesOf({ path, query }: Operation, visits: string[] = []): string[] {
  const known = otherwise.reduce((now, [on, from, to]) => (on.test(path) ? now.replace(from, to) : now), path);
  const asked = queries[path] ?? [''];
  const past = query.includes('asOf') ? asked.map((one) => `${one}${one === '' ? '' : '&'}asOf=2026-10-29`) : [];
  return pathsOf(known, { ...given, visit: [...visits, ...(given.visit ?? [])] }).flatMap((one) =>
    [...asked, ...past].map((more) => encodeURI(more === '' ? one : `${one}?${more}`)),
  );
}

/** What one address answered: its status, headers and body, ids by the order they come in. */
export interface Progress {
  address: string;
  status: number;
  said: string;
}

async function toldBy(address: string, answer: Response): Promise<Progress> {
  const { status, headers } = answer;
  expect(status, address).toBeLessThan(500);
  const type = headers.get('content-type') ?? '';
  const body = type.startsWith('text/event-stream') ? await beginningOf(answer) : await bodyOf(answer, type);
  return { address: named(address), status, said: `${named(JSON.stringify([...headers]))} ${body}` };
}

async function bodyOf(answer: Response, type: string): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  // Office packages are zips: an id inside, made by chance, would move every byte.
  if (bytes.subarray(0, 2).toString() === 'PK') return named([...partsOf(bytes)].flat().join('\n'));
  return /json|text|xml/.test(type) ? named(bytes.toString()) : bytes.toString('base64');
}

/** What a stream says up to its first heartbeat. */
async function beginningOf(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  let text = '';
  while (reader && !text.includes('event: beat')) {
    const { value, done } = await reader.read();
    if (done) break;
    text += Buffer.from(value).toString();
  }
  await reader?.cancel();
  return named(text);
}

/** Everything somebody at a browser can learn by routes that read. */
export async function toldTo(
  { store, browsers, visits }: LivedIn,
  login: Login,
  reads: Operation[],
): Promise<Progress[]> {
  const answers: Progress[] = [];
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-30T13:00:00Z') });
  for (const address of reads.flatMap((one) => addressesOf(one, visits))) {
    answers.push(await toldBy(address, await browsers[login].ask('GET', address)));
    // A refusal is written down beside its answer: what is asked next finds it there.
    await recordEvent(store, { actor: null, address: '', action: 'sign-out', subject: '', detail: {} });
  }
  vi.useRealTimers();
  return answers;
}

/** Everything a viewer can learn of the county by routes that read, accounts and what is under way left out. */
export async function told(store: Store, viewer: Viewer): Promise<string[]> {
  const startedAt = new Date('2026-10-30T00:00:00Z');
  const app = createApp({ store, distFolder: '.', startedAt, version: '1', whoAsks: async () => viewer });
  const reads = describedOperations(app).operations.filter(
    ({ method, path }) => method === 'GET' && !/\/(live|health|operations)\b/.test(path),
  );
  // Answers are kept by their address for who asks next: another store is another host.
  const host = `http://${randomUUID()}`;
  const answers: string[] = [];
  standStill();
  for (const address of reads.flatMap((one) => addressesOf(one))) {
    const { status, said } = await toldBy(address, await app.request(host + address));
    answers.push(`${address} ${status} ${said}`);
  }
  vi.useRealTimers();
  return answers;
}

import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { Store } from '../../server/db/open.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { describedOperations, type Operation } from '../api/described-operations.ts';
import { meeting, standStill } from './worlds.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A text with its ids called by the order they come in. */
function named(text: string): string {
  const ids = new Map<string, string>();
  return text.replace(uuid, (id) => ids.get(id) ?? ids.set(id, `id-${ids.size}`).get(id) ?? '');
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
  code: ['990100000003', '990100000004', '990100000005', '990100100'],
  id: layers,
  plan: ['plan-1'],
  kind: ['gpx', 'checklist', 'campaign'],
  meeting: [meeting],
  number: ['0', '1', '2', '3', '4', '5'],
  file: ['tasks.xlsx', 'minutes.docx'],
};

function pathsOf(path: string): string[] {
  const [whole, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (whole === undefined || name === undefined) return [path];
  return (given[name] ?? ['1']).flatMap((value) => pathsOf(path.replace(whole, value)));
}

function addressesOf({ path, query }: Operation): string[] {
  const fixed = query.includes('q') ? ['?q=村'] : query.includes('layer') ? layers.map((id) => `?layer=${id}`) : [''];
  const past = query.includes('asOf') ? fixed.map((one) => `${one}${one === '' ? '?' : '&'}asOf=2026-10-29`) : [];
  return pathsOf(path).flatMap((one) => [...fixed, ...past].map((asked) => one + asked));
}

/** Everything a viewer can be told by a route that reads, whichever there are: statuses, headers, bodies; ids by the order they come in. */
export async function told(store: Store, viewer: Viewer): Promise<string[]> {
  const startedAt = new Date('2026-10-30T00:00:00Z');
  const app = createApp({ store, distFolder: '.', startedAt, version: '1', whoAsks: async () => viewer });
  const reads = describedOperations(app).operations.filter(
    ({ method, path }) => method === 'GET' && !/\/(live|session|health|operations)\b/.test(path),
  );
  // Answers are kept by their address for whoever asks next: another store is another host.
  const host = `http://${randomUUID()}`;
  const answers: string[] = [];
  standStill();
  for (const address of reads.flatMap(addressesOf)) {
    const answer = await app.request(host + encodeURI(address));
    expect(answer.status, address).toBeLessThan(500);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isText = /json|text|xml/.test(answer.headers.get('content-type') ?? '');
    const body = isText ? named(bytes.toString()) : bytes.toString('base64');
    answers.push(`${address} ${answer.status} ${JSON.stringify([...answer.headers])} ${body}`);
  }
  vi.useRealTimers();
  return answers;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, vi } from 'vitest';
import type { PlainMap } from '../../geodata/build/county-files.ts';
import { pathOf, plainBox } from '../../geodata/build/plain-map.ts';
import { filePath } from '../../server/db/files.ts';
import type { Store } from '../../server/db/open.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import type { PaperAnswer } from '../../server/paper/job/answer.ts';
import { paperQueueOf } from '../../server/paper/job/queue.ts';
import type { PaperKindId } from '../../server/paper/kinds.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { type Forms, office, openForms } from '../form/county-forms.ts';

const box = plainBox([107, 33, 108, 34]);
/** A square from its lower left corner, in degrees. */
const square = (lon: number, lat: number, wide = 0.5, high = 0.5) =>
  pathOf(
    [
      [lon, lat],
      [lon + wide, lat],
      [lon + wide, lat + high],
      [lon, lat + high],
      [lon, lat],
    ],
    box,
    true,
  );

/** The shapes of the small county: four squares, three of them a town's. */
export const plain: PlainMap = {
  ...{ width: box.width, height: box.height, bounds: [107, 33, 108, 34] },
  villages: [
    { fid: 3, d: square(107, 33.5) },
    { fid: 4, d: square(107.5, 33.5) },
    { fid: 5, d: square(107, 33) },
    { fid: 7, d: square(107.5, 33) },
  ],
  borders: [{ level: 1, d: square(107, 33, 1, 1) }],
  towns: [
    { fid: 2, d: square(107, 33.5, 1, 0.5) },
    { fid: 6, d: square(107.5, 33) },
  ],
};

/** The same four as boundaries in full, off the round numbers. */
const boundaries = {
  type: 'FeatureCollection',
  features: (
    [
      [3, 107, 33.5],
      [4, 107.5, 33.5],
      [5, 107, 33],
      [7, 107.5, 33],
    ] as const
  ).map(([fid, lon, lat]) => {
    const [west, south, off] = [lon + 0.0012345678, lat + 0.0023456789, 0.4998765432];
    const ring = [
      [west, south],
      [west + off, south],
      [west + off, south + off],
      [west, south + off],
      [west, south],
    ];
    return {
      type: 'Feature',
      properties: { fid, level: 3 },
      geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    };
  }),
};

export interface Papers extends Forms {
  /** A meeting whose figures are frozen. */
  meeting: string;
  ask(viewer: Viewer, kind: PaperKindId, asked: object, id?: string): Promise<{ status: number; body: PaperAnswer }>;
  look(viewer: Viewer, id: string): Promise<{ status: number; body: PaperAnswer }>;
  /** The job once it is over. */
  over(viewer: Viewer, id: string): Promise<PaperAnswer>;
  /** Asks, waits and fetches. */
  made(viewer: Viewer, kind: PaperKindId, asked: object): Promise<{ paper: PaperAnswer; bytes: Uint8Array }>;
}

const stores: Store[] = [];
const closeAll = () => Promise.all(stores.splice(0).map((one) => paperQueueOf(one).close()));
afterAll(closeAll);

/** The small county with its shapes, a running meeting, and the papers of it; the queue is closed when the next one is opened or the suite ends. */
export async function openPapers(store: Store): Promise<Papers> {
  await closeAll();
  stores.push(store);
  const forms = await openForms(store);
  const shapes = filePath(store.dataDir, 'p.json');
  mkdirSync(dirname(shapes), { recursive: true });
  writeFileSync(shapes, JSON.stringify(plain));
  writeFileSync(filePath(store.dataDir, 'b.geojson'), JSON.stringify(boundaries));
  const uuid = () => crypto.randomUUID();
  const proposed = (await forms.get(office, '/meetings/proposed?template=weekly')).body;
  const { items } = proposed as unknown as { items: AgendaItem[] };
  const meeting = uuid();
  const body = { title: '调度会', heldOn: '2026-10-30', items };
  await forms.send(office, 'PUT', `/meetings/${meeting}`, { id: uuid(), base: '', body });
  await forms.send(office, 'POST', `/meetings/${meeting}/move`, { id: uuid(), move: 'begin' });
  const ask: Papers['ask'] = async (viewer, kind, asked, id = uuid()) => {
    const { status, body } = await forms.send(viewer, 'POST', '/papers', { id, kind, asked });
    return { status, body: body as unknown as PaperAnswer };
  };
  const look: Papers['look'] = async (viewer, id) => {
    const { status, body } = await forms.get(viewer, `/papers/${id}`);
    return { status, body: body as unknown as PaperAnswer };
  };
  const over: Papers['over'] = async (viewer, id) => {
    const ended = async () => {
      const { body } = await look(viewer, id);
      return body.state === 'waiting' || body.state === 'running' ? null : body;
    };
    return await vi.waitUntil(ended, { timeout: 150_000, interval: 50 });
  };
  const made: Papers['made'] = async (viewer, kind, asked) => {
    const { body } = await ask(viewer, kind, asked);
    const paper = await over(viewer, body.id);
    if (paper.state !== 'done') throw new Error(paper.fault ?? paper.state);
    return { paper, bytes: await forms.file(viewer, `/papers/${paper.id}/file`) };
  };
  return { ...forms, meeting, ask, look, over, made };
}

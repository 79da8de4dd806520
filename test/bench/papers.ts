import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp } from '../../server/app.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { importSample } from '../../server/import/import-sample.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { runPaper } from '../../server/paper/job/run-paper.ts';
import type { PaperKindId } from '../../server/paper/kinds.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import type { Row } from './row.ts';

const items = 30;
const office = { ...officeViewer, id: 'bench' };
const root = join(import.meta.dirname, '../..');

/** A meeting of so many villages of the sample county, its figures frozen. */
async function heldMeeting(store: Store): Promise<string> {
  const app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => office });
  const send = async (method: string, path: string, body?: object) => {
    const text = JSON.stringify(body);
    const headers = { origin: 'http://county', host: 'county', 'content-type': 'application/json' };
    const sent = body && { body: text, headers: { ...headers, 'content-length': String(Buffer.byteLength(text)) } };
    const answer = await app.request(`http://county/api${path}`, { method, ...sent });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { items: AgendaItem[] };
  };
  const found = await send('GET', '/meetings/items?layer=venue-schedule&class=overdue,late,silent');
  const id = crypto.randomUUID();
  const uuid = () => crypto.randomUUID();
  const body = { title: 'bench', heldOn: (await viewAt(store, office)).on, items: found.items.slice(0, items) };
  await send('PUT', `/meetings/${id}`, { id: uuid(), base: '', body });
  await send('POST', `/meetings/${id}/move`, { id: uuid(), move: 'begin' });
  return id;
}

/** Papers of the sample county, each made as the server makes them: from asking to the file, with the peak memory of the process that made it. */
export async function benchPapers(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-bench-'));
  const store = await openStore({ dataDir: folder, databaseUrl: null });
  try {
    const fault = await importSample(store, join(root, 'geodata/sample/files'), 'en');
    if (fault !== null) throw new Error(fault);
    const meeting = await heldMeeting(store);
    const view = await viewAt(store, office);
    const made = async (kind: PaperKindId, asked: object) => {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const begun = performance.now();
      const { end, peakMb } = await runPaper(
        {
          ...{ place: { dataDir: folder, databaseUrl: null }, engine: store.engine, kind, asked, view },
          ...{ lang: 'zh', by: 'bench', at: 'bench', to: join(folder, kind) },
        },
        new AbortController().signal,
        () => undefined,
      );
      delay.disable();
      if (end.said !== 'made') throw new Error(JSON.stringify(end));
      return { seconds: (performance.now() - begun) / 1000, peakMb, stalledMs: delay.max / 1e6 };
    };
    const county = { layer: 'venue-schedule', place: null, classes: null, layout: 'landscape' };
    const sheet = await made('sheet', { ...county, size: 'A0', ink: 'colour' });
    const picture = await made('picture', { ...county, size: 'A3', ink: 'colour' });
    const slides = await made('slides', { meeting });
    const atlas = await made('atlas', { pages: 'both', ink: 'colour' });
    return [
      { what: 'map sheet A0', value: sheet.seconds, unit: 's', aim: '≤ 5 s' },
      { what: 'picture A3 at 300 dpi', value: picture.seconds, unit: 's', aim: null },
      { what: `slides of ${items} items`, value: slides.seconds, unit: 's', aim: '≤ 10 s' },
      { what: 'atlas, 148 villages and 10 towns', value: atlas.seconds, unit: 's', aim: '≤ 30 s' },
      { what: '… its peak memory', value: atlas.peakMb, unit: 'MB', aim: '≤ 500 MB' },
      {
        what: 'longest wait of the server while these are drawn',
        value: Math.max(...[sheet, picture, slides, atlas].map(({ stalledMs }) => stalledMs)),
        unit: 'ms',
        aim: null,
      },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { readXlsx } from 'hucre';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { ListAnswer, SummaryAnswer, VisitsAnswer } from '../../server/list/answer.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import type { RankingAnswer } from '../../server/ranking/answer.ts';
import type { SearchAnswer } from '../../server/search/answer.ts';
import { eachEngine } from '../store/engines.ts';
import { fillCounty } from './small-county.ts';

const dist = mkdtempSync(join(tmpdir(), 'county-map-dist-'));
writeFileSync(join(dist, 'index.html'), '<!doctype html><title>page</title>');

eachEngine('the API', (open) => {
  let app: ReturnType<typeof createApp>;
  let tiles: string;
  beforeAll(async () => {
    const store = await open();
    tiles = await fillCounty(store);
    app = createApp({ store, distFolder: dist, startedAt: new Date(), version: '1', whoAsks: async () => openViewer });
  });
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  const json = async <Answer>(path: string): Promise<Answer> => {
    const answer = await get(path);
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as Answer;
  };

  describe('what it tells', () => {
    test('places in official order, with the files that draw them', async () => {
      const areas = await json<AreasAnswer>('/api/areas');
      expect([
        areas.county?.name,
        areas.towns.map(({ name }) => name),
        areas.villages.map(({ fid, town }) => [fid, town]),
      ]).toEqual([
        '云岫县',
        ['城关镇', '望岭镇'],
        [
          [3, 2],
          [4, 2],
          [5, 2],
          [7, 6],
        ],
      ]);
      expect(areas.map?.tiles).toBe(`/tiles/${tiles}`);
    });

    test('one digit a village, by fid; counts that add up', async () => {
      const { layers } = await json<LayersAnswer>('/api/layers');
      const classes = layers.find(({ id }) => id === 'venue-schedule')?.classes.map(({ id }) => id) ?? [];
      const values = await json<ValuesAnswer>('/api/layers/venue-schedule/values');
      expect([...values.classes].map((digit) => classes[Number.parseInt(digit, 36)])).toEqual([
        'accepted',
        'late',
        'silent',
        'built',
      ]);
      expect(values.values).toEqual([null, 5, null, null]);
      expect(values.county.counts.reduce((sum, count) => sum + count)).toBe(4);
      expect(values.county.share).toBe(0.5);
      expect(values.towns.map(({ fid, share }) => [fid, share])).toEqual([
        [2, 1 / 3],
        [6, 1],
      ]);
    });

    test('the past as it was known', async () => {
      const values = await json<ValuesAnswer>('/api/layers/venue-schedule/values?asOf=2026-09-24');
      expect([values.on, values.classes]).toEqual(['2026-09-24', '8288']);
      const before = await json<ValuesAnswer>('/api/layers/venue-schedule/values?asOf=2026-01-01');
      expect([before.seq, before.classes]).toEqual([0, '']);
    });

    test('the list behind a number has just that many, worst first, also as a workbook', async () => {
      const summary = await json<SummaryAnswer>('/api/summary');
      for (const { layer, classes, value } of summary.kpis) {
        const list = await json<ListAnswer>(`/api/layers/${layer}/list?class=${classes.join(',')}`);
        expect(list.rows.length, `${layer} ${classes}`).toBe(value);
      }
      const all = await json<ListAnswer>('/api/layers/venue-schedule/list');
      expect(all.rows.map((row) => row.class)).toEqual(['silent', 'late', 'built', 'accepted']);
      const inTown = await json<ListAnswer>('/api/layers/venue-schedule/list?town=990100101');
      expect(inTown.rows.map(({ fid }) => fid)).toEqual([7]);
      const workbook = await readXlsx(await (await get('/api/layers/venue-schedule/list.xlsx?lang=zh')).arrayBuffer());
      const rows = workbook.sheets[0]?.rows ?? [];
      expect(rows[0]?.[0]).toContain('截至2026年10月30日，共4个');
      expect(rows, 'title, header, four places, totals').toHaveLength(7);
      expect(rows.flat(), 'a name is text, whatever it begins with').toContain('=7村');
      expect(rows.flat().filter((cell) => cell instanceof Date).length).toBeGreaterThan(3);
    });

    test('towns ranked by share, against a week before', async () => {
      const { rows, since } = await json<RankingAnswer>('/api/rankings?layer=venue-schedule');
      expect(since).toBe('2026-10-23');
      expect(rows.map(({ name, rank, rankBefore }) => [name, rank, rankBefore])).toEqual([
        ['望岭镇', 1, 2],
        ['城关镇', 2, 1],
      ]);
    });

    test('the dossier of a village', async () => {
      const dossier = await json<DossierAnswer>('/api/places/990100000003');
      expect(dossier.path.map(({ name }) => name)).toEqual(['云岫县', '城关镇', '村3']);
      expect(dossier.venue?.items).toHaveLength(19);
      expect(dossier.visits.map(({ number }) => number)).toEqual(['1']);
      expect(dossier.history.map(({ title }) => title.zh)).toContain('报送阵地建设台账');
      expect(dossier.verdicts.find(({ layer }) => layer === 'venue-schedule')?.why.zh).toMatch(
        /验收合格.*来源：2026年9月25日阵地建设台账/,
      );
    });

    test('a village under the code and name it had before', async () => {
      const dossier = await json<DossierAnswer>('/api/places/990100000077');
      expect([dossier.place.code, dossier.place.name]).toEqual(['990100000007', '=7村']);
      expect(dossier.formerNames).toEqual([{ name: '旧七村', code: '990100000077', untilOn: '2026-09-01' }]);
      const { hits } = await json<SearchAnswer>(`/api/search?q=${encodeURIComponent('旧七')}`);
      expect(hits.map(({ name, how }) => [name, how])).toEqual([['=7村', 'former']]);
      const { villages } = await json<AreasAnswer>('/api/areas?asOf=2026-08-31');
      expect(villages.find(({ fid }) => fid === 7)?.name).toBe('旧七村');
    });

    test('visits made lately; a sealed plan is nowhere', async () => {
      const { visits } = await json<VisitsAnswer>('/api/visits?days=30');
      expect(visits.map(({ fids, open: findings }) => [fids, findings])).toEqual([[[3], 1]]);
      for (const path of [
        '/api/visits?days=400',
        '/api/places/990100000004',
        '/api/layers/inspection-coverage/list',
        '/api/summary',
      ])
        expect(await (await get(path)).text()).not.toContain('SEALED');
    });
  });

  describe('what it refuses', () => {
    test.each([
      ['/api/areas?nope=1', 400, 'nope'],
      ['/api/areas?asOf=30.10.2026', 400, 'asOf'],
      ['/api/areas?asOf=2026-02-30', 400, 'asOf'],
      ['/api/areas?asOf=2026-10-31', 400, 'asOf'],
      ['/api/layers/venue-schedule/list?class=purple', 400, 'class'],
      ['/api/layers/venue-schedule/list?town=1', 404, 'town'],
      ['/api/visits?days=0', 400, 'days'],
      ['/api/rankings', 400, 'layer'],
      ['/api/search', 400, 'q'],
      ['/api/layers/nope/values', 404, undefined],
      ['/api/places/999999999999', 404, undefined],
      ['/api/nope', 404, undefined],
      [`/tiles/${'0'.repeat(64)}.pmtiles`, 404, undefined],
      ['/tiles/..%2Fcounty.sqlite', 404, undefined],
      ['/assets/none.js', 404, undefined],
      ['/%E0%A4%A.js', 404, undefined],
      ['/api/areas?asOf=2026-10-01&asOf=2026-10-02', 400, 'asOf'],
    ])('%s: %i', async (path, status, parameter) => {
      for (const lang of ['zh', 'en']) {
        const answer = await get(path, { 'accept-language': lang });
        const problem = (await answer.json()) as { status: number; detail: string; parameter?: string };
        expect([answer.status, problem.status, problem.parameter]).toEqual([status, status, parameter]);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(/\p{Script=Han}/u.test(problem.detail)).toBe(lang === 'zh');
      }
    });
    test('writing from another page, and another method than those of reading and writing', async () => {
      const sent = (headers: Record<string, string>, method = 'POST') =>
        app.request('http://county/api/areas', { method, headers: { host: 'county', ...headers } });
      const json = { 'content-type': 'application/json', 'content-length': '2' };
      expect((await sent(json)).status).toBe(403);
      expect((await sent({ ...json, origin: 'http://elsewhere' })).status).toBe(403);
      expect((await sent({ ...json, origin: 'http://county', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await sent({ origin: 'http://county', 'content-length': '2' })).status).toBe(415);
      expect((await sent({ ...json, origin: 'http://county', 'content-length': '9999999' })).status).toBe(413);
      expect((await sent({ ...json, origin: 'http://county' })).status).toBe(404);
      expect((await sent({ ...json, origin: 'http://county' }, 'PROPFIND')).status).toBe(405);
    });
  });

  test('a fault tells its number and nothing of what is inside', async () => {
    const store = await open();
    await store.close();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = createApp({
      store,
      distFolder: dist,
      startedAt: new Date(),
      version: '1',
      whoAsks: async () => openViewer,
    });
    const answer = await broken.request('/api/areas?lang=en');
    const { detail, status } = (await answer.json()) as { detail: string; status: number };
    expect([answer.status, status, answer.headers.get('cache-control')]).toEqual([500, 500, 'no-store']);
    const number = /number ([0-9a-f]{8})/.exec(detail)?.[1] ?? '';
    expect(String(logged.mock.calls[0]?.[0])).toContain(number);
    expect(detail).not.toMatch(/sql|select|error|closed|\bat\b .*:\d+/i);
    logged.mockRestore();
  });

  test('the page answers every address that is no file and not of the API', async () => {
    for (const path of ['/', '/anything/at/all', '/?place=990100000003']) {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><title>page</title>']);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  describe('how it sends', () => {
    test('one version is sent once, compressed', async () => {
      const first = await get('/api/areas', { 'accept-encoding': 'br' });
      const body = brotliDecompressSync(Buffer.from(await first.arrayBuffer())).toString();
      expect(JSON.parse(body)).toEqual(await json('/api/areas'));
      const again = await get('/api/areas', { 'if-none-match': first.headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    });

    test('no encoding that the client refuses', async () => {
      const answer = await get('/api/areas', { 'accept-encoding': 'br;q=0, gzip' });
      expect(answer.headers.get('content-encoding')).toBe('gzip');
    });

    test('a range of what the client no longer has is the whole', async () => {
      const answer = await get(`/tiles/${tiles}`, { range: 'bytes=0-9', 'if-range': '"older"' });
      expect([answer.status, (await answer.text()).length]).toEqual([200, 1000]);
    });

    test.each([
      ['bytes=0-9', 206, '0123456789', 'bytes 0-9/1000'],
      ['bytes=995-', 206, '56789', 'bytes 995-999/1000'],
      ['bytes=-3', 206, '789', 'bytes 997-999/1000'],
      ['bytes=990-5000', 206, '0123456789', 'bytes 990-999/1000'],
      ['bytes=1000-', 416, null, 'bytes */1000'],
    ])('tiles in the range %s', async (range, status, text, place) => {
      const answer = await get(`/tiles/${tiles}`, { range });
      expect([answer.status, answer.headers.get('content-range')]).toEqual([status, place]);
      if (text !== null) expect(await answer.text()).toBe(text);
      if (status === 206) expect(answer.headers.get('cache-control')).toContain('immutable');
    });

    test('every answer keeps the page within its walls', async () => {
      for (const path of ['/', '/api/areas', '/api/nope']) {
        const { headers } = await get(path);
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('x-content-type-options')).toBe('nosniff');
      }
    });

    test('the description names every route', async () => {
      const { paths } = await json<{ paths: Record<string, object> }>('/api/openapi.json');
      const served = app.routes.filter(
        ({ method, path }) => method === 'GET' && path.startsWith('/api/') && !/\*|openapi/.test(path),
      );
      const readable = Object.entries(paths).filter(([, item]) => 'get' in item);
      const described = readable.map(([path]) => path).map((path) => path.replace(/\{(\w+)\}/g, ':$1'));
      expect([...new Set(served.map(({ path }) => path))].sort()).toEqual(described.sort());
    });
  });
});

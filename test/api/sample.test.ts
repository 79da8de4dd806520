import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { AreasAnswer } from '../../server/area/answer.ts';
import { openStore } from '../../server/db/open.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import { importSample } from '../../server/import/import-sample.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { ListAnswer, SummaryAnswer, VisitsAnswer } from '../../server/list/answer.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import type { RankingAnswer } from '../../server/ranking/answer.ts';
import type { SearchAnswer } from '../../server/search/answer.ts';
import { golden } from '../sample/golden.ts';
import { newFolder } from '../store/engines.ts';

describe('the sample county over the API', () => {
  let app: ReturnType<typeof createApp>;
  let layers: LayersAnswer['layers'];
  let areas: AreasAnswer;
  const json = async <Answer>(path: string): Promise<Answer> => {
    const answer = await app.request(path);
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as Answer;
  };
  const countsOf = async (id: string, asOf?: string): Promise<Record<string, number>> => {
    const { county } = await json<ValuesAnswer>(`/api/layers/${id}/values${asOf ? `?asOf=${asOf}` : ''}`);
    const classes = layers.find((layer) => layer.id === id)?.classes ?? [];
    return Object.fromEntries(classes.map((one, at) => [one.id, county.counts[at] ?? 0]));
  };

  beforeAll(async () => {
    const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    expect(await importSample(store, join(import.meta.dirname, '../../geodata/sample/files'), 'zh')).toBeNull();
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => openViewer });
    ({ layers } = await json<LayersAnswer>('/api/layers'));
    areas = await json<AreasAnswer>('/api/areas');
  }, 120_000);

  test('has its places and says that it is invented', () => {
    expect([areas.towns.length, areas.villages.length]).toEqual([golden.places.towns, golden.places.villages]);
    expect([areas.sample, areas.county?.name]).toEqual([true, '云岫县']);
  });

  test('stands on its last day where its story says', async () => {
    const { on, campaign, kpis } = await json<SummaryAnswer>('/api/summary');
    expect([on, campaign?.day, campaign?.daysLeft]).toEqual([golden.today, 75, 25]);
    expect(kpis.length).toBeGreaterThan(5);
    expect(await countsOf('venue-schedule')).toEqual({ 'built-overdue': 0, unplanned: 0, ...golden.schedule });
    expect(await countsOf('organisation-turnaround')).toEqual(golden.turnaround);
    expect((await countsOf('inspection-coverage')).never).toBe(golden.neverVisited);
    const { kept, once, none } = golden.linkage;
    const linkage = await countsOf('inspection-linkage');
    // Those not kept yet: the month is ending; one of them did not keep September either.
    expect(linkage).toEqual({ kept, due: 0, near: once + none - 1, overdue: 1, unlinked: 0 });
    expect(await countsOf('inspection-linkage', '2026-10-01')).toEqual({
      ...{ kept: 0, due: 8, near: 0, overdue: 2, unlinked: 0 },
    });
  });

  test('every number opens a list that adds up to it, in every layer, class and town', async () => {
    for (const { id, level, classes } of layers) {
      const { county, towns } = await json<ValuesAnswer>(`/api/layers/${id}/values`);
      const { rows } = await json<ListAnswer>(`/api/layers/${id}/list`);
      expect(rows, id).toHaveLength(level === 'town' ? areas.towns.length : areas.villages.length);
      const listed = classes.map((one) => rows.filter((row) => row.class === one.id).length);
      expect(listed, id).toEqual(county.counts);
      if (level === 'village')
        expect(
          classes.map((_, at) => towns.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)),
          id,
        ).toEqual(county.counts);
    }
    const { kpis } = await json<SummaryAnswer>('/api/summary');
    for (const { layer, classes, value } of kpis)
      expect((await json<ListAnswer>(`/api/layers/${layer}/list?class=${classes}`)).rows).toHaveLength(value);
  });

  test('gets better week by week, and begins with nothing known', async () => {
    const accepted: number[] = [];
    for (const day of ['2026-08-24', '2026-09-14', '2026-10-05', '2026-10-26', golden.today])
      accepted.push((await countsOf('venue-schedule', day)).accepted ?? 0);
    expect(accepted).toEqual(accepted.toSorted((a, b) => a - b));
    expect(accepted[0]).toBe(0);
    expect((await json<AreasAnswer>('/api/areas?asOf=2026-08-01')).villages).toEqual([]);
  });

  test('every village has a dossier whose verdicts are those of the map', async () => {
    const values = new Map<string, ValuesAnswer>();
    for (const { id } of layers) values.set(id, await json<ValuesAnswer>(`/api/layers/${id}/values`));
    const byFid = areas.villages.toSorted((a, b) => a.fid - b.fid);
    for (const [at, { code, name }] of byFid.entries()) {
      const dossier = await json<DossierAnswer>(`/api/places/${code}`);
      expect(dossier.place.name).toBe(name);
      expect(dossier.path).toHaveLength(3);
      for (const { layer, class: id } of dossier.verdicts) {
        const classes = layers.find((one) => one.id === layer)?.classes ?? [];
        const digit = values.get(layer)?.classes[at] ?? '';
        expect(classes[Number.parseInt(digit, 36)]?.id, `${name} ${layer}`).toBe(id);
      }
    }
  });

  test('every village is among the first three found by its name', async () => {
    for (const { fid, name } of areas.villages) {
      const { hits } = await json<SearchAnswer>(`/api/search?q=${encodeURIComponent(name)}`);
      expect(
        hits.slice(0, 3).map((hit) => hit.fid),
        name,
      ).toContain(fid);
    }
  });

  test('towns are ranked in every layer, without gaps but for ties', async () => {
    for (const { id } of layers) {
      const { rows } = await json<RankingAnswer>(`/api/rankings?layer=${id}`);
      expect(rows).toHaveLength(golden.places.towns);
      rows.forEach(({ rank, tied }, at) => {
        const before = rows[at - 1];
        expect(rank === at + 1 || (tied && rank === before?.rank), `${id} ${rank}`).toBe(true);
      });
    }
  });

  test('visits on the map are those made, never those planned', async () => {
    const { visits } = await json<VisitsAnswer>('/api/visits?days=400');
    expect(visits).toHaveLength(golden.visits.made);
    expect(visits.every(({ on, fids }) => on <= golden.today && fids.length > 0)).toBe(true);
  });
});

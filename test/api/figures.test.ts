import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { AreasAnswer } from '../../server/area/answer.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { CompareAnswer } from '../../server/history/answer.ts';
import { importSample } from '../../server/import/import-sample.ts';
import type { LayerAnswer, LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { ListAnswer, SummaryAnswer } from '../../server/list/answer.ts';
import { proposedAgenda } from '../../server/meeting/agenda.ts';
import { itemsOf } from '../../server/meeting/agenda-places.ts';
import { putMeeting } from '../../server/meeting/meeting-store.ts';
import { stepAnswer } from '../../server/meeting/step-answer.ts';
import { bulletinFigures } from '../../server/paper/bulletin/figures.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { RankingAnswer } from '../../server/ranking/answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { countsIn } from '../../web/places.ts';
import { afterVisits } from '../../web/route-plan/after-visits.ts';
import { newFolder } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { FigureBook } from './figure-book.ts';

const days = ['2026-09-15', '2026-09-30', '2026-10-15', '2026-10-30'];
const lastDay = '2026-10-30';

describe('one word, one number: every output of the sample county', () => {
  let store: Store;
  let asking: Viewer = officeViewer;
  let app: ReturnType<typeof createApp>;
  let viewers: Viewer[];
  let towns: AreasAnswer['towns'];

  const json = async <Answer>(path: string): Promise<Answer> => {
    const answer = await app.request(`/api${path}`);
    expect(answer.status, `${asking.id} ${path}`).toBe(200);
    return (await answer.json()) as Answer;
  };

  beforeAll(async () => {
    store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    expect(await importSample(store, join(import.meta.dirname, '../../geodata/sample/files'), 'zh')).toBeNull();
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => asking });
    const places = await store.db
      .selectFrom('area')
      .where('until', 'is', null)
      .select(['id', 'kind', 'parentId', 'code'])
      .execute();
    ({ towns } = await json<AreasAnswer>('/areas'));
    const own = places.find(({ code }) => code === towns[1]?.code)?.id ?? '';
    const ofTown = places.filter(({ id, parentId }) => id === own || parentId === own).map(({ id }) => id);
    const some = places.filter(({ kind }) => kind === 'village').filter((_, at) => at % 2 === 0);
    viewers = [
      officeViewer,
      { ...openViewer, id: 'leader' },
      { ...openViewer, id: 'finance', role: 'department', subjects: ['venue'] },
      { ...openViewer, id: 'town', role: 'town', places: ofTown },
      { ...openViewer, id: 'inspector', role: 'inspector', places: some.map(({ id }) => id), sealed: [] },
      { ...openViewer, id: 'village', role: 'village', places: ofTown.slice(1, 2) },
    ];
  }, 120_000);

  /** Reads everything the API and the screen tell of a day at one level (a town's code, or all the viewer sees). */
  async function readLevel(book: FigureBook, on: string, town: string | null): Promise<void> {
    const within = town === null ? '' : `&town=${town}`;
    const summary = await json<SummaryAnswer>(`/summary?asOf=${on}${within}`);
    const { layers, visitWindowDays } = await json<LayersAnswer>(`/layers?asOf=${on}`);
    const areas = await json<AreasAnswer>(`/areas?asOf=${on}`);
    const scope = summary.scope.title.zh;
    const tell = (name: string, value: number | string | null, source: string) =>
      book.tell({ on, scope, name, value, source });
    const seen = areas.villages.filter(
      (one) => town === null || areas.towns.find(({ fid }) => fid === one.town)?.code === town,
    ).length;
    tell('村（社区）', summary.scope.villages, 'summary');
    tell('村（社区）', seen, 'areas');
    for (const { title, value, of, layer, classes } of summary.kpis) {
      tell(title.zh, value, 'strip');
      tell(`${title.zh} of`, of, 'strip');
      if (summary.scope.totals) continue;
      const list = await json<ListAnswer>(`/layers/${layer}/list?asOf=${on}&class=${classes.join(',')}${within}`);
      tell(title.zh, list.rows.length, 'list behind the strip');
    }
    for (const layer of layers) {
      const values = await json<ValuesAnswer>(`/layers/${layer.id}/values?asOf=${on}`);
      const fid = areas.towns.find(({ code }) => code === town)?.fid ?? null;
      const counts = countsIn(areas, layer, values, fid);
      tellCounts(tell, layer, counts, 'legend');
      if (!summary.scope.totals) {
        const { rows } = await json<ListAnswer>(`/layers/${layer.id}/list?asOf=${on}${within}`);
        tellCounts(
          tell,
          layer,
          layer.classes.map(({ id }) => rows.filter((row) => row.class === id).length),
          'list',
        );
      }
      for (const kpi of layer.parent === null ? layer.kpis : []) {
        const figure = summary.kpis.find(({ id }) => id === kpi.id);
        expect(figure, kpi.id).toBeDefined();
        const [only] = kpi.classes;
        const cls = kpi.classes.length === 1 ? layer.classes.find(({ id }) => id === only) : undefined;
        if (cls) tell(`${layer.title.zh}：${cls.title.zh}`, figure?.value ?? null, 'strip');
      }
      if (town === null) tell(layer.rollUp.title.zh, shareText(values.county.share), `values of ${layer.id}`);
      if (layer.id === 'inspection-coverage' && town === null) {
        const planned = afterVisits(areas, layer, values, new Set());
        tell(planned.covered.title.zh, shareText(planned.covered.before), 'planner');
        tell(planned.ever.title.zh, planned.ever.before, 'planner');
        expect(layer.rollUp.title.zh).toContain(`${visitWindowDays}天内`);
      }
      if (town === null) {
        const compared = await json<CompareAnswer>(`/compare?layer=${layer.id}&from=2026-09-10&to=${on}`);
        tellCounts(tell, layer, compared.countyTo.counts, 'compare');
        tell(layer.rollUp.title.zh, shareText(compared.countyTo.share), 'compare');
      }
    }
  }

  type Tell = (name: string, value: number | string | null, source: string) => void;
  const tellCounts = (tell: Tell, layer: LayerAnswer, counts: number[], source: string) => {
    for (const [at, { title }] of layer.classes.entries())
      tell(`${layer.title.zh}：${title.zh}`, counts[at] ?? 0, source);
  };

  /** Totals by town: in the column, the ranking and the dossier of the town. */
  async function readTotals(book: FigureBook, on: string): Promise<void> {
    const { layers } = await json<LayersAnswer>(`/layers?asOf=${on}`);
    for (const { code, name, fid } of towns.slice(0, 4)) {
      const dossier = await json<DossierAnswer>(`/places/${code}?asOf=${on}`);
      for (const layer of layers) {
        const told = (source: string, rolled: { share: number | null; counts?: number[] } | undefined) => {
          if (!rolled) return;
          const scope = `${name} in all`;
          book.tell({ on, scope, name: layer.rollUp.title.zh, value: shareText(rolled.share), source });
          for (const [at, { title }] of layer.classes.entries())
            if (rolled.counts)
              book.tell({ on, scope, name: `${layer.title.zh}：${title.zh}`, value: rolled.counts[at] ?? 0, source });
        };
        if (layer.level === 'town') continue;
        const values = await json<ValuesAnswer>(`/layers/${layer.id}/values?asOf=${on}`);
        const ranking = await json<RankingAnswer>(`/rankings?layer=${layer.id}&asOf=${on}`);
        told(
          `values of ${layer.id}`,
          values.towns.find((one) => one.fid === fid),
        );
        told(
          'ranking',
          ranking.rows.find((one) => one.fid === fid),
        );
        told(
          'dossier',
          dossier.rollUps.find((one) => one.layer === layer.id),
        );
      }
    }
  }

  test.each(days)(
    'on %s: strip, legend, list, ranking, dossier, comparison and planner agree, for every role',
    async (on) => {
      for (const viewer of viewers) {
        asking = viewer;
        const book = new FigureBook();
        await readLevel(book, on, null);
        for (const { code } of [towns[0], towns[1]].flatMap((one) => one ?? [])) await readLevel(book, on, code);
        await readTotals(book, on);
        expect(book.conflicts(), viewer.id).toEqual([]);
        expect(book.sources('阵地验收合格').size, viewer.id).toBeGreaterThan(1);
      }
    },
    120_000,
  );

  test('a place has one class, value and reason in column, list and dossier', async () => {
    asking = officeViewer;
    const { layers } = await json<LayersAnswer>('/layers');
    const { villages } = await json<AreasAnswer>('/areas');
    const fids = villages.map(({ fid }) => fid).sort((a, b) => a - b);
    for (const { code, fid } of villages.filter((_, at) => at % 29 === 0)) {
      const dossier = await json<DossierAnswer>(`/places/${code}`);
      for (const layer of layers.filter(({ level }) => level === 'village')) {
        const values = await json<ValuesAnswer>(`/layers/${layer.id}/values`);
        const { rows } = await json<ListAnswer>(`/layers/${layer.id}/list`);
        const verdict = dossier.verdicts.find((one) => one.layer === layer.id);
        const row = rows.find((one) => one.fid === fid);
        expect([row?.class, row?.value, row?.why]).toEqual([verdict?.class, verdict?.value, verdict?.why]);
        const at = fids.indexOf(fid);
        const cls = layer.classes[Number.parseInt(values.classes[at] ?? '', 36)]?.id;
        expect([cls, values.values[at]]).toEqual([verdict?.class, verdict?.value]);
      }
    }
  });

  test('the agenda, the stage and the bulletin tell the figures of the strip and the legend', async () => {
    asking = officeViewer;
    const view = await viewAt(store, officeViewer);
    const book = new FigureBook();
    await readLevel(book, lastDay, null);
    const tell = (name: string, value: number | string | null, source: string) =>
      book.tell({ on: lastDay, scope: '全县', name, value, source });
    const { layers } = await json<LayersAnswer>('/layers');
    const main = layers.filter(({ parent }) => parent === null);
    const asked = { town: null, above: null, order: 'worst', lang: 'zh', most: 1 } as const;
    for (const layer of main)
      for (const { id, title } of layer.classes) {
        const { count } = await itemsOf(store, view, { ...asked, layer: layer.id, classes: [id] });
        tell(`${layer.title.zh}：${title.zh}`, count, 'agenda');
      }
    const items = await proposedAgenda(store, view, { template: 'weekly', town: null, lang: 'zh' });
    const meeting = crypto.randomUUID();
    await write(store, { actor: 'office', clock: clockAt(lastDay) }, async (tx) => {
      const frozen = { seq: view.seq, shown: view.shown, on: lastDay, at: '2026-10-30T08:00:00.000Z' };
      const body = { title: '调度会', heldOn: lastDay, items, frozen, notes: {} };
      await putMeeting(tx, { id: meeting, state: 'running', body }, 'begin');
    });
    for (const [number, { kind, layer: of }] of items.entries()) {
      const layer = layers.find(({ id }) => id === of);
      if (kind !== 'view' || !layer) continue;
      const step = await stepAnswer(store, officeViewer, { meeting, number, lang: 'zh' });
      tellCounts(
        tell,
        layer,
        step.counts.map(({ count }) => count),
        'stage',
      );
      tell(layer.rollUp.title.zh, shareText(step.values?.county.share ?? null), 'stage');
    }
    const { values } = await bulletinFigures(store, view, 'zh');
    const classTitle = (layer: string, id: string) => {
      const one = layers.find((known) => known.id === layer);
      return `${one?.title.zh}：${one?.classes.find((cls) => cls.id === id)?.title.zh}`;
    };
    tell('村（社区）', Number(values.villageCount), 'bulletin');
    tell(classTitle('venue-schedule', 'accepted'), Number(values.acceptedCount), 'bulletin');
    tell(classTitle('venue-schedule', 'on-schedule'), Number(values.onScheduleCount), 'bulletin');
    tell(classTitle('venue-schedule', 'late'), Number(values.lateCount), 'bulletin');
    tell(classTitle('venue-schedule', 'overdue'), Number(values.overdueCount), 'bulletin');
    tell(classTitle('venue-schedule', 'silent'), Number(values.silentCount), 'bulletin');
    tell(`督查覆盖率（${values.coverageDays}天内）`, values.coverageShare, 'bulletin');
    tell('建成率', values.completionShare, 'bulletin');
    expect(book.conflicts()).toEqual([]);
    for (const name of ['督查覆盖率（30天内）', '建成率', '阵地建设进度：验收合格'])
      expect([...book.sources(name)], name).toContain('bulletin');
    expect(book.sources('督查覆盖率（30天内）')).toEqual(
      new Set([
        'values of inspection-coverage',
        'values of inspection-window',
        'compare',
        'planner',
        'stage',
        'bulletin',
      ]),
    );
  }, 120_000);
});

test('a name used for two figures is found', () => {
  const book = new FigureBook();
  const told = { on: '2026-10-30', scope: '全县', name: '督查覆盖率' };
  book.tell({ ...told, value: '58.1%', source: 'ranking' });
  book.tell({ ...told, scope: '望岭镇', value: '40.0%', source: 'ranking' });
  expect(book.conflicts()).toEqual([]);
  book.tell({ ...told, value: '89.9%', source: 'planner' });
  expect(book.conflicts()).toEqual(['2026-10-30 | 全县 | 督查覆盖率: ranking 58.1%; planner 89.9%']);
});

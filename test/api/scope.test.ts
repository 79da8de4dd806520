import { beforeAll, describe, expect, test } from 'vitest';
import { areasAnswer } from '../../server/area/areas-answer.ts';
import { viewAt } from '../../server/change/view-at.ts';
import type { Store } from '../../server/db/open.ts';
import { dossierAnswer } from '../../server/dossier/dossier.ts';
import { Refusal } from '../../server/http/refusal.ts';
import { layersAnswer, valuesAnswer } from '../../server/layer/answers.ts';
import { listAnswer } from '../../server/list/list.ts';
import { summaryAnswer } from '../../server/list/summary.ts';
import { visitsAnswer } from '../../server/list/visits-answer.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { rankingAnswer } from '../../server/ranking/ranking.ts';
import type { View, Viewer } from '../../server/rights/view.ts';
import { searchAnswer } from '../../server/search/search-answer.ts';
import { eachEngine } from '../store/engines.ts';
import { fillCounty } from './small-county.ts';

const town: Viewer = { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] };
const list = { layer: 'venue-schedule', classes: undefined, town: undefined, lang: 'zh' } as const;

/** Everything the API can answer a viewer, as one text. */
async function everything(store: Store, view: View): Promise<string> {
  const { layers } = await layersAnswer(store, view);
  const answers = await Promise.all([
    areasAnswer(store, view),
    summaryAnswer(store, view),
    visitsAnswer(store, view, 400),
    searchAnswer(store, view, '村'),
    ...layers.flatMap(({ id }) => [
      valuesAnswer(store, view, id),
      listAnswer(store, view, { ...list, layer: id }).then(({ answer }) => answer),
      rankingAnswer(store, view, { layer: id, since: undefined }),
    ]),
    ...['area-2', 'area-3', 'area-4', 'area-5'].map((id) =>
      dossierAnswer(store, view, id === 'area-2' ? '990100100' : `99010000000${id.at(-1)}`),
    ),
  ]);
  return JSON.stringify(answers);
}

eachEngine('a town', (open) => {
  let store: Store;
  let view: View;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    view = await viewAt(store, town);
  });

  test('sees its own places, and of another town its name and totals in any answer', async () => {
    const { towns, villages, county } = await areasAnswer(store, view);
    expect([county?.fid, towns.map(({ fid }) => fid), villages.map(({ fid }) => fid)]).toEqual([1, [2, 6], [3, 4, 5]]);
    const told = await everything(store, view);
    for (const foreign of ['=7村', '旧七村', '990100000007', '990100000077']) expect(told).not.toContain(foreign);
    expect(told).toContain('望岭镇');
    expect(told).toContain('城关镇');
  });

  test('counts only its own', async () => {
    const { classes, county, towns } = await valuesAnswer(store, view, 'venue-schedule');
    expect([classes.length, county.counts.reduce((sum, count) => sum + count), towns.length]).toEqual([3, 3, 2]);
    expect((await listAnswer(store, view, list)).answer.rows).toHaveLength(3);
  });

  test('is told of a foreign village just what it is told of none', async () => {
    const refused = async (code: string) => {
      const problem = await dossierAnswer(store, view, code).catch((thrown: unknown) => thrown);
      expect(problem).toBeInstanceOf(Refusal);
      return JSON.stringify(problem).replaceAll(code, 'CODE');
    };
    expect(await refused('990100000007')).toBe(await refused('990100009999'));
    expect((await searchAnswer(store, view, '990100000007')).hits).toEqual([]);
  });

  test('leaves the county’s own view as it was', async () => {
    const county = await viewAt(store, openViewer);
    expect((await valuesAnswer(store, county, 'venue-schedule')).classes).toHaveLength(4);
    expect((await valuesAnswer(store, view, 'venue-schedule')).classes).toHaveLength(3);
  });

  describe('and a sealed plan', () => {
    test('is in no answer for the county or the town', async () => {
      const county = await viewAt(store, openViewer);
      expect(await everything(store, county)).not.toContain('SEALED');
      expect(await everything(store, view)).not.toContain('SEALED');
    });
    test('moves no figure for those who may see it either: it has not happened', async () => {
      const inspector = await viewAt(store, officeViewer);
      const county = await viewAt(store, openViewer);
      expect((await valuesAnswer(store, inspector, 'inspection-coverage')).classes).toBe(
        (await valuesAnswer(store, county, 'inspection-coverage')).classes,
      );
    });
  });
});

import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { layers } from '../../server/layer/registry.ts';
import { ledgerSheet } from '../../server/list/ledger-sheet.ts';
import { type PaperKindId, paperKinds } from '../../server/paper/kinds.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { itinerariesWorkbook } from '../../server/route-plan/itinerary/itineraries-workbook.ts';
import { writeWorkbook } from '../../server/words/workbook/write-workbook.ts';
import { office, village } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { openPapers } from './county-papers.ts';
import { hostileNames, itinerariesOf } from './itineraries.ts';
import { packageFaults } from './open-package.ts';
import { givenTo, longName, paperCounty } from './paper-county.ts';
import { readLedger } from './read-xlsx.ts';

const isOffice = (id: PaperKindId) => ['docx', 'xlsx', 'pptx'].includes(paperKinds[id].extension);
const kinds = (Object.keys(paperKinds) as PaperKindId[]).filter(isOffice);

eachEngine('files of office programs', (open) => {
  test('of every kind of paper hold no part, id, name or size that a program would repair', async () => {
    const { made, meeting } = await openPapers(await open());
    const asked: Partial<Record<PaperKindId, object>> = { tasks: {}, bulletin: { issue: '5' } };
    for (const kind of kinds) {
      const { bytes } = await made(office, kind, asked[kind] ?? { meeting });
      expect(packageFaults(bytes), kind).toEqual([]);
    }
  });

  test('of every list, of the ranking and of the log, in either language, for who sees all and who sees little', async () => {
    const { store } = await paperCounty(await open());
    const file = async (viewer: Viewer, path: string) => {
      const whoAsks = async () => viewer;
      const app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks });
      const answer = await app.request(`http://county/api${path}`);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    };
    const lists = layers.map(({ id }) => `/layers/${id}/list.xlsx`);
    for (const lang of ['zh', 'en'])
      for (const path of [...lists, '/ranking.xlsx', '/audit.xlsx'])
        expect(packageFaults(await file({ ...office, standsFor: ['auditor'] }, `${path}?lang=${lang}`)), path).toEqual(
          [],
        );
    for (const path of lists) expect(packageFaults(await file(village, `${path}?lang=zh`)), path).toEqual([]);
  });

  test('of minutes and bulletins with the longest names, whose tables are measured absolutely', async () => {
    const { store } = await paperCounty(await open());
    const { bulletinDocx } = await import('../../server/paper/bulletin/bulletin-docx.ts');
    for (const lang of ['zh', 'en'] as const) {
      const { bytes } = await bulletinDocx(await givenTo(store, office, lang), { issue: '5' });
      expect(packageFaults(bytes)).toEqual([]);
    }
  });
});

describe('workbooks', () => {
  test('without rows count nothing, not themselves', async () => {
    const column = { title: '村', width: 8, kind: 'count' as const, cell: () => 1 };
    const words = { name: '空', title: '空台账', total: '合计', foot: longName.repeat(20) };
    const columns = [column, { ...column, total: 'sum' as const }, { ...column, total: 'count' as const }];
    const empty = await writeWorkbook([ledgerSheet([], columns, words)]);
    expect(packageFaults(empty)).toEqual([]);
    expect((await readLedger(empty)).sheets[0]?.totals.slice(1)).toEqual([0, 0]);
    const one = await writeWorkbook([ledgerSheet([{}], columns, words)]);
    expect(packageFaults(one)).toEqual([]);
  });

  test('keep the longest text a cell takes and say where more was', async () => {
    const rows = [['𠮷'.repeat(20_000), '_x0041_']];
    const bytes = await writeWorkbook([{ name: '长', rows }]);
    expect(packageFaults(bytes)).toEqual([]);
    const [sheet] = (await readLedger(bytes)).sheets;
    expect(sheet?.title.length).toBeLessThanOrEqual(32_767);
    expect(sheet?.title.endsWith('𠮷…')).toBe(true);
  });

  test('of routes are named by team and day, whatever the teams are called', async () => {
    const { itineraries: sheets } = itinerariesOf(hostileNames);
    const bytes = await itinerariesWorkbook(itinerariesOf(hostileNames), 'zh');
    expect(packageFaults(bytes)).toEqual([]);
    const named = (await readLedger(bytes)).sheets.map(({ name }) => name);
    expect(named.map((name) => name.slice(-10))).toEqual(sheets.map(({ on }) => on));
  });
});

describe('what the rules find', () => {
  test.each([
    [
      'a total that counts itself',
      [{ name: '甲', rows: [[1]], cells: new Map([['1,0', { formula: 'SUM(A1:A2)' }]]) }],
      /A2 counts itself/,
    ],
    [
      'a formula of a sheet that is not there',
      [{ name: '甲', rows: [[1]], cells: new Map([['1,0', { formula: "'乙'!A1" }]]) }],
      /counts on 乙/,
    ],
  ])('%s', async (_, sheets, fault) => {
    expect(packageFaults(await writeWorkbook(sheets)).join()).toMatch(fault);
  });
});

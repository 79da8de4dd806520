import { type Cell, readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { ListAnswer } from '../../server/list/answer.ts';
import { tasksLedger } from '../../server/paper/tasks-ledger.ts';
import { tasksWorkbook } from '../../server/paper/tasks-workbook.ts';
import type { Viewer } from '../../server/rights/view.ts';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { writeWorkbook } from '../../server/words/workbook/write-workbook.ts';
import { codeOf, office, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { givenTo, longName, paperCounty } from './paper-county.ts';
import { readLedger } from './read-xlsx.ts';

const day = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell);

eachEngine('ledgers', (open) => {
  async function county() {
    const forms = await paperCounty(await open());
    const get = async <Answer>(path: string, viewer = office) =>
      (await forms.get(viewer, path)).body as unknown as Answer;
    const ledger = async (path: string, viewer: Viewer = office) => {
      const { store } = forms;
      const app = createApp({
        store,
        distFolder: '.',
        startedAt: new Date(),
        version: '1',
        whoAsks: async () => viewer,
      });
      const answer = await app.request(`http://county/api${path}`);
      return readLedger(new Uint8Array(await answer.arrayBuffer()));
    };
    return { forms, get, ledger };
  }

  test('the list’s rows are the API’s, its totals formulas that follow the filter', async () => {
    const { get, ledger } = await county();
    const { rows } = await get<ListAnswer>('/layers/venue-schedule/list');
    const [sheet] = (await ledger('/layers/venue-schedule/list.xlsx?lang=zh')).sheets;
    const at = (title: string) => sheet?.header.indexOf(title) ?? -1;
    expect(
      sheet?.rows.map((row) => [row[at('村（社区）')], row[at('数值（天）')], day(row[at('计划完成日期')])]),
    ).toEqual(rows.map(({ name, value, cells }) => [name, value, cells['plannedOn'] ?? null]));
    const sum = rows.reduce((all, { cells }) => all + Number(cells['subsidy'] ?? 0), 0);
    expect(sheet?.totals[at('村（社区）')]).toBe(rows.length);
    expect(sheet?.totals[at('核定补助（万元）')]).toBeCloseTo(sum);
    expect(sheet?.xml).toContain(`SUBTOTAL(103,D3:D${rows.length + 2})`);
    expect(sheet?.xml).toMatch(/SUBTOTAL\(109,[A-Z]+3:/);
  });

  test('each prints across, as wide as the page, its header on every page, with who exported it at the foot', async () => {
    const { ledger } = await county();
    const { sheets, workbook } = await ledger('/layers/organisation-turnaround/list.xlsx?lang=zh');
    expect(sheets.map(({ name }) => name)).toEqual(['后进党组织整顿', '问题台账']);
    for (const { xml } of sheets) {
      expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
      expect(xml).toMatch(/<pageSetup[^>]*fitToWidth="1"/);
      expect(xml).toMatch(/<pane[^>]*ySplit="2"[^>]*state="frozen"/);
      expect(xml).toMatch(/<autoFilter ref="A2:/);
      expect(xml).toContain('内部使用 · 导出：');
    }
    expect(workbook.match(/Print_Titles/g)).toHaveLength(2);
  });

  test('the problems of organisations one by one: measure, unit, limit, progress, days overdue', async () => {
    const { get, ledger } = await county();
    const dossier = await get<DossierAnswer>(`/places/${codeOf(5)}`);
    const [, sheet] = (await ledger('/layers/organisation-turnaround/list.xlsx?lang=zh')).sheets;
    const problems = dossier.organisation?.turnaround?.problems ?? [];
    expect(problems).toHaveLength(1);
    expect(sheet?.rows.map((row) => row.map(day))).toEqual(
      problems.map(({ text, measure, dueOn, overdueDays }, n) => [
        ...[
          n + 1,
          '城关镇',
          longName,
          text,
          '2026-08-25',
          '城关镇党委',
          '',
          measure,
          dueOn,
          '整改超期',
          overdueDays,
          null,
        ],
      ]),
    );
    expect(sheet?.totals[3]).toBe(1);
  });

  test('findings of visits made stand in the ledger of visits, an unannounced plan does not', async () => {
    const { get, ledger } = await county();
    const [, sheet] = (await ledger('/layers/inspection-coverage/list.xlsx?lang=zh')).sheets;
    const { visits } = await get<DossierAnswer>(`/places/${codeOf(3)}`);
    expect(sheet?.rows.map((row) => [row[3], day(row[4]), row[9]])).toEqual(
      visits.flatMap(({ on, findings }) => findings.map(({ text }) => [text, on, '整改中'])),
    );
  });

  test('what a venue lacks and where it is late is a problem each', async () => {
    const { ledger } = await county();
    const [, sheet] = (await ledger('/layers/venue-schedule/list.xlsx?lang=zh')).sheets;
    const of = (name: string) =>
      sheet?.rows.filter((row) => row[2] === name).map((row) => [row[3], day(row[8]), row[10]]);
    expect(of('村4')?.map(([problem]) => String(problem).slice(0, 4))).toEqual(['达标清单', '“建成”']);
    expect(of('村4')?.[1]?.slice(1)).toEqual(['2026-10-25', 5]);
    expect(of(longName)).toEqual([['阵地未报送', null, null]]);
  });

  test('a name that begins like a formula stays text, in every sheet', async () => {
    const { ledger } = await county();
    for (const layer of ['venue-schedule', 'inspection-coverage'])
      for (const { xml, rows } of (await ledger(`/layers/${layer}/list.xlsx?lang=zh`)).sheets) {
        expect(xml.match(/<f>(?!SUBTOTAL)/g)).toBeNull();
        if (layer === 'venue-schedule') expect(rows.flat()).toContain('=7村');
      }
  });

  test('what looks like an escaped character comes back as it was typed', async () => {
    const { get } = await county();
    const { tasks } = await get<{ tasks: TaskAnswer[] }>('/tasks');
    const title = '_x0041_与_x005F_x0042__x000D_';
    const odd = tasks.map((task) => ({ ...task, title, unit: 'a_x000a_b' }));
    const [sheet] = (await readLedger(await tasksWorkbook(odd, { title, foot: title }, 'zh'))).sheets;
    expect(sheet?.title).toBe(title);
    expect(sheet?.rows.map((row) => [row[3], row[4]])).toEqual(odd.map(({ unit }) => [title, unit]));
  });

  test('a town’s ledger holds its own places alone', async () => {
    const { ledger } = await county();
    const { sheets } = await ledger('/layers/venue-schedule/list.xlsx?lang=zh', town);
    for (const { rows } of sheets) expect(rows.flat()).not.toContain('=7村');
  });

  test('the ledger of tasks says what, who, by when, how far, and counts by formula', async () => {
    const { get } = await county();
    const { tasks } = await get<{ tasks: TaskAnswer[] }>('/tasks');
    const bytes = await tasksWorkbook(tasks, { title: '交办台账', foot: '内部使用 & 台账' }, 'zh');
    const [sheet] = (await readLedger(bytes)).sheets;
    expect(sheet?.rows.map((row) => [row[2], row[3], row[4], day(row[7]), row[8]])).toEqual(
      tasks.map(({ place, title, unit, dueOn }) => [place.name, title, unit, dueOn, '整改中']),
    );
    expect(sheet?.totals[3]).toBe(tasks.length);
    // Each row has room for its longest text, also in a program that makes none by itself.
    const heights = [...(sheet?.xml.matchAll(/<row r="(\d+)"(?: [^>]*?ht="(\d+)")?/g) ?? [])];
    const long = tasks.findIndex(({ title }) => title.includes(longName)) + 3;
    const heightOf = new Map(heights.map(([, row, height]) => [Number(row), Number(height ?? 15)]));
    expect([heightOf.get(1), heightOf.get(long)]).toEqual([15, 5 * 15]);
  });

  test('the ledger of all tasks is what the page shows: by town, unit, state and meeting, those given outside one too', async () => {
    const { forms } = await county();
    const every = { town: '', unit: '', state: '', meeting: '' };
    const ledger = async (filter: Partial<typeof every>, viewer = office, lang: 'zh' | 'en' = 'zh') => {
      const { bytes, title } = await tasksLedger(await givenTo(forms.store, viewer, lang), { ...every, ...filter });
      const [sheet] = (await readLedger(bytes)).sheets;
      return { title, sheet, places: sheet?.rows.map((row) => row[2]), totals: sheet?.totals };
    };
    const all = await ledger({});
    expect(all.places).toEqual(['村4', longName, '=7村']);
    expect(all.title).toBe('交办事项台账 2026-10-30');
    expect(all.sheet?.title).toBe('交办事项台账（截至2026年10月30日，共3项）');
    expect(all.sheet?.rows[0]?.slice(11)).toEqual(['会外交办', '2026年10月30日 整改中']);
    expect(all.totals?.[3]).toBe(3);
    expect(all.sheet?.xml).toContain('SUBTOTAL(103,D3:D5)');
    expect(all.sheet?.xml).toMatch(/<pane[^>]*ySplit="2"[^>]*state="frozen"/);
    expect(all.sheet?.xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    const ofTown = await ledger({ town: '990100100', meeting: 'hand', state: 'assigned' });
    expect(ofTown.places).toEqual(['村4', longName]);
    expect(ofTown.sheet?.title).toBe('交办事项台账：城关镇 · 会外交办 · 整改中（截至2026年10月30日，共2项）');
    for (const none of [{ state: 'overdue' }, { unit: '别的单位' }, { meeting: 'm1' }])
      expect((await ledger(none)).places).toEqual([]);
    expect((await ledger({}, town)).places).toEqual(['村4', longName]);
    expect((await ledger({}, office, 'en')).sheet?.title).toMatch(/^Task ledger as of .*3 in all$/);
  });
});

test.each(['_x0041_', '_x005F_', '__x0041__x0042_', '_x004_', '_X0041_', 'x_\u0001', '=1+1', '两行\n文字'])(
  'a workbook holds %j as it was typed, in rows, headings and results of formulas',
  async (text) => {
    const cells = new Map<string, Partial<Cell>>([
      ['1,0', { value: text, type: 'string', style: { font: { bold: true } } }],
      ['2,0', { type: 'formula', formula: 'A1', formulaResult: text }],
    ]);
    const { sheets } = await readXlsx(await writeWorkbook([{ name: 'S', rows: [[text], [], []], cells }]));
    expect(sheets[0]?.rows).toEqual([[text], [text], [text]]);
  },
);

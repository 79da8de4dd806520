import { distance } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { write } from '../../server/change/write.ts';
import { writeSetting } from '../../server/db/setting.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { placeLabels } from '../../server/paper/sheet/labels.ts';
import { metresPerUnit, scaleBar } from '../../server/paper/sheet/placing.ts';
import { codeOf, office, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { openPapers, plain } from './county-papers.ts';
import { type DrawnText, readPdf } from './read-pdf.ts';

const look = { size: 'A4', layout: 'landscape', ink: 'colour' } as const;
const county = { layer: 'venue-schedule', place: null, classes: null };
const middleOf = ({ x, width }: DrawnText) => x + width / 2;

eachEngine('a map sheet', (open) => {
  const opened = async () => {
    const papers = await openPapers(await open());
    const sheet = async (asked: object = {}, viewer = office) => {
      const { paper, bytes } = await papers.made(viewer, 'sheet', { ...county, ...look, ...asked });
      const [page] = await readPdf(bytes);
      if (!page) throw new Error('no page');
      return { paper, page, bytes };
    };
    return { ...papers, sheet };
  };

  test('says what it shows, as of when, who exported it, the review number and that it is internal; all of it can be searched', async () => {
    const { sheet, store } = await opened();
    await write(store, { actor: 'office', clock: clockAt('2026-10-30') }, async (tx) => {
      await writeSetting(tx, 'reviewNumber', '云S（2026）012号');
      tx.change({ action: 'set', subject: 'review-number', subjectId: 'review-number', placeId: null });
    });
    const { paper, page } = await sheet();
    expect(paper.title).toBe('云岫县阵地建设进度 2026-10-30.pdf');
    for (const said of [
      '云岫县阵地建设进度',
      '数据截至：2026年10月30日',
      '审图号：云S（2026）012号',
      '比例尺约1:',
      '北',
    ])
      expect(page.text).toContain(said);
    expect(page.text).toContain('导出：县委组织部2026年10月30日');
    // The watermark over the map, besides the foot.
    expect(page.text.split('内部使用县委组织部2026年10月30日').length).toBeGreaterThan(3);
    for (const name of ['村3', '村4', '村5', '=7村', '城关镇', '望岭镇']) expect(page.text).toContain(name);
  });

  test.each([
    ['A4', 'landscape', 842, 595],
    ['A3', 'portrait', 842, 1191],
    ['A0', 'landscape', 3370, 2384],
  ] as const)('%s %s is that large, its names larger too', async (size, layout, width, height) => {
    const { sheet } = await opened();
    const { page } = await sheet({ size, layout });
    expect([Math.round(page.width), Math.round(page.height)]).toEqual([width, height]);
    const name = page.items.find(({ text }) => text === '村3');
    expect(name?.height).toBeGreaterThanOrEqual(size === 'A0' ? 13 : 5);
  });

  test('its legend counts what the API counts at the same sequence, and adds up to the places', async () => {
    const { sheet, get } = await opened();
    for (const layer of ['venue-schedule', 'venue-stage', 'inspection-linkage']) {
      const { paper, page } = await sheet({ layer });
      const values = (await get(office, `/layers/${layer}/values`)).body as unknown as ValuesAnswer;
      const { layers } = (await get(office, '/layers')).body as unknown as LayersAnswer;
      const classes = layers.find(({ id }) => id === layer)?.classes ?? [];
      expect(paper.seq).toBe(values.seq);
      const counts = classes.map(({ title }) => {
        // The shortest: 验收滞后7天以内 ends with 滞后7天以内 too.
        const named = page.items.filter(({ text }) => text.endsWith(title.zh));
        const row = named.toSorted((one, other) => one.text.length - other.text.length)[0];
        const count = page.items.find(
          (item) => /^\d+$/.test(item.text) && Math.abs(item.y - (row?.y ?? -9)) < 2 && item.x > (row?.x ?? 0),
        );
        return Number(count?.text);
      });
      expect(counts).toEqual(
        classes.map((_, at) => [...values.classes].filter((digit) => Number.parseInt(digit, 36) === at).length),
      );
      expect(page.text).toMatch(new RegExp(`合计${values.classes.length}个`));
    }
  });

  test('its scale bar is true within 1 %', async () => {
    const { sheet } = await opened();
    for (const asked of [{}, { place: '990100100', layout: 'portrait' }]) {
      const { page } = await sheet(asked);
      const [, km] = page.items.map(({ text }) => /^(\d+) ?公里$/.exec(text)).find((found) => found) ?? [];
      const end = page.items.find(({ text }) => text.replaceAll(' ', '') === `${km}公里`);
      const begin = page.items.find(({ text, y }) => text === '0' && Math.abs(y - (end?.y ?? 0)) < 1);
      const [west, east] = ['村3', '村4'].map((name) => page.items.find(({ text }) => text === name));
      if (!end || !begin || !west || !east) throw new Error('not drawn');
      const metresPerPoint = (Number(km) * 1000) / (middleOf(end) - middleOf(begin));
      const drawn = (middleOf(east) - middleOf(west)) * metresPerPoint;
      const real = distance([107.25, 33.75], [107.75, 33.75], { units: 'meters' });
      expect(Math.abs(drawn / real - 1)).toBeLessThan(0.01);
    }
  });

  test('a town is shown alone, with its own counts; in black and white each place has its letter', async () => {
    const { sheet } = await opened();
    const { page, paper } = await sheet({ place: '990100100', ink: 'grey' });
    expect(paper.title).toContain('城关镇');
    expect(page.text).toContain('合计3个');
    expect(page.text).not.toContain('=7村');
    const letters = page.items.filter(({ text }) => ['验', '滞', '未', '超', '建', '进'].includes(text));
    expect(letters.length).toBeGreaterThanOrEqual(3);
  });

  test('shows a town only its own places, and a plan not announced to nobody', async () => {
    const { sheet, ask, over } = await opened();
    const { page } = await sheet({}, town);
    expect(page.text).toContain('合计3个');
    expect(page.text).not.toContain('=7村');
    for (const code of ['990100101', codeOf(7), 'none']) {
      const { body } = await ask(town, 'sheet', { ...county, ...look, place: code });
      const { state, fault } = await over(town, body.id);
      expect([state, fault?.replace(code, 'CODE')]).toEqual(['failed', '没有代码为“CODE”的县、镇或村。']);
    }
    const visits = await sheet({ layer: 'inspection-coverage' }, town);
    const open = await sheet({ layer: 'inspection-coverage' });
    for (const { page } of [visits, open]) expect(page.text).not.toContain('SEALED');
  });
});

describe('names on a map', () => {
  const frame = { x: 0, y: 0, width: 100, height: 50 };
  const name = (kind: string, at: [number, number][], width = 20) => [{ kind, width, height: 10, at }];
  test.each([
    [
      'the first come keeps its place, the second finds another',
      [
        name('a', [[50, 25]]),
        name('b', [
          [50, 25],
          [50, 40],
        ]),
      ],
      ['a', 'b'],
    ],
    ['who finds no room is left out', [name('a', [[50, 25]]), name('b', [[55, 28]])], ['a']],
    ['none leaves the frame', [name('a', [[5, 25]]), name('b', [[90, 25]])], ['b']],
    [
      'a smaller way is taken where the first does not fit',
      [[...name('wide', [[50, 25]], 120), ...name('letter', [[50, 25]], 8)]],
      ['letter'],
    ],
  ])('%s', (_, names, kinds) => {
    const placed = placeLabels(names, frame);
    expect(placed.map(({ kind }) => kind)).toEqual(kinds);
  });
});

test('a scale bar is round and no longer than its room', () => {
  for (const perUnit of [0.7, 3, 41.5, 260]) {
    const { metres, length } = scaleBar(perUnit, 110);
    expect(String(metres)).toMatch(/^[125]0*$/);
    expect(length).toBeLessThanOrEqual(110);
    expect(length).toBeGreaterThan(110 / 2.6);
    expect(length * perUnit).toBeCloseTo(metres, 6);
  }
  expect(metresPerUnit(plain)).toBeGreaterThan(0);
});

import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { write } from '../../server/change/write.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import type { ListAnswer } from '../../server/list/answer.ts';
import { csvCell } from '../../server/paper/view/view-csv.ts';
import { roundedShape } from '../../server/paper/view/view-geojson.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { codeOf, leader, office, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { openPapers } from './county-papers.ts';

const county = { layer: 'venue-schedule', place: null, classes: null };
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
type Features = FeatureCollection<Polygon | MultiPolygon, Record<string, string>> & {
  exported: Record<string, unknown>;
};

eachEngine('the current view as a file', (open) => {
  const opened = async () => openPapers(await open());

  test('its number is the one everybody may know: of unannounced plans not even how many the office has', async () => {
    const { made, store } = await opened();
    const asked = { ...county, rounding: 1 };
    const numberOf = async (viewer: Viewer) => {
      const { bytes } = await made(viewer, 'geojson', asked);
      return (JSON.parse(text(bytes)) as Features).exported.seq;
    };
    await write(store, { actor: 'office', clock: clockAt('2026-10-30') }, (tx) =>
      recordVisits(tx, [
        {
          ...{ number: '暗访9', occurredOn: '2026-11-03', state: 'planned', announced: false, level: 'county' },
          ...{ team: '二组', leaderId: null, reportedOn: '2026-10-30', places: [{ areaId: 'area-4', findings: [] }] },
        },
      ]),
    );
    const known = await numberOf(leader);
    expect(await numberOf(office)).toBe(known);
    const events = await store.db
      .selectFrom('auditEvent')
      .select('detail')
      .where('action', '=', 'export-paper')
      .execute();
    expect(events.map(({ detail }) => (JSON.parse(detail ?? '{}') as { seq: number }).seq)).toEqual([known, known]);
  });

  test('as a table: the rows of the API’s list, told apart for Excel, none a formula, and who exported it', async () => {
    const { made, get } = await opened();
    for (const asked of [county, { ...county, place: '990100100', classes: ['late', 'silent', 'overdue'] }]) {
      const { bytes, paper } = await made(office, 'table', asked);
      const filter = asked.classes ? `?town=990100100&class=${asked.classes.join(',')}` : '';
      const list = (await get(office, `/layers/venue-schedule/list${filter}`)).body as unknown as ListAnswer;
      const said = text(bytes);
      expect(said.startsWith('\uFEFF序号,行政区划代码,乡镇,')).toBe(true);
      const lines = said
        .trim()
        .split('\r\n')
        .map((line) => line.split(','));
      expect(lines).toHaveLength(list.rows.length + 2);
      expect(lines.slice(1, -1).map(([, code]) => code)).toEqual(list.rows.map(({ code }) => csvCell(code)));
      expect(lines.at(-1)?.join()).toContain('内部使用,数据截至：2026年10月30日,导出：县委组织部');
      expect(paper.seq).toBe(list.seq);
      if (!asked.classes) expect(said).toContain("'=7村");
    }
  });

  test('as geodata: each place with its state, coordinates rounded by the step chosen', async () => {
    const { made, get } = await opened();
    const list = (await get(office, '/layers/venue-schedule/list')).body as unknown as ListAnswer;
    const { seq } = (await get(leader, '/layers/venue-schedule/list')).body;
    for (const [rounding, decimals] of [
      [1, 5],
      [10, 4],
      [100, 3],
    ] as const) {
      const { bytes } = await made(office, 'geojson', { ...county, rounding });
      const { features, exported } = JSON.parse(text(bytes)) as Features;
      expect(features.map(({ properties }) => [properties.code, properties.class])).toEqual(
        list.rows.map(({ code, class: state }) => [code, state]),
      );
      expect(exported).toMatchObject({ seq, by: '县委组织部', internal: true });
      const numbers = [...JSON.stringify(features.map(({ geometry }) => geometry)).matchAll(/\d+\.\d+/g)];
      expect(numbers.length).toBeGreaterThan(10);
      const longest = Math.max(...numbers.map(([number]) => number.split('.')[1]?.length ?? 0));
      expect(longest).toBe(decimals);
    }
    const bad = await opened();
    expect((await bad.ask(office, 'geojson', { ...county, rounding: 7 })).status).toBe(400);
  });

  test('a town gets its own places only; whoever sees no plan learns nothing of one', async () => {
    const { made } = await opened();
    const table = text((await made(town, 'table', county)).bytes);
    const { features } = JSON.parse(text((await made(town, 'geojson', { ...county, rounding: 1 })).bytes)) as Features;
    expect(features.map(({ properties }) => properties.code).sort()).toEqual([3, 4, 5].map(codeOf));
    expect(table).not.toContain('7村');
    for (const viewer of [town, leader])
      for (const layer of ['inspection-coverage', 'inspection-window']) {
        const said = text((await made(viewer, 'table', { ...county, layer })).bytes);
        expect(said).not.toContain('SEALED');
        expect(said).not.toContain('2026年11月2日');
      }
  });

  test('as a picture: A4 at 300 dots an inch, with Chinese letters whatever fonts the machine has', async () => {
    const { made } = await opened();
    const { bytes } = await made(office, 'picture', { ...county, size: 'A4', layout: 'landscape', ink: 'colour' });
    const picture = sharp(bytes);
    const { width, height, density, format } = await picture.metadata();
    expect([width, height, density, format]).toEqual([3508, 2480, 300, 'png']);
    // The title stands above the map: black strokes on white, of a share no row of empty boxes would have.
    const title = await picture
      .clone()
      .extract({ left: 1200, top: 60, width: 1100, height: 100 })
      .greyscale()
      .raw()
      .toBuffer();
    const dark = title.filter((value) => value < 128).length / title.length;
    expect(dark).toBeGreaterThan(0.02);
    expect(dark).toBeLessThan(0.5);
    // Outlines of the very font: different words, different pictures.
    const other = await made(office, 'picture', {
      ...county,
      layer: 'venue-stage',
      size: 'A4',
      layout: 'landscape',
      ink: 'colour',
    });
    const otherTitle = await sharp(other.bytes)
      .extract({ left: 1200, top: 60, width: 1100, height: 100 })
      .greyscale()
      .raw()
      .toBuffer();
    expect(Buffer.compare(title, otherTitle)).not.toBe(0);
  });

  test('the review number is kept by the server, set by the office alone, once however often it is sent', async () => {
    const { get, send, changes } = await opened();
    const put = (viewer = office) =>
      send(viewer, 'PUT', '/review-number', { id: crypto.randomUUID(), number: ' 云S（2026）012号 ' });
    for (const viewer of [town, leader]) expect((await put(viewer)).status).toBe(403);
    for (let again = 0; again < 2; again++) expect((await put()).status).toBe(200);
    expect((await get(town, '/review-number')).body).toEqual({ number: '云S（2026）012号' });
    expect((await changes()).filter(({ subject }) => subject === 'review-number')).toHaveLength(1);
  });
});

describe('cells of a table', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-3', "'-3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1+1', "'＝1+1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['岫阳镇', '岫阳镇'],
    ['甲,乙', '"甲,乙"'],
    ['说"好"', '"说""好"""'],
    ['=A,"1"', '"\'=A,""1"""'],
    ['610327104201', '"=""610327104201"""'],
    ['99012710820', '99012710820'],
    ['990127108201', '"=""990127108201"""'],
    ['007', '"=""007"""'],
    ['12.5', '12.5'],
    ['1.50', '"=""1.50"""'],
    ['1e5', '"=""1e5"""'],
    ['2026-10-30', '2026-10-30'],
    [-3, '-3'],
    [null, ''],
  ])('%j becomes %j', (cell, written) => expect(csvCell(cell)).toBe(written));
});

describe('rounded shapes', () => {
  const ring = [
    [107, 33],
    [107.000004, 33],
    [107.5, 33.1234567],
    [107.2, 33.4],
    [107, 33],
  ];
  test('points that fall together are one, the ring stays closed', () => {
    const shape = roundedShape({ type: 'Polygon', coordinates: [ring] }, 1);
    expect(shape).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [107, 33],
          [107.5, 33.12346],
          [107.2, 33.4],
          [107, 33],
        ],
      ],
    });
  });
  test('what shrinks to a line is left out, a place that does has no shape', () => {
    const tiny = ring.map(([x = 0, y = 0]) => [107 + (x - 107) / 10_000, 33 + (y - 33) / 10_000]);
    expect(roundedShape({ type: 'MultiPolygon', coordinates: [[tiny], [ring]] }, 100)?.type).toBe('Polygon');
    expect(roundedShape({ type: 'Polygon', coordinates: [tiny] }, 100)).toBeNull();
    expect(roundedShape(null, 1)).toBeNull();
  });
});

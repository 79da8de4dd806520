import { describe, expect, test } from 'vitest';
import { lineLayer, outlineLayer } from '../../web/map/gl/style/line-layers.ts';
import { lineRows, outlineRows } from '../../web/map/gl/style/line-rows.ts';
import { nameLayer, seatLayer } from '../../web/map/gl/style/name-layers.ts';
import { nameRows, seatRows } from '../../web/map/gl/style/name-rows.ts';
import { type Steps, valueAt } from '../../web/map/gl/style/steps.ts';
import { mapInk } from '../../web/map/paint.ts';

/** What an expression of a style comes to: the few forms that ours are made of, as the style specification defines them. */
function evaluated(expression: unknown, properties: Record<string, unknown>, zoom: number): unknown {
  if (!Array.isArray(expression)) return expression;
  const [form, ...given] = expression;
  const of = (inner: unknown) => evaluated(inner, properties, zoom);
  if (form === 'literal') return given[0];
  if (form === 'get') return properties[String(given[0])];
  if (form === 'zoom') return zoom;
  if (form === 'in') return (of(given[1]) as unknown[]).includes(of(given[0]));
  if (form === 'match') {
    const [value, cases] = [of(given[0]), given.slice(1)];
    for (let at = 0; at + 1 < cases.length; at += 2) if (cases[at] === value) return of(cases[at + 1]);
    return of(cases.at(-1));
  }
  if (form === 'interpolate') {
    const [[, base], input, ...stops] = given as [[string, number], unknown, ...unknown[]];
    const at = Array.from({ length: stops.length / 2 }, (_, n) => [stops[2 * n], of(stops[2 * n + 1])] as const);
    return valueAt({ base, at: at as Steps['at'] }, of(input) as number);
  }
  throw new Error(`no form ${String(form)}`);
}

describe('a value goes with the zoom', () => {
  const steps: Steps = {
    base: 1.4,
    at: [
      [8, 1],
      [10, 5],
      [12, 5],
    ],
  };
  test.each([
    ['before the first stop', 7, 1],
    ['at the first', 8, 1],
    ['between, later than half way', 9, 1 + (4 * 0.4) / 0.96],
    ['at the second', 10, 5],
    ['at the last', 12, 5],
    ['beyond the last', 20, 5],
  ])('%s', (_, zoom, value) => expect(valueAt(steps, zoom)).toBeCloseTo(value, 9));
  test('evenly with base 1', () =>
    expect(
      valueAt(
        {
          base: 1,
          at: [
            [9, 2],
            [13, 4],
          ],
        },
        10,
      ),
    ).toBeCloseTo(2.5, 9));
  test('as the one stop there is', () => expect(valueAt({ base: 1, at: [[0, 16]] }, 11)).toBe(16));
});

const zooms = [7, 8, 9.3, 10.5, 12, 13.7, 15, 17];
describe.each(['light', 'dark'] as const)('both drawings of the map follow one table, %s', (theme) => {
  const ink = mapInk[theme];
  test.each(lineRows(ink))('$id: colour, width, opacity and order of each of its lines', (row) => {
    const { paint, layout, filter, minzoom } = lineLayer(row) as unknown as Record<string, Record<string, unknown>>;
    expect(minzoom).toBe(row.minzoom ?? 0);
    for (let value = 1; value <= 6; value++) {
      const told = { [row.by]: value };
      expect(evaluated(filter, told, 10)).toBe(row.values.includes(value));
      if (!row.values.includes(value)) continue;
      const { colour, opacity, width } = row.inkOf(value);
      expect(evaluated(paint?.['line-color'], told, 10)).toBe(colour);
      expect(evaluated(paint?.['line-opacity'], told, 10)).toBe(opacity);
      if (row.values.length > 1) expect(evaluated(layout?.['line-sort-key'], told, 10)).toBe(row.values.indexOf(value));
      for (const zoom of zooms)
        expect(evaluated(paint?.['line-width'], told, zoom)).toBeCloseTo(valueAt(width, zoom), 9);
    }
  });
  test('the larger river and road lie above the smaller', () => {
    const [river, road] = ['river', 'road'].map((id) => lineRows(ink).find((row) => row.id === id)?.values);
    expect(river).toEqual([1, 2, 3, 4, 5, 6]);
    expect(road).toEqual([3, 2, 1]);
  });
  test.each(outlineRows(ink, 48))('$id', (row) => {
    const { paint } = outlineLayer(row) as unknown as Record<string, Record<string, unknown>>;
    expect([paint?.['line-color'], paint?.['line-opacity']]).toEqual([row.ink.colour, row.ink.opacity]);
    for (const zoom of zooms)
      expect(evaluated(paint?.['line-width'], {}, zoom)).toBeCloseTo(valueAt(row.ink.width, zoom), 9);
  });
  test.each(seatRows(ink))('$id', (row) => {
    const { paint } = seatLayer(row) as unknown as Record<string, Record<string, unknown>>;
    for (const zoom of zooms)
      expect(evaluated(paint?.['circle-radius'], {}, zoom)).toBeCloseTo(valueAt(row.radius, zoom), 9);
    expect(paint).toMatchObject({
      'circle-color': row.colour,
      'circle-stroke-color': row.ring,
      'circle-stroke-width': row.ringPx,
    });
  });
});

test('outlines that go with larger names are wider by as much, from the height at a desk on', () => {
  const widthAt = (typePx?: number) => {
    const selected = outlineRows(mapInk.light, typePx).find(({ id }) => id === 'selected');
    return selected && valueAt(selected.ink.width, 8);
  };
  expect([undefined, 23, 24, 48].map(widthAt)).toEqual([2.2, 2.2, 2.2, 4.4]);
});

describe('names are as large in both drawings', () => {
  const [village, town, selected] = nameRows(mapInk.light, 11, 42);
  test.each([village, town, selected])('$id', (row) => {
    if (!row) throw new Error('no row');
    const { layout, minzoom } = nameLayer(row) as unknown as { layout: Record<string, unknown>; minzoom: number };
    expect(minzoom).toBe(row.minzoom);
    for (const zoom of zooms) expect(evaluated(layout['text-size'], {}, zoom)).toBeCloseTo(valueAt(row.size, zoom), 9);
  });
  test('read from afar none is smaller than asked, villages wait for the room that takes, and none steps aside', () => {
    expect(village && valueAt(village.size, village.minzoom)).toBeCloseTo(42, 9);
    expect(town && valueAt(town.size, 0)).toBeCloseTo(42, 9);
    expect(village?.minzoom).toBeCloseTo(11 + 2, 9);
    expect([village, town, selected].some((row) => row?.stepsAside)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hatch, Lamp } from '../../server/layer/layer.ts';
import { clipRectangle, type Screen, tilesOn, tileToClip } from '../../web/map/gl/screen.ts';
import { coverWith } from '../../web/map/gl/tile-cover.ts';
import { meshOf } from '../../web/map/gl/tile-mesh.ts';
import { paintsOf, paletteOf, rgbOf } from '../../web/map/paint.ts';
import { placeLabels, textWidthPx } from '../../web/map/plain/place-labels.ts';
import { boxOf, cameraOf, fitting, lonLatOf, placingOf, worldOf, zoomedAt } from '../../web/map/plain/projection.ts';
import { hatchNumber, hatchPath } from '../../web/ui/hatch.ts';
import { lampColour } from '../../web/ui/lamp.ts';

const text = { zh: '', en: '' };
const oneClass = (lamp: Lamp, hatch: Hatch) => ({ id: lamp, title: text, lamp, hatch, letter: text });

describe('colours of classes', () => {
  test.each(['light', 'dark'] as const)('the palette holds lamp and hatch of every class in the %s theme', (theme) => {
    const paints = paintsOf([oneClass('done', 'none'), oneClass('overdue', 'cross')], theme);
    const { colours, inks } = paletteOf(paints, 8);
    const bytes = (list: Float32Array, at: number) =>
      [...list.slice(at * 4, at * 4 + 4)].map((one) => Math.round(one * 255));
    expect(bytes(colours, 0)).toEqual([...rgbOf(lampColour('done', theme)), 255]);
    expect(bytes(colours, 1)).toEqual([...rgbOf(lampColour('overdue', theme)), 255]);
    expect([bytes(inks, 0)[3], bytes(inks, 1)[3]]).toEqual([0, hatchNumber.cross]);
    expect(bytes(colours, 2)).toEqual([0, 0, 0, 0]);
  });
  test('every hatch but none has strokes and a number of its own', () => {
    const hatches = Object.keys(hatchNumber) as Hatch[];
    expect(hatches.filter((hatch) => hatchPath(hatch) === '')).toEqual(['none']);
    expect(new Set(Object.values(hatchNumber)).size).toBe(hatches.length);
  });
});

describe('triangles of a tile', () => {
  const square = (from: number, to: number) => [from, from, to, from, to, to, from, to];
  const mesh = meshOf({
    extent: 4096,
    features: [
      { fid: 7, polygons: [[square(0, 20), square(2, 8), square(11, 15)], [square(30, 40)]] },
      { fid: 70_000, polygons: [[[-64, 0, 0, 0, 0, 10, -64, 10]]] },
    ],
  });
  const at = new Int16Array(mesh.vertices);
  const fid = new Uint32Array(mesh.vertices);
  const areas = new Map<number, number>();
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const [a, b, c] = [...mesh.indices.slice(i, i + 3)] as [number, number, number];
    const side = (from: number, to: number) =>
      [at[4 * to]! - at[4 * from]!, at[4 * to + 1]! - at[4 * from + 1]!] as const;
    const [[x, y], [u, v]] = [side(a, b), side(a, c)];
    const [own, ...others] = [a, b, c].map((vertex) => fid[2 * vertex + 1]!);
    expect(others).toEqual([own, own]);
    areas.set(own!, (areas.get(own!) ?? 0) + Math.abs(x * v - y * u) / 2);
  }
  test('cover each village but its holes, with its number at every corner', () => {
    expect([...areas]).toEqual([
      [7, 400 - 36 - 16 + 100],
      [70_000, 640],
    ]);
  });
});

describe('tiles on the screen', () => {
  const screen: Screen = { width: 800, height: 600, ratio: 1, world: 512 * 2 ** 10, left: -300_000, top: -200_000 };
  test('cover it without gap or overlap', () => {
    const tiles = tilesOn(screen, 10, { min: 0, max: 14 });
    const painted = tiles.map((tile) => clipRectangle(screen, { tile, clip: [0, 0, 1, 1] }));
    const area = painted.reduce((sum, [x, y, w, h]) => {
      const wide = Math.min(800, x + w) - Math.max(0, x);
      return sum + wide * (Math.min(600, y + h) - Math.max(0, y));
    }, 0);
    expect(area).toBe(800 * 600);
  });
  test('are taken from the deepest level there is', () => {
    expect(tilesOn(screen, 10, { min: 0, max: 8 }).every(({ z }) => z === 8)).toBe(true);
  });
  test('put their corner where the rectangle begins', () => {
    const tile = tilesOn(screen, 10, { min: 0, max: 14 })[0]!;
    const [, , c, d] = tileToClip(screen, tile, 4096);
    const [x, y, , h] = clipRectangle(screen, { tile, clip: [0, 0, 1, 1] });
    expect(((c + 1) * 800) / 2).toBeCloseTo(x, 0);
    expect(((d + 1) * 600) / 2).toBeCloseTo(y + h, 0);
  });
  test('are lent by an ancestor, cut to the square, while they are missing', () => {
    const cover = coverWith([{ z: 3, x: 5, y: 2, wrap: 0 }], (key) => key === '1/1/0');
    expect(cover).toEqual({
      parts: [{ tile: { z: 1, x: 1, y: 0, wrap: 0 }, clip: [0.25, 0.5, 0.5, 0.75] }],
      complete: false,
    });
  });
  test('are lent by their children after zooming out', () => {
    const { parts } = coverWith([{ z: 1, x: 1, y: 0, wrap: 0 }], (key) => key === '2/3/1');
    expect(parts.map(({ tile }) => tile)).toEqual([{ z: 2, x: 3, y: 1, wrap: 0 }]);
  });
});

describe('the map without WebGL', () => {
  const box = { width: 1000, height: 900, bounds: [86.3, 13.7, 86.9, 14.2] as [number, number, number, number] };
  const size = { width: 1200, height: 800 };
  test('Web Mercator and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 73, max: 135, noNaN: true }),
        fc.double({ min: 3, max: 54, noNaN: true }),
        (lon, lat) => {
          const [x, y] = lonLatOf(worldOf([lon, lat]));
          expect(x).toBeCloseTo(lon, 9);
          expect(y).toBeCloseTo(lat, 9);
        },
      ),
    );
  });
  test('a camera comes back from its placing', () => {
    const camera = { lon: 86.61, lat: 13.95, zoom: 11.4 };
    const back = cameraOf(box, placingOf(box, camera, size), size);
    expect(back.lon).toBeCloseTo(camera.lon, 9);
    expect(back.lat).toBeCloseTo(camera.lat, 9);
    expect(back.zoom).toBeCloseTo(camera.zoom, 9);
  });
  test('fitting keeps the county between the panels', () => {
    const padding = { top: 100, right: 300, bottom: 50, left: 260 };
    const { scale, x, y } = fitting(box, box.bounds, size, padding);
    const [left, top] = boxOf(box, [86.3, 14.2]);
    const [right, bottom] = boxOf(box, [86.9, 13.7]);
    expect(left * scale + x).toBeGreaterThanOrEqual(259.9);
    expect(right * scale + x).toBeLessThanOrEqual(900.1);
    expect(top * scale + y).toBeGreaterThanOrEqual(99.9);
    expect(bottom * scale + y).toBeLessThanOrEqual(750.1);
  });
  test('zooming holds the point under the pointer', () => {
    const before = { scale: 2, x: 10, y: -30 };
    const after = zoomedAt(before, 1.7, [400, 300]);
    expect((400 - after.x) / after.scale).toBeCloseTo((400 - before.x) / before.scale, 9);
    expect((300 - after.y) / after.scale).toBeCloseTo((300 - before.y) / before.scale, 9);
  });
  test('no label covers another, better ranks first, the selected always', () => {
    const wish = (fid: number, x: number, rank: number, always = false) => ({
      fid,
      text: '云岫镇',
      x,
      y: 100,
      sizePx: 16,
      rank,
      always,
    });
    const placed = placeLabels([wish(1, 100, 2), wish(2, 110, 1), wish(3, 400, 3), wish(4, 105, 9, true)], size);
    expect(placed.map(({ fid }) => fid)).toEqual([4, 3]);
    expect(placeLabels([wish(5, -500, 1)], size)).toEqual([]);
  });
  test('a name a stop’s number lies on stands below it, else above, else nowhere; the number is never covered', () => {
    const wish = { fid: 1, text: '柳川', x: 100, y: 100, sizePx: 12, rank: 1 };
    const stop = { x: 104, y: 98, radiusPx: 13 };
    const apart = ([placed]: { y: number }[]) => Math.abs((placed?.y ?? 0) - stop.y) - 0.6 * 12 - 13;
    const below = placeLabels([wish], size, [stop]);
    expect(below[0]?.y).toBeGreaterThan(stop.y);
    expect(apart(below)).toBeGreaterThan(0);
    const above = placeLabels([wish], size, [stop, { x: 104, y: 125, radiusPx: 13 }]);
    expect(above[0]?.y).toBeLessThan(stop.y);
    expect(apart(above)).toBeGreaterThan(0);
    expect(
      placeLabels([wish], size, [stop, { x: 104, y: 125, radiusPx: 13 }, { x: 104, y: 71, radiusPx: 13 }]),
    ).toEqual([]);
  });
  test('Han characters are one em wide', () => expect(textWidthPx('云岫AB', 10)).toBeCloseTo(31.2));
});

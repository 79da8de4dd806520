import { describe, expect, test } from 'vitest';
import { roomyPadding, screenAt, screenFitting } from '../../web/map/gl/first-screen.ts';
import { boxOnScreen, type Screen, tileToClip, tileToScreen } from '../../web/map/gl/screen.ts';
import { worldOf } from '../../web/map/plain/projection.ts';

const bounds: [number, number, number, number] = [107, 33, 108, 34];
const size = { width: 1600, height: 900, ratio: 2 };
const padding = { top: 20, right: 40, bottom: 60, left: 320 };
/** Where the bounds lie, in CSS pixels from the upper left. */
const edges = (at: Screen) => {
  const [x, y, width, height] = boxOnScreen(at, [...worldOf([107, 34]), ...worldOf([108, 33])]);
  return { left: x / at.ratio, top: y / at.ratio, right: (x + width) / at.ratio, bottom: (y + height) / at.ratio };
};

describe('the villages lie where the map will lay its lines', () => {
  test('bounds are shown whole between the panels, in the middle of what they leave', () => {
    const { at, zoom } = screenFitting(bounds, padding, size);
    const { left, top, right, bottom } = edges(at);
    expect([top, bottom]).toEqual([expect.closeTo(20), expect.closeTo(840)]);
    expect((left + right) / 2).toBeCloseTo((320 + 1560) / 2);
    expect(at.world).toBeCloseTo(512 * 2 ** zoom * 2);
    expect([at.width, at.height]).toEqual([3200, 1800]);
  });
  test('a small place is not drawn nearer than the map goes by itself', () => {
    expect(screenFitting([107, 33, 107.0001, 33.0001], padding, size).zoom).toBe(14);
  });
  test.each([
    [{ ...padding, left: 1112 }, false],
    [{ ...padding, left: 1113 }, true],
    [{ ...padding, bottom: 700 }, false],
    [{ ...padding, bottom: 701 }, true],
  ])('panels that leave next to nothing are laid over the map: %j', (given, over) => {
    expect(roomyPadding(size, given)).toEqual(over ? { top: 16, right: 16, bottom: 16, left: 16 } : given);
  });
  test('a camera puts its place in the middle', () => {
    const at = screenAt({ lon: 107.5, lat: 33.5, zoom: 10 }, size);
    const [x, y] = worldOf([107.5, 33.5]);
    expect([x * at.world + at.left, y * at.world + at.top]).toEqual([expect.closeTo(1600), expect.closeTo(900)]);
  });
  test('a tile lies in pixels where it lies in clip space', () => {
    const { at } = screenFitting(bounds, padding, size);
    const tile = { z: 9, x: 408, y: 204, wrap: 0 };
    const [a, b, c, d] = tileToScreen(at, tile, 4096);
    const [e, f, g, h] = tileToClip(at, tile, 4096);
    for (const [x, y] of [
      [0, 0],
      [4096, 1000],
    ] as const) {
      expect(((x * a + c) * 2) / at.width - 1).toBeCloseTo(x * e + g, 6);
      expect(1 - ((y * b + d) * 2) / at.height).toBeCloseTo(y * f + h, 6);
    }
  });
});

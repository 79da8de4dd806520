import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, expect, test, vi } from 'vitest';
import { followBox } from '../../web/map/gl/camera.ts';

afterEach(() => vi.unstubAllGlobals());

/** A map in a box whose size we set, and what its observer would be given. */
function mapInBox() {
  const box = { clientWidth: 1200, clientHeight: 800 };
  const told: string[] = [];
  let look = () => {};
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(heard: () => void) {
        look = heard;
      }
      observe() {}
      disconnect() {}
    },
  );
  const map = { getContainer: () => box, resize: () => told.push('resize') } as unknown as MapLibreMap;
  followBox(map, () => told.push('fitted'));
  return { box, told, look: () => look() };
}

test('a map is drawn and fitted anew when its box gives room to the figures above it', () => {
  const { box, told, look } = mapInBox();
  look();
  expect(told).toEqual([]);
  box.clientHeight = 700;
  look();
  look();
  expect(told).toEqual(['resize', 'fitted']);
});

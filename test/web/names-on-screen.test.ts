import { describe, expect, test } from 'vitest';
import { cutNames } from '../../web/map/gl/style/labels.ts';

const screen = { width: 400, height: 300 };
const at = ([x, y]: [number, number]) => ({ x, y });

describe('a name read from afar stands whole or not at all', () => {
  // Two letters of 40 px are 80 wide about their middle, and 48 high with their room.
  test.each<[string, [number, number], boolean]>([
    ['touching the left edge', [40, 150], false],
    ['a pixel over the left edge', [39, 150], true],
    ['touching the right edge', [360, 150], false],
    ['a pixel over the right edge', [361, 150], true],
    ['touching the upper edge', [200, 24], false],
    ['a pixel over the upper edge', [200, 23], true],
    ['touching the lower edge', [200, 276], false],
    ['a pixel over the lower edge', [200, 277], true],
    ['off the screen', [900, 150], true],
  ])('%s', (_, label, cut) => {
    expect(cutNames([{ fid: 7, name: '望岭', label }], at, { screen, sizePx: 40 })).toEqual(cut ? [7] : []);
  });
  test('a place without a point for its name has none to cut', () => {
    expect(cutNames([{ fid: 7, name: '望岭', label: null }], at, { screen, sizePx: 40 })).toEqual([]);
  });
});

import { describe, expect, test, vi } from 'vitest';
import type { AreasAnswer, PlaceAnswer } from '../../server/area/answer.ts';
import { namesOn } from '../../web/map/gl/flat/flat-names.ts';
import { nameRows } from '../../web/map/gl/style/name-rows.ts';
import { mapInk } from '../../web/map/paint.ts';

vi.stubGlobal('window', { innerHeight: 1080 });

const place = (fid: number, name: string, label: [number, number] | null) => ({ fid, name, label }) as PlaceAnswer;
const areas = (towns: PlaceAnswer[], villages: PlaceAnswer[] = []) => ({ towns, villages }) as unknown as AreasAnswer;
const size = { width: 400, height: 300 };

/** The names on a screen whose points are pixels already; villages' names come from zoom 11 on. */
function on(
  shown: AreasAnswer,
  { zoom = 8, selected = null as number | null, typePx = undefined as number | undefined, showVisits = false } = {},
) {
  const rows = nameRows(mapInk.light, 11, typePx);
  return namesOn({ areas: shown, selected, typePx, showVisits }, rows, { zoom, size, at: ([x, y]) => ({ x, y }) });
}
const named = (names: { fid: number }[]) => names.map(({ fid }) => fid).sort((a, b) => a - b);

describe('names of the first picture', () => {
  test('of villages come with the zoom they have room from: not below it, at it and above it', () => {
    const shown = areas([], [place(7, '上坪', [200, 150])]);
    expect([10.99, 11, 11.01].map((zoom) => named(on(shown, { zoom })))).toEqual([[], [7], [7]]);
  });
  test('towns before villages, each in official order', () => {
    const towns = [place(1, '白石镇', [200, 150]), place(2, '双泉镇', [200, 166])];
    const names = on(areas(towns, [place(7, '上坪', [200, 150])]), { zoom: 11 });
    expect(named(names)).toEqual([1, 2]);
    expect(names.find(({ fid }) => fid === 1)).toMatchObject({ x: 200, y: 150, sizePx: 16 });
  });
  test.each<[string, [number, number], [number, number]]>([
    ['under it', [200, 166], [0, 1]],
    ['over it', [200, 134], [0, -1]],
    ['to the right', [245, 150], [1, 0]],
    ['to the left', [155, 150], [-1, 0]],
  ])('a town whose point is near another name steps %s', (_, point, step) => {
    const [, name] = on(areas([place(1, '白石镇', [200, 150]), place(2, '双泉镇', point)]), { zoom: 11 });
    expect([Math.sign((name?.x ?? 0) - point[0]), Math.sign((name?.y ?? 0) - point[1])]).toEqual(step);
  });
  test('a town that no step frees goes without name', () => {
    expect(named(on(areas([1, 2].map((fid) => place(fid, '白石镇', [200, 150])))))).toEqual([1]);
  });
  test('of the selected place stands whatever lies there, larger, and takes the room of its own', () => {
    const shown = areas([place(1, '白石镇', [200, 150])], [place(7, '上坪', [200, 150])]);
    const names = on(shown, { selected: 7 });
    expect(names.find(({ fid }) => fid === 7)).toMatchObject({ x: 200, y: 150, sizePx: 16 });
    expect(named(on(shown, { selected: 7, zoom: 12 })).filter((fid) => fid === 7)).toEqual([7]);
  });
  test('of places without a point there are none', () => {
    expect(on(areas([place(1, '白石镇', null)]))).toEqual([]);
  });
  test('keep the room they need at the next whole zoom, so that none goes away while they grow', () => {
    // 12 px high at zoom 8, 13.3 at 9: between two of three letters 36 + 8 would do now, 40 + 8 are kept.
    const apart = (px: number) => areas([place(1, '白石镇', [100, 150]), place(2, '双泉镇', [100 + px, 150])]);
    const aside = (px: number) => on(apart(px)).find(({ fid }) => fid === 2)?.x !== 100 + px;
    expect([47, 49].map(aside)).toEqual([true, false]);
  });
  test('stand above their points where visits are shown', () => {
    const shown = areas([], [place(7, '上坪', [200, 150])]);
    const [name] = on(shown, { zoom: 11, showVisits: true });
    expect(name?.y).toBeCloseTo(150 - 1.3 * 10.5, 6);
  });
  test('read from afar stand whole at their largest or not at all', () => {
    // At most 40 × 20 / 12 = 66.7 px high: three letters reach 100 px to each side.
    const at = (x: number) => named(on(areas([place(1, '白石镇', [x, 150])]), { typePx: 40 }));
    expect([99, 101].map(at)).toEqual([[], [1]]);
  });
  test('just off the screen still take the room of those on it', () => {
    const shown = areas([place(1, '白石镇', [-10, 150]), place(2, '双泉镇', [10, 150])]);
    expect(on(shown).find(({ fid }) => fid === 2)?.y).not.toBe(150);
  });
});

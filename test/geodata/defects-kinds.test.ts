import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { AreaFeature } from '../../geodata/area/area.ts';
import { findDefects } from '../../geodata/area/defects.ts';

/** A hundredth of a degree is about a kilometre. */
const side = 0.01;
const square = (column: number, row: number): Position[] => {
  const [x, y] = [108 + column * side, 34 + row * side];
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
};

function village(number: number, rings: Position[][] | null, more: Partial<AreaFeature> = {}): AreaFeature {
  const code = `990127100${200 + number}`;
  const shape = rings && { type: 'MultiPolygon' as const, coordinates: [rings] };
  return {
    kind: 'village',
    code,
    name: `村${number}`,
    officialName: null,
    type: null,
    townName: '甲镇',
    townCode: '990127100',
    shape,
    ...more,
  };
}

/** Nine villages of three rows; `change` replaces some of them. */
const nine = (change: Record<number, AreaFeature | null> = {}): AreaFeature[] =>
  Array.from({ length: 9 }, (_, i) =>
    i in change ? change[i] : village(i, [square(i % 3, Math.floor(i / 3))]),
  ).filter((area) => area != null);

const at = (column: number, row: number) => ({ x: 108 + column * side, y: 34 + row * side });

/** The village in the middle of the nine with other rings. */
const middle = (...rings: Position[][]) => ({ 4: village(4, rings) });
const { x, y } = at(1, 1);
const bowTie: Position[] = [
  [x, y],
  [x + side, y + side],
  [x + side, y],
  [x, y + side],
  [x, y],
];

describe('each kind of defect is told, with the place, once', () => {
  const rows: [string, AreaFeature[], [code: string, severity: string, place: string | undefined][]][] = [
    ['nothing wrong', nine(), []],
    ['a ring that is open', nine(middle(square(1, 1).slice(0, -1))), [['ring-not-closed', 'repaired', '村4']]],
    ['a ring the wrong way round', nine(middle(square(1, 1).reverse())), [['ring-direction', 'repaired', '村4']]],
    ['a third number', nine(middle(square(1, 1).map((p) => [...p, 800]))), [['third-dimension', 'repaired', '村4']]],
    ['vertices twice', nine(middle(square(1, 1).flatMap((p) => [p, p]))), [['vertex-repeated', 'repaired', '村4']]],
    [
      'a ring of two points beside the border',
      nine(
        middle(square(1, 1), [
          [x, y],
          [x + 0.001, y],
          [x, y],
        ]),
      ),
      [['ring-too-short', 'repaired', '村4']],
    ],
    [
      'a place without shape',
      nine({ 4: village(4, null) }),
      [
        ['shape-missing', 'refused', '村4'],
        ['gap', 'warning', '村1'],
      ],
    ],
    [
      'a place without area',
      nine({
        4: village(4, [
          [
            [x, y],
            [x + side, y],
            [x, y],
          ],
        ]),
      }),
      [
        ['ring-too-short', 'repaired', '村4'],
        ['shape-empty', 'refused', '村4'],
        ['gap', 'warning', '村1'],
      ],
    ],
    [
      'a spike',
      nine(
        middle([
          [x, y],
          [x + side, y],
          [x + side, y + side],
          [x + side / 2, y + side],
          [x + side / 2, y + side * 2],
          [x + side / 2, y + side],
          [x, y + side],
          [x, y],
        ]),
      ),
      [['spike', 'repaired', '村4']],
    ],
    [
      'latitude first',
      nine(middle(square(1, 1).map(([lon = 0, lat = 0]) => [lat, lon]))),
      [['place-axes-swapped', 'repaired', '村4']],
    ],
    [
      'far away',
      nine(middle(square(4000, 1))),
      [
        ['place-far-away', 'refused', '村4'],
        ['gap', 'warning', '村1'],
      ],
    ],
    ['a place left out', nine({ 4: null }), [['place-missing', 'warning', undefined]]],
    [
      'two places on the same ground',
      nine({
        4: village(4, [
          [
            [x - side / 2, y],
            [x + side, y],
            [x + side, y + side],
            [x - side / 2, y + side],
            [x - side / 2, y],
          ],
        ]),
      }),
      [['overlap', 'repaired', '村3']],
    ],
    ['the same feature twice', [...nine(), village(4, [square(1, 1)])], [['feature-twice', 'repaired', '村4']]],
    [
      'one code for two places',
      [...nine(), village(4, [square(3, 0)], { name: '别村' })],
      [['code-twice', 'refused', '别村']],
    ],
    [
      'a code too short',
      nine({ 4: village(4, [square(1, 1)], { code: '99012710020' }) }),
      [['code-digits', 'refused', '村4']],
    ],
    ['no code', nine({ 4: village(4, [square(1, 1)], { code: null }) }), [['code-missing', 'warning', '村4']]],
    [
      'the code of another town',
      nine({ 4: village(4, [square(1, 1)], { townCode: '990127105' }) }),
      [['code-other-town', 'warning', '村4']],
    ],
    ['no name', nine({ 4: village(4, [square(1, 1)], { name: '' }) }), [['name-missing', 'warning', '#5']]],
    [
      'a name twice in a town',
      nine({ 4: village(4, [square(1, 1)], { name: '村3' }) }),
      [['name-twice-in-town', 'warning', '村3']],
    ],
    [
      'across the 180th meridian',
      [
        village(0, [
          [
            [179.9, 10],
            [-179.9, 10],
            [-179.9, 10.1],
            [179.9, 10.1],
            [179.9, 10],
          ],
        ]),
      ],
      [
        ['date-line', 'warning', '村0'],
        ['ring-direction', 'repaired', '村0'],
      ],
    ],
    [
      'a hole across the border',
      [
        village(0, [
          square(0, 0),
          [
            [108.005, 34.005],
            [108.005, 34.008],
            [108.02, 34.008],
            [108.02, 34.005],
            [108.005, 34.005],
          ],
        ]),
      ],
      [['hole-crosses', 'warning', '村0']],
    ],
    ['a bow-tie', [village(0, [bowTie])], [['self-intersection', 'repaired', '村0']]],
  ];
  for (const [what, areas, told] of rows) {
    test(what, () => {
      const { notes } = findDefects(areas, 'f');
      expect(
        notes.map(({ code, severity, at: spot }) => [
          code,
          severity,
          code === 'place-missing' ? undefined : spot.areaName,
        ]),
      ).toEqual(told);
    });
  }
  test('a bow-tie becomes its two halves', () => {
    const { areas } = findDefects([village(0, [bowTie])], 'f');
    expect(areas[0]?.shape?.coordinates.map(([ring]) => ring?.length)).toEqual([4, 4]);
  });
  test('the place left out is named by the number its town lacks', () => {
    const { notes } = findDefects(nine({ 4: null }), 'f');
    expect(notes[0]?.values).toMatchObject({ code: '990127100204', town: '甲镇' });
  });
  test('a hole of the county that a place draws itself is no gap', () => {
    const hole: Position[] = [
      [x + 0.002, y + 0.002],
      [x + 0.002, y + 0.004],
      [x + 0.004, y + 0.004],
      [x + 0.002, y + 0.002],
    ];
    expect(findDefects(nine(middle(square(1, 1), hole)), 'f').notes).toEqual([]);
  });
  test('the same defect of a whole file is three notes and a count', () => {
    const turned = Array.from({ length: 40 }, (_, i) => village(i, [square(i, 0).reverse()]));
    const { notes } = findDefects(turned, 'f');
    expect(notes.map(({ code }) => code)).toEqual([
      'ring-direction',
      'ring-direction',
      'ring-direction',
      'more-of-the-same',
    ]);
    expect(notes[3]?.values).toEqual({ count: 37 });
  });
});

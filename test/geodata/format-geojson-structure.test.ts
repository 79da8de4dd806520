import { describe, expect, test } from 'vitest';
import { findDefects } from '../../geodata/area/defects.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';

const ring = [
  [107, 33],
  [107.1, 33],
  [107.1, 33.1],
  [107, 33.1],
  [107, 33],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (geometry: unknown, more: object = {}) => ({
  type: 'Feature',
  properties: { code: '990127100200', name: '甲村' },
  geometry,
  ...more,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

/** Every note a file gets, as it is read and as its places are looked over. */
async function notesOf(content: unknown) {
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  const read = await readGeographic([{ name: 'a.geojson', bytes }], { known: null, declared: null });
  return read.flatMap((file) => [
    ...file.notes,
    ...(file.is === 'boundaries' ? findDefects(file.areas, file.file).notes : []),
  ]);
}

describe('GeoJSON against its standard is never taken in silence', () => {
  const rows: [string, unknown][] = [
    ['no JSON', '{"type": "FeatureCollection", "features": ['],
    ['a JSON string', '"FeatureCollection"'],
    ['false', 'false'],
    ['a list', [feature(polygon)]],
    ['no type', { features: [feature(polygon)] }],
    ['a type in lower case', { type: 'featurecollection', features: [feature(polygon)] }],
    ['a type nobody knows', { type: 'Features', features: [feature(polygon)] }],
    ['features that are no list', { type: 'FeatureCollection', features: feature(polygon) }],
    ['no features at all', { type: 'FeatureCollection' }],
    ['a feature that is null', collection(null)],
    ['a feature without geometry', collection({ type: 'Feature', properties: { name: '甲村' } })],
    ['a geometry that is text', collection(feature('POLYGON ((107 33))'))],
    ['a geometry without type', collection(feature({ coordinates: [ring] }))],
    ['a geometry type nobody knows', collection(feature({ type: 'Circle', coordinates: [107, 33] }))],
    ['coordinates that are text', collection(feature({ type: 'Polygon', coordinates: 'here' }))],
    ['no coordinates', collection(feature({ type: 'Polygon' }))],
    ['a polygon one level too shallow', collection(feature({ type: 'Polygon', coordinates: ring }))],
    ['a polygon one level too deep', collection(feature({ type: 'Polygon', coordinates: [[ring]] }))],
    [
      'numbers in quotation marks',
      collection(feature({ type: 'Polygon', coordinates: [ring.map(([x, y]) => [`${x}`, `${y}`])] })),
    ],
    ['positions of one number', collection(feature({ type: 'Polygon', coordinates: [ring.map(([x]) => [x])] }))],
    ['a ring of two positions', collection(feature({ type: 'Polygon', coordinates: [ring.slice(0, 2)] }))],
    ['a ring that is open', collection(feature({ type: 'Polygon', coordinates: [ring.slice(0, -1)] }))],
    [
      'an exterior ring the wrong way round',
      collection(feature({ type: 'Polygon', coordinates: [[...ring].reverse()] })),
    ],
    ['a point called a polygon', collection(feature({ type: 'MultiPolygon', coordinates: [107, 33] }))],
    [
      'places beyond the globe',
      collection(feature({ type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [x + 200, y + 90])] })),
    ],
  ];
  test.each(rows)('%s', async (_, content) => {
    const notes = await notesOf(content);
    expect(notes.map(({ code }) => code)).not.toContain('reader-failed');
    const telling = notes.filter(
      ({ severity, code }) => severity !== 'understood' && !/level-assumed|name-missing|lines-taken/.test(code),
    );
    expect(telling.length).toBeGreaterThan(0);
  });
});

test.each([
  { type: 'constructor', coordinates: [107, 33] },
  collection(feature({ type: 'toString', coordinates: [107, 33] })),
])('a type every object has a member of is a type nobody knows: %j', async (content) => {
  expect((await notesOf(content)).map(({ code }) => code)).toContain('geojson-structure');
});

describe('GeoJSON of its standard is not refused', () => {
  const line = [
    [107, 33],
    [107.1, 33.1],
  ];
  const rows: [string, unknown][] = [
    ['a polygon', collection(feature(polygon))],
    ['a lone feature', feature(polygon)],
    ['a lone geometry', polygon],
    [
      'islands',
      collection(feature({ type: 'MultiPolygon', coordinates: [[ring], [ring.map(([x = 0, y = 0]) => [x + 1, y])]] })),
    ],
    ['heights', collection(feature({ type: 'Polygon', coordinates: [ring.map(([x, y]) => [x, y, 900])] }))],
    ['a number and a box for it', collection(feature(polygon, { id: 7, bbox: [107, 33, 107.1, 33.1] }))],
    ['members of its own', { ...collection(feature(polygon)), generator: 'survey' }],
    ['a line', collection(feature({ type: 'LineString', coordinates: line }))],
    ['lines', collection(feature({ type: 'MultiLineString', coordinates: [line] }))],
    ['a point', collection(feature({ type: 'Point', coordinates: [107, 33] }))],
    ['no properties', collection({ ...feature(polygon), properties: null })],
  ];
  test.each(rows)('%s', async (_, content) => {
    expect((await notesOf(content)).filter(({ severity }) => severity === 'refused')).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import proj4 from 'proj4';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { TerrainFile } from '../../geodata/format/hand-over.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';

const folder = join(import.meta.dirname, '../../geodata/sample/files');
const part = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
const options = { known: null, declared: null };

/** Elevation of the cell a place lies in. */
function elevationAt(terrain: TerrainFile, lonLat: [number, number]): number {
  const [x, y] = proj4('WGS84', terrain.projection).forward(lonLat) as [number, number];
  const [west, south, east, north] = terrain.bounds;
  const column = Math.floor(((x - west) / (east - west)) * terrain.width);
  const row = Math.floor(((north - y) / (north - south)) * terrain.height);
  return terrain.elevationM[row * terrain.width + column] ?? Number.NaN;
}

describe('elevation comes in metres at its place', () => {
  test('the sample picture gives every place the height its point says', async () => {
    const [terrain] = await readGeographic(['dem.png', 'dem.pgw', 'dem.prj', 'dem.json'].map(part), options);
    if (terrain?.is !== 'terrain') throw new Error(JSON.stringify(terrain?.notes));
    expect([terrain.width, terrain.height]).toEqual([640, 560]);
    const [places] = await readGeographic([part('地名.geojson')], options);
    if (places?.is !== 'places') throw new Error('places');
    const offM = places.features.map(({ geometry, properties }) =>
      Math.abs(elevationAt(terrain, geometry.coordinates as [number, number]) - Number(properties?.elev)),
    );
    expect(offM.sort((a, b) => a - b)[Math.floor(offM.length * 0.95)]).toBeLessThan(3);
  });

  const png = part('dem.png');
  const refusals: [string, { name: string; bytes: Uint8Array }[], string][] = [
    ['without world file', [png, part('dem.prj')], 'terrain-without-place'],
    ['without .prj', [png, part('dem.pgw')], 'terrain-without-place'],
    ['with a rotated world file', [png, part('dem.prj'), text('dem.pgw', '100\n1\n1\n-100\n0\n0')], 'terrain-rotated'],
    ['with a world file of words', [png, part('dem.prj'), text('dem.pgw', 'a b c d e f')], 'terrain-without-place'],
    ['with a broken .json', [png, part('dem.prj'), part('dem.pgw'), text('dem.json', '{')], 'terrain-scale-broken'],
    [
      'cut short',
      [{ name: 'dem.png', bytes: png.bytes.subarray(0, 5000) }, part('dem.prj'), part('dem.pgw')],
      'terrain-not-a-grid',
    ],
    ['of noise', [text('dem.png', 'no picture'), part('dem.prj'), part('dem.pgw')], 'terrain-not-a-grid'],
  ];
  for (const [what, files, code] of refusals) {
    test(`${what} it is refused as ${code}`, async () => {
      const read = await readGeographic(files, options);
      expect(read.map(({ is, notes }) => [is, notes.map((note) => note.code)])).toEqual([['refused', [code]]]);
    });
  }
  test('a declared system stands in for a missing .prj', async () => {
    const [terrain] = await readGeographic([png, part('dem.pgw')], { known: null, declared: 'EPSG:4538' });
    expect(terrain?.is).toBe('terrain');
  });
  test('a coloured picture is no elevation, an 8-bit one is in metres, cells without alpha are void', async () => {
    const create = { width: 4, height: 3, channels: 3 as const, background: '#123456' };
    const colour = new Uint8Array(await sharp({ create }).png().toBuffer());
    const grey = new Uint8Array(await sharp({ create }).toColourspace('b-w').png().toBuffer());
    const sides = [part('dem.prj'), part('dem.pgw')];
    const [first] = await readGeographic([{ name: 'dem.png', bytes: colour }, ...sides], options);
    expect(first?.notes[0]?.code).toBe('terrain-not-a-grid');
    const [second] = await readGeographic([{ name: 'dem.png', bytes: grey }, ...sides], options);
    expect(second?.is === 'terrain' && second.elevationM.length).toBe(12);
  });
});

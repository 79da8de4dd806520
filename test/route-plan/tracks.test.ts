import { expect, test } from 'vitest';
import type { ItinerariesAnswer } from '../../server/route-plan/itinerary/answer.ts';
import { itinerariesGpx, itinerariesKml } from '../../server/route-plan/itinerary/itineraries-tracks.ts';

const spot = { name: '县委 & 组织部', lon: 103.1, lat: 34.2 };
const stop = (code: string) => ({
  ...{ code, name: `<${code}>`, town: '岫阳镇', at: [103.2, 34.3] as [number, number], driveSec: 600, arrive: 32_400 },
  ...{
    begin: 32_400,
    leave: 36_000,
    parts: [],
    look: [{ zh: '"档案"', en: '"files"' }],
    telephone: '000',
    outcome: null,
  },
  navigation: [],
});
const itinerary = (legs: [number, number][][]): ItinerariesAnswer['itineraries'][number] => ({
  ...{ team: '第一组', number: 0, on: '2026-10-30', start: spot, end: spot, leave: 30_600, back: 60_000, backSec: 600 },
  ...{ rest: null, driveSec: 1200, violations: [], legs, stops: [stop('a'), stop('b')] },
});
const way: [number, number][] = [
  [103.1, 34.2],
  [103.2, 34.3],
];
const answer: ItinerariesAnswer = {
  ...{ plan: 'p', title: '甲\u0001 < 乙', announced: true, published: true, today: '2026-10-30', source: 'roads' },
  ...{ noService: false, recordable: false, itineraries: [itinerary([way, way]), itinerary([])] },
};

/** Reads XML strictly: every element closed where it was opened, text and attributes escaped. Gives the paths of the elements in their order. */
function pathsOf(xml: string): string[] {
  const open: string[] = [];
  const paths: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  expect(body).not.toBe(xml);
  for (const [whole, close, name, , empty] of body.matchAll(
    /<(\/?)([A-Za-z]+)((?: [A-Za-z:]+="[^"<]*")*)(\/?)>|[^<]+/g,
  )) {
    if (name === undefined) expect(whole).toMatch(/^([^&>]|&(amp|lt|gt|quot);)*$/);
    else if (close) expect(open.pop()).toBe(name);
    else {
      open.push(name);
      paths.push(open.join('/'));
      if (empty) open.pop();
    }
  }
  expect(open).toEqual([]);
  return paths;
}
const inOrder = (paths: string[], parent: string) =>
  paths.filter((path) => path.startsWith(`${parent}/`) && path.split('/').length === parent.split('/').length + 1);

test('GPX is whole, its parts in the order the schema wants: metadata, way-points, routes, tracks', () => {
  const paths = pathsOf(itinerariesGpx(answer, 'zh'));
  const tops = inOrder(paths, 'gpx').map((path) => path.slice(4));
  expect(tops).toEqual(['metadata', ...Array(4).fill('wpt'), 'rte', 'rte', 'trk', 'trk']);
  expect(paths.filter((path) => path === 'gpx/rte/rtept')).toHaveLength(8);
  // A day without lines is a track without segments.
  expect(paths.filter((path) => path === 'gpx/trk/trkseg')).toHaveLength(2);
  expect(paths.filter((path) => path === 'gpx/trk/trkseg/trkpt')).toHaveLength(4);
  for (const [, lat, lon] of itinerariesGpx(answer, 'zh').matchAll(/lat="([^"]*)" lon="([^"]*)"/g)) {
    expect(Math.abs(Number(lat) - 34.25)).toBeLessThan(0.1);
    expect(Math.abs(Number(lon) - 103.15)).toBeLessThan(0.1);
  }
});

test('KML is whole: a folder a day with its stops and its way', () => {
  const paths = pathsOf(itinerariesKml(answer, 'en'));
  expect(inOrder(paths, 'kml')).toEqual(['kml/Document']);
  const inner = inOrder(paths, 'kml/Document/Folder').map((path) => path.split('/').at(-1));
  expect(inner).toEqual(['name', 'Placemark', 'Placemark', 'Placemark', 'name', 'Placemark', 'Placemark']);
  expect(paths.filter((path) => path.endsWith('LineString/coordinates'))).toHaveLength(2);
  expect(paths.filter((path) => path.endsWith('Point/coordinates'))).toHaveLength(4);
});

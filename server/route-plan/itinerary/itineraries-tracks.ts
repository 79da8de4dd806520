import type { LonLat } from '../../../geodata/area/area.ts';
import { fill, type Language } from '../../words/fill.ts';
import { clockText } from '../rules.ts';
import type { ItinerariesAnswer, Itinerary, ItineraryStop } from './answer.ts';
import { itineraryWords } from './itinerary.message.ts';

/** Text as XML takes it; characters XML cannot hold are left out. */
const xml = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
const degrees = (value: number) => value.toFixed(6);

/** GPX 1.1 — each stop a way-point, each day a route of stops and a track along the roads. WGS 84. */
export function itinerariesGpx({ title, itineraries }: ItinerariesAnswer, lang: Language): string {
  const point = (tag: string, at: LonLat, name: string, said = '') =>
    `<${tag} lat="${degrees(at[1])}" lon="${degrees(at[0])}"><name>${xml(name)}</name>${said && `<desc>${xml(said)}</desc>`}</${tag}>`;
  const ends = ({ start, end }: Itinerary) =>
    [start, end].map((spot) => point('rtept', [spot.lon, spot.lat], spot.name)) as [string, string];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="county-map" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata><name>${xml(title)}</name></metadata>`,
    ...itineraries.flatMap(({ stops }) =>
      stops.map((stop, at) => point('wpt', stop.at, `${at + 1} ${stop.name}`, said(stop, lang))),
    ),
    ...itineraries.map((itinerary) => {
      const [first, last] = ends(itinerary);
      const middle = itinerary.stops.map((stop) => point('rtept', stop.at, stop.name, said(stop, lang)));
      return `<rte><name>${xml(nameOf(itinerary, lang))}</name>${[first, ...middle, last].join('')}</rte>`;
    }),
    ...itineraries.map((itinerary) => {
      const name = fill(itineraryWords[lang].lines, { name: nameOf(itinerary, lang) });
      const legs = itinerary.legs.filter((leg) => leg.length > 1);
      const parts = legs.map(
        (leg) =>
          `<trkseg>${leg.map(([lon, lat]) => `<trkpt lat="${degrees(lat)}" lon="${degrees(lon)}"/>`).join('')}</trkseg>`,
      );
      return `<trk><name>${xml(name)}</name>${parts.join('')}</trk>`;
    }),
    '</gpx>',
    '',
  ].join('\n');
}

/** KML 2.2 — a folder a day: its stops in order and its way. WGS 84. */
export function itinerariesKml({ title, itineraries }: ItinerariesAnswer, lang: Language): string {
  const placed = (name: string, text: string, geometry: string) =>
    `<Placemark><name>${xml(name)}</name>${text && `<description>${xml(text)}</description>`}${geometry}</Placemark>`;
  const line = (leg: LonLat[]) =>
    `<LineString><tessellate>1</tessellate><coordinates>${leg.map((at) => at.map(degrees).join(',')).join(' ')}</coordinates></LineString>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xml(title)}</name>`,
    ...itineraries.map((itinerary) => {
      const stops = itinerary.stops.map((stop, at) =>
        placed(
          `${at + 1} ${stop.name}`,
          said(stop, lang),
          `<Point><coordinates>${stop.at.map(degrees).join(',')}</coordinates></Point>`,
        ),
      );
      const legs = itinerary.legs.filter((leg) => leg.length > 1);
      const way =
        legs.length === 0
          ? ''
          : placed(
              fill(itineraryWords[lang].lines, { name: nameOf(itinerary, lang) }),
              '',
              `<MultiGeometry>${legs.map(line).join('')}</MultiGeometry>`,
            );
      return `<Folder><name>${xml(nameOf(itinerary, lang))}</name>${stops.join('')}${way}</Folder>`;
    }),
    '</Document></kml>',
    '',
  ].join('\n');
}

const nameOf = ({ team, on }: Itinerary, lang: Language) => fill(itineraryWords[lang].title, { team, on });

function said({ arrive, leave, look, telephone }: ItineraryStop, lang: Language): string {
  const times = `${clockText(arrive / 60)}–${clockText(leave / 60)}`;
  return [times, ...look.map((text) => text[lang]), ...(telephone ? [telephone] : [])].join(' · ');
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { itinerariesGpx, itinerariesKml } from '../../server/route-plan/itinerary/itineraries-tracks.ts';
import { hostileNames, itinerariesOf } from './itineraries.ts';

// `npm test` brings the published schemas; without them it leaves this file out, by name.
const schemas = join('node_modules', '.schemas');
const answer = itinerariesOf(hostileNames);

/** What xmllint says against a schema; empty when the file is valid. */
function faultsOf(text: string, schema: string): string {
  const call = ['--nonet', '--noout', '--schema', join(schemas, schema), '-'];
  const { status, stderr } = spawnSync('xmllint', call, { input: text, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

describe('tracks for the phone', () => {
  test.each(['zh', 'en'] as const)('are valid GPX 1.1 and KML 2.2, in %s', (lang) => {
    expect(faultsOf(itinerariesGpx(answer, lang), 'Topografix_gpx11.xsd')).toBe('');
    expect(faultsOf(itinerariesKml(answer, lang), 'ogckml22.xsd')).toBe('');
  });
  test('a plan without ways or stops is valid too', () => {
    const empty = {
      ...answer,
      itineraries: answer.itineraries.slice(0, 1).map((itinerary) => ({ ...itinerary, stops: [], legs: [] })),
    };
    for (const none of [empty, { ...answer, sheets: [] }]) {
      expect(faultsOf(itinerariesGpx(none, 'zh'), 'Topografix_gpx11.xsd')).toBe('');
      expect(faultsOf(itinerariesKml(none, 'zh'), 'ogckml22.xsd')).toBe('');
    }
  });
  test('the schemas refuse what is out of order', () => {
    const gpx = itinerariesGpx(answer, 'zh').replace(/(<name>[^<]*<\/name>)(<desc>[^<]*<\/desc>)/, '$2$1');
    expect(faultsOf(gpx, 'Topografix_gpx11.xsd')).toContain('not expected');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchPlace, type PlaceName } from '../../geodata/area/match-place.ts';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';
import { shared } from './shared.ts';

const demo = join(shared, 'fictional_demo');

describe("an inspection log as people write it (the variant '15' of the invented county)", () => {
  interface Properties {
    code: string;
    name: string;
    official: string;
    town: string;
  }
  const json = (name: string) => JSON.parse(readFileSync(join(demo, name), 'utf8'));
  const load = async () => {
    const collection: { features: { properties: Properties }[] } = json('01_villages_wgs84.geojson');
    const places = collection.features.map(
      ({ properties: { code, name, official: officialName, town } }): PlaceName => {
        return { id: code, code, name, officialName, town, formerNames: [] };
      },
    );
    const truth: { id: string; code: string; date: string }[] = json('15_inspections_truth.json');
    const [log] = await readLedgers('15.csv', new Uint8Array(readFileSync(join(demo, '15_inspections_gbk.csv'))));
    if (log?.is !== 'ledger') throw new Error(JSON.stringify(log));
    return { places, truth: new Map(truth.map((entry) => [entry.id, entry])), log };
  };

  test('is read row by row, every date too', async () => {
    const { truth, log } = await load();
    expect(log.ledger).toBe('inspection');
    expect(log.rows).toHaveLength(420);
    for (const { cells } of log.rows) expect(cells.occurredOn).toBe(truth.get(String(cells.number))?.date);
    expect(log.notes.map(({ code, severity }) => [code, severity])).toEqual([
      ['column-not-known', 'warning'],
      ['visit-level-assumed', 'understood'],
      ['year-from-file', 'understood'],
    ]);
  });

  test('finds 401 of 420 places, none of them wrong, and asks about the others with the right one among few', async () => {
    const { places, truth, log } = await load();
    const asked: string[][] = [];
    for (const { cells } of log.rows) {
      const right = truth.get(String(cells.number))?.code ?? '';
      const [village = null] = cells.villages as string[];
      const match = matchPlace(places, { code: null, town: cells.town as string, village });
      if (match.id !== null) expect(match.id, String(village)).toBe(right);
      else {
        expect(match.candidates, String(village)).toContain(right);
        asked.push(match.candidates);
      }
    }
    expect(asked).toHaveLength(19);
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(2);
  });
});

import { describe, expect, test } from 'vitest';
import { matchPlace, type PlaceName } from '../../geodata/area/match-place.ts';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';
import { sampleVillages } from './sample-county.ts';
import { encode } from './write-shapefile.ts';

/** How people write a village; `short` goes without 村. */
const writings: ((short: string, town: string) => string)[] = [
  (short) => `${short}村`,
  (short) => short,
  (short) => `${short}行政村 `,
  (short) => `${short}村村委会`,
  (short, town) => `${town}${short}村`,
  (short) => `${short.slice(0, 1)}　${short.slice(1)}村`,
  (short) => ` ${short}村民委员会`,
];
/** How people write a day. */
const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const days: ((year: number, month: number, day: number) => string)[] = [
  (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  (year, month, day) => `${year}.${month}.${day}`,
  (year, month, day) => `${year}年${month}月${day}日`,
  (year, month, day) => fullWidth(`${year}年${String(month).padStart(2, '0')}月${String(day).padStart(2, '0')}日`),
  (year, month, day) => `${year}/${month}/${day}`,
  (_, month, day) => `${month}月${day}日`,
  // The number a workbook has for a day, left behind by a copy.
  (year, month, day) => String(Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000)),
];
const year = 2026;

async function writtenLog() {
  const villages = await sampleVillages();
  const places = villages.map(({ code, name, officialName, townName }): PlaceName => {
    return { id: code ?? '', code: code ?? '', name, officialName, town: townName, formerNames: [] };
  });
  const rows = villages.flatMap(({ code, name, townName }, village) =>
    writings.map((write, way) => {
      const [month, day] = [6 + ((village + way) % 5), 1 + ((village * 3 + way) % 28)];
      const date = (days[(village + way) % days.length] ?? days[0])?.(year, month, day) ?? '';
      const truth = {
        code: code ?? '',
        date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      };
      const number = `XC2026${String(village * writings.length + way + 1).padStart(4, '0')}`;
      return {
        number,
        truth,
        cells: [number, date, townName ?? '', write(name.replace(/村$/, ''), townName ?? ''), '2'],
      };
    }),
  );
  const header = ['巡查编号', '巡查日期', '乡镇', '村（社区）', '问题数'];
  const text = [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.join(',')).join('\r\n');
  const [log] = await readLedgers('巡查记录2026.csv', encode(text, 'gb18030'));
  if (log?.is !== 'ledger') throw new Error(JSON.stringify(log));
  return { places, log, truth: new Map(rows.map(({ number, truth }) => [number, truth])) };
}

describe('an inspection log as people write it, in GBK', () => {
  test('is read row by row, every date too', async () => {
    const { log, truth } = await writtenLog();
    expect(log.ledger).toBe('inspection');
    expect(log.rows).toHaveLength(148 * writings.length);
    for (const { cells } of log.rows)
      expect(cells.occurredOn, String(cells.number)).toBe(truth.get(String(cells.number))?.date);
  });

  test('finds every place but those it must ask about, and none of them wrong', async () => {
    const { places, log, truth } = await writtenLog();
    const asked: string[] = [];
    for (const { cells } of log.rows) {
      const right = truth.get(String(cells.number))?.code ?? '';
      const [village = null] = cells.villages as string[];
      const match = matchPlace(places, { code: null, town: cells.town as string, village });
      if (match.id !== null) expect(match.id, String(village)).toBe(right);
      else {
        expect(match.candidates, String(village)).toContain(right);
        asked.push(String(village));
      }
    }
    expect(asked).toEqual([]);
  });

  test('a name misread by one character is asked about, with the right one among few', async () => {
    const { places } = await writtenLog();
    const misread = places.filter(({ name }) => [...name].length > 2);
    expect(misread.length).toBeGreaterThan(50);
    for (const { id, name, town } of misread) {
      const match = matchPlace(places, { code: null, town, village: `${name.slice(0, 1)}〇${name.slice(2)}` });
      expect(match.id, name).toBeNull();
      if (match.id === null && match.why === 'alike') {
        expect(match.candidates, name).toContain(id);
        expect(match.candidates.length).toBeLessThanOrEqual(3);
      }
    }
  });
});

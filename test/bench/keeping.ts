import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from '../../server/change/write.ts';
import { openStore } from '../../server/db/open.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { killCycles } from '../store/kill-cycles.ts';
import { clockAt, venue } from '../store/sample-records.ts';
import type { Row } from './row.ts';

/** Sixty kills under writes, the starts after them, and how long one write with full sync takes. */
export async function benchKeeping(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-keeping-'));
  try {
    const killed = await killCycles(join(folder, 'killed'), 60);
    const writes = (await writeMs(join(folder, 'written'), 1000)).sort((a, b) => a - b);
    const at = (share: number) => writes[Math.floor(writes.length * share)] ?? Number.NaN;
    return [
      { what: 'kill -9 cycles under writes', value: killed.cycles, unit: '', aim: '60' },
      { what: 'acknowledged writes over all of them', value: killed.acknowledged, unit: '', aim: null },
      { what: 'of these lost', value: killed.lost.length, unit: '', aim: '0' },
      { what: 'of these doubled', value: killed.doubled.length, unit: '', aim: '0' },
      {
        what: 'slowest start of the store after a kill',
        value: Math.max(...killed.startMs),
        unit: 'ms',
        aim: '≤ 2000 ms',
      },
      { what: 'one write with full sync, median', value: at(0.5), unit: 'ms', aim: null },
      { what: 'one write with full sync, p99', value: at(0.99), unit: 'ms', aim: '≤ 100 ms' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeMs(dataDir: string, count: number): Promise<number[]> {
  const store = await openStore({ dataDir, databaseUrl: null });
  await fillCounty(store);
  const taken: number[] = [];
  for (let paid = 1; paid <= count; paid++) {
    const begun = performance.now();
    await write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      reportVenues(tx, [venue('area-5', { subsidyPaidFen: paid })]),
    );
    taken.push(performance.now() - begun);
  }
  await store.close();
  return taken;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { putAreas } from '../../server/area/area-actions.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { write } from '../../server/change/write.ts';
import { systemClock } from '../../server/db/clock.ts';
import { openStore } from '../../server/db/open.ts';
import { fewAreas } from './sample-records.ts';

export interface Killed {
  cycles: number;
  acknowledged: number;
  lost: string[];
  doubled: string[];
  /** Starts of the store after each kill. Milliseconds. */
  startMs: number[];
  breaks: number;
}

/** Kills a process that writes at random moments, again and again on one folder, and looks each time for what it had acknowledged. */
export async function killCycles(dataDir: string, cycles: number): Promise<Killed> {
  const place = { dataDir, databaseUrl: null };
  const first = await openStore(place);
  await write(first, { actor: 'test', clock: systemClock }, (tx) => putAreas(tx, fewAreas));
  await first.close();
  const said: string[] = [];
  const result: Killed = { cycles, acknowledged: 0, lost: [], doubled: [], startMs: [], breaks: 0 };
  for (let cycle = 0; cycle < cycles; cycle++) {
    said.push(...(await writeAndKill(dataDir, 30 + Math.random() * 220)));
    const begun = performance.now();
    const store = await openStore(place);
    result.startMs.push(performance.now() - begun);
    const rows = await store.db.selectFrom('change').where('subject', '=', 'test').select('subjectId').execute();
    const counted = Map.groupBy(rows, ({ subjectId }) => subjectId);
    result.lost.push(...said.filter((id) => !counted.has(id)));
    result.doubled.push(...[...counted].filter(([, found]) => found.length > 1).map(([id]) => id));
    if (cycle === cycles - 1) result.breaks = (await verifyChains(store.db)).breaks.length;
    await store.close();
  }
  result.acknowledged = said.length;
  return result;
}

async function writeAndKill(dataDir: string, afterMs: number): Promise<string[]> {
  const script = join(import.meta.dirname, 'child/writer.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDir, 'area-4'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (bytes: Buffer) => {
    if (text === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    text += bytes.toString();
  });
  await once(child, 'exit');
  // A line without its end was not wholly said.
  return text.split('\n').slice(1, -1);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../server/db/id.ts';
import { openStore } from '../../server/db/open.ts';
import { codeOf, type Forms, office, openForms } from '../form/county-forms.ts';
import { startCluster } from '../store/postgres-cluster.ts';
import { median, type Row } from './row.ts';

const rounds = 40;
const form = `/places/${codeOf(4)}/forms/venue`;
const reads = { 'form opened': form, dossier: `/places/${codeOf(4)}`, history: `/places/${codeOf(4)}/history` };

/** Changes the venue of a village by its form. Milliseconds of the save alone. */
async function saved(forms: Forms, paid: number): Promise<number> {
  const { body } = await forms.get(office, form);
  const values = { ...body.values, subsidyPaidFen: paid * 100 };
  const begun = performance.now();
  const { status } = await forms.send(office, 'PUT', form, {
    ...{ id: newId(), base: body.base, values, before: body.values, confirm: true, reason: '随后补齐' },
  });
  if (status !== 200) throw new Error(`the save was answered ${status}`);
  return performance.now() - begun;
}

async function read(forms: Forms, path: string): Promise<number> {
  const begun = performance.now();
  const { status } = await forms.get(office, path);
  if (status !== 200) throw new Error(`${path} was answered ${status}`);
  return performance.now() - begun;
}

/** 两种数据库 — the same requests of the same county by turns, each read after a save, so that nothing is kept. Wall time. */
export async function benchEngines(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-engines-'));
  const cluster = await startCluster();
  // Both keep what they acknowledge through a power cut.
  await cluster.query('alter system set fsync = on');
  await cluster.query('select pg_reload_conf()');
  const open = (name: string, databaseUrl: string | null) => openStore({ dataDir: join(folder, name), databaseUrl });
  const stores = [await open('sqlite', null), await open('postgresql', await cluster.newDatabase())];
  try {
    const both = await Promise.all(stores.map((store) => openForms(store)));
    const taken = new Map<string, number[][]>();
    const note = (what: string, at: number, ms: number) => {
      const known = taken.get(what) ?? [[], []];
      known[at]?.push(ms);
      taken.set(what, known);
    };
    for (let round = 1; round <= rounds + 5; round++)
      for (const [at, forms] of both.entries()) {
        for (const [what, path] of Object.entries(reads)) {
          const ms = await saved(forms, round * 10 + Object.keys(reads).indexOf(what));
          // The first rounds make the code ready.
          if (round > 5) note('save of a form', at, ms);
          const readMs = await read(forms, path);
          if (round > 5) note(what, at, readMs);
        }
      }
    return [...taken].flatMap(([what, [sqlite = [], postgresql = []]]): Row[] => [
      { what: `${what}, SQLite`, value: median(sqlite), unit: 'ms', aim: null },
      { what: `${what}, PostgreSQL : SQLite`, value: median(postgresql) / median(sqlite), unit: '×', aim: '≤ 2 ×' },
    ]);
  } finally {
    for (const store of stores) await store.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { presentClockFault } from '../change/clock-watch.ts';
import { clockOf } from '../db/clock.ts';
import { readDurability } from '../db/durability/read-durability.ts';
import { durabilities } from '../db/durability/rules.ts';
import type { Store } from '../db/open.ts';
import { storeState, storeStates } from '../db/store-state.ts';
import { checkedApp, reading } from '../request/described.ts';
import { lastBackup } from './last-backup.ts';

const operationsSchema = z.object({
  backups: z.object({
    at: z.string().nullable(),
    bytes: z.number().nullable(),
    /** Null where none was made, or the clock was ahead when it was. */
    ageHours: z.number().nullable(),
    failed: z.object({ at: z.string(), why: z.object({ zh: z.string(), en: z.string() }) }).nullable(),
  }),
  disk: z.object({ freeBytes: z.number().nullable() }),
  store: z.object({
    state: z.enum(storeStates),
    engine: z.string(),
    sizeBytes: z.number().nullable(),
    schema: z.number(),
    /** What a confirmed save outlives. */
    durability: z.enum(durabilities),
  }),
  clock: z.object({
    now: z.string(),
    today: z.string(),
    fault: z.object({ is: z.enum(['ahead', 'behind']), byHours: z.number(), refused: z.boolean() }).nullable(),
  }),
  version: z.string(),
  startedAt: z.string(),
  sessions: z.number(),
  streams: z.number(),
  /** Addresses that forward for others though none of them was named as a proxy. */
  unnamedProxies: z.array(z.string()),
});
export type OperationsAnswer = z.infer<typeof operationsSchema>;

interface Given {
  store: Store;
  version: string;
  startedAt: Date;
  sessions(): Promise<number>;
  streams(): number;
  unnamedProxies(): string[];
}

/** 运行状况 — GET /api/operations: the store, its last backup's age, room on the disk, who is connected. */
export function operationsRoutes(given: Given) {
  const route = reading({
    path: '/operations',
    summary: 'Health of store, disk and backups',
    action: 'operate',
    query: { lang: z.enum(['zh', 'en']).optional() },
    params: {},
    answer: operationsSchema,
  });
  return checkedApp().openapi(route, async (c) => {
    c.header('cache-control', 'private, no-store');
    c.header('vary', 'Cookie');
    return c.json(await operationsAnswer(given), 200);
  });
}

/** Hours since an instant; null for one to come, which a clock gave that was ahead. */
export function ageHours(at: string, nowMs: number): number | null {
  const age = nowMs - Date.parse(at);
  return age < 0 ? null : age / 3_600_000;
}

/** Sizes are given as roughly as a person needs them: by their last bytes an administrator would see each unannounced plan being kept. */
const roundBytes = 10_000_000;
const about = (bytes: number): number => Math.ceil(bytes / roundBytes) * roundBytes;

async function operationsAnswer(given: Given): Promise<OperationsAnswer> {
  const { store, version, startedAt, sessions, streams } = given;
  const schema = await sql<{ version: number }>`select max(version) as version from "schemaVersion"`.execute(store.db);
  const { made, failed } = lastBackup(store.dataDir);
  const file = join(store.dataDir, 'county.sqlite');
  return {
    backups: {
      at: made?.at ?? null,
      bytes: made ? about(made.bytes) : null,
      failed,
      ageHours: made && ageHours(made.at, Date.now()),
    },
    disk: { freeBytes: freeBytes(store.dataDir) },
    store: {
      state: storeState(store),
      engine: store.engine,
      sizeBytes: store.engine === 'sqlite' && existsSync(file) ? about(statSync(file).size) : null,
      schema: Number(schema.rows[0]?.version ?? 0),
      durability: await readDurability(store),
    },
    clock: await clockAnswer(store),
    version,
    startedAt: startedAt.toISOString(),
    sessions: await sessions(),
    streams: streams(),
    unnamedProxies: given.unnamedProxies(),
  };
}

async function clockAnswer(store: Store): Promise<OperationsAnswer['clock']> {
  const clock = await clockOf(store);
  const fault = await presentClockFault(store);
  return {
    now: clock.now().toISOString(),
    today: clock.today(),
    fault: fault && { is: fault.is, byHours: Math.round(fault.byMs / 3_600_000), refused: fault.refused },
  };
}

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.floor((bavail * bsize) / roundBytes) * roundBytes;
  } catch {
    return null;
  }
}

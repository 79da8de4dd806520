import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupsIn } from '../../server/backup/backups-in.ts';
import { daysAfter } from '../../server/calendar/rules.ts';
import { cookieOf, freePort, root } from '../e2e/county.ts';
import type { Row } from './row.ts';
import { codeOfVillage, fillTenYears, lastOn } from './ten-years-folder.ts';

/** What a reader of the county page asks for, and what else looks far back. */
const reads = [
  ...['/api/areas', '/api/layers', '/api/summary', '/api/days', '/api/visits', '/api/tasks', '/api/search?q=村1'],
  ...['/api/layers/venue-schedule/values', '/api/layers/venue-schedule/list', '/api/rankings?layer=venue-schedule'],
  ...['/api/ranking', '/api/ranking/history', `/api/places/${codeOfVillage(7)}`],
  ...[`/api/places/${codeOfVillage(7)}/history`, '/api/audit', '/api/audit?kind=change', '/api/audit?q=person7'],
  ...['/api/audit?from=2019-01-01&to=2019-12-31', `/api/summary?asOf=${daysAfter(lastOn, -2000)}`],
  ...[`/api/layers/venue-schedule/list?asOf=${daysAfter(lastOn, -1000)}`],
  ...['venue-schedule', 'inspection-coverage'].map(
    (layer) => `/api/layers/${layer}/days?from=${daysAfter(lastOn, -74)}&to=${lastOn}`,
  ),
];
const megabytes = (pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number => {
  const found = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(found) / 1024;
};

/** What a process has had of the processors, of a hundredth of a second each tick. */
const cpuMs = (pid: number | undefined): number => {
  const [user, system] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
};

/** 十年日报 — start, memory and reads of a store with ten years of daily reports, and what its checks need. `TEN_YEARS=DIR` keeps the folder for the next run. */
export async function benchTenYears(): Promise<Row[]> {
  const kept = process.env.TEN_YEARS;
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'county-map-ten-years-'));
  try {
    await fillTenYears(dataDir);
    const size = statSync(join(dataDir, 'county.sqlite')).size / 2 ** 20;
    return [
      { what: 'size of the store, 150 villages, ten years of daily reports', value: size, unit: 'MB', aim: null },
      ...(await served(dataDir)),
      ...(await checks(dataDir)),
    ];
  } finally {
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function served(dataDir: string): Promise<Row[]> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const server = spawn(process.execPath, ['server/main.ts', '--data', dataDir, '--port', String(port)], {
    ...{ cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  });
  try {
    while (!(await fetch(`${address}/api/health`).catch(() => null))?.ok) {
      if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const startMs = performance.now() - begun;
    const startCpuMs = cpuMs(server.pid);
    const took = await round(address, server.pid);
    const slowest = [...took].sort((a, b) => b[1] - a[1]);
    for (const [path, ms] of slowest) process.stderr.write(`${ms.toFixed(0)} ms ${path}\n`);
    return [
      { what: 'start to the first answer', value: startMs, unit: 'ms', aim: '≤ 2000 ms' },
      { what: '… of the process’s own time', value: startCpuMs, unit: 'ms', aim: null },
      { what: 'memory after a round of reads', value: megabytes(server.pid, 'VmRSS'), unit: 'MB', aim: '≤ 600 MB' },
      { what: '… at its peak', value: megabytes(server.pid, 'VmHWM'), unit: 'MB', aim: null },
      { what: `slowest read, ${slowest[0]?.[0]}`, value: slowest[0]?.[1] ?? Number.NaN, unit: 'ms', aim: null },
      ...[...took]
        .filter(([path]) => /audit$|history$|\/days\?/.test(path))
        .map(([path, value]): Row => ({ what: `first ${path}`, value, unit: 'ms', aim: null })),
    ];
  } finally {
    await stopped(server);
  }
}

/** Every read once, as the office and as the auditor may. Milliseconds of the server’s own time by address. */
async function round(address: string, pid: number | undefined): Promise<Map<string, number>> {
  const office = await cookieOf(address, 'office');
  const auditor = await cookieOf(address, 'auditor');
  const took = new Map<string, number>();
  for (const path of reads) {
    const cookie = path.startsWith('/api/audit') ? auditor : office;
    const begun = cpuMs(pid);
    const answer = await fetch(address + path, { headers: { cookie } });
    await answer.arrayBuffer();
    took.set(path, cpuMs(pid) - begun);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  }
  return took;
}

async function checks(dataDir: string): Promise<Row[]> {
  const to = mkdtempSync(join(tmpdir(), 'county-map-ten-years-backup-'));
  const command = 'server/backup/cli.ts';
  const given = ['--data', dataDir, '--to', to, '--key', join(to, 'a.key')];
  const restored = ['--data', join(to, 'restored'), '--key', join(to, 'a.key')];
  try {
    return [
      ...(await measured('backup, read back to its end', [command, ...given])),
      ...(await measured('backup verify', [command, 'verify', ...given])),
      ...(await measured('restore', [command, 'restore', backupsIn(to)[0]?.file ?? '', ...restored])),
      ...(await measured('audit verify', ['server/audit/cli.ts', 'verify', '--data', dataDir])),
    ];
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
}

/** Time and peak memory of one command. */
async function measured(what: string, given: string[]): Promise<Row[]> {
  const begun = performance.now();
  const child = spawn(process.execPath, given, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  let peak = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, megabytes(child.pid, 'VmHWM') || 0);
    } catch {
      // It has just ended.
    }
  }, 50);
  const [code] = await ended;
  clearInterval(watch);
  if (code !== 0) throw new Error(`${what} ended with ${code}`);
  return [
    { what: `${what}: time`, value: (performance.now() - begun) / 1000, unit: 's', aim: null },
    { what: `${what}: peak memory`, value: peak, unit: 'MB', aim: 'bounded' },
  ];
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, freePort, root, startCounty } from './county.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-start-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Starts the server until it ends by itself, and gives what it said. */
function startAndFail(given: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const server = spawn(process.execPath, ['server/main.ts', ...given], { cwd: root });
    let said = '';
    server.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    const limit = setTimeout(() => server.kill('SIGKILL'), 60_000);
    server.on('exit', (code) => {
      clearTimeout(limit);
      resolve({ code, said: said.trim() });
    });
  });
}

function expectOneSentence({ code, said }: { code: number | null; said: string }): void {
  expect(code).not.toBe(0);
  expect(code).not.toBeNull();
  expect(said).not.toMatch(/\n\s+at |node:internal|Error:/);
  expect(said.split('\n').length).toBeLessThanOrEqual(2);
  expect(said.length).toBeGreaterThan(15);
}

describe('a start that cannot succeed ends with one sentence', () => {
  let county: County;
  beforeAll(async () => {
    county = await startCounty({ arguments: ['--empty'] });
  });
  afterAll(() => county?.stop());

  test('the port is taken', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '0.0.0.0', resolve));
    expectOneSentence(await startAndFail(['--data', newFolder(), '--port', String(port), '--empty']));
    other.close();
  });
  test('the folder is in use by another process', async () => {
    expectOneSentence(await startAndFail(['--data', county.dataDir, '--port', String(await freePort())]));
  });
  test('the folder is a file', async () => {
    const file = join(newFolder(), 'county');
    writeFileSync(file, 'x');
    expectOneSentence(await startAndFail(['--data', file, '--port', String(await freePort())]));
  });
  test('an argument nobody knows', async () => {
    expectOneSentence(await startAndFail(['--prot', '80']));
  });
});

test('a damaged store is not served', async () => {
  const dataDir = newFolder();
  const county = await startCounty({ dataDir });
  await county.stop();
  const store = readdirSync(dataDir).find((name) => /county.*\.(sqlite|db)$/.test(name) || name === 'store.sqlite');
  expect(store).toBeDefined();
  const path = join(dataDir, store ?? '');
  const handle = openSync(path, 'r+');
  const size = statSync(path).size;
  for (let at = 8192; at < size; at += 4096) writeSync(handle, Buffer.alloc(512, 0x5a), 0, 512, at);
  expectOneSentence(await startAndFail(['--data', dataDir, '--port', String(await freePort())]));
});

test('a second start takes the county in no second time', async () => {
  const dataDir = newFolder();
  const kept = () => {
    const store = new DatabaseSync(join(dataDir, 'county.sqlite'), { readOnly: true });
    const { n } = store.prepare('select count(*) as n from change').get() as { n: number };
    store.close();
    return n;
  };
  await (await startCounty({ dataDir })).stop();
  const first = kept();
  await (await startCounty({ dataDir })).stop();
  expect(kept()).toBe(first);
});

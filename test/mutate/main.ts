// `npm run mutate -- [--seed N] [--count N] [--room NAME] [--tests N]`: changes one operator at a time in a copy of the project and
// runs the tests nearest to the file. What no test notices is printed with its line.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { sources } from '../architecture/sources.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { rooms } from './rooms.ts';
import { testsOf } from './tests-of.ts';

const project = join(import.meta.dirname, '../..');
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { seed: text, count: text, room: text, tests: text } });
const [seed, count, most] = [Number(values.seed ?? 1), Number(values.count ?? 20), Number(values.tests ?? 6)];
const chosen = values.room?.split(',') ?? Object.keys(rooms);
const unknown = chosen.filter((name) => !(name in rooms));
if (unknown.length > 0 || ![seed, count, most].every(Number.isInteger)) {
  process.stderr.write(
    `--room is of ${Object.keys(rooms).join(', ')}; --seed, --count and --tests are whole numbers.\n`,
  );
  process.exit(1);
}

const copy = mkdtempSync(join(tmpdir(), 'county-map-mutate-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const { path } of sources(/^[^"]/)) {
  mkdirSync(join(copy, dirname(path)), { recursive: true });
  cpSync(join(project, path), join(copy, path));
}
cpSync(join(project, 'geodata/sample'), join(copy, 'geodata/sample'), { recursive: true });
symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
const code = sources(/^(server|geodata|web|test)\/.*\.(ts|tsx)$/);
const nearest = testsOf(code);

/** Numbers from 0 to 1, the same for a seed. Source: mulberry32. */
function chance(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The test files that fail; null where the run does not end in three minutes. */
function failing(tests: string[]): string[] | null {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const options = ['--bail=1', '--reporter=json', `--outputFile=${report}`];
  const call = ['node_modules/vitest/vitest.mjs', 'run', ...options, ...tests];
  const { status } = spawnSync(process.execPath, call, { cwd: copy, stdio: 'ignore', timeout: 180_000 });
  if (status === 0) return [];
  if (status === null || !existsSync(report)) return null;
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; status: string }[];
  };
  return testResults.filter((one) => one.status === 'failed').map(({ name }) => relative(copy, name));
}

const unsound = new Map<string, boolean>();
/** Whether a test fails with nothing changed, too: such a test notices nothing. */
function failsAnyway(test: string): boolean {
  const known = unsound.get(test) ?? failing([test])?.length !== 0;
  unsound.set(test, known);
  return known;
}

function survives(path: string, source: string, { start, end, text: now }: Mutant, given: string[]): boolean {
  for (let tests = given; tests.length > 0; ) {
    writeFileSync(join(copy, path), source.slice(0, start) + now + source.slice(end));
    const failed = failing(tests);
    writeFileSync(join(copy, path), source);
    if (failed === null) return false;
    const anyway = failed.filter(failsAnyway);
    if (anyway.length < failed.length) return false;
    if (failed.length === 0) return true;
    tests = tests.filter((test) => !anyway.includes(test));
  }
  return true;
}

let survivors = 0;
let all = 0;
for (const room of chosen) {
  const next = chance(seed);
  const mutants = code
    .filter(({ path }) => rooms[room]?.test(path))
    .flatMap(({ path, text: source }) =>
      mutantsOf(source, 'ts').map((mutant) => ({ path, source, mutant, at: next() })),
    )
    .sort((a, b) => a.at - b.at)
    .slice(0, count);
  let noticed = 0;
  for (const { path, source, mutant } of mutants) {
    if (!survives(path, source, mutant, nearest(path).slice(0, most))) {
      noticed++;
      continue;
    }
    const line = source.slice(0, mutant.start).split('\n').length;
    const was = source.slice(mutant.start, mutant.end).replaceAll(/\s+/g, ' ');
    const beside = readFileSync(join(project, path), 'utf8').split('\n')[line - 1]?.trim();
    process.stdout.write(`survived  ${path}:${line}  ${was} → ${mutant.text}  |  ${beside}\n`);
  }
  process.stdout.write(`${room}, seed ${seed}: ${noticed} of ${mutants.length} noticed\n`);
  survivors += mutants.length - noticed;
  all += mutants.length;
}
process.stdout.write(`${all - survivors} of ${all} noticed (${((1 - survivors / all) * 100).toFixed(0)} %)\n`);

// `npm test [-- --no-install] [-- PATHS…]`: names and brings what the tests need, then types, lint, unused code and every test; ends with a line of counts.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildPage,
  installPackages,
  packagesAreInstalled,
  projectFolder,
  refuseOldNode,
  serverNode,
} from '../server/prepare.mjs';
import { announcement, leftOut, needs, schemas } from './needs.mjs';

refuseOldNode();
const given = process.argv.slice(2).filter((word) => word !== '--no-install');
const installs = given.length === process.argv.length - 2;
const absent = bringWhatIsNeeded();
const without = absent.length === 0 ? [] : leftOut(absent, join(projectFolder, 'test'));
const node = serverNode();
buildPage(node);

const steps = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['unused code', ['node_modules/knip/bin/knip.js', '--no-progress']],
];
const failedSteps = steps.filter(([name, call]) => {
  process.stdout.write(`\n— ${name}\n`);
  return run(node, call) !== 0;
});

const reports = mkdtempSync(join(tmpdir(), 'county-map-test-'));
const report = join(reports, 'report.json');
process.stdout.write('\n— tests\n');
const status = run(node, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...without.map((name) => `--exclude=test/${name}`),
  ...given,
]);
const counts = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
rmSync(reports, { recursive: true, force: true });
const passed = counts.numPassedTests + steps.length - failedSteps.length;
const unrun = status !== 0 && counts.numFailedTests === 0 ? 1 : 0;
const failed = counts.numFailedTests + failedSteps.length + unrun;
for (const [name] of failedSteps) process.stdout.write(`failed: ${name}\n`);
if (absent.length > 0) {
  process.stdout.write(`left out for want of ${absent.map(({ name }) => name).join(', ')}:\n`);
  for (const name of without) process.stdout.write(`  test/${name}\n`);
  if (engines() === 'sqlite') process.stdout.write('  every suite of both engines on PostgreSQL\n');
}
process.stdout.write(`\n${passed} passed, ${failed} failed, ${counts.numPendingTests} skipped\n`);
process.exit(failed === 0 && status === 0 ? 0 : 1);

/** Names what is absent, installs it where we may, and gives what stays absent. Ends the run where it may neither install nor go on. */
function bringWhatIsNeeded() {
  const absent = needs.filter(({ present }) => !present());
  if (!installs) {
    if (existsSync(join(projectFolder, 'node_modules'))) return absent;
    leave('Nothing runs without the packages of npm: run npm install, then npm test -- --no-install again.\n');
  }
  process.stdout.write(announcement(!packagesAreInstalled(), absent));
  const packages = absent.map(({ name }) => name).filter((name) => name !== schemas.name);
  if (packages.length > 0 && process.getuid?.() !== 0)
    leave(`Only root may install: run apt-get install ${packages.join(' ')} as root, or npm test -- --no-install.\n`);
  installPackages();
  if (packages.length > 0) installFromDebian(packages);
  if (!schemas.present()) bringSchemas();
  return needs.filter(({ present }) => !present());
}

function leave(sentence) {
  process.stderr.write(sentence);
  process.exit(1);
}

function installFromDebian(packages) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  if (done.status !== 0)
    leave('apt-get could not install them: see its lines above, or run npm test -- --no-install.\n');
}

function bringSchemas() {
  if (!existsSync('/usr/bin/dpkg-deb')) return;
  const fetched = mkdtempSync(join(tmpdir(), 'county-map-schemas-'));
  const quiet = { cwd: fetched, stdio: 'ignore' };
  spawnSync('apt-get', ['download', schemas.name], quiet);
  const [file] = readdirSync(fetched).filter((name) => name.endsWith('.deb'));
  if (file && spawnSync('dpkg-deb', ['-x', file, 'out'], quiet).status === 0)
    cpSync(join(fetched, 'out', 'usr', 'share', 'pytrainer', 'schemas'), schemas.folder, {
      recursive: true,
    });
  rmSync(fetched, { recursive: true, force: true });
}

/** The engines the suites of both run on. */
function engines() {
  return absent.some(({ name }) => name === 'postgresql') ? 'sqlite' : 'sqlite,postgresql';
}

function run(command, call) {
  return (
    spawnSync(command, call, {
      cwd: projectFolder,
      stdio: 'inherit',
      env: {
        ...process.env,
        TEST_ENGINES: engines(),
        PATH: `${join(projectFolder, 'node_modules', '.bin')}:${process.env.PATH}`,
      },
    }).status ?? 1
  );
}

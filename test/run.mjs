// `npm test`: brings what the tests need, then types, lint, unused code and every test; ends with a line of counts.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage, installPackages, projectFolder, refuseOldNode, serverNode } from '../server/prepare.mjs';

refuseOldNode();
installPackages();
bringDebianPackages();
bringSchemas();
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
const given = process.argv.slice(2);
const status = run(node, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
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
process.stdout.write(`\n${passed} passed, ${failed} failed, ${counts.numPendingTests} skipped\n`);
process.exit(failed === 0 && status === 0 ? 0 : 1);

/** Chromium for the journeys and PostgreSQL for the second engine, from Debian's packages, when absent and we may install. */
function bringDebianPackages() {
  const wanted = [];
  if (!existsSync('/usr/bin/chromium')) wanted.push('chromium');
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  if (!versions.some((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`))) wanted.push('postgresql');
  if (!existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) wanted.push('fonts-noto-cjk');
  if (!existsSync('/usr/bin/xmllint')) wanted.push('libxml2-utils');
  if (wanted.length === 0) return;
  if (process.getuid?.() !== 0) {
    process.stderr.write(
      `The tests need ${wanted.join(', ')}: install them (apt-get install ${wanted.join(' ')}), then run npm test again.\n`,
    );
    process.exit(1);
  }
  process.stdout.write(`Installing ${wanted.join(', ')} …\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** The published schemas of GPX and KML: Debian has them in a program's package, which is unpacked beside ours and not installed. */
function bringSchemas() {
  const folder = join(projectFolder, 'node_modules', '.schemas');
  if (existsSync(folder) || !existsSync('/usr/bin/dpkg-deb')) return;
  const fetched = mkdtempSync(join(tmpdir(), 'county-map-schemas-'));
  const quiet = { cwd: fetched, stdio: 'ignore' };
  spawnSync('apt-get', ['download', 'pytrainer'], quiet);
  const [file] = readdirSync(fetched).filter((name) => name.endsWith('.deb'));
  if (file && spawnSync('dpkg-deb', ['-x', file, 'out'], quiet).status === 0)
    cpSync(join(fetched, 'out', 'usr', 'share', 'pytrainer', 'schemas'), folder, { recursive: true });
  rmSync(fetched, { recursive: true, force: true });
}

function run(command, call) {
  return (
    spawnSync(command, call, {
      cwd: projectFolder,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${join(projectFolder, 'node_modules', '.bin')}:${process.env.PATH}` },
    }).status ?? 1
  );
}

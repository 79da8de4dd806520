// Runs on the machine's own Node (≥ 20.19), before anything is installed; everything after it runs on the Node of the lockfile.
import { spawn } from 'node:child_process';
import { buildPage, installPackages, projectFolder, readStart, refuseOldNode, serverNode } from './prepare.mjs';

const { lang, development, given } = readStart(process.argv.slice(2), process.env);
refuseOldNode(lang);
installPackages(lang);
const node = serverNode(lang);
if (!development) buildPage(node, lang);

const server = spawn(node, ['--disable-warning=ExperimentalWarning', 'server/main.ts', ...given], {
  cwd: projectFolder,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
const page = development && spawn(node, ['node_modules/vite/bin/vite.js'], { cwd: projectFolder, stdio: 'inherit' });
server.on('exit', (code, signal) => {
  if (page) page.kill();
  process.exit(code ?? (signal ? 1 : 0));
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { root } from '../../e2e/county.ts';
import type { BenchFiles } from './county-files.ts';

const engines = ['ours.tsx', 'bare.ts', 'deck.ts', 'openlayers.ts', 'leaflet.ts', 'echarts.ts'] as const;
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};
const nameOf = (file: string) => file.slice(0, file.indexOf('.'));

/** The pages of the bench, built as the product is built, into a new folder. */
export async function buildPages(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-bench-'));
  const pages = join(root, 'test/bench/map');
  const inputs = Object.fromEntries(engines.map((file) => [nameOf(file), join(pages, file)]));
  await build({
    root: pages,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2024',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: inputs,
        output: { entryFileNames: '[name].js', assetFileNames: 'assets/[name][extname]' },
      },
    },
  });
  for (const file of engines) writeFileSync(join(folder, `${nameOf(file)}.html`), page(nameOf(file)));
  return folder;
}

const page = (name: string) => `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">
<style>html,body,#root{margin:0;width:100%;height:100%;overflow:hidden}</style></head>
<body><div id="root"></div><script type="module" src="/${name}.js"></script></body></html>`;

/** Serves the pages and the county's files, with ranges. */
export async function servePages(folder: string, files: BenchFiles): Promise<{ address: string; stop(): void }> {
  const server = createServer((request, answer) => respond(folder, files, request, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (typeof at !== 'object' || !at) throw new Error('no port');
  return { address: `http://127.0.0.1:${at.port}`, stop: () => server.close() };
}

export const removePages = (folder: string) => rmSync(folder, { recursive: true, force: true });

function respond(folder: string, files: BenchFiles, request: IncomingMessage, answer: ServerResponse): void {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  const file = files[path] ?? built(folder, path);
  if (!file) {
    answer.writeHead(404).end();
    return;
  }
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const headers = { 'content-type': file.type, 'cache-control': 'max-age=600', 'accept-ranges': 'bytes' };
  if (!range) {
    answer.writeHead(200, headers).end(file.bytes);
    return;
  }
  const [from, to] = [Number(range[1]), Math.min(Number(range[2]), file.bytes.length - 1)];
  answer.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${to}/${file.bytes.length}` });
  answer.end(file.bytes.subarray(from, to + 1));
}

function built(folder: string, path: string): { type: string; bytes: Uint8Array } | null {
  const type = types[extname(path)];
  if (!type || path.includes('..')) return null;
  try {
    return { type, bytes: readFileSync(join(folder, path)) };
  } catch {
    return null;
  }
}

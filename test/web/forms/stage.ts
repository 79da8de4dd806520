import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { build } from 'vite';
import { startBrowser } from '../../e2e/county.ts';

/** Where the pieces are shown; the name is answered within the browser. */
const origin = 'http://forms.test';
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
const html = `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/shown.css"><style>#root { padding: 0 480px; }</style></head><body><div id="root"></div><script type="module" src="/shown.js"></script></body></html>`;

/** One write as it left the page. */
export interface Sent {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

/** What is answered to a request; `away`: nobody answers. */
export type Answer = { status?: number; body: unknown } | 'away';
/** Answers one request, at once or later. */
type Answering = (asked: Sent) => Answer | Promise<Answer>;

/** Answers one after the other; the last one stays. */
export function inTurn(...answers: Answer[]): () => Answer {
  let at = 0;
  return () => answers[Math.min(at++, answers.length - 1)] ?? 'away';
}

/** A refusal as the server words it. */
export const refusal = (type: string, status: number, detail: string, more: object = {}): Answer => ({
  status,
  body: { type: `https://example.org/problems/${type}`, title: type, status, detail, ...more },
});

/** Built forms, a browser to show them in, and what its pages ask. */
export interface Stage {
  /** Shows a piece on a new page; `answer` is what the API says. */
  show(piece: string, answer: Answering, given?: object): Promise<Shown>;
  close(): Promise<void>;
}

export interface Shown {
  page: Page;
  context: BrowserContext;
  /** Everything written, in order. */
  sent: Sent[];
  /** Opens the page anew and shows the piece again. */
  again(): Promise<void>;
  told(): Promise<unknown[]>;
}

/** Builds the pieces as the product is built, and starts the browser they are shown in. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-forms-'));
  const [browser] = await Promise.all([startBrowser(false), buildPieces(folder)]);
  return {
    show: (piece, answer, given = {}) => show(browser, folder, piece, answer, given),
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function buildPieces(folder: string): Promise<void> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      cssCodeSplit: false,
      minify: false,
      chunkSizeWarningLimit: 9000,
      rolldownOptions: {
        input: { shown: join(import.meta.dirname, 'shown.tsx') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: 'shown[extname]' },
      },
    },
  });
}

async function show(browser: Browser, folder: string, piece: string, answer: Answering, given: object): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  const sent: Sent[] = [];
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.startsWith('/api/')) return giveFile(route, folder, pathname);
    const asked = { method: route.request().method(), path: pathname, body: route.request().postDataJSON() ?? {} };
    if (asked.method !== 'GET') sent.push(asked);
    const said = await answer(asked);
    if (said === 'away') return route.abort('connectionrefused');
    return route.fulfill({ status: said.status ?? 200, json: said.body });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const again = async () => {
    await page.goto(`${origin}/${'hash' in given ? given.hash : ''}`);
    await page.waitForFunction(() => 'show' in window);
    await page.evaluate(([name, props]) => window.show(name, props), [piece, given] as const);
  };
  await again();
  return { page, context, sent, again, told: () => page.evaluate(() => window.told) };
}

function giveFile(route: Route, folder: string, path: string): Promise<void> {
  const type = types[extname(path)];
  if (!type) return route.fulfill({ contentType: 'text/html', body: html });
  return route.fulfill({ contentType: type, body: readFileSync(join(folder, path)) });
}

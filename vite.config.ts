import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What the library of controls says in languages the page does not speak stays out of the page. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  load: (id) =>
    /\/react-(aria|stately|aria-components)\/dist\/.*\/(?!en-US|zh-CN)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id)
      ? 'export default {};'
      : null,
};

/** The page's own host stays in what is asked: writes are taken from it alone. */
const server = { target: 'http://127.0.0.1:8321', changeOrigin: false };
const inNode = { pool: 'forks' as const, execArgv: ['--disable-warning=ExperimentalWarning'] };

/** One project of tests: its files, and how long one of them may take. */
const project = (name: string, include: string[], seconds: number, more: object = {}) => ({
  extends: true as const,
  test: {
    name,
    include,
    testTimeout: seconds * 1000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    ...inNode,
    ...more,
  },
});

export default defineConfig({
  root: 'web',
  plugins: [react(), twoLanguages],
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1400,
    rolldownOptions: {
      output: {
        assetFileNames: 'assets/[name]-[hash][extname]',
        chunkFileNames: 'assets/[name]-[hash].js',
        // What every page needs comes in one piece, and not in one for each set of pages that share some of it.
        codeSplitting: {
          groups: [
            {
              name: 'ground',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack)\/|\/web\/(message\/account\/|form\/submission-id|[a-z-]+\.ts$)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '^/api/': server, '^/tiles/': server, '^/files/': server } },
  test: {
    root: '.',
    // Half of a test is waiting: two side by side, also where two cores would give one.
    maxWorkers: 2,
    globalSetup: ['test/own-folder.ts'],
    projects: [
      project('architecture', ['test/{architecture,mutate}/**/*.test.ts'], 60),
      project('geodata', ['test/{geodata,sheet,sample}/**/*.test.ts'], 120),
      project(
        'server',
        [
          'test/{campaign,store,import,layer,api,venue,organisation,inspection,ranking,search,user,scope,history,audit,form,register,live,backup,route-plan,meeting,paper,task,words}/**/*.test.ts',
        ],
        180,
      ),
      project('web', ['test/web/**/*.test.{ts,tsx}'], 60),
      project('e2e', ['test/e2e/**/*.test.ts'], 180),
      // Runs over real data as an extra, where it lies beside the repository.
      ...(existsSync(join(import.meta.dirname, '../shared/data'))
        ? [project('beside', ['test/beside/**/*.test.ts'], 120)]
        : []),
    ],
  },
});

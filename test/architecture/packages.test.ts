import { describe, expect, test } from 'vitest';
import { sources } from './sources.ts';

/** Oldest versions without a known fault that reaches this product. */
const atLeast: Record<string, string> = {
  'maplibre-gl': '6.4.1',
  hono: '4.13.5',
  '@hono/node-server': '2.0.5',
  '@maplibre/geojson-vt': '6.1.1',
  sharp: '0.35.0',
  vite: '8.3.0',
};

const lock: { packages: Record<string, { version?: string; resolved?: string }> } = JSON.parse(
  sources(/^package-lock\.json$/)[0]?.text ?? '{}',
);

function compare(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < 3; i++) if ((x[i] ?? 0) !== (y[i] ?? 0)) return (x[i] ?? 0) - (y[i] ?? 0);
  return 0;
}

describe('packages', () => {
  test('the lockfile keeps no download address', () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith('http'))).toEqual([]);
  });
  test.each(Object.entries(atLeast))('%s is at least %s wherever it is installed', (name, minimum) => {
    const versions = Object.entries(lock.packages)
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .map(([, entry]) => entry.version ?? '0');
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(compare(version, minimum)).toBeGreaterThanOrEqual(0);
  });
  test('every direct dependency has its line in server/PACKAGES.md', () => {
    const manifest: Record<string, Record<string, string>> = JSON.parse(sources(/^package\.json$/)[0]?.text ?? '{}');
    const lines = sources(/^server\/PACKAGES\.md$/)[0]?.text ?? '';
    const direct = [
      ...Object.keys(manifest.dependencies ?? {}),
      ...Object.keys(manifest.devDependencies ?? {}),
      ...Object.keys(manifest.optionalDependencies ?? {}),
    ];
    expect(direct.filter((name) => !name.startsWith('@types/') && !lines.includes(`\`${name}\``))).toEqual([]);
  });
});

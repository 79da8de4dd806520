import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../server/prepare.mjs';

/** The published schemas of GPX and KML: Debian has them in a program's package, which is unpacked beside ours and not installed. */
export const schemas = {
  name: 'pytrainer',
  folder: join(projectFolder, 'node_modules', '.schemas'),
  present: () => existsSync(schemas.folder),
  for: 'those schemas: unpacked into node_modules/.schemas, not installed',
  files: /['"]xmllint['"]/,
};

/** What tests need of Debian's beside the packages of npm: how to see it, what for, and which test files cannot do without. */
export const needs = [
  {
    name: 'chromium',
    present: () => existsSync('/usr/bin/chromium'),
    for: 'journeys in a browser',
    files: /\bstartBrowser\b/,
  },
  {
    name: 'postgresql',
    present: () =>
      existsSync('/usr/lib/postgresql') &&
      readdirSync('/usr/lib/postgresql').some((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`)),
    for: 'the second engine; without it the suites of both run on SQLite alone',
    files: /\bstartCluster\b/,
  },
  {
    name: 'fonts-noto-cjk',
    present: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
    for: 'Chinese letters in that browser',
    files: /\bstartBrowser\b/,
  },
  {
    name: 'libxml2-utils',
    present: () => existsSync('/usr/bin/xmllint'),
    for: 'tracks held against the published schemas of GPX and KML',
    files: /['"]xmllint['"]/,
  },
  {
    name: 'openssl',
    present: () => existsSync('/usr/bin/openssl'),
    for: 'a certificate to serve HTTPS with',
    files: /['"]openssl['"]/,
  },
  schemas,
];

/** Test files below `folder` that cannot run without what is absent, each once, in order. */
export function leftOut(absent, folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .filter((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return absent.some(({ files }) => files.test(text));
    })
    .sort();
}

/** What would be installed, as lines to read before it is; empty where nothing is. */
export function announcement(npm, absent) {
  if (!npm && absent.length === 0) return '';
  const lines = ['npm test needs, and would install:'];
  if (npm) lines.push('  npm      the packages of package-lock.json, into node_modules');
  for (const need of absent) lines.push(`  Debian   ${need.name.padEnd(16)} ${need.for}`);
  if (absent.length > 0)
    lines.push(
      'To go on without the Debian packages: npm test -- --no-install leaves out the tests that need them, by name.',
    );
  return `${lines.join('\n')}\n`;
}

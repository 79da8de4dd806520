import { describe, expect, test } from 'vitest';
import { sources } from './sources.ts';

const code = sources(/^(geodata|server|web)\/.*\.(ts|tsx)$/);
const tested = sources(/^test\/.*\.tsx?$/).filter(({ path }) => path !== 'test/architecture/habits.test.ts');
const wordsAllowed = (path: string) =>
  /message|\.zh\.ts$|\.(layer|register)\.ts$/.test(path.slice(path.indexOf('/'))) ||
  path.startsWith('geodata/sample/') ||
  path.startsWith('server/words/');

/** The file without comments, so that a docstring may open with the field's own term. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('how the code is kept', () => {
  test('no file is over 300 lines', () => {
    const long = [...code, ...tested].filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });
  test('no any, no silenced checks, nothing left to do', () => {
    const loose = [...code, ...tested]
      .filter(({ text }) =>
        /(: any\b|as any\b|<any>|@ts-ignore|@ts-expect-error|\b(it|test|describe)\.(only|todo)\(|TODO|FIXME)/.test(
          text,
        ),
      )
      .map(({ path }) => path);
    expect(loose).toEqual([]);
  });
  test('no cast to never: what fits nowhere is typed, not silenced', () => {
    const silenced = code.filter(({ text }) => /\bas never\b/.test(withoutComments(text))).map(({ path }) => path);
    expect(silenced).toEqual([]);
  });
  test('a file a comment points to is there', () => {
    const paths = new Set(sources(/\.(ts|tsx|mjs|mts)$/).map(({ path }) => path));
    const roots = ['', 'server/', 'web/', 'geodata/', 'test/'];
    const lost = code.flatMap(({ path, text }) =>
      [...text.matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm)]
        .flatMap(([comment]) => [...comment.matchAll(/(?<![\w/.])(?:[a-z][\w-]*\/)+[\w.-]+\.(?:ts|tsx|mjs|mts)\b/g)])
        .filter(([named]) => !roots.some((root) => paths.has(root + named)))
        .map(([named]) => `${path}: ${named}`),
    );
    expect(lost).toEqual([]);
  });
  test('words on screen and paper stand in message files, declarations and the room of words', () => {
    const wordy = code
      .filter(({ path, text }) => !wordsAllowed(path) && /\p{Script=Han}/u.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(wordy).toEqual([]);
  });
  test('a share is written as per cent in one place, so that only a whole says 100.0 % and only none 0.0 %', () => {
    const own = code.filter(({ text }) => /toFixed\([01]\)\} ?%/.test(text));
    expect(own.map(({ path }) => path)).toEqual([]);
  });
  test('a form of the page is of the one system, which sends once, under one id, and says what is wrong where', () => {
    const system = ['web/form/FormSheet.tsx', 'web/form/box/FormBox.tsx'];
    const own = code.filter(({ path, text }) => /<form\b|\bonSubmit\b/.test(text) && !system.includes(path));
    expect(own.map(({ path }) => path)).toEqual([]);
  });
  test('what the browser keeps goes through one guarded place: it may be full, or forbidden', () => {
    const own = code.filter(
      ({ path, text }) =>
        path.startsWith('web/') &&
        /\b(localStorage|sessionStorage|indexedDB)\b|document\.cookie/.test(withoutComments(text)),
    );
    expect(own.map(({ path }) => path)).toEqual(['web/browser-store.ts']);
  });
  test('workbooks are written in one place, so that what is typed stays as typed in all of them', () => {
    const own = code.filter(({ path, text }) => path.startsWith('server/') && /\bwriteXlsx\b/.test(text));
    expect(own.map(({ path }) => path)).toEqual(['server/words/workbook/write-workbook.ts']);
  });
  test('nothing shipped names another host', () => {
    const known =
      /localhost|127\.0\.0\.1|0\.0\.0\.0|www\.w3\.org|example\.|json-schema\.org|opengis\.net|www\.topografix\.com|schemas\./;
    const foreign = sources(/^(geodata|server|web)\/.*\.(ts|tsx|css|html|mjs|json)$/)
      .filter(({ path }) => !path.startsWith('geodata/sample/files/'))
      // Links a person may tap on their phone, and only where the county allows them.
      .filter(({ path }) => path !== 'server/route-plan/itinerary/navigation.ts')
      .flatMap(({ path, text }) =>
        [...text.matchAll(/https?:\/\/[A-Za-z0-9.-]+/g)]
          .filter(([address]) => !known.test(address))
          .map(([address]) => `${path}: ${address}`),
      );
    expect(foreign).toEqual([]);
  });
});

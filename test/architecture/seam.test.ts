import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const server = sources(/^server\/.*\.ts$/);
const web = sources(/^web\/.*\.tsx?$/);

/** What may look as if it broke a rule below, with why it does not. */
const kept: Record<string, string> = {
  'web/api.ts': 'the calls themselves, which take the address as their type',
  'web/live-line.ts': 'a stream that a browser opens itself, and a question whether anybody is there at all',
  'web/map/plain/PlainMap.tsx': 'reads a file of the map by its hash, no answer of a route',
  'server/paper/kind.ts': 'what a kind of paper is asked with: each kind brings its own schema, none is kept by hand',
};
const found = (files: typeof server, pattern: RegExp) =>
  files.filter(({ path, text }) => !(path in kept) && pattern.test(text)).map(({ path }) => path);

test('no call of the page says itself what is answered: its address does', () => {
  expect(found(web, /(?<![.\w])(ask|send|sendPicture)<|(?<![.\w])useQuery<|\.json\(\)\) as\b/)).toEqual([]);
});
test('no address of the API is written out beside the calls that are checked', () => {
  expect(found(web, /['"`]\/api\/|\bfetch\(['"`]/)).toEqual([]);
});
test('no schema lets through what it does not name', () => {
  expect(found(server, /\blooseObject\b|\bz\.any\(|\.passthrough\(|\.catchall\(/)).toEqual([]);
});
test('no schema is held to a shape that is kept by hand beside it', () => {
  expect(found(server, /: z\.ZodType<[A-Z]/)).toEqual([]);
});
test('an answer is a schema, and its type follows', () => {
  expect(found(server, /^(export )?interface \w*Answer\b/m)).toEqual([]);
});
test('what is kept is there', () => {
  const paths = new Set([...server, ...web].map(({ path }) => path));
  expect(Object.keys(kept).filter((path) => !paths.has(path))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { testsOf } from './tests-of.ts';

const changed = (source: string) =>
  mutantsOf(source, 'ts').map(({ start, end, text }) => source.slice(0, start) + text + source.slice(end));

describe('what is changed in a file', () => {
  test.each([
    ['a < b', ['a <= b', 'a >= b']],
    ['a === 阵地', ['a !== 阵地']],
    ['a && b', ['a || b']],
    ['a ?? b', ['a && b']],
    ['a(!b)', ['a(b)']],
    ['f(3)', ['f((3 + 1))', 'f((3 - 1))']],
    ['f(true)', ['f(false)']],
    ['if (a) b()', ['if (false) b()', 'if (true) b()']],
    ['a ? b : c', ['false ? b : c', 'true ? b : c']],
    ['const f = () => { return a; }', ['const f = () => { return; }']],
    ['(a - b) as number', ['(a + b) as number']],
  ])('%s', (source, all) => expect(changed(source)).toEqual(all));
  test.each([
    "f('a < b')",
    '// a < b',
    "a + '、'",
    'let a: Map<string, 1 | true>',
    'type A = 1 extends B ? 2 : 3',
    'interface A { b: true }',
    'a as 3',
    'f<1>(a)',
  ])('nothing in %s', (source) => expect(changed(source)).toEqual([]));
});

test('the tests of a file are those that import it, the nearest first, types not counted', () => {
  const files = [
    { path: 'server/a/rules.ts', text: '' },
    { path: 'server/a/store.ts', text: "import { a } from './rules.ts';" },
    { path: 'test/a/far.test.ts', text: "import { b } from '../../server/a/store.ts';" },
    { path: 'test/a/near.test.ts', text: "import { a } from '../../server/a/rules.ts';" },
    { path: 'test/a/type.test.ts', text: "import type { A } from '../../server/a/rules.ts';" },
  ];
  expect(testsOf(files)('server/a/rules.ts')).toEqual(['test/a/near.test.ts', 'test/a/far.test.ts']);
});

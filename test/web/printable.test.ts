import { expect, test } from 'vitest';
import { isPrintable, printable } from '../../server/words/share/rules.ts';

test.each([
  ['甲乙\t丙\n丁', '甲乙\t丙\n丁', true],
  ['甲\u0007乙', '甲乙', false],
  ['a\u0000b\u000b', 'ab', false],
  ['𠮷野家', '𠮷野家', true],
  ['甲\ud800', '甲\ufffd', false],
  ['甲\ufffe乙\uffff', '甲乙', false],
])('%j is sent as %j', (typed, sent, kept) => {
  expect(printable(typed)).toBe(sent);
  expect(isPrintable(typed)).toBe(kept);
  expect(isPrintable(printable(typed))).toBe(true);
});

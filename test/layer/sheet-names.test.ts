import { describe, expect, test } from 'vitest';
import { sheetNames } from '../../server/words/workbook/sheet-names.ts';

const names = (...wanted: [name: string, tail?: string][]) =>
  sheetNames(wanted.map(([name, tail]) => ({ name, ...(tail ? { tail } : {}) })));
const long = '县委组织部百日行动阵地建设后进整顿暗访督查组一大队第二小组';

describe('names of sheets', () => {
  test.each([
    ['as they are', [['督查A组']], ['督查A组']],
    ['upper and lower case count as one', [['督查A组'], ['督查a组']], ['督查A组', '督查a组 2']],
    ['wide and narrow letters count as one', [['督查Ａ组'], ['督查A组']], ['督查Ａ组', '督查A组 2']],
    ['no apostrophe at either end', [["'纪委组'"], ["县'委"]], ['纪委组', "县'委"]],
    ['forbidden signs become blanks', [['a/b\\c?d*e[f]g:h']], ['a b c d e f g h']],
    ['control characters too', [['甲\u0001乙\n丙']], ['甲 乙 丙']],
    ['Excel keeps History for itself', [['history']], ['history 2']],
    ['nothing left', [["'"], [' ']], ['Sheet', 'Sheet 2']],
    ['half a character goes', [['\ud842组']], ['组']],
  ] as [string, [string, string?][], string[]][])('%s', (_, wanted, legal) => expect(names(...wanted)).toEqual(legal));

  test('the tail is never cut, nor a number that tells two apart', () => {
    const made = names([long, '2026-10-30'], [long, '2026-10-31'], [`${long}甲`, '2026-10-31']);
    expect(made.map((name) => name.slice(-10))).toEqual(['2026-10-30', '2026-10-31', '2026-10-31']);
    expect(made[2]).toContain(' 2 2026-10-31');
    for (const name of made) expect(name.length).toBeLessThanOrEqual(31);
  });

  test.each([26, 27, 28, 29, 30, 31])(
    'a character of two units is kept whole or left out, after %i others',
    (before) => {
      const [name = ''] = names([`${'督'.repeat(before)}𠮷组`]);
      expect(name.isWellFormed()).toBe(true);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name.length).toBeGreaterThanOrEqual(Math.min(30, before + 3));
    },
  );
});

import { describe, expect, test } from 'vitest';
import { faultTexts } from '../../server/save/faults.message.ts';
import { faultCodes, tellingCodes } from '../../server/save/rules.ts';
import { problems } from '../../server/words/problems.message.ts';
import { sources } from '../architecture/sources.ts';

describe('no sentence about a field is said with a hole', () => {
  const telling: readonly string[] = tellingCodes;
  test.each(faultCodes)('%s tells what it names in both languages, and nothing else is left open', (code) => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const wanted = telling.includes(code) ? ['value'] : [];
    expect([holes(faultTexts[code].zh), holes(faultTexts[code].en)]).toEqual([wanted, wanted]);
  });
});

test('no refusal that names something is thrown without it', () => {
  const thrown = sources(/^server\/.*\.ts$/).flatMap(({ path, text }) =>
    [...text.matchAll(/new Refusal\(\s*'([\w-]+)'\s*(?:,\s*\{([^}]*)\}\s*)?(,\s*\S)?/g)].map(
      ([, code = '', values = '', parameter]) => ({ path, code, values, named: parameter !== undefined }),
    ),
  );
  expect(thrown.length).toBeGreaterThan(80);
  const holed = thrown.flatMap(({ path, code, values, named }) => {
    const { zh, en } = Object.entries(problems).find(([known]) => known === code)?.[1].detail ?? { zh: '', en: '' };
    const holes = [...`${zh}${en}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const given = (name: string) => (name === 'parameter' ? named : new RegExp(`\\b${name}\\b(?!: '')`).test(values));
    return holes.every(given) ? [] : [`${path}: ${code}`];
  });
  expect(holed).toEqual([]);
});

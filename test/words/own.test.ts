import { describe, expect, test } from 'vitest';
import { functionTitle } from '../../server/area/dossier-words.message.ts';
import { eventText } from '../../server/audit/audit-words.message.ts';
import { mayHearOf } from '../../server/change/subjects.ts';
import { cellTitle } from '../../server/proposal/proposal.message.ts';
import { ownOf } from '../../server/words/own/rules.ts';
import { say } from '../../server/words/say.ts';
import { office, town } from '../form/county-forms.ts';

describe.each(['constructor', 'toString', '__proto__'])('%s, which every object answers to', (name) => {
  test('is in no record that does not hold it', () => {
    expect([ownOf<unknown>({}, name), ownOf({ name }, 'name')]).toEqual([undefined, name]);
    expect(ownOf(JSON.parse(`{"${name}":"own"}`), name)).toBe('own');
  });
  test('has no words of ours: it stands as it is', () => {
    expect(functionTitle(name)).toEqual({ zh: name, en: name });
    expect(cellTitle({ path: name })).toEqual({ zh: name, en: name });
    expect(eventText(name, '甲', {}).said.en).toBe(`${name}: 甲`);
    expect(say({ code: name, severity: 'warning', at: { file: 'a' } }, 'zh')).toBe(name);
  });
  test('is no kind of record anybody but the office hears of', () =>
    expect([mayHearOf(office, name), mayHearOf(town, name)]).toEqual([true, false]));
});

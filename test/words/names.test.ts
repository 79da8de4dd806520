import { describe, expect, test } from 'vitest';
import type { Note } from '../../geodata/note.ts';
import { entriesOf, inBrackets, namesOf, namesSaid } from '../../server/words/names/rules.ts';
import { say } from '../../server/words/say.ts';

describe('names are listed as a language lists them', () => {
  test.each<[string[], string, string]>([
    [[], '', ''],
    [['甲村'], '甲村', '甲村'],
    [['甲村', '乙村'], '甲村、乙村', '甲村 and 乙村'],
    [['甲村', '乙村', '丙村'], '甲村、乙村、丙村', '甲村, 乙村 and 丙村'],
  ])('%j', (names, zh, en) =>
    expect([namesSaid(namesOf(names), 'zh'), namesSaid(namesOf(names), 'en')]).toEqual([zh, en]),
  );
  test('entries apart, each with its names', () => {
    const value = entriesOf([`一组 ${namesOf(['甲', '乙'])}`, '二组 丙']);
    expect([namesSaid(value, 'zh'), namesSaid(value, 'en')]).toEqual([
      '一组 甲、乙；二组 丙',
      '一组 甲 and 乙; 二组 丙',
    ]);
  });
  test('what stands in brackets, whatever stands before it', () => {
    const value = namesOf([`甲村${inBrackets('01')}`, `乙村 ${inBrackets('02')}`]);
    expect([namesSaid(value, 'zh'), namesSaid(value, 'en')]).toEqual([
      '甲村（01）、乙村（02）',
      '甲村 (01) and 乙村 (02)',
    ]);
  });
  test('a value typed with 、 stays as it was typed', () => expect(namesSaid('一、二', 'en')).toBe('一、二'));
  test('in the sentence of a note', () => {
    const values = { wanted: '后沟', candidates: namesOf(['望岭镇后沟', '石门镇后沟']) };
    const note: Note = { code: 'row-place-unclear', severity: 'question', at: { file: '台账.xlsx', row: 3 }, values };
    expect(say(note, 'zh')).toContain('“后沟”可能是 望岭镇后沟、石门镇后沟。');
    expect(say(note, 'en')).toContain('“后沟” matches 望岭镇后沟 and 石门镇后沟.');
  });
});

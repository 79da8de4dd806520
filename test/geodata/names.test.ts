import { describe, expect, test } from 'vitest';
import { cleanName } from '../../geodata/area/plain-name.ts';
import { readAreaRows, shortName } from '../../geodata/format/area-rows.ts';

test.each([
  ['予村委会', '予村'],
  ['予村民委员会', '予村'],
  ['北村村民委员会', '北村'],
  ['向家庄村村民委员会', '向家庄'],
  ['上暖泉村委会', '上暖泉'],
  ['东关社区居民委员会', '东关'],
  ['予', '予'],
])('%s is called %s', (official, name) => expect(shortName(official)).toBe(name));

test('a short name of one character takes 村 from the official name beside it', () => {
  const rows = [
    { 代码: '990127100201', 村名: '予', 全称: '予村委会' },
    { 代码: '990127100202', 村名: '堰', 全称: '堰社区居委会' },
    { 代码: '990127100203', 村名: '上\u200b暖\u202e泉\u0007', 全称: '上暖泉村委会' },
  ];
  const features = rows.map((properties, number) => ({ number, properties, geometry: null }));
  expect(readAreaRows(features, '村界.geojson').rows.map(({ name }) => name)).toEqual(['予村', '堰', '上暖泉']);
});

describe('a name is kept without what one cannot see', () => {
  test.each([
    ['a control character', '上\u0007暖泉', '上暖泉'],
    ['a zero width space', '上\u200b暖泉', '上暖泉'],
    ['a direction mark', '\u202e上暖泉\u202c', '上暖泉'],
    ['a byte order mark', '\ufeff上暖泉', '上暖泉'],
    ['a soft hyphen', '上\u00ad暖泉', '上暖泉'],
    ['a variation selector', '上\ufe0f暖泉', '上暖泉'],
    ['a line end', '上暖泉\n', '上暖泉'],
    ['a tab between words', 'Upper\tSpring', 'Upper Spring'],
    ['a dot that is part of it', '黄·泥湾', '黄·泥湾'],
    ['a rare character', '𬒗家沟', '𬒗家沟'],
  ])('%s', (_, given, kept) => expect(cleanName(given)).toBe(kept));
});

import { expect, test } from 'vitest';
import { placeName, townAndPlace } from '../../server/words/place-name/rules.ts';

test.each([
  [{ town: '甲镇', name: '乙村', formerly: null }, '乙村', '乙村', '甲镇乙村'],
  [{ town: '甲镇', name: '乙村', formerly: '丙村' }, '乙村（原丙村）', '乙村 (formerly 丙村)', '甲镇乙村（原丙村）'],
  [{ town: '', name: '甲镇', formerly: null }, '甲镇', '甲镇', '甲镇'],
])('a place as a record names it, in each language: %j', (place, zh, en, whole) => {
  expect([placeName(place, 'zh'), placeName(place, 'en'), townAndPlace(place, 'zh')]).toEqual([zh, en, whole]);
});

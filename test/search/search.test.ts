import { describe, expect, test } from 'vitest';
import { oneAway } from '../../server/search/one-away.ts';
import { buildSearchIndex, type SearchPlace, search } from '../../server/search/search-index.ts';

const place = (fid: number, name: string, given: Partial<SearchPlace> = {}): SearchPlace => ({
  fid,
  code: `99010010${String(1000 + fid)}`,
  name,
  officialName: null,
  kind: 'village',
  town: '石门镇',
  formerNames: [],
  ...given,
});
const index = buildSearchIndex([
  place(1, '云岫县', { kind: 'county', code: '990100', town: null }),
  place(2, '石门镇', { kind: 'town', code: '990100101', town: null }),
  place(3, '梨塬镇', { kind: 'town', code: '990100102', town: null }),
  place(4, '谢家村'),
  place(5, '谢家村', { town: '梨塬镇' }),
  place(6, '上谢家村'),
  place(7, '长坡村'),
  place(8, '吕家庄村', { officialName: '吕家庄村村民委员会' }),
  place(9, '东关社区', { officialName: '东关社区居民委员会', formerNames: ['柳林村'] }),
  place(10, '解家沟村'),
  place(11, '大石门村'),
  place(12, '予', { officialName: '予村委会' }),
  place(13, '北', { town: '梨塬镇' }),
  place(14, '北街'),
  place(15, '黄·泥湾', { officialName: '黄泥湾社区居委会' }),
  place(16, '龙家堡', { town: '梨塬镇' }),
]);
const fids = (q: string) => search(index, q).map(({ fid }) => fid);

describe('places are found', () => {
  test.each([
    ['its name', '谢家村', [4, 5, 6], 'name'],
    ['the beginning of its name', '谢家', [4, 5, 6], 'name'],
    ['a town before its villages', '石门', [2, 11], 'name'],
    ['town and village as on paper', '梨塬镇谢家村', [5], 'name'],
    ['town and village in short', '梨塬谢家', [5], 'name'],
    ['its official name', '东关社区居民委员会', [9], 'name'],
    ['full pinyin', 'xiejiacun', [4, 5, 6], 'pinyin'],
    ['unfinished pinyin', 'xiejiac', [4, 5, 6], 'pinyin'],
    ['pinyin with blanks, capitals and tones', 'Xiè Jiā', [4, 5, 10], 'pinyin'],
    ['characters and letters mixed', '谢jc', [4, 5, 6], 'initials'],
    ['initials', 'xjc', [4, 5, 6], 'initials'],
    ['initials of town and village', 'lyxjc', [5], 'initials'],
    ['either reading: chang', 'changpo', [7], 'pinyin'],
    ['either reading: zhang', 'zhangpo', [7], 'pinyin'],
    ['either reading: xie', 'xiejiagou', [10], 'pinyin'],
    ['ü typed as v', 'lvjiazhuang', [8], 'pinyin'],
    ['ü typed as u', 'lujiazhuang', [8], 'pinyin'],
    ['a former name', '柳林村', [9], 'former'],
    ['a former name in initials', 'llc', [9], 'former'],
    ['one wrong character of the same sound', '谢加村', [4, 5], 'near'],
    ['one wrong character', '谢家庄', [4, 5], 'near'],
    ['one wrong character of a beginning', '吕佳庄', [8], 'near'],
    ['one wrong letter', 'xiejoacun', [4, 5], 'near'],
    ['two letters swapped', 'xiejaicun', [4, 5], 'near'],
    ['one letter missing', 'xiejacun', [4, 5], 'near'],
    ['a whole code', '990100101', [2], 'code'],
    ['the beginning of a code', '990100101004', [4], 'code'],
    ['a name of one character with 村', '予村', [12], 'name'],
    ['a name of one character with 村, before longer ones that begin so', '北村', [13], 'name'],
    ['initials of a name of one character', 'yc', [12], 'initials'],
    ['the name with 村 after it', '龙家堡村', [16], 'name'],
    ['the name with 社区 after it', '黄泥湾社区', [15], 'name'],
    ['town, name and 村 as on paper', '梨塬镇龙家堡村', [16], 'name'],
    ['a name without the dot in it', '黄泥湾', [15], 'name'],
    ['a name with another dot', '黄・泥湾', [15], 'name'],
    ['a name with a bullet', '黄•泥', [15], 'name'],
    ['a name with a wide full stop', '黄．泥湾', [15], 'name'],
    ['traditional characters', '龍家堡', [16], 'name'],
    ['traditional characters with 村', '黃泥灣社區', [15], 'name'],
    ['a name with a mark one cannot see in it', '龙\u200b家\u202e堡', [16], 'name'],
    ['nothing', '   ', [], undefined],
    ['what is nowhere', '天安门广场', [], undefined],
    ['signs of a pattern', '.*', [], undefined],
  ])('by %s: %s', (_, q, wanted, how) => {
    const found = search(index, q);
    expect(found.map(({ fid }) => fid).slice(0, Math.max(1, wanted.length))).toEqual(wanted);
    expect(found[0]?.how).toBe(how);
  });

  test('with the town of namesakes', () => {
    expect(search(index, '谢家村').map(({ name, town }) => `${town}${name}`)).toEqual([
      '石门镇谢家村',
      '梨塬镇谢家村',
      '石门镇上谢家村',
    ]);
  });

  test('a code before all that begin with it', () => expect(fids('990100')[0]).toBe(1));
  test('a town is not each of its villages', () => expect(fids('石门镇')).toEqual([2]));
  test('nothing miswritten when something fits', () => expect(fids('大石门')).toEqual([11]));
});

test.each([
  ['谢家村', '谢家村', true],
  ['谢家村', '谢加村', true],
  ['谢家村', '谢家', true],
  ['谢家', '谢家村', true],
  ['谢家村', '家谢村', true],
  ['谢家村', '村家谢', false],
  ['谢家村', '谢', false],
  ['', '谢', true],
])('%s and %s are one character apart at most: %s', (one, other, near) =>
  expect(oneAway([...one], [...other])).toBe(near),
);

test('a name of characters with many readings is read without trying them all', () => {
  const odd = buildSearchIndex([place(1, '和'.repeat(20)), place(2, '阿'.repeat(30))]);
  const readings = ['h'.repeat(19), `${'h'.repeat(19)}x`, `${'a'.repeat(29)}x`, `${'huo'.repeat(19)}x`];
  expect(readings.map((q) => search(odd, q).map(({ fid }) => fid))).toEqual([[1], [], [2], []]);
});

test('a name written in traditional characters is found by simplified ones and by its sound', () => {
  const index = buildSearchIndex([place(1, '龍灣村'), place(2, '後溝')]);
  expect(['龙湾', '龍湾村', 'longwan', 'hougou', '后沟村'].map((q) => search(index, q)[0]?.fid)).toEqual([
    1, 1, 1, 2, 2,
  ]);
});

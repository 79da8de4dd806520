import { expect, test } from 'vitest';
import { matchPlace, type PlaceName, type PlaceWanted } from '../../geodata/area/match-place.ts';

const place = (id: string, name: string, town: string | null, given: Partial<PlaceName> = {}): PlaceName => ({
  id,
  code: `99012710${id.padStart(4, '0')}`,
  name,
  officialName: town === null ? null : `${name}村村民委员会`,
  town,
  formerNames: [],
  ...given,
});
const villages = [
  place('1', '谢家村', '松溪镇', { officialName: '谢家村村民委员会' }),
  place('2', '谢家村', '白石镇', { officialName: '谢家村村民委员会' }),
  place('3', '东关', '岫阳镇', { officialName: '东关社区居民委员会' }),
  place('4', '万咀', '松溪镇', { formerNames: ['万家咀'] }),
  place('5', '月牙沟', '岫阳镇'),
  place('6', '黄·泥湾', '岫阳镇'),
];
const towns = [place('10', '松溪镇', null), place('11', '白石镇', null)];
const wanted = (given: Partial<PlaceWanted>): PlaceWanted => ({ code: null, town: null, village: null, ...given });

test.each([
  ['the code alone', wanted({ code: '990127100003' }), '3', 'code'],
  ['the code with the same name written otherwise', wanted({ code: '990127100003', village: '东关社区' }), '3', 'code'],
  ['the code with a name nobody has', wanted({ code: '990127100003', village: '东官' }), '3', 'code'],
  ['the full name', wanted({ village: '月牙沟' }), '5', 'name'],
  ['the official name', wanted({ village: '东关社区居民委员会' }), '3', 'name'],
  ['the name with another suffix', wanted({ village: '月牙沟行政村' }), '5', 'stem'],
  ['blanks of any width inside the name', wanted({ village: '月　牙沟' }), '5', 'name'],
  ['a name of two towns, with the town', wanted({ village: '谢家村', town: '白石' }), '2', 'name'],
  ['a name with its town before it', wanted({ village: '松溪镇谢家村' }), '1', 'name'],
  ['a name with its town before it, and the town', wanted({ village: '岫阳镇月牙沟村', town: '岫阳' }), '5', 'stem'],
  ['a name with the former one in brackets', wanted({ village: '月牙沟（原张家庄）' }), '5', 'name'],
  ['a name without the dot in it', wanted({ village: '黄泥湾村' }), '6', 'stem'],
  ['a name with another dot', wanted({ village: '黄•泥湾' }), '6', 'name'],
  ['a name in traditional characters', wanted({ village: '月牙溝村', town: '岫陽鎮' }), '5', 'stem'],
  ['town and name in traditional characters', wanted({ village: '岫陽鎮月牙溝' }), '5', 'name'],
  ['a former name', wanted({ village: '万家咀村', town: '松溪镇' }), '4', 'former'],
])('%s finds the place', (_, row, id, how) => expect(matchPlace(villages, row)).toEqual({ id, how }));

test.each([
  ['a name of two towns without the town', wanted({ village: '谢家村' }), ['1', '2'], 'several'],
  ['a look-alike name', wanted({ village: '万嘴', town: '松溪镇' }), ['4'], 'alike'],
  ['the right name in the wrong town', wanted({ village: '月牙沟', town: '白石镇' }), ['5'], 'alike'],
  [
    'a code and the name of another place',
    wanted({ code: '990127100003', village: '月牙沟' }),
    ['3', '5'],
    'contradiction',
  ],
  [
    'a code and the same name in the town of another',
    wanted({ code: '990127100001', village: '谢家村', town: '白石镇' }),
    ['1', '2'],
    'contradiction',
  ],
  ['a name with another town before it', wanted({ village: '松溪镇月牙沟', town: '岫阳镇' }), [], 'unknown'],
  ['a name without its 家', wanted({ village: '谢村', town: '白石镇' }), ['2'], 'alike'],
  ['a name nobody has', wanted({ village: '无此村' }), [], 'unknown'],
  ['nothing at all', wanted({}), [], 'unknown'],
])('%s is never guessed', (_, row, candidates, why) =>
  expect(matchPlace(villages, row)).toEqual({ id: null, candidates, why }),
);

test.each(['松溪镇', '松溪', '松溪乡'])('the town %s', (name) => {
  expect(matchPlace(towns, wanted({ village: name }))).toMatchObject({ id: '10' });
});

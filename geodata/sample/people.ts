import { chanceOf } from './chance.ts';
import { type SampleTown, towns, villages } from './places.ts';

/** An invented office-holder. Surnames are no surnames of this world, telephone numbers cannot be dialled. */
export interface SamplePerson {
  name: string;
  post: string;
  unit: string;
  phone: string;
}

const surnames = [...'岫岚霁澜汀峦霖霄塬壑溪岭'];
const given = [...'文明志安平远松柏学礼正和清朗新禾立言守成思源'];
const chance = chanceOf('people');
const names = chance.shuffled(
  surnames.flatMap((surname) => given.flatMap((first) => given.map((last) => [surname, first, last] as const))),
);
const unused = names.filter(([, first, last]) => first !== last).map((parts) => parts.join(''));
let count = 0;

function invent(post: string, unit: string): SamplePerson {
  count++;
  return { name: unused[count] ?? '', post, unit, phone: `000-0000${String(count).padStart(3, '0')}` };
}

/** 县级领导 in their rank order; the first ten are members of the standing committee and linked with a town each. */
export const leaders: SamplePerson[] = [
  invent('县委书记', '中共云岫县委'),
  invent('县委副书记、县长', '云岫县人民政府'),
  invent('县委副书记', '中共云岫县委'),
  invent('县委常委、纪委书记', '中共云岫县纪委'),
  invent('县委常委、常务副县长', '云岫县人民政府'),
  invent('县委常委、组织部部长', '中共云岫县委组织部'),
  invent('县委常委、宣传部部长', '中共云岫县委宣传部'),
  invent('县委常委、政法委书记', '中共云岫县委政法委'),
  invent('县委常委、统战部部长', '中共云岫县委统战部'),
  invent('县委常委、县委办公室主任', '中共云岫县委办公室'),
  invent('县委常委、人民武装部政委', '云岫县人民武装部'),
  invent('县人大常委会主任', '云岫县人大常委会'),
  invent('县政协主席', '政协云岫县委员会'),
  invent('副县长', '云岫县人民政府'),
];

/** 镇党委书记 by town code, and the town officials who answer for some villages each. */
export const townSecretaries = new Map(
  towns.map(({ code, name }) => [code, invent('镇党委书记', `中共${name}委员会`)]),
);
const officialPosts = ['镇党委副书记、镇长', '镇党委副书记', '镇党委组织委员', '副镇长'];
const townOfficials = new Map(
  towns.map(({ code, name }) => [code, officialPosts.map((post) => invent(post, `${name}人民政府`))]),
);

/** The town official who answers for the village at this place in the town's order. */
export function officialOf({ code }: SampleTown, position: number): SamplePerson {
  const officials = townOfficials.get(code) ?? [];
  return officials[position % officials.length] as SamplePerson;
}

/** 村党组织书记 by village code. */
export const villageSecretaries = new Map(
  villages.map((village) => [
    village.code,
    invent(village.type === '社区' ? '社区党组织书记' : '村党组织书记', `${village.town.name}${village.name}`),
  ]),
);

/** 县直部门 that guide villages, each with the head who leads a working group. */
export const departments: SamplePerson[] = [
  '民政局',
  '财政局',
  '农业农村局',
  '教育体育局',
  '卫生健康局',
  '市场监督管理局',
  '文化和旅游局',
  '水利局',
  '交通运输局',
  '发展和改革局',
  '工业和信息化局',
  '自然资源局',
].map((name) => invent('局长', `县${name}`));

/** 驻村第一书记, enough for the backward organisations. */
export const firstSecretaries: SamplePerson[] = departments.flatMap(({ unit }) => [
  invent('驻村第一书记', unit),
  invent('驻村第一书记', unit),
]);

/** Which leader is linked with which town; 石门镇 passed from one to another in the campaign. */
export interface SampleLinkage {
  leader: SamplePerson;
  town: SampleTown;
  fromOn: string;
  toOn: string | null;
}
export const linkages: SampleLinkage[] = towns.flatMap((town, position) => {
  const leader = leaders[position] as SamplePerson;
  if (town.name !== '石门镇') return [{ leader, town, fromOn: '2026-08-17', toOn: null }];
  return [
    { leader: leaders[10] as SamplePerson, town, fromOn: '2026-08-17', toOn: '2026-09-21' },
    { leader, town, fromOn: '2026-09-21', toOn: null },
  ];
});

/** The leader linked with the town on the day. */
export function leaderOf(town: SampleTown, on: string): SamplePerson {
  const linkage = linkages.find((one) => one.town === town && one.fromOn <= on && (one.toOn === null || on < one.toOn));
  return (linkage as SampleLinkage).leader;
}

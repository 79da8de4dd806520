import { departments, firstSecretaries, type SamplePerson } from './people.ts';
import { type SampleVillage, villages } from './places.ts';

/** One problem of a backward organisation. */
interface SampleProblem {
  text: string;
  measure: string;
  dueOn: string;
  doneOn: string | null;
}

/** 后进整顿 of one village: who named it, what is wrong, who turns it around. Days after today are left out by hand. */
export interface SampleTurnaround {
  village: SampleVillage;
  namedBy: '市定' | '县定';
  namedOn: string;
  problems: SampleProblem[];
  /** Whether the linked county leader took it on, and whether a working group was sent. */
  led: boolean;
  group: { head: SamplePerson; units: string[]; stationedOn: string } | null;
  guide: SamplePerson;
  firstSecretary: SamplePerson;
  signedOffOn: string | null;
}

const measures: Record<string, string> = {
  '班子不健全，村委会主任空缺': '县民政局具体指导，依法补选村委会班子',
  党组织书记能力不强: '选派第一书记帮带，镇党委书记每周约谈',
  '“三会一课”制度不落实': '制定年度计划，镇组织委员到会督促',
  村务财务公开不及时: '按季公开，由镇纪委核查',
  '集体经济薄弱，无稳定收入': '盘活闲置校舍，签订合作协议',
  党员活动场所不达标: '纳入阵地建设，倒排工期限期建成',
  党建档案资料不全: '指导单位派员集中补建',
  信访问题化解不及时: '县级领导包案，逐件销号',
  发展党员工作停滞: '培养入党积极分子，明确联系人',
  党员教育管理松散: '恢复每月主题活动日，开办党员夜校',
  换届遗留矛盾未化解: '工作组驻村调处，签订化解协议',
  '为民服务不规范，大厅无人值守': '实行村干部轮流值班，公开值班电话',
};

/**
 * Village code, who named it and when, its problems as `text|due|done`, and what is special: `!` nobody leads it and no group was sent, `?` no group alone,
 * `=day` signed off.
 */
const list: [code: string, namedBy: 'city' | 'county', namedOn: string, problems: string[], special?: string][] = [
  [
    '990127104205',
    'city',
    '2026-08-05',
    [
      '班子不健全，村委会主任空缺|2026-10-15|',
      '换届遗留矛盾未化解|2026-09-30|2026-10-09',
      '党建档案资料不全|2026-10-31|',
    ],
  ],
  [
    '990127104212',
    'city',
    '2026-08-05',
    [
      '党组织书记能力不强|2026-09-30|2026-09-28',
      '信访问题化解不及时|2026-10-20|',
      '集体经济薄弱，无稳定收入|2026-11-15|',
    ],
  ],
  [
    '990127105208',
    'city',
    '2026-08-05',
    ['“三会一课”制度不落实|2026-09-20|2026-09-18', '党员教育管理松散|2026-10-10|2026-10-08'],
    '=2026-10-19',
  ],
  [
    '990127107208',
    'city',
    '2026-08-05',
    ['班子不健全，村委会主任空缺|2026-10-31|', '村务财务公开不及时|2026-09-30|2026-09-30'],
  ],
  [
    '990127100211',
    'city',
    '2026-08-05',
    ['集体经济薄弱，无稳定收入|2026-11-10|', '党建档案资料不全|2026-10-10|2026-10-06'],
  ],
  ['990127101202', 'county', '2026-08-24', ['党员活动场所不达标|2026-11-15|', '发展党员工作停滞|2026-10-31|']],
  [
    '990127103217',
    'county',
    '2026-08-24',
    ['为民服务不规范，大厅无人值守|2026-09-15|2026-09-12', '党建档案资料不全|2026-09-30|2026-09-27'],
    '=2026-10-08',
  ],
  [
    '990127103205',
    'county',
    '2026-08-24',
    ['换届遗留矛盾未化解|2026-10-25|', '“三会一课”制度不落实|2026-09-30|2026-10-12'],
  ],
  [
    '990127104215',
    'county',
    '2026-08-24',
    ['党组织书记能力不强|2026-10-15|', '党员教育管理松散|2026-10-31|', '党员活动场所不达标|2026-11-15|'],
    '?',
  ],
  [
    '990127105213',
    'county',
    '2026-08-24',
    ['村务财务公开不及时|2026-10-20|2026-10-16', '发展党员工作停滞|2026-11-10|'],
  ],
  ['990127106204', 'county', '2026-09-02', ['信访问题化解不及时|2026-10-15|', '党员教育管理松散|2026-10-31|']],
  [
    '990127108203',
    'county',
    '2026-09-02',
    ['为民服务不规范，大厅无人值守|2026-10-10|2026-10-09', '村务财务公开不及时|2026-10-20|2026-10-19'],
    '=2026-10-27',
  ],
  [
    '990127109205',
    'county',
    '2026-09-02',
    ['集体经济薄弱，无稳定收入|2026-11-15|', '“三会一课”制度不落实|2026-10-31|'],
  ],
  ['990127107202', 'county', '2026-09-11', ['党组织书记能力不强|2026-11-10|', '党建档案资料不全|2026-10-31|'], '!'],
];

/** The county's backward organisations: city- and county-named, three signed off, some past a limit, two without a working group. */
export const turnarounds: SampleTurnaround[] = list.map(([code, by, namedOn, problems, special = ''], at) => {
  const village = villages.find((one) => one.code === code) as SampleVillage;
  const guide = departments[at % departments.length] as SamplePerson;
  const other = departments[(at + 5) % departments.length] as SamplePerson;
  const sent = special !== '!' && special !== '?';
  return {
    village,
    namedBy: by === 'city' ? '市定' : '县定',
    namedOn,
    problems: problems.map((problem) => {
      const [text = '', dueOn = '', doneOn = ''] = problem.split('|');
      return { text, measure: measures[text] ?? '', dueOn, doneOn: doneOn || null };
    }),
    led: special !== '!',
    group: sent
      ? {
          head: guide,
          units: ['县委组织部', guide.unit, other.unit, village.town.name],
          stationedOn: stationed(namedOn, at),
        }
      : null,
    guide,
    firstSecretary: firstSecretaries[at] as SamplePerson,
    signedOffOn: special.startsWith('=') ? special.slice(1) : null,
  };
});

/** Working groups come into the village within a fortnight of the campaign's beginning or of the naming. */
function stationed(namedOn: string, at: number): string {
  const day = new Date(`${namedOn < '2026-08-17' ? '2026-08-17' : namedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 3 + (at % 8));
  return day.toISOString().slice(0, 10);
}

import { type Area, readAreas } from '../area/area-store.ts';
import { viewAt } from '../change/view-at.ts';
import { write } from '../change/write.ts';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import { readVisits } from '../inspection/visit-store.ts';
import { officeViewer } from '../person/open-viewer.ts';
import { type Person, readPeople } from '../person/people.ts';
import type { Role, Subject } from '../rights/view.ts';
import { makeAccount } from '../user/account/account-actions.ts';
import { hasAccounts } from '../user/account/account-store.ts';

interface Invented {
  login: string;
  role: Role;
  name: string;
  post: string;
  unit: string | null;
  personId?: string;
  places?: string[];
  subjects?: Subject[];
  teams?: string[];
}

/** 示例县的虚构人物 — accounts without passwords, to be taken by one click; only where the sample county was imported and nobody has an account. */
export async function addSamplePeople(store: Store): Promise<void> {
  if (await hasAccounts(store)) return;
  const view = await viewAt(store, officeViewer);
  const [areas, people, visits] = await Promise.all([
    readAreas(store, view),
    readPeople(store, view),
    readVisits(store, view),
  ]);
  const leaders = [...people.values()]
    .filter(({ position, name }) => position !== null && name !== null)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const teams = Map.groupBy(
    visits.filter(({ level }) => level === 'county'),
    ({ team }) => team ?? '',
  );
  const team = [...teams].filter(([name]) => name !== '').sort((a, b) => b[1].length - a[1].length)[0]?.[0];
  const invented = [
    ...leaders.slice(0, 2).map((leader, at) => leaderAccount(leader, at + 1)),
    ...inventedPeople(areas, team ?? null),
  ];
  await write(store, { actor: 'sample', clock: await clockOf(store) }, async (tx) => {
    for (const { personId, places = [], subjects = [], teams: own = [], ...person } of invented)
      await makeAccount(tx, { ...person, workPhone: null, places, subjects, teams: own }, personId ? { personId } : {});
  });
}

function leaderAccount({ id, name, post, unit }: Person, at: number): Invented {
  return { login: `leader${at}`, role: 'leader', name: name ?? '', post: post ?? '', unit, personId: id };
}

function inventedPeople(areas: Area[], team: string | null): Invented[] {
  const [first, second] = areas.filter(({ kind }) => kind === 'town');
  const village = areas.find(({ kind, parentId }) => kind === 'village' && parentId === first?.id);
  const department = '县委组织部';
  return [
    { login: 'office', role: 'office', name: '周文清', post: '副部长', unit: department },
    { login: 'finance', role: 'department', name: '何建国', post: '副局长', unit: '县财政局', subjects: ['venue'] },
    ...[first, second].flatMap((town, at): Invented[] =>
      town
        ? [
            {
              login: `town${at + 1}`,
              role: 'town',
              name: at === 0 ? '李春兰' : '王志强',
              post: '党委组织委员',
              unit: town.officialName ?? town.name,
              places: [town.id],
            },
          ]
        : [],
    ),
    ...(village
      ? [
          {
            login: 'village',
            role: 'village',
            name: '张桂英',
            post: '村文书',
            unit: village.officialName ?? village.name,
            places: [village.id],
          } satisfies Invented,
        ]
      : []),
    ...(team
      ? [
          {
            login: 'inspector',
            role: 'inspector',
            name: '赵一鸣',
            post: '督导组成员',
            unit: team,
            teams: [team],
          } satisfies Invented,
        ]
      : []),
    { login: 'admin', role: 'administrator', name: '孙海波', post: '系统管理员', unit: '县信息中心' },
    { login: 'security', role: 'security', name: '钱立诚', post: '安全管理员', unit: '县委办公室' },
    { login: 'auditor', role: 'auditor', name: '冯素琴', post: '审计管理员', unit: '县审计局' },
  ];
}

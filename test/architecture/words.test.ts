import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import type { LedgerKind } from '../../geodata/format/hand-over.ts';
import { columnTitles } from '../../geodata/sheet/columns.zh.ts';
import { type FieldName, fields } from '../../server/words/field/rules.ts';
import { dossierEn } from '../../web/message/dossier/dossier.en.ts';
import { dossierZh } from '../../web/message/dossier/dossier.zh.ts';
import { formEn } from '../../web/message/form/form.en.ts';
import { formZh } from '../../web/message/form/form.zh.ts';
import { meetingEn } from '../../web/message/meeting/meeting.en.ts';
import { meetingZh } from '../../web/message/meeting/meeting.zh.ts';
import { taskEn } from '../../web/message/task/task.en.ts';
import { taskZh } from '../../web/message/task/task.zh.ts';
import { sources } from './sources.ts';

/** What is said on screen, on paper, in history and audit; names of invented people and words read from files apart. */
const said = sources(/^(web\/message\/.*|server\/.*\.(message|layer)|server\/words\/field\/rules)\.ts$/).filter(
  ({ path }) => !/sample-people|responsible\.message|node-measure/.test(path),
);
const han = /\p{Script=Han}/u;

/** A node of a parsed file, as far as literals need it. */
interface Node {
  type: string;
  start: number;
  end: number;
  [name: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/**
 * Literals of a file by language: Chinese by its characters; English in the English files, under a key `en`, and as the argument behind a Chinese
 * one. A template is as it stands in the file.
 */
function literals({ path, text }: { path: string; text: string }): { zh: string[]; en: string[] } {
  const found = { zh: [] as string[], en: [] as string[] };
  const textOf = (node: unknown): string | null => {
    if (!isNode(node)) return null;
    if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
    return node.type === 'TemplateLiteral' ? text.slice(node.start, node.end) : null;
  };
  const walk = (node: Node, english: boolean): void => {
    const literal = textOf(node);
    if (literal !== null && han.test(literal)) found.zh.push(literal);
    else if (literal !== null && english) found.en.push(literal);
    if (literal !== null || node.type === 'ImportDeclaration') return;
    for (const [name, value] of Object.entries(node)) {
      const key = (node.key as Node | undefined)?.name;
      if (node.type === 'Property' && name === 'key') continue;
      const children = (Array.isArray(value) ? value : [value]).filter(isNode);
      for (const [at, child] of children.entries()) {
        const behind = name === 'arguments' && han.test(textOf(children[at - 1]) ?? '');
        walk(child, english || behind || (node.type === 'Property' && key === 'en'));
      }
    }
  };
  walk(parseSync(path, text).program as unknown as Node, path.endsWith('.en.ts'));
  return found;
}

const messages = said.map((file) => ({ path: file.path, ...literals(file) }));
const saying = (lang: 'zh' | 'en', pattern: RegExp) =>
  messages.flatMap((file) => file[lang].filter((one) => pattern.test(one)).map((one) => `${file.path}: ${one}`));

describe('a concept has one Chinese word', () => {
  test('there are messages to look at', () => {
    expect(messages.flatMap(({ zh }) => zh).length).toBeGreaterThan(1500);
    expect(messages.flatMap(({ en }) => en).length).toBeGreaterThan(1500);
  });
  test.each<[string, RegExp]>([
    ['包抓领导', /联系领导|联系(包抓)?县级领导|联系包抓领导|牵头县级领导|包抓县级领导|县级领导牵头/],
    ['整顿工作组', /(?<!顿)工作组(组长|成员单位|单位)|整顿组|无组无领导/],
    ['认定日期, 认定级别', /确定日期|确定级别|后进认定/],
    ['核定补助, 已拨付补助', /补助(资金|金额)|应补金额|已付金额|已拨金额|全额拨付/],
    ['组织部, 财政局', /组织部门|财政部门|两家/],
    ['验收合格率', /(?<!达标)验收率/],
    ['节点, 倒排工期', /倒排节点|工期节点/],
    ['达标清单', /建设清单|阵地清单/],
    ['销号', /验收销号|整改销号|办结|未结/],
    ['督查组 is 督导组', /督查组|检查组/],
    ['明察', /明查/],
    ['已督查', /到访|已实施|登记已查/],
    ['后进党组织', /后进村|不在后进名单|非后进/],
    ['通报批评, 上级通报与考评', /(?<!节)点名|上级通报(?!与考评)/],
    ['点评意见, 议定事项', /会上意见|决定事项|本次决定|上次决定/],
    ['办公电话', /工作电话/],
    ['行程单, 优先分', /出车单|价值/],
    ['会议屏', /会议大屏|会议室大屏/],
    ['操作人, 操作内容, 涉及地点', /何人|何事|何地/],
    ['他人, 您无权查看, 如属实', /别人|另一位|您看不到|不归您|确实如此/],
    ['重点关注', /最差|垫底/],
    ['超过 for more than', /超期\S*天以上/],
    ['起始日期', /行动第一天|“起始日”/],
    ['责任人类别', /责任类别/],
    ['村的全称 without a blank behind its town', /[镇乡] \$?\{/],
    ['words of an office', /县里|市里|打不开|读不懂|说不清|谈不上|做成|一切正常|连不上|晚点/],
  ])('%s', (_, banned) => expect(saying('zh', banned)).toEqual([]));
});

describe('a concept has one English word', () => {
  test.each<[string, RegExp]>([
    ['village centre', /\bvenues?\b/i],
    ['weak Party organisation', /\bbackward\b/i],
    ['overhaul', /\bturnarounds?\b/i],
    ['leader in charge', /\blinked\b|\blinkage\b/i],
    ['assign', /\bhand(s|ed)? over\b|\bgiven before\b|\btasks? (was |just )?given\b/i],
    ['corrected', /\bput right\b/i],
    ['both departments', /\bbureaus\b/i],
    ['not reported', /\bn\/r\b/],
    ['¥', /10,000 yuan/],
    ['priority', /\bworth {score}|\(worth\b/i],
    ['issue a plan', /\btold\b|\btell the teams\b/i],
    ['city and province results', /\bsuperiors?\b/i],
    ['audit log', /\bsecurity log\b/i],
    ['task ledger', /\bledger of tasks\b/i],
    ['they', /\b(he|his|him|himself|whoever|somebody)\b/i],
    ['key date', /\bnodes?\b/i],
    ['area change', /\bchanges? of places?\b/i],
    ['area code', /\bdivision code\b/i],
    ['the data, the record', /\bthe store\b/i],
    ['is not a', /(?<!\bthere )\b(is|are) no (?!longer\b)/i],
    ['deadline, date', /\bday of the visit\b|\blimit of the task\b/i],
    ['one stop at the end, behind the source', /\.\{source\}|\. \(source/],
    ['brackets of English', /[（）：；、。]/],
  ])('%s', (_, banned) => expect(saying('en', banned)).toEqual([]));
});

describe('what is written for readers of the code', () => {
  // A migration once released is never edited.
  const remarks = sources(/^(server\/(?!db\/migrations)|web|geodata|test).*\.(ts|tsx|mjs)$/).flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => /^\s*(\/\*\*|\*|\/\/)/.test(line))
      .map((line) => ({ path, said: line.trim() })),
  );
  test('there are comments to look at', () => expect(remarks.length).toBeGreaterThan(2000));
  test('is plain: nothing is told, nobody is whoever or he', () =>
    expect(remarks.filter(({ said }) => /\b(told|whoever|he|his|him|himself)\b/i.test(said))).toEqual([]));
});

describe('a field is called the same wherever it stands', () => {
  test.each<[LedgerKind, Record<string, FieldName>]>([
    [
      'venue',
      {
        ...{ code: 'code', town: 'town', village: 'village', place: 'place', reportedOn: 'reportedOn', stage: 'stage' },
        ...{ organisationAcceptedOn: 'organisationAcceptedOn', financeAcceptedOn: 'financeAcceptedOn' },
        ...{ subsidyFen: 'subsidyFen', subsidyPaidFen: 'subsidyPaidFen', reason: 'reason' },
      },
    ],
    [
      'organisation',
      {
        ...{ name: 'organisationName', screenedOn: 'screenedOn', backward: 'backward', namedBy: 'namedBy' },
        ...{ namedOn: 'namedOn', problems: 'problem', measures: 'measure', dueOn: 'problemDueOn' },
        ...{ doneOn: 'problemDoneOn', leader: 'leaderId', leaderPost: 'leaderPost', groupHead: 'groupHeadId' },
        ...{ groupHeadPost: 'groupHeadPost', groupUnits: 'groupUnits', guidingUnit: 'guidingUnit' },
        ...{ stationedOn: 'stationedOn', signedOffOn: 'signedOffOn' },
      },
    ],
    [
      'inspection',
      {
        ...{ number: 'visitNumber', occurredOn: 'visitOn', state: 'status', level: 'visitLevel', team: 'team' },
        ...{ announced: 'visitWay', leader: 'visitLeaderId', villages: 'visitVillages', findings: 'finding' },
        ...{ closedOn: 'signedOffOn' },
      },
    ],
    ['linkage', { leader: 'leaderId', town: 'linkageTown', phone: 'workPhone', post: 'post', unit: 'personUnit' }],
    ['responsibility', { function: 'function', name: 'personName', phone: 'workPhone', unit: 'personUnit' }],
    ['campaign', { item: 'task' }],
  ])('in the ledger %s', (ledger, names) => {
    const titles = columnTitles(ledger, Object.keys(names));
    expect(titles).toEqual(Object.values(names).map((name) => fields[name].zh));
  });
  const zh = { form: formZh, dossier: dossierZh, task: taskZh, meeting: meetingZh };
  const en = { form: formEn, dossier: dossierEn, task: taskEn, meeting: meetingEn };
  const pairs = [
    ['leaderId', 'form.leader', 'dossier.leader', 'dossier.linkage'],
    ['namedOn', 'form.namedOn', 'dossier.namedOn'],
    ['groupHeadId', 'form.groupHead', 'dossier.groupHead'],
    ['groupUnits', 'form.groupUnits', 'dossier.groupUnits'],
    ['guidingUnit', 'form.guidingUnit', 'dossier.guidingUnit'],
    ['measure', 'form.measure', 'dossier.measure'],
    ['problemDueOn', 'form.dueOn', 'dossier.dueOn'],
    ['signedOffOn', 'form.signedOffOn', 'dossier.signedOffOn', 'form.findingClosed'],
    ['plannedOn', 'form.planned', 'dossier.planned'],
    ['doneOn', 'form.done', 'dossier.done'],
    ['checklist', 'form.checklist', 'dossier.checklist'],
    ['subsidyFen', 'form.subsidy', 'dossier.subsidy'],
    ['subsidyPaidFen', 'form.subsidyPaid', 'dossier.subsidyPaid'],
    ['organisationAcceptedOn', 'form.organisationAccepted', 'dossier.organisationAccepted'],
    ['financeAcceptedOn', 'form.financeAccepted', 'dossier.financeAccepted'],
    ['visitLeaderId', 'form.visitLeader', 'dossier.visitLeader'],
    ['unit', 'task.unit', 'meeting.unit'],
    ['personId', 'task.person', 'meeting.person'],
    ['dueOn', 'task.limit', 'meeting.dueOn'],
  ] as const;
  const of = (words: object, path: string) =>
    path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], words);
  test.each(pairs)('%s', (name, ...places) => {
    expect(places.map((path) => of(zh, path ?? ''))).toEqual(places.map(() => fields[name].zh));
    expect(places.map((path) => of(en, path ?? ''))).toEqual(places.map(() => fields[name].en));
  });
  test('no two fields share a Chinese word, unless they are one on purpose', () => {
    const titles = Object.values(fields).map(({ zh: title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});

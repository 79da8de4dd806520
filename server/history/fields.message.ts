import { functionTitles } from '../area/dossier-words.message.ts';
import type { Finding } from '../inspection/rules.ts';
import { visitLevelTitles } from '../inspection/visit-level.message.ts';
import type { Problem } from '../organisation/rules.ts';
import { cellSaid, cellTitle } from '../proposal/proposal.message.ts';
import type { Cell } from '../save/proposal/rules.ts';
import { type TaskBody, taskStates } from '../task/rules.ts';
import { taskStateWords } from '../task/task.message.ts';
import { milestoneTitles, stageTitles } from '../venue/milestone-titles.message.ts';
import type { ChecklistItem, Milestone } from '../venue/rules.ts';
import { dayText, sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';

/** A value as a person writes it; null: nothing stands there. */
type Said = Text | string | null;

/** One field of a version: what tells it from the others, its title, its value. */
export interface Field {
  key: string;
  title: Text;
  said: Said;
}

/** What fields need beside the row: names of people and places by id, and the items of the checklist. */
export interface FieldNames {
  person(id: string): string | null;
  place(id: string): string | null;
  checklist: ChecklistItem[];
}

type Row = Record<string, unknown>;
const t = (zh: string, en: string): Text => ({ zh, en });
const field = (key: string, title: Text, said: Said): Field => ({ key, title, said });
const day = (value: unknown): Said => (typeof value === 'string' && value !== '' ? dayText(value) : null);
const word = (value: unknown): Said => (typeof value === 'string' && value !== '' ? value : null);
const list = <One>(value: unknown): One[] => (typeof value === 'string' ? (JSON.parse(value) as One[]) : []);

/** Money in the unit ledgers use: fen as 万元 with at most six decimals. */
function money(fen: unknown): Said {
  if (typeof fen !== 'number') return null;
  const tenThousands = String(Number((fen / 1_000_000).toFixed(6)));
  return t(`${tenThousands}万元`, `${tenThousands} ×10,000 yuan`);
}

const erased = t('（已删除的人员）', '(a person erased)');
const person = (id: unknown, names: FieldNames): Said => (typeof id === 'string' ? (names.person(id) ?? erased) : null);

function venueFields(row: Row, { checklist }: FieldNames): Field[] {
  const items = JSON.parse(String(row.items)) as Record<string, boolean>;
  const titles = new Map(checklist.map(({ key, title }) => [key, title]));
  const keys = [...new Set([...checklist.map(({ key }) => key), ...Object.keys(items)])];
  const milestones = list<Milestone>(row.milestones);
  return [
    field('stage', t('建设阶段', 'Stage'), stageTitles[row.stage as keyof typeof stageTitles] ?? word(row.stage)),
    ...milestones.flatMap(({ key, plannedOn, doneOn, moves = 0 }) => [
      field(`p-${key}`, sentence('{step}·计划日期', '{step}, planned', { step: milestoneTitles[key] }), day(plannedOn)),
      ...(moves > 0
        ? [
            field(
              `m-${key}`,
              sentence('{step}·计划调整次数', '{step}, times moved', { step: milestoneTitles[key] }),
              String(moves),
            ),
          ]
        : []),
      field(`d-${key}`, sentence('{step}·完成日期', '{step}, done', { step: milestoneTitles[key] }), day(doneOn)),
    ]),
    ...keys.map((key) => {
      const has = items[key];
      const said = has === undefined ? null : has ? t('有', 'yes') : t('无', 'no');
      return field(`i-${key}`, titles.get(key) ?? t(key, key), said);
    }),
    field(
      'organisationAcceptedOn',
      t('组织部验收日期', 'Accepted by the organisation department'),
      day(row.organisationAcceptedOn),
    ),
    field('financeAcceptedOn', t('财政局验收日期', 'Accepted by the finance bureau'), day(row.financeAcceptedOn)),
    field('subsidyFen', t('补助金额', 'Subsidy'), money(row.subsidyFen)),
    field('subsidyPaidFen', t('已拨金额', 'Subsidy paid'), money(row.subsidyPaidFen)),
    field('reportedOn', t('报送日期', 'Reported on'), day(row.reportedOn)),
  ];
}

const namedBy: Record<string, Text> = { city: t('市定', 'by the city'), county: t('县定', 'by the county') };

function problemText({ text, measure, dueOn, doneOn }: Problem): Text {
  const zh = [text, measure && `措施：${measure}`, dueOn && `时限：${dayText(dueOn).zh}`];
  const en = [text, measure && `measure: ${measure}`, dueOn && `due ${dayText(dueOn).en}`];
  zh.push(doneOn === null ? '未完成' : `${dayText(doneOn).zh}完成`);
  en.push(doneOn === null ? 'open' : `done ${dayText(doneOn).en}`);
  return t(zh.filter(Boolean).join('；'), en.filter(Boolean).join('; '));
}

function organisationFields(row: Row, names: FieldNames): Field[] {
  const units = list<string>(row.groupUnits);
  return [
    field('name', t('党组织名称', 'Organisation'), word(row.name)),
    field('field', t('领域', 'Field'), word(row.field)),
    field('screenedOn', t('排查日期', 'Screened on'), day(row.screenedOn)),
    field('namedBy', t('后进认定', 'Named backward'), namedBy[String(row.namedBy)] ?? null),
    field('namedOn', t('认定日期', 'Named on'), day(row.namedOn)),
    ...list<Problem>(row.problems).map((problem, at) =>
      field(`problem-${at}`, t(`问题${at + 1}`, `Problem ${at + 1}`), problemText(problem)),
    ),
    field('leaderId', t('包抓县级领导', 'County leader in charge'), person(row.leaderId, names)),
    field('groupHeadId', t('整顿工作组组长', 'Head of the working group'), person(row.groupHeadId, names)),
    field(
      'groupUnits',
      t('工作组成员单位', 'Units of the working group'),
      units.length > 0 ? t(units.join('、'), units.join(', ')) : null,
    ),
    field('guidingUnit', t('指导单位', 'Guiding unit'), word(row.guidingUnit)),
    field('stationedOn', t('驻村日期', 'Stationed on'), day(row.stationedOn)),
    field('signedOffOn', t('验收销号日期', 'Signed off on'), day(row.signedOffOn)),
    field('reportedOn', t('报送日期', 'Reported on'), day(row.reportedOn)),
  ];
}

const states: Record<string, Text> = { planned: t('计划', 'planned'), made: t('已督查', 'made') };

function visitFields(row: Row, names: FieldNames): Field[] {
  return [
    field('occurredOn', t('督查日期', 'Date of the visit'), day(row.occurredOn)),
    field('state', t('状态', 'State'), states[String(row.state)] ?? word(row.state)),
    field(
      'level',
      t('督查级别', 'Level'),
      visitLevelTitles[row.level as keyof typeof visitLevelTitles] ?? word(row.level),
    ),
    field('announced', t('方式', 'Way'), row.announced === 1 ? t('明察', 'announced') : t('暗访', 'unannounced')),
    field('team', t('督导组', 'Team'), word(row.team)),
    field('leaderId', t('带队领导', 'Led by'), person(row.leaderId, names)),
    field('reportedOn', t('登记日期', 'Recorded on'), day(row.reportedOn)),
  ];
}

/** 发现问题 at one place of a visit. */
function visitPlaceFields(row: Row): Field[] {
  return list<Finding>(row.findings).map(({ text, closedOn }, at) =>
    field(
      `finding-${at}`,
      t(`发现问题${at + 1}`, `Finding ${at + 1}`),
      closedOn === null
        ? t(`${text}；未销号`, `${text}; open`)
        : t(`${text}；${dayText(closedOn).zh}销号`, `${text}; closed ${dayText(closedOn).en}`),
    ),
  );
}

function areaFields(row: Row, names: FieldNames): Field[] {
  const parent = typeof row.parentId === 'string' ? names.place(row.parentId) : null;
  return [
    field('name', t('名称', 'Name'), word(row.name)),
    field('officialName', t('全称', 'Official name'), word(row.officialName)),
    field('code', t('代码', 'Code'), word(row.code)),
    field('type', t('类型', 'Type'), word(row.type)),
    field('parentId', t('隶属', 'Belongs to'), parent),
    field('fromOn', t('启用日期', 'From'), day(row.fromOn)),
    field('toOn', t('停用日期', 'Until'), day(row.toOn)),
  ];
}

function responsibilityFields(row: Row, names: FieldNames): Field[] {
  const title = functionTitles[String(row.function)] ?? t('责任人', 'Responsible');
  return [field(String(row.function), title, person(row.personId, names))];
}

function linkageFields(row: Row, names: FieldNames): Field[] {
  return [
    field('leaderId', t('联系包抓领导', 'Linked county leader'), person(row.leaderId, names)),
    field('fromOn', t('开始日期', 'From'), day(row.fromOn)),
    field('toOn', t('结束日期', 'Until'), day(row.toOn)),
  ];
}

const taskState = (value: unknown): Said => {
  const state = taskStates.find((one) => one === value);
  return state ? t(taskStateWords.zh[state], taskStateWords.en[state]) : word(value);
};

function taskFields(row: Row, names: FieldNames): Field[] {
  const { title, unit, steps } = JSON.parse(String(row.body)) as TaskBody;
  return [
    field('title', t('交办事项', 'Task'), word(title)),
    field('state', t('状态', 'State'), taskState(row.state)),
    field('unit', t('责任单位', 'Unit'), word(unit)),
    field('personId', t('责任人', 'Responsible'), person(row.personId, names)),
    field('dueOn', t('完成时限', 'Due'), day(row.dueOn)),
    field('note', t('说明', 'Remark'), word(steps.at(-1)?.note)),
  ];
}

const proposalStates: Record<string, Text> = {
  waiting: t('待审', 'waiting'),
  accepted: t('已同意', 'accepted'),
  refused: t('不予同意', 'refused'),
  withdrawn: t('已撤回', 'withdrawn'),
};

function proposalFields(row: Row, names: FieldNames): Field[] {
  return [
    field('state', t('申请状态', 'Request'), proposalStates[String(row.state)] ?? word(row.state)),
    ...list<Cell>(row.cells).map((cell) => {
      const [from, to] = [cell.from, cell.to].map((value) => cellSaid(cell.path, value, names.person));
      return field(
        `${cell.path} ${cell.of ?? ''}`,
        cellTitle(cell),
        sentence('{from} → {to}', '{from} → {to}', { from: from ?? '', to: to ?? '' }),
      );
    }),
    field('answer', t('审定意见', 'Decision'), word(row.answer)),
  ];
}

/** The fields of a version of each table a place's history shows, in the order of its form. */
export const fieldsOf: Record<HistoryTable, (row: Record<string, unknown>, names: FieldNames) => Field[]> = {
  venue: venueFields,
  organisation: organisationFields,
  proposal: proposalFields,
  confirmation: ({ reason }) => [field('reason', t('原因说明', 'Reason given'), word(reason))],
  visit: visitFields,
  visitPlace: visitPlaceFields,
  area: areaFields,
  responsibility: responsibilityFields,
  linkage: linkageFields,
  task: taskFields,
};
export type HistoryTable =
  | 'confirmation'
  | 'proposal'
  | 'venue'
  | 'organisation'
  | 'visit'
  | 'visitPlace'
  | 'area'
  | 'responsibility'
  | 'linkage'
  | 'task';

import { functionTitle } from '../area/dossier-words.message.ts';
import type { Finding } from '../inspection/rules.ts';
import { visitLevelTitles } from '../inspection/visit-level.message.ts';
import { namedByTitles } from '../organisation/named-by.message.ts';
import type { Problem } from '../organisation/rules.ts';
import { cellSaid, cellTitle } from '../proposal/proposal.message.ts';
import type { Cell } from '../save/proposal/rules.ts';
import { type TaskBody, taskStates } from '../task/rules.ts';
import { taskStateWords } from '../task/task.message.ts';
import { milestoneTitles, stageTitles } from '../venue/milestone-titles.message.ts';
import type { ChecklistItem, Milestone } from '../venue/rules.ts';
import { fields } from '../words/field/rules.ts';
import { listedText } from '../words/names/rules.ts';
import { ownOf } from '../words/own/rules.ts';
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

/** Money in the unit each language uses: fen as 万元 with at most six decimals, as yuan in English. */
function money(fen: unknown): Said {
  if (typeof fen !== 'number') return null;
  const tenThousands = String(Number((fen / 1_000_000).toFixed(6)));
  return t(`${tenThousands}万元`, `¥${(fen / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`);
}

const erased = t('（人员信息已删除）', '(personal data erased)');
const person = (id: unknown, names: FieldNames): Said => (typeof id === 'string' ? (names.person(id) ?? erased) : null);

const numbered = ({ zh, en }: Text, at: number): Text => t(`${zh}${at + 1}`, `${en} ${at + 1}`);
const ofStep = (key: Milestone['key'], title: Text): Text =>
  sentence('{step}·{title}', '{step}: {title}', { step: milestoneTitles[key], title });

function venueFields(row: Row, { checklist }: FieldNames): Field[] {
  const items = JSON.parse(String(row.items)) as Record<string, boolean>;
  const titles = new Map(checklist.map(({ key, title }) => [key, title]));
  const keys = [...new Set([...checklist.map(({ key }) => key), ...Object.keys(items)])];
  const milestones = list<Milestone>(row.milestones);
  return [
    field('stage', fields.stage, stageTitles[row.stage as keyof typeof stageTitles] ?? word(row.stage)),
    ...milestones.flatMap(({ key, plannedOn, doneOn, moves = 0 }) => [
      field(`p-${key}`, ofStep(key, fields.plannedOn), day(plannedOn)),
      ...(moves > 0
        ? [
            field(
              `m-${key}`,
              sentence('{step}·计划调整次数', '{step}, times rescheduled', { step: milestoneTitles[key] }),
              String(moves),
            ),
          ]
        : []),
      field(`d-${key}`, ofStep(key, fields.doneOn), day(doneOn)),
    ]),
    ...keys.map((key) => {
      const has = items[key];
      const said = has === undefined ? null : has ? fields.has : fields.lacks;
      return field(`i-${key}`, titles.get(key) ?? t(key, key), said);
    }),
    field('organisationAcceptedOn', fields.organisationAcceptedOn, day(row.organisationAcceptedOn)),
    field('financeAcceptedOn', fields.financeAcceptedOn, day(row.financeAcceptedOn)),
    field('subsidyFen', fields.subsidyFen, money(row.subsidyFen)),
    field('subsidyPaidFen', fields.subsidyPaidFen, money(row.subsidyPaidFen)),
    field('reportedOn', fields.reportedOn, day(row.reportedOn)),
  ];
}

function problemText({ text, measure, dueOn, doneOn }: Problem): Text {
  const zh = [
    text,
    measure && `${fields.measure.zh}：${measure}`,
    dueOn && `${fields.problemDueOn.zh}：${dayText(dueOn).zh}`,
  ];
  const en = [text, measure && `action: ${measure}`, dueOn && `deadline ${dayText(dueOn).en}`];
  zh.push(doneOn === null ? '未完成' : `${dayText(doneOn).zh}完成`);
  en.push(doneOn === null ? 'open' : `completed ${dayText(doneOn).en}`);
  return t(zh.filter(Boolean).join('；'), en.filter(Boolean).join('; '));
}

function organisationFields(row: Row, names: FieldNames): Field[] {
  const units = list<string>(row.groupUnits);
  return [
    field('name', fields.organisationName, word(row.name)),
    field('field', t('领域', 'Field'), word(row.field)),
    field('screenedOn', fields.screenedOn, day(row.screenedOn)),
    field(
      'namedBy',
      fields.namedBy,
      row.namedBy === 'city' || row.namedBy === 'county' ? namedByTitles[row.namedBy] : null,
    ),
    field('namedOn', fields.namedOn, day(row.namedOn)),
    ...list<Problem>(row.problems).map((problem, at) =>
      field(`problem-${at}`, numbered(fields.problem, at), problemText(problem)),
    ),
    field('leaderId', fields.leaderId, person(row.leaderId, names)),
    field('groupHeadId', fields.groupHeadId, person(row.groupHeadId, names)),
    field('groupUnits', fields.groupUnits, units.length > 0 ? listedText(units) : null),
    field('guidingUnit', fields.guidingUnit, word(row.guidingUnit)),
    field('stationedOn', fields.stationedOn, day(row.stationedOn)),
    field('signedOffOn', fields.signedOffOn, day(row.signedOffOn)),
    field('reportedOn', fields.reportedOn, day(row.reportedOn)),
  ];
}

const states: Record<string, Text> = { planned: fields.visitPlanned, made: fields.visitMade };

function visitFields(row: Row, names: FieldNames): Field[] {
  return [
    field('occurredOn', fields.visitOn, day(row.occurredOn)),
    field('state', fields.status, ownOf(states, String(row.state)) ?? word(row.state)),
    field('level', fields.visitLevel, visitLevelTitles[row.level as keyof typeof visitLevelTitles] ?? word(row.level)),
    field('announced', t('方式', 'Announced or not'), row.announced === 1 ? fields.announced : fields.unannounced),
    field('team', fields.team, word(row.team)),
    field('leaderId', fields.visitLeaderId, person(row.leaderId, names)),
    field('reportedOn', fields.recordedOn, day(row.reportedOn)),
  ];
}

/** 发现问题 at one place of a visit. */
function visitPlaceFields(row: Row): Field[] {
  return list<Finding>(row.findings).map(({ text, closedOn }, at) =>
    field(
      `finding-${at}`,
      numbered(fields.finding, at),
      closedOn === null
        ? t(`${text}；未销号`, `${text}; open`)
        : t(`${text}；${dayText(closedOn).zh}销号`, `${text}; signed off ${dayText(closedOn).en}`),
    ),
  );
}

function areaFields(row: Row, names: FieldNames): Field[] {
  const parent = typeof row.parentId === 'string' ? names.place(row.parentId) : null;
  return [
    field('name', t('名称', 'Name'), word(row.name)),
    field('officialName', fields.officialName, word(row.officialName)),
    field('code', fields.code, word(row.code)),
    field('type', t('类型', 'Type'), word(row.type)),
    field('parentId', t('隶属', 'Belongs to'), parent),
    field('fromOn', t('启用日期', 'From'), day(row.fromOn)),
    field('toOn', t('停用日期', 'Until'), day(row.toOn)),
  ];
}

function responsibilityFields(row: Row, names: FieldNames): Field[] {
  const title = functionTitle(String(row.function));
  return [field(String(row.function), title, person(row.personId, names))];
}

function linkageFields(row: Row, names: FieldNames): Field[] {
  return [
    field('leaderId', fields.leaderId, person(row.leaderId, names)),
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
    field('title', fields.task, word(title)),
    field('state', fields.status, taskState(row.state)),
    field('unit', fields.unit, word(unit)),
    field('personId', fields.personId, person(row.personId, names)),
    field('dueOn', fields.dueOn, day(row.dueOn)),
    field('note', t('备注', 'Note'), word(steps.at(-1)?.note)),
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
    field('state', t('申请状态', 'Request'), ownOf(proposalStates, String(row.state)) ?? word(row.state)),
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

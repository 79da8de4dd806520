import { fields } from '../words/field/rules.ts';
import type { Text } from '../words/text.ts';

/** Titles of columns, the same in every ledger, list and paper. */
export const columnTitles = {
  number: { zh: '序号', en: 'No.' },
  code: fields.code,
  town: fields.town,
  village: fields.village,
  place: fields.place,
  state: fields.status,
  problem: fields.problem,
  foundOn: { zh: '发现日期', en: 'Found on' },
  measure: fields.measure,
  remedyBy: fields.problemDueOn,
  progress: { zh: '进展', en: 'Progress' },
  item: { zh: '议题', en: 'Item' },
  decision: fields.decision,
  task: fields.task,
  unit: fields.unit,
  person: fields.personId,
  assignedOn: fields.assignedOn,
  dueOn: fields.dueOn,
  overdueDays: fields.overdueDays,
  signedOffOn: fields.signedOffOn,
  basis: { zh: '依据', en: 'From' },
  lastStep: fields.lastStep,
  rank: fields.rank,
  score: fields.score,
  rankChange: { zh: '名次变化', en: 'Change' },
  why: fields.why,
  layer: { zh: '指标', en: 'Indicator' },
  from: { zh: '原状态', en: 'From' },
  to: { zh: '现状态', en: 'To' },
} as const satisfies Record<string, Text>;
export type ColumnTitle = keyof typeof columnTitles;

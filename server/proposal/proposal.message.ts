import { namedByTitles } from '../organisation/named-by.message.ts';
import type { Problem, Turnaround } from '../organisation/rules.ts';
import { type Cell, problemsPath } from '../save/proposal/rules.ts';
import { milestoneTitles, stageTitles } from '../venue/milestone-titles.message.ts';
import type { MilestoneKey, Stage } from '../venue/rules.ts';
import { fields } from '../words/field/rules.ts';
import { listedText } from '../words/names/rules.ts';
import { ownOf } from '../words/own/rules.ts';
import { dayText, sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const nothing = t('未填报', 'left blank');

const titles: Record<string, Text> = {
  stage: fields.stage,
  turnaround: t('列为后进党组织', 'Listed as weak'),
  'turnaround.namedBy': fields.namedBy,
  'turnaround.namedOn': fields.namedOn,
  'turnaround.leaderId': fields.leaderId,
  'turnaround.groupHeadId': fields.groupHeadId,
  'turnaround.groupUnits': fields.groupUnits,
  'turnaround.signedOffOn': fields.signedOffOn,
};
const problemSides: Record<string, Text> = {
  [problemsPath]: t('删除问题“{of}”', 'Remove the problem “{of}”'),
  [`${problemsPath}.text`]: t('问题“{of}”的表述', 'Wording of the problem “{of}”'),
  [`${problemsPath}.dueOn`]: t('问题“{of}”的整改时限', 'Deadline of the problem “{of}”'),
};

/** A field asked for, as its form calls it. */
export function cellTitle({ path, of }: Pick<Cell, 'path' | 'of'>): Text {
  const [top, key, side] = path.split('.');
  if (top === 'milestones') {
    const step = milestoneTitles[key as MilestoneKey];
    return side === 'doneOn'
      ? sentence('“{step}”实际完成日期', 'Actual date of {step}', { step })
      : sentence('“{step}”计划完成日期', 'Planned date of {step}', { step });
  }
  const problem = of === undefined ? undefined : ownOf(problemSides, path);
  if (problem) return sentence(problem.zh, problem.en, { of: of ?? '' });
  return ownOf(titles, path) ?? t(path, path);
}

/** A value asked for, or the one that stood, in words; `personName` names people by id. */
export function cellSaid(path: string, value: unknown, personName: (id: string) => string | null): Text {
  if (value === null || value === undefined || value === '') return path === 'turnaround' ? t('否', 'no') : nothing;
  if (path === 'stage') return stageTitles[value as Stage];
  if (path === problemsPath) return t((value as Problem).text, (value as Problem).text);
  if (path === 'turnaround') return namedByTitles[(value as Turnaround).namedBy];
  if (path === 'turnaround.namedBy') return namedByTitles[value as Turnaround['namedBy']];
  if (path === 'turnaround.groupUnits') return listedText(value as string[]);
  if (path.endsWith('Id')) {
    const name = personName(String(value));
    return name === null ? t('（人员信息已删除）', '(personal data erased)') : t(name, name);
  }
  return path.endsWith('On') ? dayText(String(value)) : t(String(value), String(value));
}

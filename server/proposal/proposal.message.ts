import type { Problem, Turnaround } from '../organisation/rules.ts';
import { type Cell, problemsPath } from '../save/proposal/rules.ts';
import { milestoneTitles, stageTitles } from '../venue/milestone-titles.message.ts';
import type { MilestoneKey, Stage } from '../venue/rules.ts';
import { dayText, sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const nothing = t('未填报', 'left blank');

const namedBy: Record<Turnaround['namedBy'], Text> = { city: t('市定', 'the city'), county: t('县定', 'the county') };

const titles: Record<string, Text> = {
  stage: t('建设阶段', 'Stage'),
  turnaround: t('列为后进党组织', 'Listed as weak'),
  'turnaround.namedBy': t('认定级别', 'Listed by'),
  'turnaround.namedOn': t('认定日期', 'Listed on'),
  'turnaround.leaderId': t('包抓领导', 'Leader in charge'),
  'turnaround.groupHeadId': t('整顿工作组组长', 'Head of the working group'),
  'turnaround.groupUnits': t('整顿工作组成员单位', 'Members of the working group'),
  'turnaround.signedOffOn': t('销号日期', 'Signed off on'),
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
      ? sentence('“{step}”实际完成日期', 'Day {step} was done', { step })
      : sentence('“{step}”计划完成日期', 'Planned day of {step}', { step });
  }
  const problem = of === undefined ? undefined : problemSides[path];
  if (problem) return sentence(problem.zh, problem.en, { of: of ?? '' });
  return titles[path] ?? t(path, path);
}

/** A value asked for, or the one that stood, in words; `personName` names people by id. */
export function cellSaid(path: string, value: unknown, personName: (id: string) => string | null): Text {
  if (value === null || value === undefined || value === '') return path === 'turnaround' ? t('否', 'no') : nothing;
  if (path === 'stage') return stageTitles[value as Stage];
  if (path === problemsPath) return t((value as Problem).text, (value as Problem).text);
  if (path === 'turnaround') return namedBy[(value as Turnaround).namedBy];
  if (path === 'turnaround.namedBy') return namedBy[value as Turnaround['namedBy']];
  if (path === 'turnaround.groupUnits') return t((value as string[]).join('、'), (value as string[]).join(', '));
  if (path.endsWith('Id')) {
    const name = personName(String(value));
    return name === null ? t('（已删除的人员）', '(a person erased)') : t(name, name);
  }
  return path.endsWith('On') ? dayText(String(value)) : t(String(value), String(value));
}

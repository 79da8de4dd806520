import { daysAfter } from '../../calendar/rules.ts';
import type { LocalDate } from '../../rights/view.ts';
import { lampOf, openTasks, overdueTaskDays, type Task } from '../../task/rules.ts';
import { fields } from '../../words/field/rules.ts';
import { counted, dayText, sentence } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';

const source = { zh: '（来源：交办事项台账）', en: ' (source: task ledger)' };

/** The sentence of a place whose worst task is past its limit, near it, within it, or waits for its verdict. */
function openWhy(state: 'overdue' | 'near' | 'open' | 'waiting', open: Task[], on: LocalDate) {
  const [first] = open;
  const values = {
    ...{ day: dayText(on), count: open.length, tasks: counted(open.length, 'task'), source },
    ...{ title: first?.title ?? '', unit: first?.unit ?? '', due: dayText(first?.dueOn ?? on) },
    late: first ? overdueTaskDays(first, on) : 0,
  };
  switch (state) {
    case 'overdue':
      return sentence(
        '截至{day}有{count}项交办未销号，“{title}”责任单位{unit}，完成时限{due}，已超期{late}天。{source}',
        '{tasks} open as of {day}; “{title}” ({unit}) was due on {due} and is {late} {late|day|days} overdue{source}.',
        values,
      );
    case 'near':
    case 'open':
      return sentence(
        '截至{day}有{count}项交办未销号，“{title}”责任单位{unit}，完成时限{due}。{source}',
        '{tasks} open as of {day}; the nearest deadline is {due}{source}.',
        values,
      );
    case 'waiting':
      return sentence(
        '截至{day}有{count}项交办已反馈整改情况，待复核、待销号，如“{title}”。{source}',
        '{tasks} reported as done as of {day}, waiting to be verified or signed off{source}.',
        values,
      );
  }
}

const lamps = ['overdue', 'near', 'steady', 'good'] as const;
const classOf = { overdue: 'overdue', near: 'near', steady: 'open', good: 'waiting' } as const;

/** 交办办结 — where tasks are open, by the lamp of the most urgent. */
export const taskOpen: Layer = {
  id: 'task-open',
  theme: 'task',
  parent: null,
  level: 'village',
  title: { zh: '交办事项', en: 'Tasks' },
  definition: {
    zh: '该村交办事项中最急的一项：超过完成时限未整改为超期，离完成时限{taskNearDays}天以内为临近，已反馈、待复核或待销号的单列；无交办事项的村不计。',
    en: 'The most urgent task of the village: past its deadline, within {taskNearDays} {taskNearDays|day|days} of it, in time, or reported and waiting. Villages without a task do not count.',
  },
  source: fields.taskLedger,
  unit: { zh: '项', en: 'tasks' },
  classes: [
    {
      id: 'none',
      title: { zh: '无交办事项', en: 'No task' },
      lamp: 'outside',
      hatch: 'level',
      letter: { zh: '无', en: '–' },
    },
    {
      id: 'closed',
      title: { zh: '全部销号', en: 'All signed off' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '销', en: 'A' },
    },
    {
      id: 'waiting',
      title: { zh: '待复核、待销号', en: 'To verify or sign off' },
      lamp: 'good',
      hatch: 'none',
      letter: { zh: '核', en: 'V' },
    },
    {
      id: 'open',
      title: fields.assigned,
      lamp: 'steady',
      hatch: 'none',
      letter: { zh: '改', en: 'I' },
    },
    {
      id: 'near',
      title: { zh: '临近时限', en: 'Near the deadline' },
      lamp: 'near',
      hatch: 'rising',
      letter: { zh: '近', en: 'N' },
    },
    {
      id: 'overdue',
      title: { zh: '超期', en: 'Overdue' },
      lamp: 'overdue',
      hatch: 'cross',
      letter: { zh: '超', en: 'O' },
    },
  ],
  touches: ['task', 'edition'],
  judge({ tasks }, { on, thresholds }) {
    const day = dayText(on);
    if (tasks.length === 0)
      return {
        class: 'none',
        value: null,
        why: sentence('截至{day}，该村暂无交办事项。{source}', 'No tasks as of {day}{source}.', { day, source }),
      };
    const open = openTasks(tasks);
    if (open.length === 0)
      return {
        class: 'closed',
        value: 0,
        why: sentence('截至{day}，{count}项交办全部销号。{source}', 'All tasks signed off as of {day}{source}.', {
          ...{ day, source, count: tasks.length },
        }),
      };
    const soon = daysAfter(on, thresholds.taskNearDays);
    const worst = lamps.find((lamp) => open.some((task) => lampOf(task, on, soon) === lamp)) ?? 'good';
    const state = classOf[worst];
    const own = open.filter((task) => lampOf(task, on, soon) === worst);
    const rest = open.filter((task) => !own.includes(task));
    return { class: state, value: open.length, why: openWhy(state, [...own, ...rest], on) };
  },
  rollUp: {
    title: { zh: '交办事项销号率', en: 'Tasks signed off' },
    classes: ['closed'],
    outside: ['none'],
    target: 1,
    better: 'more',
  },
  kpis: [
    {
      id: 'task-open',
      title: { zh: '有未销号事项的村', en: 'Villages with open tasks' },
      classes: ['waiting', 'open', 'near', 'overdue'],
      better: 'less',
    },
    {
      id: 'task-overdue',
      title: { zh: '有超期事项的村', en: 'Villages with tasks overdue' },
      classes: ['overdue'],
      better: 'less',
    },
  ],
};

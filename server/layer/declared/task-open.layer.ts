import { daysAfter } from '../../calendar/rules.ts';
import type { LocalDate } from '../../rights/view.ts';
import { lampOf, openTasks, overdueTaskDays, type Task } from '../../task/rules.ts';
import { counted, dayText, sentence } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';

const source = { zh: '（来源：交办事项台账）', en: ' (source: ledger of tasks)' };

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
        '截至{day}有{count}项交办未销号，“{title}”应于{due}前由{unit}整改，已超期{late}天{source}。',
        'By {day} {tasks} not signed off; one was due {due}, {late} {late|day|days} ago{source}.',
        values,
      );
    case 'near':
    case 'open':
      return sentence(
        '截至{day}有{count}项交办未销号，“{title}”限{due}前由{unit}整改{source}。',
        'By {day} {tasks} not signed off; the nearest limit is {due}{source}.',
        values,
      );
    case 'waiting':
      return sentence(
        '截至{day}有{count}项交办已报整改，等复核销号，如“{title}”{source}。',
        'By {day} {tasks} reported put right, waiting to be verified or signed off{source}.',
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
    zh: '该村交办事项中最急的一项：超过时限未整改为超期，离时限{taskNearDays}天以内为临近，已报整改等复核或销号单列；没有交办的村不计。',
    en: 'The most urgent task of the village: past its limit, within {taskNearDays} {taskNearDays|day|days} of it, in time, or reported and waiting; villages without a task do not count.',
  },
  source: { zh: '交办事项台账', en: 'Ledger of tasks' },
  unit: { zh: '项', en: 'tasks' },
  classes: [
    {
      id: 'none',
      title: { zh: '没有交办', en: 'No task' },
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
      title: { zh: '待复核销号', en: 'To be verified' },
      lamp: 'good',
      hatch: 'none',
      letter: { zh: '核', en: 'V' },
    },
    {
      id: 'open',
      title: { zh: '整改中', en: 'In time' },
      lamp: 'steady',
      hatch: 'none',
      letter: { zh: '改', en: 'T' },
    },
    {
      id: 'near',
      title: { zh: '临近时限', en: 'Near the limit' },
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
        why: sentence('截至{day}，该村暂无交办事项{source}。', 'By {day} no task was given{source}.', { day, source }),
      };
    const open = openTasks(tasks);
    if (open.length === 0)
      return {
        class: 'closed',
        value: 0,
        why: sentence('截至{day}，{count}项交办全部销号{source}。', 'By {day} every task is signed off{source}.', {
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

import { expect, test } from 'vitest';
import { columnsOf, counted, isIn } from '../../server/task/filter/rules.ts';
import { type TaskLamp, type TaskState, taskStates } from '../../server/task/rules.ts';

const task = (state: TaskState, lamp: TaskLamp) => ({ state, lamp });
const tasks = [
  task('assigned', 'overdue'),
  task('assigned', 'steady'),
  task('remedied', 'good'),
  task('closed', 'done'),
];

test.each<[string, readonly TaskState[]]>([
  ['', taskStates],
  ['all', taskStates],
  ['assigned', ['assigned']],
  ['remedied', ['remedied']],
  ['verified', ['verified']],
  ['overdue', ['assigned']],
  ['near', []],
])('the columns of a board filtered by “%s”', (only, columns) =>
  expect(
    columnsOf(
      tasks.filter((one) => isIn(one, only)),
      only,
    ),
  ).toEqual(columns),
);

test.each(counted)(
  'filtered by “%s” the columns add up to the figure chosen, and a state has as many as its own',
  (only) => {
    const shown = tasks.filter((one) => isIn(one, only));
    const column = (state: TaskState) => shown.filter((one) => one.state === state).length;
    const columns = columnsOf(shown, only);
    expect(columns.reduce((sum, state) => sum + column(state), 0)).toBe(shown.length);
    if (only !== 'overdue' && only !== 'near')
      for (const state of columns) expect(column(state)).toBe(tasks.filter((one) => isIn(one, state)).length);
  },
);

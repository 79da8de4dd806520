import { expect, test } from 'vitest';
import { isOverdue, moveFault, type TaskState, taskMoves } from '../../server/task/rules.ts';

const today = '2026-10-30';

test('a task is overdue only while nobody said it was put right', () => {
  expect(isOverdue({ state: 'assigned', dueOn: '2026-10-29' }, today)).toBe(true);
  expect(isOverdue({ state: 'assigned', dueOn: today }, today)).toBe(false);
  expect(isOverdue({ state: 'remedied', dueOn: '2026-10-29' }, today)).toBe(false);
});

test('no move but those of the rules', () => {
  for (const from of Object.keys(taskMoves) as TaskState[])
    for (const to of Object.keys(taskMoves) as TaskState[]) {
      const allowed = (taskMoves[from] as readonly TaskState[]).includes(to);
      expect(moveFault({ state: from, steps: [] }, { to, by: 'a', note: 'x' }) === null).toBe(allowed);
    }
});

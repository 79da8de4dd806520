import { describe, expect, test } from 'vitest';
import { taskStates } from '../../server/task/rules.ts';
import { taskStateWords } from '../../server/task/task.message.ts';
import { meetingWords } from '../../web/message/meeting/meeting-words.ts';
import { taskWords } from '../../web/message/task/task-words.ts';

describe('a state of a task has one word, on board, stage, paper and in the history', () => {
  test.each(['zh', 'en'] as const)('%s', (lang) => {
    expect(meetingWords(lang).taskStates).toEqual(taskStateWords[lang]);
    for (const state of taskStates) expect(taskWords(lang).counts[state]).toBe(taskStateWords[lang][state]);
  });
});

import { townOffice } from '../task/task.message.ts';
import type { Text } from '../words/text.ts';

/** 交办 — what a new task begins with. */
export const proposalTexts = {
  unit: townOffice,
  title: ({ name, state }: { name: string; state: Text }): Text => ({
    zh: `${name}${state.zh}，限期整改`,
    en: `${name}: ${state.en}, to be put right`,
  }),
};

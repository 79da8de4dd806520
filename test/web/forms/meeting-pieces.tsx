import type { ComponentType } from 'react';
import type { StepAnswer } from '../../../server/meeting/answer.ts';
import { Assign, Change } from '../../../web/meeting/decide/DecideForms.tsx';
import { TakeBack } from '../../../web/meeting/decide/TakeBack.tsx';
import type { Shown } from './shown-piece.ts';
import { task } from './work-pieces.tsx';

const proposal: NonNullable<StepAnswer['proposal']> = {
  ...{ place: task.place.code, about: null, title: '修屋顶', unit: '某镇党委', dueOn: '2026-10-27' },
  ...{ personId: null, people: [] },
};
const step: StepAnswer = {
  ...{ number: 1, of: 1, on: '2026-10-20', dataAt: null, newer: 0, values: null, place: null, facts: [], counts: [] },
  item: { id: 'i1', kind: 'place', title: '甲村', layer: null, place: task.place.code, text: null, minutes: 2 },
  ...{ worst: [], changes: null, compare: null, saved: null, previous: [task], decided: [], note: '', proposal },
};
const at = { owner: 'p1', meeting: 'm1', step, lang: 'zh' as const };
const ways = (tell: (what: unknown) => void) => ({ onCancel: () => tell('closed'), onDone: tell });

/** The decisions of a meeting. */
export const meetingPieces: Record<string, ComponentType<Shown>> = {
  assign: ({ tell }) => <Assign {...at} {...ways(tell)} proposal={proposal} />,
  limit: ({ tell }) => <Change {...at} {...ways(tell)} tasks={[task]} what="limit" skewMs={0} />,
  sign: ({ tell }) => <Change {...at} {...ways(tell)} tasks={[task]} what="sign" skewMs={0} />,
  'take-back': ({ tell }) => (
    <TakeBack {...{ owner: 'p1', meeting: 'm1', item: 'i1', task, lang: 'zh' }} {...ways(tell)} />
  ),
};

import type { ComponentType } from 'react';
import type { ProposalAnswer } from '../../../server/proposal/answer.ts';
import type { ItineraryStop } from '../../../server/route-plan/itinerary/answer.ts';
import type { TaskAnswer } from '../../../server/task/answer.ts';
import { ProposalCard } from '../../../web/proposal/ProposalCard.tsx';
import { ItineraryStopItem } from '../../../web/route-plan/itinerary/ItineraryStopItem.tsx';
import { NewTaskForm } from '../../../web/task/NewTaskForm.tsx';
import { TaskMoves } from '../../../web/task/TaskMoves.tsx';
import type { Shown } from './shown-piece.ts';

const place = { code: '610000000001', name: '甲村', town: '某镇' };

export const task: TaskAnswer = {
  ...{ id: 't1', title: '修屋顶', unit: '某镇党委', assignedOn: '2026-10-01', basis: null, about: null },
  ...{ state: 'assigned', dueOn: '2026-10-20', meetingId: null, personId: null, person: null, lamp: 'good' },
  place: { fid: 7, ...place, formerly: null, townCode: '610000000' },
  ...{ overdueDays: 0, steps: [], moves: ['remedied'], mine: true },
};

const proposal: ProposalAnswer = {
  ...{ id: 'p1', form: 'venue', state: 'waiting', base: 'b1', place, cells: [], on: '2026-10-20' },
  ...{ by: null, decidedOn: null, decidedBy: null, answer: null, may: ['decide'] },
};

const stop: ItineraryStop = {
  ...{ code: place.code, name: place.name, town: place.town, at: [108, 34], driveSec: 600 },
  ...{
    arrive: 36_000,
    begin: 36_000,
    leave: 39_600,
    parts: [],
    look: [],
    telephone: null,
    outcome: null,
    navigation: [],
  },
};

/** The forms of the day's work: tasks, requests, the stops of a trip. */
export const workPieces: Record<string, ComponentType<Shown>> = {
  'new-task': ({ tell }) => (
    <NewTaskForm
      owner="p1"
      place={place}
      choices={{ units: ['某镇党委'], people: [], holidays: { off: [], worked: [] }, on: '2026-10-20' }}
      lang="zh"
      onDone={tell}
      onCancel={() => tell('closed')}
    />
  ),
  'task-move': ({ tell }) => (
    <TaskMoves task={task} on="2026-10-20" lang="zh" asking="remedied" onAsk={() => tell('closed')} onMoved={tell} />
  ),
  proposal: () => <ProposalCard proposal={proposal} lang="zh" theme="light" />,
  stop: () => (
    <ItineraryStopItem
      {...{ stop, violations: [], number: 1, colour: 'teal', lang: 'zh', recordable: 'now', plan: 'r1' }}
    />
  ),
};

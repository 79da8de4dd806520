import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { reachOf } from '../http/who.ts';
import { readTasks } from '../task/task-store.ts';
import type { Viewer } from '../view.ts';
import type { MeetingAnswer, MeetingListed } from './answer.ts';
import { baseOfMeeting, sentOfMeeting } from './meeting-save.ts';
import { currentMeeting, readMeetings, readPosition } from './meeting-store.ts';
import { budgetOf } from './rules.ts';
import { newerThan } from './step-answer.ts';

/** GET /api/meetings */
export async function meetingsAnswer(store: Store, viewer: Viewer): Promise<{ meetings: MeetingListed[] }> {
  const view = await viewAt(store, viewer);
  const [meetings, tasks] = await Promise.all([readMeetings(store, view), readTasks(store, view)]);
  return {
    meetings: meetings.map(({ id, state, body: { title, heldOn, items } }) => ({
      ...{ id, state, title, heldOn, items: items.length, minutes: budgetOf(items) },
      decisions: tasks.filter(({ meetingId }) => meetingId === id).length,
    })),
  };
}

/** GET /api/meetings/{meeting} */
export async function meetingAnswer(store: Store, viewer: Viewer, id: string): Promise<MeetingAnswer> {
  const meeting = await currentMeeting(store, id);
  if (!meeting) throw new Refusal('meeting-unknown');
  const { state, body } = meeting;
  const { item } = await readPosition(store, id);
  return {
    ...{ id, state, ...sentOfMeeting(body), base: baseOfMeeting(body), notes: body.notes },
    frozen: body.frozen && { on: body.frozen.on, at: body.frozen.at },
    newer: await newerThan(store, viewer, meeting),
    at: Math.min(item, Math.max(0, body.items.length - 1)),
    writable: reachOf(viewer, 'run-meeting') !== 'none',
  };
}

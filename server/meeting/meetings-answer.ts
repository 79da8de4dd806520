import { areasAnswer } from '../area/areas-answer.ts';
import { readStand } from '../campaign/stand-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { layersAnswer } from '../layer/answers.ts';
import { reachOf } from '../rights/may-write.ts';
import type { Viewer } from '../rights/view.ts';
import { readTasks } from '../task/task-store.ts';
import type { GroundAnswer, MeetingAnswer, MeetingListed, RunningAnswer } from './answer.ts';
import { baseOfMeeting, sentOfMeeting } from './meeting-save.ts';
import { currentMeeting, readMeetings, readPosition, runningMeeting } from './meeting-store.ts';
import { budgetOf } from './rules.ts';
import { meetingView, newerThan } from './step-answer.ts';

/** GET /api/meetings */
export async function meetingsAnswer(store: Store, viewer: Viewer): Promise<{ meetings: MeetingListed[] }> {
  const view = await viewAt(store, viewer);
  const [meetings, tasks] = await Promise.all([readMeetings(store, view), readTasks(store, view)]);
  return {
    meetings: meetings.map(({ id, state, body: { title, heldOn, items, lengthMin = null } }) => ({
      ...{ id, state, title, heldOn, lengthMin, items: items.length, minutes: budgetOf(items) },
      decisions: tasks.filter(({ meetingId }) => meetingId === id).length,
    })),
  };
}

/** GET /api/meetings/{meeting} */
export async function meetingAnswer(store: Store, viewer: Viewer, id: string): Promise<MeetingAnswer> {
  const meeting = await currentMeeting(store, id);
  if (!meeting) throw new Refusal('meeting-unknown');
  const { state, body } = meeting;
  const { item, at: movedAt } = await readPosition(store, id);
  const writable = reachOf(viewer, 'run-meeting') !== 'none';
  const decides = reachOf(viewer, 'assign-task') !== 'none';
  return {
    ...{ id, state, ...sentOfMeeting(body), base: baseOfMeeting(body), writable, decides },
    // What is noted while people speak is for those who lead the meeting, not for the wall.
    notes: decides ? body.notes : {},
    frozen: body.frozen && { on: body.frozen.on, at: body.frozen.at, seq: body.frozen.shown },
    newer: await newerThan(store, viewer, meeting),
    at: Math.min(item, Math.max(0, body.items.length - 1)),
    times: { begunAt: body.begunAt ?? null, movedAt, now: new Date().toISOString() },
  };
}

/** Hours after its last step a meeting nobody ended is no longer being held. */
const heldHours = 12;

/** GET /api/meetings/running */
export async function runningAnswer(store: Store): Promise<RunningAnswer> {
  return { meeting: await runningMeeting(store, heldHours) };
}

/** GET /api/meetings/{meeting}/ground */
export async function groundAnswer(store: Store, viewer: Viewer, id: string): Promise<GroundAnswer> {
  const meeting = await currentMeeting(store, id);
  if (!meeting) throw new Refusal('meeting-unknown');
  const view = await meetingView(store, viewer, meeting);
  const [areas, layers, campaign] = await Promise.all([
    areasAnswer(store, view),
    layersAnswer(store, view),
    readStand(store, view),
  ]);
  return { areas, layers, campaign };
}

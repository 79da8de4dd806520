import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { mayWrite } from '../rights/may-write.ts';
import type { Viewer } from '../rights/view.ts';
import { saveOnce } from '../save/save-once.ts';
import { refuseFaults } from '../save/settle.ts';
import { meetingState } from './meeting-state.ts';
import { currentTask, putTask, taskBefore } from './task-store.ts';

/**
 * POST /api/tasks/{id}/take-back — 撤销议定: the last thing decided about a task in a running meeting is taken back; the task stands as before it, one just
 * given is there no more. The history keeps both changes, the minutes leave the decision out. What somebody did since is not taken back.
 */
export async function takeBackDecision(
  store: Store,
  viewer: Viewer,
  taskId: string,
  { id, meeting }: { id: string; meeting: string },
): Promise<{ seq: number }> {
  return saveOnce(store, viewer, id, async (tx) => {
    const view = await viewAt(store, viewer);
    const task = await currentTask(tx, view, taskId);
    if (!task) throw new Refusal('task-unknown');
    mayWrite(viewer, 'assign-task', task.areaId);
    const held = await meetingState(tx, meeting);
    if (!held) throw new Refusal('meeting-unknown');
    if (held !== 'running') throw new Refusal('meeting-over');
    if (task.steps.at(-1)?.meeting !== meeting) refuseFaults([{ field: 'meeting', code: 'move-not-possible' }]);
    const before = await taskBefore(tx, task);
    if (before) return { seq: await putTask(tx, before, 'take-back'), answer: {} };
    const seq = tx.change({ action: 'withdraw', subject: 'task', subjectId: task.id, placeId: task.areaId });
    await tx.endVersion('task', [task.id], seq);
    return { seq, answer: {} };
  });
}

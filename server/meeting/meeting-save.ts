import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { tellStage } from '../live/stage.ts';
import { hasPicture } from '../picture/keep-picture.ts';
import { mayWrite } from '../rights/may-write.ts';
import type { LocalDate, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import { type Fault, isRealDay, textFaults } from '../save/rules.ts';
import { savedBy, saveOnce } from '../save/save-once.ts';
import { refuseFaults } from '../save/settle.ts';
import { areaIdOf, assignTask, type TaskSent } from '../task/task-save.ts';
import { currentMeeting, type Meeting, putMeeting, readPosition, writePosition } from './meeting-store.ts';
import { type AgendaItem, type Frozen, type MeetingBody, type MeetingSent, mostItems, noteOf } from './rules.ts';

interface Saved {
  seq: number;
  base: string | null;
}

/** What a person sends of a meeting, out of what is kept of it. */
export const sentOfMeeting = ({ title, heldOn, items, lengthMin }: MeetingSent): MeetingSent => ({
  ...{ title, heldOn, items },
  ...(lengthMin == null ? {} : { lengthMin }),
});
export const baseOfMeeting = (body: MeetingSent): string => baseOf(sentOfMeeting(body));

/** PUT /api/meetings/{id} — keeps an agenda, new or changed; also while the meeting runs. What another kept meanwhile is not overwritten. */
export async function saveMeeting(
  store: Store,
  viewer: Viewer,
  meetingId: string,
  sent: { id: string; base: string; body: MeetingSent },
): Promise<Saved> {
  return saveOnce(store, viewer, sent.id, async (tx) => {
    const kept = await currentMeeting(tx, meetingId);
    if (kept && baseOfMeeting(kept.body) !== sent.base) await refuseMeanwhile(tx, kept, sent.body);
    refuseFaults(meetingFaults(store, sent.body));
    const body: MeetingBody = { frozen: null, notes: {}, ...kept?.body, ...sent.body };
    const base = baseOfMeeting(body);
    if (kept && baseOfMeeting(kept.body) === base) return { seq: null, answer: { base } };
    return {
      seq: await putMeeting(tx, { id: meetingId, state: kept?.state ?? 'planned', body }, 'save'),
      answer: { base },
    };
  });
}

/** What another kept meanwhile is shown beside what was sent; where both are the same nothing is refused. */
async function refuseMeanwhile(tx: Transaction, kept: Meeting, sent: MeetingSent): Promise<void> {
  if (baseOfMeeting(kept.body) === baseOfMeeting(sent)) return;
  const saved = await savedBy(tx, kept.since);
  throw new Refusal('saved-meanwhile', {}, undefined, () => ({
    base: baseOfMeeting(kept.body),
    theirs: { body: sentOfMeeting(kept.body) },
    conflicts: ['body'],
    savedBy: saved?.by ?? null,
    savedAt: saved?.at ?? null,
  }));
}

/** Longest a meeting is planned for, in minutes. */
const mostMinutes = 720;

function meetingFaults(store: Store, { title, heldOn, items, lengthMin = null }: MeetingSent): Fault[] {
  const isKept = ({ kind, picture = null }: AgendaItem) =>
    kind === 'picture' ? picture !== null && hasPicture(store, picture) : picture === null;
  return [
    ...textFaults('title', title, 80, true),
    ...(isRealDay(heldOn) ? [] : [{ field: 'heldOn', code: 'day-not-real' } as const]),
    ...(items.length > mostItems ? [{ field: 'items', code: 'number-out', value: mostItems } as const] : []),
    ...(new Set(items.map(({ id }) => id)).size < items.length ? [{ field: 'items', code: 'key-twice' } as const] : []),
    ...(lengthMin !== null && !(lengthMin >= 1 && lengthMin <= mostMinutes)
      ? [{ field: 'lengthMin', code: 'number-out', value: `1–${mostMinutes}` } as const]
      : []),
    ...items.flatMap((item, at) => [
      ...textFaults(`items.${at}.title`, item.title, 120, true),
      ...(isKept(item) ? [] : [{ field: `items.${at}.picture`, code: 'missing' } as const]),
    ]),
  ];
}

/** POST /api/meetings/{id}/{move} — begins it with the figures of this moment, takes newer ones over, ends it, or opens it again. */
export async function moveMeeting(
  store: Store,
  viewer: Viewer,
  meetingId: string,
  { id, move }: { id: string; move: 'begin' | 'refresh' | 'end' },
): Promise<Saved> {
  return saveOnce<{ base: string | null }>(store, viewer, id, async (tx, today) => {
    const kept = await meetingOf(tx, meetingId);
    if (move === 'refresh' && kept.state !== 'running') throw new Refusal('meeting-over');
    if (move === 'end' && kept.state !== 'running') throw new Refusal('meeting-over');
    // Begun again after its end, a meeting goes on with the figures it had: its papers stay true.
    const takes = move === 'refresh' || (move === 'begin' && kept.body.frozen === null);
    const figures = takes ? await frozenNow(tx, today) : kept.body.frozen;
    const state = move === 'end' ? 'ended' : 'running';
    if (move === 'begin' && kept.state !== 'running')
      await writePosition(tx, meetingId, kept.state === 'planned' ? 0 : (await readPosition(tx, meetingId)).item);
    if (state === kept.state && figures === kept.body.frozen) return { seq: null, answer: { base: null } };
    const begun = state === 'running' && kept.state !== 'running' ? { begunAt: new Date().toISOString() } : {};
    const seq = await putMeeting(tx, { ...kept, state, body: { ...kept.body, ...begun, frozen: figures } }, move);
    return { seq, answer: { base: baseOfMeeting(kept.body) } };
  });
}

/** The newest figures a room may know of, read inside the write that freezes them: no other write comes between. */
async function frozenNow({ db, clock }: Transaction, on: LocalDate): Promise<Frozen> {
  const newest = await db
    .selectFrom('change')
    .where('sealed', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .select(['seq', 'shown', 'at'])
    .executeTakeFirst();
  return { ...(newest ?? { seq: 0, shown: 0, at: clock.now().toISOString() }), on };
}

/** Where a window says the meeting stands now. */
export interface StandSent {
  item: number;
  /** Whether the screens are black; they are not when left out. */
  black?: boolean | undefined;
  by?: string | undefined;
}

/** POST /api/meetings/{id}/at — where it stands now; sent to all who follow. */
export async function standAt(
  store: Store,
  meetingId: string,
  { item, black = false, by }: StandSent,
): Promise<{ at: number; movedAt: string }> {
  const kept = await meetingOf(store, meetingId);
  const at = Math.max(0, Math.min(kept.body.items.length - 1, item));
  const before = await readPosition(store, meetingId);
  const same = before.item === at && before.at !== null;
  const movedAt = same && before.at !== null ? before.at : await writePosition(store, meetingId, at);
  tellStage(store, { meeting: meetingId, at, black, movedAt, by: by ?? null });
  return { at, movedAt };
}

/** POST /api/meetings/{id}/note — what was said at an item. */
export async function saveNote(
  store: Store,
  viewer: Viewer,
  meetingId: string,
  { id, item, note }: { id: string; item: string; note: string },
): Promise<Saved> {
  return saveOnce(store, viewer, id, async (tx) => {
    const kept = await meetingOf(tx, meetingId);
    itemOf(kept, item);
    if (noteOf(kept.body, item) === note) return { seq: null, answer: { base: null } };
    const body = { ...kept.body, notes: { ...kept.body.notes, [item]: note } };
    return { seq: await putMeeting(tx, { ...kept, body }, 'note'), answer: { base: null } };
  });
}

/** POST /api/meetings/{id}/decisions — hands a task over at an item of a running meeting. */
export async function decide(
  store: Store,
  viewer: Viewer,
  meetingId: string,
  { id, task, item, ...sent }: TaskSent & { id: string; task: string; item: string },
): Promise<{ seq: number }> {
  const { place, ...given } = sent;
  const areaId = await areaIdOf(store, viewer, place);
  mayWrite(viewer, 'assign-task', areaId);
  return saveOnce(store, viewer, id, async (tx, today) => {
    const kept = await meetingOf(tx, meetingId);
    const { title } = itemOf(kept, item);
    if (kept.state !== 'running') throw new Refusal('meeting-over');
    const decidedIn = { meetingId, basis: { meeting: kept.body.title, title, item } };
    return {
      seq: await assignTask(tx, { id: task, areaId, ...given }, { by: viewer.id, today, decidedIn }),
      answer: {},
    };
  });
}

/** DELETE /api/meetings/{id} — one that was not held. */
export async function removeMeeting(store: Store, viewer: Viewer, meetingId: string, id: string): Promise<Saved> {
  return saveOnce(store, viewer, id, async (tx) => {
    const kept = await meetingOf(tx, meetingId);
    if (kept.state !== 'planned') throw new Refusal('meeting-over');
    const seq = tx.change({ action: 'end', subject: 'meeting', subjectId: meetingId, placeId: null });
    await tx.endVersion('meeting', [meetingId], seq);
    return { seq, answer: { base: null } };
  });
}

/** An item of the agenda as it stands; refuses `item-unknown`. */
function itemOf({ body }: Meeting, id: string): AgendaItem {
  const found = body.items.find((one) => one.id === id);
  if (!found) throw new Refusal('item-unknown', {}, 'item');
  return found;
}

async function meetingOf(from: Pick<Transaction, 'db'>, id: string): Promise<Meeting> {
  const kept = await currentMeeting(from, id);
  if (!kept) throw new Refusal('meeting-unknown');
  return kept;
}

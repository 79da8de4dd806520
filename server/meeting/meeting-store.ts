import { heldAt } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import type { MeetingBody, MeetingState } from './rules.ts';

export interface Meeting {
  id: string;
  state: MeetingState;
  body: MeetingBody;
  since: number;
}

/** Meetings, the latest first. They are the county's; who may see them at all the rights say. */
export async function readMeetings({ db }: Pick<Store, 'db'>, view: View): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .where(heldAt('meeting', view))
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'state', 'body', 'since'])
    .execute();
  return rows.map(meetingOf);
}

/** One meeting as it stands; null when there is none. */
export async function currentMeeting({ db }: Pick<Store, 'db'>, id: string): Promise<Meeting | null> {
  const row = await db
    .selectFrom('meeting')
    .where('id', '=', id)
    .where('until', 'is', null)
    .select(['id', 'state', 'body', 'since'])
    .executeTakeFirst();
  return row ? meetingOf(row) : null;
}

/** Every version of a meeting, the oldest first. */
export async function meetingHistory({ db }: Pick<Store, 'db'>, id: string): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .where('id', '=', id)
    .orderBy('since')
    .select(['id', 'state', 'body', 'since'])
    .execute();
  return rows.map(meetingOf);
}

/** Which meetings are no former ones: one of this id, and with `earlierDay` those whose figures are of the view's own day. */
export interface Former {
  besides?: string;
  earlierDay?: boolean;
}

/** The last meeting held, besides those that are no former ones; null when there was none. */
export async function lastMeeting(
  store: Pick<Store, 'db'>,
  view: View,
  { besides, earlierDay = false }: Former = {},
): Promise<Meeting | null> {
  const held = (await readMeetings(store, view)).filter(
    ({ id, state, body: { frozen } }) =>
      id !== besides && state === 'ended' && frozen !== null && !(earlierDay && frozen.on >= view.on),
  );
  const figures = ({ body }: Meeting) => body.frozen?.seq ?? 0;
  return held.reduce<Meeting | null>((last, one) => (last && figures(last) >= figures(one) ? last : one), null);
}

const meetingOf = ({ body, state, ...row }: { id: string; state: string; body: string; since: number }): Meeting => ({
  ...row,
  state: state as MeetingState,
  body: JSON.parse(body) as MeetingBody,
});

/** Keeps a version of a meeting and gives its `seq`. */
export async function putMeeting(
  tx: Transaction,
  { id, state, body }: Omit<Meeting, 'since'>,
  action: string,
): Promise<number> {
  const since = tx.change({ action, subject: 'meeting', subjectId: id, placeId: null });
  await tx.insertVersions('meeting', [
    { id, heldOn: body.heldOn, state, body: JSON.stringify(body), since, until: null },
  ]);
  return since;
}

/** Where a running meeting stands; its first item when nobody moved yet. */
export async function readPosition(
  { db }: Pick<Store, 'db'>,
  id: string,
): Promise<{ item: number; at: string | null }> {
  const found = await db
    .selectFrom('meetingPosition')
    .where('meetingId', '=', id)
    .select(['item', 'at'])
    .executeTakeFirst();
  return found ?? { item: 0, at: null };
}

/** Notes where a running meeting stands, and gives since when, each step later than the one before: no content, so no version and no change. */
export async function writePosition({ db }: Pick<Store, 'db'>, meetingId: string, item: number): Promise<string> {
  const { at: before } = await readPosition({ db }, meetingId);
  const at = new Date(Math.max(Date.now(), before === null ? 0 : Date.parse(before) + 1)).toISOString();
  await db
    .insertInto('meetingPosition')
    .values({ meetingId, item, at })
    .onConflict((same) => same.column('meetingId').doUpdateSet({ item, at }))
    .execute();
  return at;
}

/** 正在开的会 — the running meeting that moved last, within so many hours; null when none does. */
export async function runningMeeting(
  { db }: Pick<Store, 'db'>,
  withinHours: number,
): Promise<{ id: string; title: string } | null> {
  const since = new Date(Date.now() - withinHours * 3_600_000).toISOString();
  const row = await db
    .selectFrom('meeting')
    .innerJoin('meetingPosition', 'meetingPosition.meetingId', 'meeting.id')
    .where('meeting.until', 'is', null)
    .where('meeting.state', '=', 'running')
    .where('meetingPosition.at', '>=', since)
    .orderBy('meetingPosition.at', 'desc')
    .select(['meeting.id', 'meeting.body'])
    .executeTakeFirst();
  return row ? { id: row.id, title: (JSON.parse(row.body) as MeetingBody).title } : null;
}

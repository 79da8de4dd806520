import type { Store } from '../db/open.ts';
import type { MeetingState } from '../meeting/rules.ts';

/** Whether a meeting that decides about tasks is ahead, running or over; null when there is none of this id. */
export async function meetingState({ db }: Pick<Store, 'db'>, id: string): Promise<MeetingState | null> {
  const row = await db
    .selectFrom('meeting')
    .where('id', '=', id)
    .where('until', 'is', null)
    .select('state')
    .executeTakeFirst();
  return row ? (row.state as MeetingState) : null;
}

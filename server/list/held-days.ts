import type { Store } from '../db/open.ts';
import type { MeetingBody } from '../meeting/rules.ts';
import { reachOf } from '../rights/may-write.ts';
import type { LocalDate, View, Viewer } from '../rights/view.ts';

/** Of a view: the day of the figures of the last meeting held before its day, as known then; null without one. */
export type LastHeld = (view: Pick<View, 'seq' | 'on'>) => LocalDate | null;

/** 上次会议 — when meetings were held, for any view of a user; none where meetings are out of sight. */
export async function readLastHeld({ db }: Pick<Store, 'db'>, user: Viewer): Promise<LastHeld> {
  if (reachOf(user, 'see-meetings') === 'none') return () => null;
  const rows = await db.selectFrom('meeting').where('state', '=', 'ended').select(['since', 'until', 'body']).execute();
  const held = rows.flatMap(({ body, ...row }) => {
    const { frozen } = JSON.parse(body) as MeetingBody;
    return frozen ? [{ ...row, on: frozen.on }] : [];
  });
  return ({ seq, on }) =>
    held
      .filter((one) => one.since <= seq && (one.until === null || one.until > seq) && one.on < on)
      .reduce<LocalDate | null>((last, one) => (last === null || one.on > last ? one.on : last), null);
}

import type { ExpressionBuilder } from 'kysely';
import { localDateOf } from '../calendar/local-day.ts';
import { inPlaces, ofOwnTasks } from '../change/scope.ts';
import { ofHeardKinds } from '../change/subjects.ts';
import { known } from '../change/view-at.ts';
import { type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { audienceKey, isAbout, type LocalDate, subjects, type View } from '../rights/view.ts';

/** Changes an audience knows of, counted by the local day they became known on, up to a change. */
interface Counted {
  upTo: number;
  days: ReadonlyMap<LocalDate, number>;
}

const kept = new WeakMap<Epoch, Map<string, Counted>>();
const mostAudiences = 400;

/**
 * Changes a view knows of by local day, oldest first. What an audience may know of a change never becomes other, so what was counted before is gone on
 * from; only where the day was confirmed meanwhile are the days of changes put right, and all are counted anew.
 */
export async function changesByDay(store: Store, view: View): Promise<ReadonlyMap<LocalDate, number>> {
  const epoch = epochOf(store);
  const own = kept.get(epoch) ?? new Map<string, Counted>();
  kept.set(epoch, own);
  const key = audienceKey(view.user);
  const before = own.get(key);
  const days =
    before && before.upTo <= view.seq ? await countedOn(store, view, before) : await countAfter(store, view, 0);
  const held = own.get(key);
  if (!held || held.upTo <= view.seq) {
    own.delete(key);
    own.set(key, { upTo: view.seq, days });
  }
  if (own.size > mostAudiences) own.delete(own.keys().next().value ?? '');
  return days;
}

async function countedOn(store: Store, view: View, { upTo, days }: Counted): Promise<ReadonlyMap<LocalDate, number>> {
  if (upTo === view.seq) return days;
  const confirmed = await store.db
    .selectFrom('confirmedDay')
    .where('since', '>', upTo)
    .select('since')
    .limit(1)
    .executeTakeFirst();
  if (confirmed) return countAfter(store, view, 0);
  const more = await countAfter(store, view, upTo);
  const all = new Map(days);
  for (const [on, count] of more) all.set(on, (all.get(on) ?? 0) + count);
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function countAfter(store: Store, view: View, after: number): Promise<ReadonlyMap<LocalDate, number>> {
  const rows = await store.db
    .selectFrom('change')
    .where('change.seq', '>', after)
    .where('change.seq', '<=', view.seq)
    .where(known(view.user))
    .where(ofViewer(view))
    .select(['knownAt as at', (select) => select.fn.countAll<number>().as('count')])
    .groupBy('knownAt')
    .orderBy('knownAt')
    .execute();
  const days = new Map<LocalDate, number>();
  for (const { at, count } of rows) {
    const on = localDateOf(new Date(at));
    days.set(on, (days.get(on) ?? 0) + Number(count));
  }
  return days;
}

/** What is no record of a place: accounts, screens, names of people, files read. */
const aside = ['account', 'screen', 'person', 'import', 'meeting', 'view'];
const kinds = { venue: ['venue'], organisation: ['organisation'], inspection: ['visit', 'linkage'] };

/** Only changes of the viewer's places and items; a visit counts where one of the viewer's villages is on it. */
function ofViewer(view: View) {
  const foreign = subjects.filter((subject) => !isAbout(view.user, subject)).flatMap((subject) => kinds[subject]);
  return (where: ExpressionBuilder<Tables, 'change'>) => {
    const about = where.and([
      where('change.subject', 'not in', [...aside, ...foreign]),
      ofHeardKinds(view.user)(where),
      ofOwnTasks(view.user)(where),
    ]);
    if (view.user.places === 'county') return about;
    const visits = where
      .selectFrom('visitPlace')
      .where(inPlaces('visitPlace.areaId', view))
      .whereRef('visitPlace.since', '<=', 'change.seq')
      .where((open) =>
        open.or([open('visitPlace.until', 'is', null), open('visitPlace.until', '>=', open.ref('change.seq'))]),
      )
      .select('visitId');
    const visited = where.and([where('change.subject', '=', 'visit'), where('change.subjectId', 'in', visits)]);
    return where.and([about, where.or([inPlaces('change.placeId', view)(where), visited])]);
  };
}

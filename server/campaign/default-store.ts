import { presentClockFault } from '../change/clock-watch.ts';
import { lastSeq } from '../change/view-at.ts';
import { write } from '../change/write.ts';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import type { LocalDate, View } from '../rights/view.ts';
import { type Defaults, defaultReleases } from './default-editions.message.ts';

/** Kind of the rows that say from which day a folder goes by which release of the defaults. */
const kind = 'defaults';
const newest = defaultReleases.length;

/** The defaults as of a release, and which release changed one last. */
function asOfRelease(release: number): Defaults {
  return Object.assign({}, ...defaultReleases.slice(0, release)) as Defaults;
}

const changedIn = (release: number, of: keyof Defaults): number =>
  defaultReleases.slice(0, release).findLastIndex((changed) => changed[of] !== undefined) + 1;

/** The release a folder began with; where nothing says, it began with this one. */
async function begunWith(store: Pick<Store, 'db'>): Promise<number> {
  return Number((await readSetting(store, 'defaults')) ?? newest);
}

/** Releases taken over since, with their days, as known to a view; the newest last. */
async function adoptedOf({ db }: Pick<Store, 'db'>, { seq, on }: Pick<View, 'seq' | 'on'>) {
  const rows = await db
    .selectFrom('edition')
    .where('since', '<=', seq)
    .where((of) => of.or([of('until', 'is', null), of('until', '>', seq)]))
    .where('kind', '=', kind)
    .where('fromOn', '<=', on)
    .orderBy('fromOn')
    .select(['fromOn', 'body', 'since'])
    .execute();
  return rows.map(({ fromOn, body, since }) => ({
    fromOn,
    since,
    release: (JSON.parse(body) as { release: number }).release,
  }));
}

/** 默认版本 in force on a view's day for a kind nobody set; `fromOn` is the day the folder took it over, null where it began with it. */
export async function readDefault<Kind extends keyof Defaults>(
  store: Pick<Store, 'db'>,
  view: Pick<View, 'seq' | 'on'>,
  of: Kind,
): Promise<{ fromOn: LocalDate | null; body: Defaults[Kind] }> {
  const [begun, adopted] = await Promise.all([begunWith(store), adoptedOf(store, view)]);
  const release = adopted.at(-1)?.release ?? begun;
  const from = adopted.find((one) => one.release >= changedIn(release, of));
  return { fromOn: from && changedIn(release, of) > begun ? from.fromOn : null, body: asOfRelease(release)[of] };
}

/** The change by which a folder of before first took over newer defaults, null for one that began with them. What was saved earlier was saved by a former release. */
export async function tookOverBy(store: Store): Promise<number | null> {
  const adopted = await adoptedOf(store, { seq: await lastSeq(store), on: '9999-12-31' });
  return adopted.length === 0 ? null : Math.min(...adopted.map(({ since }) => since));
}

/** All the defaults in force on a view's day. */
export async function readDefaults(store: Pick<Store, 'db'>, view: Pick<View, 'seq' | 'on'>): Promise<Defaults> {
  const [begun, adopted] = await Promise.all([begunWith(store), adoptedOf(store, view)]);
  return asOfRelease(adopted.at(-1)?.release ?? begun);
}

/**
 * 升级 — a folder of before takes over the defaults of this release from today on, by a change of its own; days before are judged as they were. What
 * the county set itself stays. A new folder has them from its first day, without a change. To be called once a store is opened, before anything is written.
 */
export async function adoptDefaults(store: Store): Promise<void> {
  if ((await readSetting(store, 'defaults')) === null) {
    await writeSetting(store, 'defaults', String(newest));
    return;
  }
  const adopted = await adoptedOf(store, { seq: await lastSeq(store), on: '9999-12-31' });
  if ((adopted.at(-1)?.release ?? (await begunWith(store))) >= newest) return;
  // Under a wrong clock they wait until the day is confirmed.
  if ((await presentClockFault(store))?.refused) return;
  const clock = await clockOf(store);
  await write(store, { actor: 'upgrade', clock }, async (tx) => {
    const since = tx.change({ action: 'adopt', subject: 'edition', subjectId: kind, placeId: null });
    const body = JSON.stringify({ release: newest });
    await tx.insertVersions('edition', [{ kind, fromOn: clock.today(), body, since, until: null }]);
  });
}

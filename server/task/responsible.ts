import type { Store } from '../db/open.ts';
import { reachOf } from '../rights/may-write.ts';
import type { Viewer } from '../rights/view.ts';
import { type Answering, isOwnTask } from './responsible.message.ts';
import type { Task } from './rules.ts';

/** 责任单位 — whom a user answers for: the account's unit, towns or village. */
export async function answeringOf({ db }: Pick<Store, 'db'>, viewer: Viewer): Promise<Answering> {
  const account = await db
    .selectFrom('account')
    .leftJoin('person', 'person.id', 'account.personId')
    .where('account.id', '=', viewer.id)
    .select(['account.personId', 'person.unit'])
    .executeTakeFirst();
  const { role, places } = viewer;
  const nothing = { towns: [], villages: [], personId: account?.personId ?? null };
  if (role === 'department') return { ...nothing, units: account?.unit ? [account.unit] : [] };
  if ((role !== 'town' && role !== 'village') || places === 'county' || places.length === 0)
    return { ...nothing, units: [] };
  const areas = await db
    .selectFrom('area')
    .leftJoin('area as above', (join) => join.onRef('above.id', '=', 'area.parentId').on('above.until', 'is', null))
    .where('area.id', 'in', [...places])
    .where('area.until', 'is', null)
    .where('area.kind', '=', role)
    .select(['area.name', 'area.officialName', 'above.name as town'])
    .execute();
  const named = areas.flatMap(({ name, officialName, town }) =>
    [name, ...(officialName ? [officialName] : [])].map((one) => ({ name: one, town: town ?? '' })),
  );
  return role === 'town'
    ? { ...nothing, units: [], towns: named.map(({ name }) => name) }
    : { ...nothing, units: [], villages: named };
}

/** Whether a user may report a task put right: the office any, everybody else their own. */
export function mayReport(viewer: Viewer, task: Pick<Task, 'unit' | 'personId'>, answering: Answering): boolean {
  const reach = reachOf(viewer, 'report-task');
  return reach === 'county' || (reach === 'own' && isOwnTask(task, answering));
}

import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Tables } from '../db/schema.ts';
import { isAbout, type Subject, seesTasks, type View, type Viewer } from '../rights/view.ts';

export type VersionedTables =
  | 'area'
  | 'areaShape'
  | 'mapEdition'
  | 'mapDay'
  | 'areaWithdrawal'
  | 'venue'
  | 'organisation'
  | 'visit'
  | 'visitPlace'
  | 'linkage'
  | 'responsibility'
  | 'edition'
  | 'team'
  | 'routePlan'
  | 'task'
  | 'meeting'
  | 'savedView'
  | 'externalResult'
  | 'rankingSwitch'
  | 'proposal'
  | 'confirmation'
  | 'confirmedDay';

/** The version of a record that holds at the view's sequence. */
export function heldAt<T extends VersionedTables>(table: T, view: View) {
  return (where: ExpressionBuilder<Tables, T>): ExpressionWrapper<Tables, T, SqlBool> => {
    const since = sql.ref<number>(`${table}.since`);
    const until = sql.ref<number | null>(`${table}.until`);
    return where.and([where(since, '<=', view.seq), where.or([where(until, 'is', null), where(until, '>', view.seq)])]);
  };
}

/** The versions that hold at the view's sequence and did not at an earlier number. */
export function begunSince<T extends VersionedTables>(table: T, from: number, view: View) {
  return (where: ExpressionBuilder<Tables, T>): ExpressionWrapper<Tables, T, SqlBool> =>
    where.and([where(sql.ref<number>(`${table}.since`), '>', from), heldAt(table, view)(where)]);
}

/** The versions that ended after an earlier number, by the view's sequence. */
export function endedSince<T extends VersionedTables>(table: T, from: number, view: View) {
  return (where: ExpressionBuilder<Tables, T>): ExpressionWrapper<Tables, T, SqlBool> => {
    const until = sql.ref<number | null>(`${table}.until`);
    return where.and([where(until, '>', from), where(until, '<=', view.seq)]);
  };
}

/** Only records of places the user sees; the whole county sees all. `column` holds the area's id. */
export function inPlaces<T extends keyof Tables>(column: `${T}.${string}`, view: View) {
  return (where: ExpressionBuilder<Tables, T>): ExpressionWrapper<Tables, T, SqlBool> => {
    const { places } = view.user;
    if (places === 'county') return where.and([]);
    if (places.length === 0) return where.or([]);
    return where.and([where(sql.ref<string>(column), 'in', places)]);
  };
}

/** Only where the user's items include the subject; a department sees its own. */
export function about(subject: Subject, user: Viewer) {
  return <T extends keyof Tables>(where: ExpressionBuilder<Tables, T>) =>
    isAbout(user, subject) ? where.and([]) : where.or([]);
}

/** 暗访计划不外泄 — no planned unannounced visit, but those of the teams whose plans the user sees. */
export function unsealed({ sealed }: Viewer) {
  return (where: ExpressionBuilder<Tables, 'visit'>) => {
    if (sealed === 'all') return where.and([]);
    const open = [where('visit.announced', '=', 1), where('visit.state', '=', 'made')];
    return where.or(sealed.length === 0 ? open : [...open, where('visit.team', 'in', [...sealed])]);
  };
}

/** Of changes of tasks only those about the user's items; none where tasks are out of sight. */
export function ofOwnTasks(viewer: Viewer) {
  return (where: ExpressionBuilder<Tables, 'change'>) => {
    const { subjects: items } = viewer;
    if (!seesTasks(viewer)) return where.and([where('change.subject', '!=', 'task')]);
    if (items === 'all') return where.and([]);
    if (items.length === 0) return where.and([where('change.subject', '!=', 'task')]);
    const own = where
      .selectFrom('task')
      .whereRef('task.since', '=', 'change.seq')
      .where('task.about', 'in', [...items])
      .select('task.id');
    return where.or([where('change.subject', '!=', 'task'), where.exists(own)]);
  };
}

import type { Transaction } from '../change/write.ts';
import { standingLinkages } from '../inspection/linkage-store.ts';
import { linkageOn } from '../inspection/quota.rules.ts';
import type { LocalDate } from '../rights/view.ts';

/** Who leads a team’s visit to a village on a day; null: nobody but the team. */
export type LedBy = (team: string, areaId: string, on: LocalDate) => string | null;

/**
 * 带队领导 — a team whose last visit made was led by a county leader is a leaders’ team: its plans are led by the leader linked to the village’s
 * town on the day.
 */
export async function ledBy({ db }: Pick<Transaction, 'db'>, teams: string[]): Promise<LedBy> {
  const rows = await db
    .selectFrom('visit')
    .where('until', 'is', null)
    .where('state', '=', 'made')
    .where('team', 'in', teams.length > 0 ? teams : [''])
    .orderBy('occurredOn')
    .orderBy('number')
    .select(['team', 'leaderId'])
    .execute();
  const led = new Map(rows.map(({ team, leaderId }) => [team, leaderId !== null]));
  const linkages = Map.groupBy(await standingLinkages({ db }), ({ townId }) => townId);
  const areas = await db
    .selectFrom('area')
    .where('until', 'is', null)
    .select(['id', 'parentId', 'fromOn', 'toOn'])
    .execute();
  const townOn = (areaId: string, on: LocalDate) =>
    areas.find(({ id, fromOn, toOn }) => id === areaId && fromOn <= on && (toOn === null || toOn > on))?.parentId ?? '';
  return (team, areaId, on) =>
    led.get(team) ? (linkageOn(linkages.get(townOn(areaId, on)) ?? [], on)?.leaderId ?? null) : null;
}

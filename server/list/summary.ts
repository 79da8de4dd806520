import { daysAfter } from '../calendar/rules.ts';
import { readEdition } from '../campaign/edition-store.ts';
import { countdown } from '../campaign/rules.ts';
import { knownUntil, viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { readSetting } from '../db/setting.ts';
import { Refusal } from '../http/refusal.ts';
import { weekBack } from '../layer/answers.ts';
import { type CountyFacts, countyFacts, totalFacts } from '../layer/facts.ts';
import { judgeAll, rollUp } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import { nodesMet } from '../layer/nodes-met.ts';
import { allSilent, kpiOf } from '../layer/rules.ts';
import { scopeOf } from '../layer/scope.ts';
import type { View } from '../rights/view.ts';
import type { SummaryAnswer } from './answer.ts';
import { readLastHeld } from './held-days.ts';

/** GET /api/summary — of everything the viewer sees, or of the town named by its code. */
export async function summaryAnswer(store: Store, view: View, town?: string): Promise<SummaryAnswer> {
  const seen = await countyFacts(store, view);
  const area = town === undefined ? null : seen.areas.find(({ kind, code }) => kind === 'town' && code === town);
  if (area === undefined) throw new Refusal('place-unknown', { value: town ?? '' }, 'town');
  const scope = scopeOf(seen, area);
  const week = await viewAt(store, view.user, daysAfter(view.on, -weekBack));
  const [now, before, campaign] = await Promise.all([
    scope.totals ? totalFacts(store, view) : seen,
    scope.totals ? totalFacts(store, week) : countyFacts(store, week),
    readEdition(store, view, 'campaign'),
  ]);
  const countsOf = (facts: CountyFacts, layer: Layer) =>
    rollUp(
      layer,
      judgeAll(facts, layer).filter(({ place }) => area === null || place.townId === area.id),
    ).counts;
  return {
    seq: view.shown,
    on: view.on,
    dataAt: await knownUntil(store, view),
    sample: (await readSetting(store, 'sample')) === 'yes',
    campaign: campaign && {
      ...campaign,
      ...countdown(campaign, view.on),
      nodes: await nodesMet(store, view, campaign.nodes),
    },
    lastMeetingOn: (await readLastHeld(store, view.user))(view),
    scope,
    kpis: now.layers
      .filter(({ parent, kpis }) => parent === null && kpis.length > 0)
      .flatMap((layer) => {
        const counted = { ids: layer.classes.map(({ id }) => id), outside: layer.rollUp.outside };
        const counts = countsOf(now, layer);
        const silent = allSilent(
          layer.classes.map(({ lamp }) => lamp),
          counts,
        );
        const former = before.view.seq === 0 ? null : countsOf(before, layer);
        return layer.kpis.map(({ id, title, classes, better }) => ({
          ...{ id, layer: layer.id, classes, title, better, silent, ...kpiOf(counted, counts, classes) },
          before: former && kpiOf(counted, former, classes).value,
        }));
      }),
  };
}

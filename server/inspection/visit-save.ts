import type { Transaction } from '../change/write.ts';
import type { Finding, Visit } from './rules.ts';

/** What one save of a visit comes to. `before` null: it is new; `withdrawn`: the plan ends. */
export interface VisitSave {
  before: Visit | null;
  now: Visit;
  withdrawn: boolean;
}

/** 暗访计划 — the team a version is sealed for; null where everybody in scope may know of it. */
function sealedFor({ state, announced, team }: Pick<Visit, 'state' | 'announced' | 'team'>): string | null {
  return state === 'planned' && !announced ? (team ?? '') : null;
}

/**
 * Writes one visit and gives the `seq` of its change. An unannounced plan is sealed for its team until it is made; then all of it is written anew, so
 * that nothing of what is seen dates from before. A plan handed from one team to another is withdrawn from the first: two changes.
 */
export async function saveVisit(tx: Transaction, { before, now, withdrawn }: VisitSave): Promise<number> {
  const was = before && sealedFor(before);
  const sealed = sealedFor(now);
  const placeId = now.places.length === 1 ? (now.places[0]?.areaId ?? null) : null;
  const named = { subject: 'visit', subjectId: now.id, placeId };
  if (was !== null && sealed !== null && was !== sealed) tx.change({ ...named, action: 'withdraw', sealed: was });
  const action = withdrawn ? 'withdraw' : now.state === 'planned' ? 'plan' : 'visit';
  const since = tx.change({ ...named, action, sealed: withdrawn ? was : sealed });
  const standing = new Map((before?.places ?? []).map(({ areaId, findings }) => [areaId, JSON.stringify(findings)]));
  const kept = new Set(withdrawn ? [] : now.places.map(({ areaId }) => areaId));
  for (const areaId of standing.keys())
    if (!kept.has(areaId)) await tx.endVersion('visitPlace', [now.id, areaId], since);
  if (withdrawn) {
    await tx.endVersion('visit', [now.id], since);
    return since;
  }
  const { places, announced, since: _since, ...row } = now;
  await tx.insertVersions('visit', [{ ...row, announced: announced ? 1 : 0, since, until: null }]);
  const opened = was !== sealed;
  const written = places
    .map(({ areaId, findings }) => ({
      visitId: now.id,
      areaId,
      findings: JSON.stringify(findings satisfies Finding[]),
    }))
    .filter(({ areaId, findings }) => opened || standing.get(areaId) !== findings);
  if (written.length > 0)
    await tx.insertVersions(
      'visitPlace',
      written.map((place) => ({ ...place, since, until: null })),
    );
  return since;
}

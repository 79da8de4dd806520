import { readAreas } from '../area/area-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import type { LocalDate, View, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import type { Fault } from '../save/rules.ts';
import { savedBy, saveOnce } from '../save/save-once.ts';
import { refuseFaults } from '../save/settle.ts';
import type { PlanSent } from './bodies.ts';
import { ledBy } from './led-by.ts';
import { endPlan, putPlan } from './plan-actions.ts';
import { clashesOf, questionsOf } from './plan-clash.ts';
import { planFaults, teamFaults } from './plan-faults.ts';
import { type KeptPlan, readPlan } from './plan-store.ts';
import { type OutcomeSaid, publishPlan, saveOutcome, withdrawVisits } from './publish.ts';
import type { PlanBody, TeamBody } from './rules.ts';
import { baseOfTeam, currentTeam, endTeam, putTeam } from './team-store.ts';

interface Saved {
  seq: number;
  base: string | null;
}

/** What a person sends of a plan, out of what is kept of it. */
function sentOf({ published: _published, visits: _visits, ...sent }: PlanBody): PlanSent {
  return sent;
}

/** The hash a plan is known by: what a person edits, and whether it was issued; what became of its visits is no other version. */
export const baseOfPlan = (body: PlanBody) => baseOf({ ...sentOf(body), published: body.published });

/** PUT /api/route-plans/{id} — keeps a plan, new or changed. When somebody else kept another version meanwhile, nothing is overwritten. A plan issued to the teams stays issued: its planned visits follow it. */
export async function savePlan(
  store: Store,
  viewer: Viewer,
  planId: string,
  sent: { id: string; base: string; body: PlanSent; confirm?: boolean | undefined },
): Promise<Saved> {
  const places = await placesOf(store, viewer);
  return saveOnce(store, viewer, sent.id, async (tx, today) => {
    const kept = await readPlan(tx, viewer, planId);
    if (kept && baseOfPlan(kept.body) !== sent.base) await refuseMeanwhile(tx, kept);
    // Somebody withdrew it meanwhile: it is not brought back by keeping it.
    if (!kept && sent.base !== '') throw new Refusal('plan-unknown');
    const body: PlanBody = { ...sent.body, published: kept?.body.published ?? false, visits: kept?.body.visits ?? {} };
    refuseFaults([...planFaults(body), ...unknownFaults(body, places.areaOf)]);
    const now = body.published ? await issued(tx, body, { ...places, planId, today, confirm: sent.confirm }) : body;
    if (kept && baseOf(kept.body) === baseOf(now)) return { seq: null, answer: { base: baseOfPlan(now) } };
    return { seq: await putPlan(tx, planId, now), answer: { base: baseOfPlan(now) } };
  });
}

/** POST /api/route-plans/{id}/publish — what teams or villages have on those days already is asked about first. */
export async function publish(
  store: Store,
  viewer: Viewer,
  planId: string,
  { id, confirm }: { id: string; confirm?: boolean | undefined },
): Promise<Saved> {
  const places = await placesOf(store, viewer);
  return saveOnce(store, viewer, id, async (tx, today) => {
    const { body } = await planOf(tx, viewer, planId);
    refuseFaults(pastFaults(body, today));
    const now = await issued(tx, body, { ...places, planId, today, confirm });
    return { seq: await putPlan(tx, planId, now, 'publish'), answer: { base: baseOfPlan(now) } };
  });
}

interface Telling extends Villages {
  planId: string;
  today: LocalDate;
  confirm: boolean | undefined;
}

/** 下达 — issues a plan: asks about what it meets, then plans its visits. What it met when it was issued before and meets still is not asked again. */
async function issued(tx: Transaction, body: PlanBody, { planId, confirm, ...given }: Telling): Promise<PlanBody> {
  const codeOf = new Map([...given.areaOf].map(([code, id]) => [id, code]));
  const before = (await readPlan(tx, given.view.user, planId))?.body;
  const clashing = async (plan: PlanBody) =>
    questionsOf(
      await clashesOf(tx, given.view, { id: planId, plan, codeOf }),
      (code) => given.nameOf.get(code) ?? code,
    );
  const known = before?.published ? new Set((await clashing(before)).map(keyOf)) : new Set<string>();
  refuseFaults(
    (await clashing(body)).filter((one) => !known.has(keyOf(one))),
    { confirm },
  );
  return publishPlan(tx, body, {
    ...given,
    ledBy: await ledBy(
      tx,
      body.teams.map(({ name }) => name),
    ),
  });
}

const keyOf = ({ code, value }: Fault) => `${code} ${value}`;

/** DELETE /api/route-plans/{id} */
export async function withdrawPlan(store: Store, viewer: Viewer, planId: string, id: string): Promise<Saved> {
  const view = await viewAt(store, viewer);
  return saveOnce(store, viewer, id, async (tx) => {
    const { body } = await planOf(tx, viewer, planId);
    await withdrawVisits(tx, body, view);
    return { seq: await endPlan(tx, planId, body), answer: { base: null } };
  });
}

/** POST /api/route-plans/{id}/outcomes — by the office, or by the team itself. */
export async function recordOutcome(
  store: Store,
  viewer: Viewer,
  planId: string,
  { id, ...said }: OutcomeSaid & { id: string },
): Promise<Saved> {
  const { view } = await placesOf(store, viewer);
  // The village may have been out of the inspector's sight: the plan brings it in.
  const { areaOf } = await placesOf(store, { ...viewer, places: 'county' });
  return saveOnce(store, viewer, id, async (tx, today) => {
    const own = await planOf(tx, viewer, planId);
    const route = own.body.routes.find(({ stops }) => stops.includes(said.code));
    if (!route) throw new Refusal('place-unknown', { value: said.code });
    if (!own.body.published) throw new Refusal('not-allowed');
    refuseFaults([
      ...(said.done && route.on > today ? [{ field: 'done', code: 'day-to-come', value: today } as const] : []),
      ...(!said.done && !said.reason ? [{ field: 'reason', code: 'missing' } as const] : []),
      ...(own.body.visits[said.code]?.outcome?.done && !said.done
        ? [{ field: 'done', code: 'move-not-possible' } as const]
        : []),
    ]);
    // An inspector sees a part of the plan; what is kept is the whole.
    const whole = await planOf(tx, { ...viewer, sealed: 'all' }, planId);
    const leads = await ledBy(
      tx,
      whole.body.teams.map(({ name }) => name),
    );
    const now = await saveOutcome(tx, whole.body, said, { view, areaOf, today, ledBy: leads });
    return { seq: await putPlan(tx, planId, now, 'outcome'), answer: { base: baseOfPlan(now) } };
  });
}

/** PUT /api/teams/{id} */
export async function saveTeam(
  store: Store,
  viewer: Viewer,
  teamId: string,
  { id, base, team }: { id: string; base: string; team: TeamBody },
): Promise<Saved> {
  return saveOnce(store, viewer, id, async (tx) => {
    const kept = await currentTeam(tx, teamId);
    const now = kept ? baseOfTeam(kept.body) : '';
    if (base !== now) await refuseTeam(tx, kept);
    const other = await tx.db
      .selectFrom('team')
      .where('name', '=', team.name)
      .where('id', '<>', teamId)
      .where('until', 'is', null)
      .select('id')
      .executeTakeFirst();
    refuseFaults([...teamFaults(team), ...(other ? [{ field: 'name', code: 'key-twice' } as const] : [])]);
    return { seq: await putTeam(tx, { ...team, id: teamId }), answer: { base: baseOfTeam(team) } };
  });
}

/** DELETE /api/teams/{id} */
export async function removeTeam(store: Store, viewer: Viewer, teamId: string, id: string): Promise<Saved> {
  return saveOnce(store, viewer, id, async (tx) => ({ seq: await endTeam(tx, teamId), answer: { base: null } }));
}

async function planOf(tx: Transaction, viewer: Viewer, id: string): Promise<KeptPlan> {
  const kept = await readPlan(tx, viewer, id);
  if (!kept) throw new Refusal('plan-unknown');
  return kept;
}

/** Villages by their codes: their ids, and what they are called. */
interface Villages {
  view: View;
  areaOf: Map<string, string>;
  nameOf: Map<string, string>;
}

async function placesOf(store: Store, viewer: Viewer): Promise<Villages> {
  const view = await viewAt(store, viewer);
  const villages = (await readAreas(store, view)).filter(({ kind }) => kind === 'village');
  return {
    view,
    areaOf: new Map(villages.map(({ code, id }) => [code, id])),
    nameOf: new Map(villages.map(({ code, name }) => [code, name])),
  };
}

const unknownFaults = ({ villages }: PlanBody, areaOf: Map<string, string>): Fault[] =>
  villages.flatMap(({ code }, at) =>
    areaOf.has(code) ? [] : [{ field: `villages.${at}`, code: 'village-unknown' as const }],
  );

/** A plan is issued to the teams before its days are over. */
const pastFaults = ({ dates }: PlanBody, today: LocalDate): Fault[] =>
  dates.some((on) => on >= today) ? [] : [{ field: 'dates', code: 'day-past', value: today }];

/** Somebody else kept the team otherwise meanwhile, or ended it. */
async function refuseTeam(tx: Transaction, kept: { body: TeamBody; since: number } | null): Promise<never> {
  const saved = await savedBy(tx, kept?.since ?? null);
  throw new Refusal('saved-meanwhile', {}, undefined, () => ({
    base: kept ? baseOfTeam(kept.body) : '',
    theirs: { team: kept?.body ?? null },
    conflicts: ['team'],
    savedBy: saved?.by ?? null,
    savedAt: saved?.at ?? null,
  }));
}

async function refuseMeanwhile(tx: Transaction, { body, since }: KeptPlan): Promise<void> {
  const saved = await savedBy(tx, since);
  throw new Refusal('saved-meanwhile', {}, undefined, () => ({
    base: baseOfPlan(body),
    theirs: { body: sentOf(body) },
    conflicts: ['body'],
    savedBy: saved?.by ?? null,
    savedAt: saved?.at ?? null,
  }));
}

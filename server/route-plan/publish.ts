import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import { Refusal } from '../http/refusal.ts';
import type { Visit } from '../inspection/rules.ts';
import { numberOfMade } from '../inspection/visit-number.ts';
import { currentVisit } from '../inspection/visit-record.ts';
import { saveVisit } from '../inspection/visit-save.ts';
import type { LocalDate, View } from '../rights/view.ts';
import type { LedBy } from './led-by.ts';
import type { PlanBody } from './rules.ts';

interface Publishing {
  view: View;
  /** Area id of a village's code. */
  areaOf: Map<string, string>;
  today: LocalDate;
  ledBy: LedBy;
}

interface Slot {
  team: string;
  on: LocalDate;
}

/** 下达 — the plan as issued to the teams: each village on a route is a planned visit of that team and day; what is on no route any more is withdrawn. Visits made stay. */
export async function publishPlan(tx: Transaction, body: PlanBody, given: Publishing): Promise<PlanBody> {
  const wanted = slotsOf(body);
  const visits = { ...body.visits };
  for (const [code, { visit, outcome }] of Object.entries(visits)) {
    if (outcome !== null) continue;
    const before = await plannedVisit(tx, given.view, visit);
    const slot = wanted.get(code);
    if (before === 'made') continue;
    if (!slot) {
      if (before) await saveVisit(tx, { before, now: before, withdrawn: true });
      delete visits[code];
    } else if (
      before &&
      (before.team !== slot.team || before.occurredOn !== slot.on || before.announced !== body.announced)
    )
      await saveVisit(tx, {
        before,
        now: {
          ...{ ...before, team: slot.team, occurredOn: slot.on, announced: body.announced, reportedOn: given.today },
          leaderId: given.ledBy(slot.team, given.areaOf.get(code) ?? '', slot.on),
        },
        withdrawn: false,
      });
    else if (before === null) delete visits[code];
  }
  for (const [code, slot] of wanted) {
    const areaId = given.areaOf.get(code);
    if (visits[code] || areaId === undefined) continue;
    const now = newVisit(slot, areaId, { announced: body.announced, given });
    await saveVisit(tx, { before: null, now, withdrawn: false });
    visits[code] = { visit: now.id, outcome: null };
  }
  return { ...body, visits, published: true };
}

/** 撤回 — takes back every planned visit of a plan. */
export async function withdrawVisits(tx: Transaction, body: PlanBody, view: View): Promise<void> {
  for (const { visit } of Object.values(body.visits)) {
    const before = await plannedVisit(tx, view, visit);
    if (before && before !== 'made') await saveVisit(tx, { before, now: before, withdrawn: true });
  }
}

/** What is said of a village on the plan once the team was there, or could not be. */
export interface OutcomeSaid {
  code: string;
  done: boolean;
  reason: string | null;
}

/** 完成 / 未完成 — a planned visit is made on the day of its route and takes its number, or is withdrawn with the reason kept in the plan. */
export async function saveOutcome(
  tx: Transaction,
  body: PlanBody,
  { code, done, reason }: OutcomeSaid,
  given: Publishing,
): Promise<PlanBody> {
  const slot = slotsOf(body).get(code);
  const areaId = given.areaOf.get(code);
  if (!slot || areaId === undefined) throw new Refusal('place-unknown', { value: code });
  const entry = body.visits[code];
  const before = entry ? await plannedVisit(tx, given.view, entry.visit) : null;
  if (before === 'made')
    return withOutcome(body, code, { visit: entry?.visit ?? '', outcome: { done: true, reason: null } });
  const planned = before ?? newVisit(slot, areaId, { announced: body.announced, given });
  if (!done) {
    if (before) await saveVisit(tx, { before, now: before, withdrawn: true });
    return withOutcome(body, code, { visit: planned.id, outcome: { done: false, reason } });
  }
  const now: Visit = {
    ...planned,
    state: 'made',
    number: await numberOfMade(tx, before, slot.on),
    reportedOn: given.today,
  };
  await saveVisit(tx, { before, now, withdrawn: false });
  return withOutcome(body, code, { visit: now.id, outcome: { done: true, reason: null } });
}

const withOutcome = (body: PlanBody, code: string, entry: PlanBody['visits'][string]): PlanBody => ({
  ...body,
  visits: { ...body.visits, [code]: entry },
});

/** The name of the team and the day of each village on a route. */
function slotsOf({ routes, teams }: PlanBody): Map<string, Slot> {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return new Map(
    routes.flatMap(({ team, on, stops }) =>
      stops.map((code): [string, Slot] => [code, { team: names.get(team) ?? '', on }]),
    ),
  );
}

function newVisit(
  { team, on }: Slot,
  areaId: string,
  { announced, given }: { announced: boolean; given: Pick<Publishing, 'today' | 'ledBy'> },
): Visit {
  return {
    id: newId(),
    number: '',
    occurredOn: on,
    state: 'planned',
    level: 'county',
    announced,
    team,
    leaderId: given.ledBy(team, areaId, on),
    places: [{ areaId, findings: [] }],
    reportedOn: given.today,
    since: 0,
  };
}

/** A planned visit as it stands; `made` when it was made meanwhile, null when it is there no more. */
async function plannedVisit(tx: Transaction, view: View, id: string): Promise<Visit | 'made' | null> {
  try {
    const visit = await currentVisit(tx, view, id);
    return visit.state === 'made' ? 'made' : visit;
  } catch (problem) {
    if (problem instanceof Refusal && problem.code === 'visit-unknown') return null;
    throw problem;
  }
}

import { placeOfCode, placesOfIds } from '../area/form-place.ts';
import { readEdition } from '../campaign/edition-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import type { Store } from '../db/open.ts';
import type { FormSave } from '../form/form-answers.ts';
import { Refusal } from '../http/refusal.ts';
import { reachOf } from '../rights/may-write.ts';
import type { LocalDate, View, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import { type Fault, isRealDay } from '../save/rules.ts';
import { type Done, saveOnce } from '../save/save-once.ts';
import { refuseFaults, refuseForeignFields, settle } from '../save/settle.ts';
import { changedFields } from '../save/three-way/rules.ts';
import type { VisitFormValues, VisitSaved } from './answer.ts';
import { type Visit, visitFaults } from './rules.ts';
import { clashFaults } from './visit-clash.ts';
import { numberOfMade } from './visit-number.ts';
import { currentVisit, filledOf, formerVisits, isOfMine } from './visit-record.ts';
import { saveVisit } from './visit-save.ts';

/** POST /api/visits — a plan, or a visit already made. */
export async function addVisit(
  store: Store,
  viewer: Viewer,
  { id, values, confirm }: { id: string; values: VisitFormValues; confirm?: boolean | undefined },
): Promise<VisitSaved> {
  if (values.state === 'planned' && reachOf(viewer, 'plan-visit') === 'none') throw new Refusal('not-allowed');
  const view = await viewAt(store, viewer);
  const sent = tidy(values);
  return saveOnce(store, viewer, id, async (tx, today) => {
    const faults = [...movesFaults(null, sent), ...teamFaults(viewer, sent)];
    return writeVisit(tx, view, { before: null, values: sent, faults, stood: [], merged: [], today, confirm });
  });
}

/** PUT /api/visits/{id} — a plan changed, made or withdrawn; findings of a visit made written down or closed. */
export async function saveVisitForm(
  store: Store,
  viewer: Viewer,
  visitId: string,
  save: FormSave<VisitFormValues>,
): Promise<VisitSaved> {
  const view = await viewAt(store, viewer);
  if (!isOfMine(viewer, await currentVisit(store, view, visitId).catch(onceKnown(save))))
    throw new Refusal('not-allowed');
  return saveOnce(store, viewer, save.id, async (tx, today) => {
    const before = await currentVisit(tx, view, visitId);
    const standing = { values: await filledOf(tx, before), since: before.since };
    const sent = { ...save, values: tidy(save.values), before: save.before && tidy(save.before) };
    const { values, merged } = await settle(tx, standing, sent, async () =>
      Promise.all((await formerVisits(tx, visitId)).map((visit) => filledOf(tx, visit))),
    );
    refuseForeignFields(standing.values, values, writableOf(viewer));
    const stood = visitFaults({ ...before, places: standing.values.places }, today);
    const faults = movesFaults(before, values);
    return writeVisit(tx, view, { before, values, faults, stood, merged, today, confirm: save.confirm });
  });
}

/** A plan withdrawn is gone: the same save sent again is still answered, so what it was about is taken as its sender's own. */
function onceKnown({ values }: FormSave<VisitFormValues>) {
  return (problem: unknown): Pick<Visit, 'team'> => {
    if (values.state !== 'withdrawn') throw problem;
    return { team: values.team };
  };
}

/** Top fields somebody may change: an inspector records the findings; the rest is the office's. */
export function writableOf(viewer: Viewer): string[] {
  const recorded = ['state', 'occurredOn', 'places'];
  return reachOf(viewer, 'plan-visit') === 'none' ? recorded : [...recorded, 'level', 'announced', 'team', 'leaderId'];
}

const textOf = (text: string | null) => text?.trim() || null;

function tidy(values: VisitFormValues): VisitFormValues {
  const places = values.places.map(({ code, findings }) => ({
    code,
    findings: findings.map(({ text, closedOn }) => ({ text: text.trim(), closedOn })),
  }));
  return { ...values, team: textOf(values.team), places: places.sort(({ code: a }, { code: b }) => (a < b ? -1 : 1)) };
}

/** A plan may be changed, made or withdrawn; a visit made stays made. What is known cannot become unannounced. */
function movesFaults(before: Visit | null, { state, announced }: VisitFormValues): Fault[] {
  const possible =
    before === null
      ? ['planned', 'made']
      : before.state === 'planned'
        ? ['planned', 'made', 'withdrawn']
        : ['made', 'closed'];
  const faults: Fault[] = possible.includes(state) ? [] : [{ field: 'state', code: 'move-not-possible' }];
  if (before?.state === 'planned' && state === 'planned' && before.announced && !announced)
    faults.push({ field: 'announced', code: 'announced-already' });
  return faults;
}

function teamFaults(viewer: Viewer, { team }: VisitFormValues): Fault[] {
  return isOfMine(viewer, { team }) ? [] : [{ field: 'team', code: 'team-foreign' }];
}

interface Written {
  before: Visit | null;
  values: VisitFormValues;
  faults: Fault[];
  /** What was wrong before. */
  stood: Fault[];
  merged: string[];
  today: LocalDate;
  confirm: boolean | undefined;
}

async function writeVisit(
  tx: Transaction,
  view: View,
  { before, values, faults, stood, merged, today, confirm }: Written,
): Promise<Done<Omit<VisitSaved, 'seq'>>> {
  const { state: move, places: given, ...said } = values;
  const withdrawn = move === 'withdrawn';
  const state = move === 'planned' || withdrawn ? 'planned' : 'made';
  const { places, unknown } = await villagesOf(tx, view, { before, given, closedOn: move === 'closed' ? today : null });
  const filled = { ...said, state, places: given } as const;
  const now: Visit = {
    ...said,
    state,
    places,
    id: before?.id ?? newId(),
    number: before?.number ?? '',
    reportedOn: today,
    since: 0,
  };
  const found = withdrawn
    ? []
    : [...visitFaults(filled, today), ...unknown, ...(await leaderFaults(tx, values, before))];
  refuseFaults([...faults, ...found], { before: stood });
  // Asked once the rest is right: what may be confirmed is confirmed in one.
  if (!withdrawn) refuseFaults(await askedFaults(tx, view, { before, now }), { confirm });
  if (state === 'made') now.number = await numberOf(tx, before, said.occurredOn);
  const answer = { visit: now.id, number: state === 'planned' ? null : now.number, merged };
  if (before && !withdrawn && changedFields(contentOf(before), contentOf(now)).size === 0)
    return { seq: null, answer: { ...answer, base: baseOf(await filledOf(tx, before)) } };
  const seq = await saveVisit(tx, { before, now, withdrawn });
  return { seq, answer: { ...answer, base: withdrawn ? null : baseOf(await filledOf(tx, now)) } };
}

/** What may be confirmed: a day before the campaign, and what else is recorded or planned that day; nothing of what stays as it was. */
async function askedFaults(
  tx: Transaction,
  view: View,
  { before, now }: { before: Visit | null; now: Visit },
): Promise<Fault[]> {
  if (before && whenAndWhere(before) === whenAndWhere(now)) return [];
  const campaign = before?.occurredOn === now.occurredOn ? null : await readEdition(tx, view, 'campaign');
  const early = campaign !== null && isRealDay(now.occurredOn) && now.occurredOn < campaign.firstOn;
  return [
    ...(early
      ? [{ field: 'occurredOn', code: 'before-campaign', value: campaign.firstOn, confirmable: true } as const]
      : []),
    ...(await clashFaults(tx, view, now)),
  ];
}

const whenAndWhere = ({ state, occurredOn, team, leaderId, places }: Visit) =>
  JSON.stringify([state, occurredOn, team, leaderId, places.map(({ areaId }) => areaId)]);

const contentOf = ({ since: _since, reportedOn: _reportedOn, ...visit }: Visit) => visit;

async function numberOf(tx: Transaction, before: Visit | null, on: LocalDate): Promise<string> {
  return before?.state === 'made' ? before.number : numberOfMade(tx, before, on);
}

interface Villages {
  before: Visit | null;
  given: VisitFormValues['places'];
  /** Set: every open finding is closed that day. */
  closedOn: LocalDate | null;
}

async function villagesOf(
  tx: Transaction,
  view: View,
  { before, given, closedOn }: Villages,
): Promise<{ places: Visit['places']; unknown: Fault[] }> {
  const standing = await placesOfIds(
    tx,
    (before?.places ?? []).map(({ areaId }) => areaId),
  );
  const idOfStanding = new Map([...standing].map(([id, { code }]) => [code, id]));
  const places: Visit['places'] = [];
  const unknown: Fault[] = [];
  const seen = new Set<string>();
  for (const [at, { code, findings }] of given.entries()) {
    const village = await placeOfCode(tx, view, code);
    const areaId = idOfStanding.get(code) ?? (village?.kind === 'village' ? village.id : undefined);
    if (areaId === undefined || seen.has(areaId)) unknown.push({ field: `places.${at}`, code: 'village-unknown' });
    else places.push({ areaId, findings: findings.map((one) => ({ ...one, closedOn: one.closedOn ?? closedOn })) });
    if (areaId !== undefined) seen.add(areaId);
  }
  return { places: places.sort(({ areaId: a }, { areaId: b }) => (a < b ? -1 : 1)), unknown };
}

async function leaderFaults(
  { db }: Transaction,
  { leaderId }: VisitFormValues,
  before: Visit | null,
): Promise<Fault[]> {
  if (leaderId === null || leaderId === before?.leaderId) return [];
  const found = await db.selectFrom('person').where('id', '=', leaderId).select('id').executeTakeFirst();
  return found ? [] : [{ field: 'leaderId', code: 'person-unknown' }];
}

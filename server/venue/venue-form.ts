import type { AreaKind } from '../../geodata/area/area.ts';
import { areasOfCode, formPlace, formPlaceAt } from '../area/form-place.ts';
import { defaultChecklist } from '../campaign/default-editions.message.ts';
import { readEdition } from '../campaign/edition-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import type { Store } from '../db/open.ts';
import type { FormSave, SavedAnswer, VenueFormAnswer, VenueFormValues } from '../form/form-answers.ts';
import { openFields } from '../rights/field-rights/rules.ts';
import type { Action } from '../rights/rights.message.ts';
import type { LocalDate, View, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import { byRight } from '../save/proposal/by-right.ts';
import { propose } from '../save/proposal/proposal-actions.ts';
import { keepReason } from '../save/reason-store.ts';
import { reportDayFaults, reportedOnOf } from '../save/report-day.ts';
import { type Saved, savedColumns, savedOf, saveOnce, writtenAs } from '../save/save-once.ts';
import { freshFaults, proposedOf, refuseFaults, refuseForeign, settle } from '../save/settle.ts';
import { changedFields } from '../save/three-way/rules.ts';
import { venueQuestions } from './marks/rules.ts';
import { milestoneTitles, stageTitles } from './milestone-titles.message.ts';
import { onTopOf } from './on-top-of.ts';
import {
  type ChecklistItem,
  milestoneKeys,
  stages,
  type Venue,
  type VenueFilled,
  venueFaults,
  withAcceptance,
} from './rules.ts';
import { storeVenues } from './venue-actions.ts';
import { venueOf } from './venue-store.ts';

/** GET /api/places/{code}/forms/venue */
export async function venueForm(store: Store, viewer: Viewer, code: string): Promise<VenueFormAnswer> {
  const view = await viewAt(store, viewer);
  const [{ venue, saved }, checklist] = await Promise.all([
    savedVenue(store, view, code),
    checklistOf(store, view),
    formPlaceAt(store, view, { ...placeOf(code, false), viewer }),
  ]);
  const values = filledOf(venue);
  return {
    base: baseOf(values),
    today: view.on,
    values: { ...values, reportedOn: null },
    options: {
      stages: stages.map((key) => ({ key, title: stageTitles[key] })),
      checklist,
      milestones: milestoneKeys.map((key) => ({
        ...{ key, title: milestoneTitles[key] },
        firstPlannedOn: venue?.milestones.find((one) => one.key === key)?.firstPlannedOn ?? null,
      })),
    },
    writable: openFields('venue', viewer.role),
    role: viewer.role,
    saved,
  };
}

/** PUT /api/places/{code}/forms/venue — one save, one version, one change. */
export async function saveVenueForm(
  store: Store,
  viewer: Viewer,
  code: string,
  save: FormSave<VenueFormValues>,
): Promise<SavedAnswer> {
  const { view, place } = await formPlace(store, viewer, placeOf(code, true));
  const checklist = (await checklistOf(store, view)).map(({ key }) => key);
  return saveOnce(store, viewer, save.id, async (tx, today) => {
    const venue = await currentVenue(tx, place.id);
    const standing = { values: filledOf(venue), since: venue?.since ?? null };
    const began = save.before && tidy(save.before);
    const { values, merged } = await settle(tx, standing, { ...save, values: tidy(save.values), before: began }, () =>
      formerVenues(tx, venue),
    );
    const { own, cells, foreign } = byRight({ form: 'venue', role: viewer.role }, standing.values, values);
    refuseForeign(foreign);
    const items = [...checklist, ...Object.keys(standing.values.items)];
    const faults = [
      ...venueFaults(values, today, items),
      ...(cells.length === 0 ? [] : venueFaults(own, today, items)),
      ...reportDayFaults(save.values.reportedOn, today, venue?.reportedOn ?? null),
    ];
    // Of a village without a venue the stage is missing too; what is saved has one.
    const stood = venueFaults(standing.values, today, items).filter(({ code }) => code !== 'missing');
    const settled = withAcceptance(own);
    const questions = venueQuestions(venue, onTopOf(venue, settled), checklist);
    const { confirm, reason } = save;
    refuseFaults([...freshFaults(faults, stood), ...questions], { confirm, reason });
    const { stage } = settled;
    if (stage === null) throw new Error('a venue without a stage passed the check');
    const reportedOn = reportedOnOf(save.values.reportedOn, today);
    const only = cells.length > 0 && !save.values.reportedOn && changedFields(standing.values, own).size === 0;
    const reported = only
      ? null
      : await writeVenue(tx, venue, { said: { ...settled, stage, areaId: place.id, reportedOn }, action: 'report' });
    const codes = questions.map(({ code }) => code);
    if (reported !== null && codes.length > 0 && reason)
      await keepReason(tx, 'venue', { areaId: place.id, since: reported, reason: { codes, text: reason } });
    const proposed = await propose(tx, { areaId: place.id, form: 'venue', cells, on: today });
    return { ...writtenAs([reported, proposed]), answer: { base: baseOf(settled), merged, ...proposedOf(cells) } };
  });
}

const placeOf = (code: string, toWrite: boolean) => ({
  ...{ code, toWrite },
  actions: ['report-venue', 'accept-venue'] satisfies Action[],
  kinds: ['village'] satisfies AreaKind[],
});

export async function checklistOf(store: Store, view: View): Promise<ChecklistItem[]> {
  return (await readEdition(store, view, 'checklist')) ?? defaultChecklist;
}

export async function currentVenue({ db }: Pick<Store, 'db'>, areaId: string): Promise<Venue | null> {
  const row = await db
    .selectFrom('venue')
    .where('areaId', '=', areaId)
    .where('until', 'is', null)
    .selectAll()
    .executeTakeFirst();
  return row ? venueOf(row) : null;
}

/** What stands of the place of a code, with who saved it. */
async function savedVenue(
  store: Store,
  view: View,
  code: string,
): Promise<{ venue: Venue | null; saved: Saved | null }> {
  const row = await store.db
    .selectFrom('venue')
    .innerJoin('change', 'change.seq', 'venue.since')
    .leftJoin('account', 'account.id', 'change.actor')
    .leftJoin('person', 'person.id', 'account.personId')
    .where('venue.areaId', 'in', areasOfCode(store, view, code).select('area.id'))
    .where('venue.until', 'is', null)
    .selectAll('venue')
    .select(savedColumns)
    .executeTakeFirst();
  return row ? { venue: venueOf(row), saved: savedOf(row) } : { venue: null, saved: null };
}

async function formerVenues({ db }: Transaction, venue: Venue | null): Promise<VenueFilled[]> {
  if (venue === null) return [filledOf(null)];
  const rows = await db
    .selectFrom('venue')
    .where('id', '=', venue.id)
    .orderBy('since', 'desc')
    .limit(200)
    .selectAll()
    .execute();
  return [...rows.map((row) => filledOf(venueOf(row))), filledOf(null)];
}

/** A venue as the form holds it: every milestone, in order. */
export function filledOf(venue: Venue | null): VenueFilled {
  const nothing = { organisationAcceptedOn: null, financeAcceptedOn: null, subsidyFen: null, subsidyPaidFen: null };
  const { stage = null, items = {}, milestones = [], ...rest } = venue ?? (nothing as Partial<Venue>);
  const { organisationAcceptedOn = null, financeAcceptedOn = null, subsidyFen = null, subsidyPaidFen = null } = rest;
  return tidy({ stage, items, milestones, organisationAcceptedOn, financeAcceptedOn, subsidyFen, subsidyPaidFen });
}

function tidy(values: VenueFilled & { reportedOn?: LocalDate | null }): VenueFilled {
  const { reportedOn: _reportedOn, items, milestones, ...rest } = values;
  return {
    ...rest,
    items: Object.fromEntries(Object.entries(items).filter(([, has]) => typeof has === 'boolean')),
    milestones: milestoneKeys.map((key) => {
      const { plannedOn = null, doneOn = null } = milestones.find((one) => one.key === key) ?? {};
      return { key, plannedOn, doneOn };
    }),
  };
}

/**
 * Writes the next version, on top of the one before; one that says what stands, reported the same day, writes nothing and gives
 * null. `plan` is a decision on what is reported, not a report.
 */
export async function writeVenue(
  tx: Transaction,
  before: Venue | null,
  { said, action }: { said: Omit<Venue, 'id' | 'since'>; action: 'report' | 'plan' },
): Promise<number | null> {
  const { milestones, ...rest } = onTopOf(before, said);
  const venue = {
    ...rest,
    milestones: milestones.filter(({ key: _key, ...days }) => Object.values(days).some(Boolean)),
  };
  const same = before !== null && changedFields(filledOf(before), filledOf({ ...venue, id: '', since: 0 })).size === 0;
  if (same && before.reportedOn === venue.reportedOn) return null;
  const id = before?.id ?? newId();
  const since = tx.change({ action, subject: 'venue', subjectId: id, placeId: venue.areaId });
  await storeVenues(tx, [{ ...venue, id, since }]);
  return since;
}

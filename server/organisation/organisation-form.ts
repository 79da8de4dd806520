import type { AreaKind } from '../../geodata/area/area.ts';
import { areasOfCode, formPlace, formPlaceAt } from '../area/form-place.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import type { Store } from '../db/open.ts';
import type { FormSave, OrganisationFormAnswer, OrganisationFormValues, SavedAnswer } from '../form/form-answers.ts';
import { peopleOptions } from '../person/people-options.ts';
import { openFields } from '../rights/field-rights/rules.ts';
import type { Action } from '../rights/rights.message.ts';
import type { LocalDate, View, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import { byRight } from '../save/proposal/by-right.ts';
import { propose } from '../save/proposal/proposal-actions.ts';
import { keepReason } from '../save/reason-store.ts';
import { reportDayFaults, reportedOnOf } from '../save/report-day.ts';
import type { Fault } from '../save/rules.ts';
import { type Saved, savedColumns, savedOf, saveOnce, writtenAs } from '../save/save-once.ts';
import { freshFaults, proposedOf, refuseFaults, refuseForeign, settle } from '../save/settle.ts';
import { changedFields } from '../save/three-way/rules.ts';
import { organisationQuestions } from './marks/rules.ts';
import { organisationOnTop, plainTurnaround } from './on-top-of.ts';
import { storeOrganisations } from './organisation-actions.ts';
import { organisationOf } from './organisation-store.ts';
import { type Organisation, type OrganisationFilled, organisationFaults } from './rules.ts';

/** GET /api/places/{code}/forms/organisation */
export async function organisationForm(store: Store, viewer: Viewer, code: string): Promise<OrganisationFormAnswer> {
  const view = await viewAt(store, viewer);
  const [{ organisation, saved }, options] = await Promise.all([
    savedOrganisation(store, view, code),
    peopleOptions(store, view),
    formPlaceAt(store, view, { ...placeOf(code, false), viewer }),
  ]);
  const values = filledOf(organisation);
  return {
    base: baseOf(values),
    today: view.on,
    values: { ...values, reportedOn: null },
    options,
    writable: openFields('organisation', viewer.role),
    role: viewer.role,
    saved,
  };
}

/** PUT /api/places/{code}/forms/organisation — one save, one version, one change. */
export async function saveOrganisationForm(
  store: Store,
  viewer: Viewer,
  code: string,
  save: FormSave<OrganisationFormValues>,
): Promise<SavedAnswer> {
  const { view, place } = await formPlace(store, viewer, placeOf(code, true));
  const { people, leaders } = await peopleOptions(store, view);
  const known = new Set([...people, ...leaders].map(({ id }) => id));
  return saveOnce(store, viewer, save.id, async (tx, today) => {
    const organisation = await currentOrganisation(tx, place.id);
    const standing = { values: filledOf(organisation), since: organisation?.since ?? null };
    const sent = { ...save, values: tidy(save.values), before: save.before && tidy(save.before) };
    const { values, merged } = await settle(tx, standing, sent, () => formerOrganisations(tx, organisation));
    const { own, cells, foreign } = byRight({ form: 'organisation', role: viewer.role }, standing.values, values);
    refuseForeign(foreign);
    const faults = [
      ...organisationFaults(values, today),
      ...(cells.length === 0 ? [] : organisationFaults(own, today)),
      ...personFaults(values, known),
      ...reportDayFaults(save.values.reportedOn, today, organisation?.reportedOn ?? null),
    ];
    const before = [...organisationFaults(standing.values, today), ...personFaults(standing.values, known)];
    const fresh = organisation === null ? faults : freshFaults(faults, before);
    const questions = organisationQuestions(organisation, organisationOnTop(organisation, own));
    const { confirm, reason } = save;
    refuseFaults([...fresh, ...questions], { confirm, reason });
    const reportedOn = reportedOnOf(save.values.reportedOn, today);
    const only = cells.length > 0 && !save.values.reportedOn && changedFields(standing.values, own).size === 0;
    const said = { ...own, areaId: place.id, reportedOn };
    const reported = only ? null : await writeOrganisation(tx, organisation, { said, action: 'report' });
    const codes = questions.map(({ code }) => code);
    if (reported !== null && codes.length > 0 && reason)
      await keepReason(tx, 'organisation', { areaId: place.id, since: reported, reason: { codes, text: reason } });
    const proposed = await propose(tx, { areaId: place.id, form: 'organisation', cells, on: today });
    return { ...writtenAs([reported, proposed]), answer: { base: baseOf(own), merged, ...proposedOf(cells) } };
  });
}

const placeOf = (code: string, toWrite: boolean) => ({
  ...{ code, toWrite },
  actions: ['report-organisation'] satisfies Action[],
  kinds: ['village'] satisfies AreaKind[],
});

export async function currentOrganisation({ db }: Pick<Store, 'db'>, areaId: string): Promise<Organisation | null> {
  const row = await db
    .selectFrom('organisation')
    .where('areaId', '=', areaId)
    .where('until', 'is', null)
    .selectAll()
    .executeTakeFirst();
  return row ? organisationOf(row) : null;
}

/** What stands of the place of a code, with who saved it. */
async function savedOrganisation(
  store: Store,
  view: View,
  code: string,
): Promise<{ organisation: Organisation | null; saved: Saved | null }> {
  const row = await store.db
    .selectFrom('organisation')
    .innerJoin('change', 'change.seq', 'organisation.since')
    .leftJoin('account', 'account.id', 'change.actor')
    .leftJoin('person', 'person.id', 'account.personId')
    .where('organisation.areaId', 'in', areasOfCode(store, view, code).select('area.id'))
    .where('organisation.until', 'is', null)
    .selectAll('organisation')
    .select(savedColumns)
    .executeTakeFirst();
  return row ? { organisation: organisationOf(row), saved: savedOf(row) } : { organisation: null, saved: null };
}

async function formerOrganisations({ db }: Transaction, last: Organisation | null): Promise<OrganisationFilled[]> {
  if (last === null) return [filledOf(null)];
  const rows = await db
    .selectFrom('organisation')
    .where('id', '=', last.id)
    .orderBy('since', 'desc')
    .limit(200)
    .selectAll()
    .execute();
  return [...rows.map((row) => filledOf(organisationOf(row))), filledOf(null)];
}

export function filledOf(organisation: Organisation | null): OrganisationFilled {
  const { name = '', field = '', screenedOn = null, turnaround = null } = organisation ?? {};
  return { name, field, screenedOn, turnaround: plainTurnaround(turnaround) };
}

const textOf = (text: string | null) => text?.trim() || null;

function tidy({ name, field, screenedOn, turnaround }: OrganisationFilled & { reportedOn?: LocalDate | null }) {
  return {
    name: name.trim(),
    field,
    screenedOn,
    turnaround: turnaround && {
      ...turnaround,
      guidingUnit: textOf(turnaround.guidingUnit),
      groupUnits: turnaround.groupUnits.map((unit) => unit.trim()),
      problems: turnaround.problems.map((one) => ({ ...one, text: one.text.trim(), measure: textOf(one.measure) })),
    },
  };
}

function personFaults({ turnaround }: OrganisationFilled, known: Set<string>): Fault[] {
  return (['leaderId', 'groupHeadId'] as const).flatMap((side): Fault[] => {
    const id = turnaround?.[side] ?? null;
    return id === null || known.has(id) ? [] : [{ field: `turnaround.${side}`, code: 'person-unknown' }];
  });
}

/** Writes the next version, on top of the one before; one that says what stands, reported the same day, writes nothing and gives null. `plan` is a decision, not a report. */
export async function writeOrganisation(
  tx: Transaction,
  before: Organisation | null,
  { said, action }: { said: Omit<Organisation, 'id' | 'since'>; action: 'report' | 'plan' },
): Promise<number | null> {
  const same = before !== null && changedFields(filledOf(before), filledOf({ ...said, id: '', since: 0 })).size === 0;
  if (same && before.reportedOn === said.reportedOn) return null;
  const id = before?.id ?? newId();
  const since = tx.change({ action, subject: 'organisation', subjectId: id, placeId: said.areaId });
  await storeOrganisations(tx, [{ ...organisationOnTop(before, said), id, since }]);
  return since;
}

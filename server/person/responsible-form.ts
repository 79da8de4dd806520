import { functionTitle } from '../area/dossier-words.message.ts';
import { type FormPlace, formPlace } from '../area/form-place.ts';
import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import type { Store } from '../db/open.ts';
import type { FormSave, ResponsibleFormAnswer, ResponsibleFormValues, SavedAnswer } from '../form/form-answers.ts';
import type { Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import type { Titled } from '../save/form-parts.ts';
import { savedBy, saveOnce } from '../save/save-once.ts';
import { refuseFaults, settle } from '../save/settle.ts';
import type { Person } from './people.ts';
import { isNobody, type Named, namedOf, nobody, responsibleFaults } from './rules.ts';

interface Duty {
  id: string;
  function: string;
  since: number;
  person: Person;
}

const ofTown = ['town-secretary', 'county-leader'];
const ofVillage = ['party-secretary', 'town-leader', 'county-leader', 'department-head', 'first-secretary'];

/** GET /api/places/{code}/forms/responsible */
export async function responsibleForm(store: Store, viewer: Viewer, code: string): Promise<ResponsibleFormAnswer> {
  const { view, place } = await responsiblePlace(store, viewer, code, false);
  const duties = await currentDuties(store, place.id);
  const functions = functionsOf(place, duties);
  const values = filledOf(functions, duties);
  return {
    base: baseOf(values),
    today: view.on,
    values,
    options: { functions },
    writable: functions.map(({ key }) => key),
    saved: await savedBy(store, lastOf(duties)),
  };
}

/** PUT /api/places/{code}/forms/responsible — one save, one change of each function set anew. Names stand in `person` alone; history holds their ids. */
export async function saveResponsibleForm(
  store: Store,
  viewer: Viewer,
  code: string,
  save: FormSave<ResponsibleFormValues>,
): Promise<SavedAnswer> {
  const { place } = await responsiblePlace(store, viewer, code, true);
  return saveOnce(store, viewer, save.id, async (tx) => {
    const duties = await currentDuties(tx, place.id);
    const functions = functionsOf(place, duties);
    const standing = { values: filledOf(functions, duties), since: lastOf(duties) };
    const sent = { ...save, values: tidy(save.values), before: save.before && tidy(save.before) };
    const { values, merged } = await settle(tx, standing, sent, async () => []);
    refuseFaults(responsibleFaults(values, functions), { before: responsibleFaults(standing.values, functions) });
    const changes = await writeDuties(tx, viewer, place, { duties, values });
    return { seq: changes.at(-1) ?? null, changes: changes.length, answer: { base: baseOf(values), merged } };
  });
}

const responsiblePlace = (store: Store, viewer: Viewer, code: string, toWrite: boolean) =>
  formPlace(store, viewer, { code, actions: ['set-responsible'], kinds: ['town', 'village'], toWrite });

async function currentDuties({ db }: Pick<Store, 'db'>, areaId: string): Promise<Duty[]> {
  const rows = await db
    .selectFrom('responsibility')
    .innerJoin('person', 'person.id', 'responsibility.personId')
    .where('areaId', '=', areaId)
    .where('until', 'is', null)
    .select(['responsibility.id', 'function', 'since', 'personId', 'name', 'post', 'unit', 'workPhone', 'position'])
    .orderBy('since')
    .execute();
  return rows.map(({ id, function: duty, since, personId, ...person }) => ({
    id,
    function: duty,
    since,
    person: { id: personId, ...person },
  }));
}

const lastOf = (duties: Duty[]) => (duties.length === 0 ? null : Math.max(...duties.map(({ since }) => since)));

function functionsOf({ kind }: FormPlace, duties: Duty[]): Titled[] {
  const keys = new Set([...(kind === 'town' ? ofTown : ofVillage), ...duties.map((duty) => duty.function)]);
  return [...keys].map((key) => ({ key, title: functionTitle(key) }));
}

function filledOf(functions: Titled[], duties: Duty[]): Record<string, Named> {
  return Object.fromEntries(
    functions.map(({ key }) => {
      const person = duties.find((duty) => duty.function === key)?.person;
      return [key, person ? namedOf(person) : nobody];
    }),
  );
}

function tidy(values: ResponsibleFormValues): Record<string, Named> {
  return Object.fromEntries(Object.entries(values).map(([key, named]) => [key, namedOf(named ?? nobody)]));
}

/** Writes what differs, each function as a change of its own record; gives the numbers of the changes. */
async function writeDuties(
  tx: Transaction,
  viewer: Viewer,
  place: FormPlace,
  { duties, values }: { duties: Duty[]; values: Record<string, Named> },
): Promise<number[]> {
  const changes: number[] = [];
  for (const [key, named] of Object.entries(values)) {
    const duty = duties.find((one) => one.function === key) ?? null;
    if (baseOf(named) === baseOf(duty ? namedOf(duty.person) : nobody)) continue;
    const id = duty?.id ?? newId();
    const action = isNobody(named) ? 'dismiss' : 'appoint';
    const since = tx.change({ action, subject: 'responsibility', subjectId: id, placeId: place.id });
    changes.push(since);
    if (isNobody(named)) {
      await tx.endVersion('responsibility', [id], since);
      continue;
    }
    const personId = await savePerson(tx, viewer, named, duty?.person ?? null);
    if (personId === duty?.person.id) continue;
    const said = { id, areaId: place.id, function: key, personId };
    await tx.insertVersions('responsibility', [{ ...said, since, until: null }]);
  }
  return changes;
}

/**
 * The person a function is given to. The same name corrects who holds it; another name is another person: one of that name, unit and post who is
 * known already, or a new one. Who also holds something outside the writer's places, or leads in the county, stays unchanged unless the writer sees
 * the whole county.
 */
async function savePerson(tx: Transaction, viewer: Viewer, named: Named, holder: Person | null): Promise<string> {
  if (holder && holder.name === named.name && (await isOwn(tx, viewer, holder))) {
    await tx.db.updateTable('person').set(named).where('id', '=', holder.id).execute();
    return holder.id;
  }
  const alike = await tx.db.selectFrom('person').where('name', '=', named.name).selectAll().execute();
  const known = alike.find((person) => baseOf(namedOf(person)) === baseOf(named));
  if (known) return known.id;
  const id = newId();
  await tx.db
    .insertInto('person')
    .values({ id, ...named, position: null })
    .execute();
  return id;
}

async function isOwn({ db }: Transaction, viewer: Viewer, { id, position }: Person): Promise<boolean> {
  if (viewer.places === 'county') return true;
  if (position !== null || viewer.places.length === 0) return false;
  const elsewhere = await db
    .selectFrom('responsibility')
    .where('personId', '=', id)
    .where('until', 'is', null)
    .where('areaId', 'not in', [...viewer.places])
    .select('id')
    .executeTakeFirst();
  const leading = await db
    .selectFrom('organisation')
    .where('until', 'is', null)
    .where((where) => where.or([where('leaderId', '=', id), where('groupHeadId', '=', id)]))
    .where('areaId', 'not in', [...viewer.places])
    .select('id')
    .executeTakeFirst();
  const account = await db.selectFrom('account').where('personId', '=', id).select('id').executeTakeFirst();
  return elsewhere === undefined && leading === undefined && account === undefined;
}

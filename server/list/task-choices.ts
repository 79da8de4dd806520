import type { Area } from '../area/area-store.ts';
import { functionTitle } from '../area/dossier-words.message.ts';
import { readHolidays } from '../campaign/edition-store.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { type CountyFacts, countyFacts } from '../layer/facts.ts';
import { type Responsibility, readResponsibilities } from '../person/responsibility.ts';
import type { View } from '../rights/view.ts';
import type { TaskChoices } from '../task/answer.ts';
import { townOffice } from '../task/task.message.ts';
import type { Language } from '../words/fill.ts';

/** GET /api/tasks/choices/{code} — a place that is not there, or not for the user, is refused alike. */
export async function taskChoices(
  store: Store,
  view: View,
  { code, lang }: { code: string; lang: Language },
): Promise<TaskChoices> {
  const [facts, duties, holidays, teams] = await Promise.all([
    countyFacts(store, view),
    readResponsibilities(store, view),
    readHolidays(store),
    teamNames(store),
  ]);
  const area = facts.areas.find((one) => one.code === code);
  if (!area) throw new Refusal('place-unknown', { value: code });
  const town = area.kind === 'village' ? facts.areas.find(({ id }) => id === area.parentId) : area;
  const others = facts.areas.filter(({ kind, id }) => kind === 'town' && id !== town?.id);
  const known = [...facts.people.values()].flatMap(({ unit }) => (unit === null || teams.has(unit) ? [] : unit));
  const own = town?.kind === 'town' ? [townOffice(town.name)[lang]] : [];
  return {
    units: [...new Set([...own, ...known, ...others.map(({ name }) => townOffice(name)[lang])])],
    people: peopleFor(facts, duties, area),
    holidays,
    on: view.on,
  };
}

/** Names of inspection teams: none is given tasks, and one standing in the place of a unit may be that of an unannounced plan. */
async function teamNames({ db }: Store): Promise<Set<string>> {
  const rows = await db.selectFrom('account').where('teams', '<>', '[]').select('teams').execute();
  return new Set(rows.flatMap(({ teams }) => JSON.parse(teams) as string[]));
}

/** Office-holders who answer for a place, in their function: its own, its party secretary first, then those of its town. */
export function peopleFor(
  { people }: Pick<CountyFacts, 'people'>,
  duties: readonly Responsibility[],
  { id, kind, parentId }: Pick<Area, 'id' | 'kind' | 'parentId'>,
): TaskChoices['people'] {
  const order = [id, ...(kind === 'village' && parentId !== null ? [parentId] : [])];
  return order.flatMap((of) =>
    duties
      .filter(({ areaId }) => areaId === of)
      .sort((a, b) => Number(b.function === 'party-secretary') - Number(a.function === 'party-secretary'))
      .flatMap(({ function: duty, personId }) => {
        const person = people.get(personId);
        const title = functionTitle(duty);
        return person ? [{ id: person.id, name: person.name, post: person.post, function: title }] : [];
      }),
  );
}

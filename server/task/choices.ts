import { functionTitles } from '../area/dossier-words.message.ts';
import { readHolidays } from '../campaign/edition-store.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { countyFacts } from '../layer/facts.ts';
import type { Language } from '../message/fill.ts';
import { readResponsibilities } from '../person/responsibility.ts';
import type { View } from '../view.ts';
import type { TaskChoices } from './answer.ts';
import { townOffice } from './task.message.ts';

/** GET /api/tasks/choices/{code} — a place that is not there, or not for the user, is refused alike. */
export async function taskChoices(
  store: Store,
  view: View,
  { code, lang }: { code: string; lang: Language },
): Promise<TaskChoices> {
  const [facts, duties, holidays] = await Promise.all([
    countyFacts(store, view),
    readResponsibilities(store, view),
    readHolidays(store),
  ]);
  const area = facts.areas.find((one) => one.code === code);
  if (!area) throw new Refusal('place-unknown', { value: code });
  const town = area.kind === 'village' ? facts.areas.find(({ id }) => id === area.parentId) : area;
  const others = facts.areas.filter(({ kind, id }) => kind === 'town' && id !== town?.id);
  const known = [...facts.people.values()].flatMap(({ unit }) => unit ?? []);
  const own = town?.kind === 'town' ? [townOffice(town.name)[lang]] : [];
  const order = [area.id, ...(town && town.id !== area.id ? [town.id] : [])];
  return {
    units: [...new Set([...own, ...known, ...others.map(({ name }) => townOffice(name)[lang])])],
    people: order.flatMap((id) =>
      duties
        .filter(({ areaId }) => areaId === id)
        .sort((a, b) => Number(b.function === 'party-secretary') - Number(a.function === 'party-secretary'))
        .flatMap(({ function: of, personId }) => {
          const person = facts.people.get(personId);
          const title = functionTitles[of] ?? { zh: of, en: of };
          return person ? [{ id: person.id, name: person.name, post: person.post, function: title }] : [];
        }),
    ),
    holidays,
    on: view.on,
  };
}

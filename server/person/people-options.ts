import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import type { PersonOption } from '../save/form-parts.ts';
import { type Person, readPeople } from './people.ts';

/** Office-holders to choose from: those named in what the user sees, and the county's leaders in their order, with a telephone only where the user sees it. */
export async function peopleOptions(
  store: Store,
  view: View,
): Promise<{ people: PersonOption[]; leaders: PersonOption[] }> {
  const ofCounty = store.db
    .selectFrom('person')
    .where('position', 'is not', null)
    .orderBy('position')
    .selectAll()
    .execute();
  const [seen, leaders] = await Promise.all([readPeople(store, view), ofCounty]);
  return {
    people: [...seen.values()].filter(({ position }) => position === null).map(optionOf),
    leaders: leaders.map((person) => ({
      ...optionOf(person),
      workPhone: seen.has(person.id) ? person.workPhone : null,
    })),
  };
}

const optionOf = ({ id, name, post, unit, workPhone }: Person): PersonOption => ({ id, name, post, unit, workPhone });

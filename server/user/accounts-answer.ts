import { readAreas } from '../area/area-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { openViewer } from '../person/open-viewer.ts';
import { readAccounts } from './account-store.ts';
import type { AccountsAnswer } from './answer.ts';

/** GET /api/accounts — with the places and teams an account may be given. */
export async function accountsAnswer(store: Store): Promise<AccountsAnswer> {
  const [accounts, people, areas, seen, teams] = await Promise.all([
    readAccounts(store),
    store.db.selectFrom('person').selectAll().execute(),
    viewAt(store, openViewer).then((view) => readAreas(store, view)),
    store.db
      .selectFrom('session')
      .select(['accountId', (select) => select.fn.max('seenAt').as('seenAt')])
      .groupBy('accountId')
      .execute(),
    store.db
      .selectFrom('visit')
      .where('until', 'is', null)
      .where('team', 'is not', null)
      .where((where) => where.or([where('announced', '=', 1), where('state', '=', 'made')]))
      .select('team')
      .distinct()
      .execute(),
  ]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const areaOf = new Map(areas.map((area) => [area.id, area]));
  const seenAt = new Map(seen.map((row) => [row.accountId, row.seenAt]));
  return {
    accounts: accounts.map(({ id, login, personId, role, state, places, subjects, teams: own, createdAt }) => {
      const person = personOf.get(personId);
      return {
        id,
        login,
        name: person?.name ?? null,
        post: person?.post ?? null,
        unit: person?.unit ?? null,
        workPhone: person?.workPhone ?? null,
        role,
        state,
        places: places.flatMap((place) => {
          const area = areaOf.get(place);
          return area ? [{ code: area.code, name: area.name }] : [];
        }),
        subjects,
        teams: own,
        createdAt,
        seenAt: seenAt.get(id) ?? null,
      };
    }),
    places: areas
      .filter(({ kind }) => kind !== 'county')
      .map(({ kind, code, name, parentId }) => ({
        code,
        name,
        town: kind === 'village' ? (areaOf.get(parentId ?? '')?.code ?? null) : null,
      })),
    teams: teams.flatMap(({ team }) => team ?? []).sort((a, b) => a.localeCompare(b, 'zh')),
  };
}

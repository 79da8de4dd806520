import { readAreas } from '../../area/area-store.ts';
import { viewAt } from '../../change/view-at.ts';
import type { Store } from '../../db/open.ts';
import { readSetting } from '../../db/setting.ts';
import { openViewer } from '../../person/open-viewer.ts';
import type { Action } from '../../rights/rights.message.ts';
import { reachTo, rights, roleTitles } from '../../rights/rights.message.ts';
import { roles } from '../../rights/view.ts';
import { noticesOf } from '../account/account-notices.ts';
import { type Account, hasAccounts, isOpen, readAccounts } from '../account/account-store.ts';
import type { NamedPlace, SamplePerson, SessionAnswer, SignedIn } from '../answer.ts';
import { passwordPolicy } from '../password-policy.ts';
import { personKey, screenKey } from '../person-key.ts';
import type { Acting } from '../rules.ts';
import type { SignedInAccount, Users } from '../users.ts';
import { standsFor } from '../viewer-of.ts';

/** GET /api/session — of the person signed in, or of nobody. */
export async function sessionAnswer(
  users: Users,
  signedIn: SignedInAccount | null,
  secure: boolean,
): Promise<SessionAnswer> {
  const { store } = users;
  const sample = (await readSetting(store, 'sample')) === 'yes';
  return {
    viewer: signedIn && (await signedInAnswer(store, signedIn)),
    sample,
    people: sample && signedIn === null ? await samplePeople(store) : null,
    setUp: !(await hasAccounts(store)),
    secure,
    policy: await passwordPolicy(store),
  };
}

/** A screen as a signed-in viewer: it looks and hears, nothing else. */
export function screenAnswer(id: string, title: string): SignedIn {
  return {
    id,
    key: screenKey(id),
    role: 'screen',
    roleTitle: roleTitles.screen,
    name: title,
    post: null,
    unit: null,
    login: '',
    places: [],
    rights: reachOf({ role: 'screen' }),
    mustChange: false,
    endsAt: '9999-12-31T00:00:00.000Z',
    notices: [],
  };
}

async function signedInAnswer(store: Store, { account, endsAt }: SignedInAccount): Promise<SignedIn> {
  const { id, role, login, personId, mustChange } = account;
  const person = await store.db
    .selectFrom('person')
    .select(['name', 'post', 'unit'])
    .where('id', '=', personId)
    .executeTakeFirst();
  return {
    id,
    key: personKey(account),
    role,
    roleTitle: roleTitles[role],
    name: person?.name ?? null,
    post: person?.post ?? null,
    unit: person?.unit ?? null,
    login,
    places: await namedPlaces(store, account),
    rights: reachOf({ role, standsFor: role === 'office' ? await standsFor(store) : [] }),
    mustChange,
    endsAt: new Date(endsAt).toISOString(),
    notices: await noticesOf(store, id),
  };
}

function reachOf(of: Acting): SignedIn['rights'] {
  return Object.fromEntries(
    (Object.keys(rights) as Action[]).map((action) => [action, reachTo(action, of)]),
  ) as SignedIn['rights'];
}

/** The places an account was given, by their names of today. */
async function namedPlaces(store: Store, { places }: Pick<Account, 'places'>): Promise<NamedPlace[]> {
  if (places.length === 0) return [];
  const areas = await readAreas(store, await viewAt(store, openViewer));
  return places.flatMap((id) => {
    const area = areas.find((one) => one.id === id);
    return area ? [{ code: area.code, name: area.name }] : [];
  });
}

async function samplePeople(store: Store): Promise<SamplePerson[]> {
  const accounts = (await readAccounts(store))
    .filter((account) => !account.passwordHash && isOpen(account))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || (a.login < b.login ? -1 : 1));
  const people = new Map(
    (await store.db.selectFrom('person').selectAll().execute()).map((person) => [person.id, person]),
  );
  return Promise.all(
    accounts.map(async (account) => ({
      login: account.login,
      name: people.get(account.personId)?.name ?? '',
      post: people.get(account.personId)?.post ?? '',
      role: account.role,
      roleTitle: roleTitles[account.role],
      place: (await namedPlaces(store, account))[0]?.name ?? null,
      unit: people.get(account.personId)?.unit ?? null,
    })),
  );
}

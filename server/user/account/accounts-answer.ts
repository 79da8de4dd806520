import { type Area, readAreas } from '../../area/area-store.ts';
import { viewAt } from '../../change/view-at.ts';
import type { Store } from '../../db/open.ts';
import { openViewer } from '../../person/open-viewer.ts';
import { type Person, readPeople } from '../../person/people.ts';
import { roles, type Viewer } from '../../rights/view.ts';
import type { AccountAnswer, AccountsAnswer, NamedPlace, ProposalAnswer } from '../answer.ts';
import { accountActs, powerOver } from '../rules.ts';
import { type Account, readAccounts } from './account-store.ts';

interface Known {
  viewer: Viewer;
  people: Map<string, Person>;
  areas: Map<string, Area>;
  accounts: Map<string, Account>;
  seen: Map<string, { seenAt: string; sessions: number }>;
}

/** GET /api/accounts — with the places and teams an account may be given. Names of teams go to the office alone: they may be those of an unannounced plan. */
export async function accountsAnswer(store: Store, viewer: Viewer): Promise<AccountsAnswer> {
  const view = await viewAt(store, openViewer);
  const [accounts, people, areas, seen] = await Promise.all([
    readAccounts(store),
    readPeople(store, view),
    readAreas(store, view),
    store.db
      .selectFrom('session')
      .select(['accountId', (one) => one.fn.max('seenAt').as('seenAt'), (one) => one.fn.countAll<number>().as('n')])
      .groupBy('accountId')
      .execute(),
  ]);
  const known: Known = {
    viewer,
    people,
    areas: new Map(areas.map((area) => [area.id, area])),
    accounts: new Map(accounts.map((account) => [account.id, account])),
    seen: new Map(seen.map(({ accountId, seenAt, n }) => [accountId, { seenAt, sessions: Number(n) }])),
  };
  return {
    accounts: accounts.map((account) => accountAnswer(account, known)),
    places: areas
      .filter(({ kind }) => kind !== 'county')
      .map(({ kind, code, name, parentId }) => ({
        code,
        name,
        town: kind === 'village' ? (known.areas.get(parentId ?? '')?.code ?? null) : null,
      })),
    teams: viewer.sealed === 'all' ? await teamsOf(store) : [],
    roles: roles.flatMap((role) =>
      role === 'screen' || powerOver(viewer, 'make', role, false) === 'no' ? [] : [role],
    ),
  };
}

/** Teams of the visits anybody may know of. */
async function teamsOf({ db }: Store): Promise<string[]> {
  const rows = await db
    .selectFrom('visit')
    .where('until', 'is', null)
    .where('team', 'is not', null)
    .where((where) => where.or([where('announced', '=', 1), where('state', '=', 'made')]))
    .select('team')
    .distinct()
    .execute();
  return rows.flatMap(({ team }) => team ?? []).sort((a, b) => a.localeCompare(b, 'zh'));
}

function accountAnswer(account: Account, known: Known): AccountAnswer {
  const { viewer, people, accounts, seen } = known;
  const { id, login, personId, role, state, places, subjects, teams, createdAt } = account;
  const person = people.get(personId);
  const own = id === viewer.id;
  const waits = account.awaitsLink && state !== 'disabled' && state !== 'pending' && account.successorId === null;
  return {
    ...{ id, role, state, subjects, createdAt, own },
    login: account.successorId === null ? login : (login.split(' ')[0] ?? login),
    ...{ name: person?.name ?? null, post: person?.post ?? null, unit: unitShown(person?.unit ?? null, teams, viewer) },
    workPhone: person?.workPhone ?? null,
    places: named(places, known),
    teams: viewer.sealed === 'all' ? teams : [],
    ...{ seenAt: seen.get(id)?.seenAt ?? null, sessions: seen.get(id)?.sessions ?? 0 },
    may: Object.fromEntries(
      accountActs
        .map((act) => [act, account.successorId === null ? powerOver(viewer, act, role, own) : 'no'] as const)
        .filter(([, power]) => power !== 'no'),
    ),
    proposal: proposalOf(account, known, accounts),
    link: waits ? { state: account.linkUntil === null ? 'awaited' : 'out', until: account.linkUntil } : null,
    passedOnAt: account.passedOnAt,
  };
}

/** A team's name in the place of the unit is the office's to know as well. */
const unitShown = (unit: string | null, teams: string[], viewer: Viewer): string | null =>
  viewer.sealed !== 'all' && unit !== null && teams.includes(unit) ? null : unit;

function proposalOf(
  { proposal, teams: former }: Account,
  known: Known,
  accounts: Known['accounts'],
): ProposalAnswer | null {
  if (!proposal) return null;
  const by = known.people.get(accounts.get(proposal.by)?.personId ?? '');
  const { id, what, at, values } = proposal;
  const { login = '', name = '', post = '', workPhone = null, teams = [] } = values ?? {};
  const unit = unitShown(values?.unit ?? null, [...former, ...teams], known.viewer);
  const { role = 'leader', subjects = [], places = [] } = values ?? {};
  const shown = { login, name, post, unit, workPhone, role, subjects };
  return {
    ...{ id, what, at, by: { name: by?.name ?? null, post: by?.post ?? null } },
    values: values && { ...shown, places: named(places, known) },
  };
}

function named(places: string[], { areas }: Known): NamedPlace[] {
  return places.flatMap((place) => {
    const area = areas.get(place);
    return area ? [{ code: area.code, name: area.name }] : [];
  });
}

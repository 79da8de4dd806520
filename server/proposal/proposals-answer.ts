import { isMine, placeOfCode, placesOfIds } from '../area/form-place.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { readPeople } from '../person/people.ts';
import { rights } from '../rights/rights.message.ts';
import type { View, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import type { Saver } from '../save/form-parts.ts';
import { readProposals } from '../save/proposal/proposal-store.ts';
import type { Proposal } from '../save/proposal/rules.ts';
import type { ProposalAnswer, ProposalsAnswer } from './answer.ts';
import { cellSaid, cellTitle } from './proposal.message.ts';

/** The change requests a person sees, of one place or of all. */
export async function proposalsAnswer(
  store: Store,
  viewer: Viewer,
  { place: code, state }: { place?: string | undefined; state?: 'waiting' | undefined },
): Promise<ProposalsAnswer> {
  const view = await viewAt(store, viewer);
  const place = code === undefined ? null : await placeOfCode(store, view, code);
  if (code !== undefined && place === null) throw new Refusal('place-unknown', { value: code }, 'place');
  const found = await readProposals(store, view, { areaId: place?.id ?? null, waiting: state === 'waiting' });
  const [places, people, actors] = await Promise.all([
    placesAbove(store, found),
    readPeople(store, view),
    actorsOf(store, view, found),
  ]);
  const personName = (id: string) => people.get(id)?.name ?? null;
  return {
    proposals: found.map(
      (one): ProposalAnswer => ({
        ...{ id: one.id, form: one.form, state: one.state, base: baseOf(one.cells), place: places(one.areaId) },
        cells: one.cells.map(({ path, of, from, to }) => ({
          path,
          title: cellTitle({ path, ...(of === undefined ? {} : { of }) }),
          from: cellSaid(path, from, personName),
          to: cellSaid(path, to, personName),
        })),
        ...{ on: one.proposedOn, by: actors.get(`${one.id} propose`) ?? null },
        ...{ decidedOn: one.decidedOn, decidedBy: actors.get(`${one.id} ${one.state}`) ?? null, answer: one.answer },
        may: mayOf(viewer, one),
      }),
    ),
  };
}

function mayOf(viewer: Viewer, { state, form, areaId }: Proposal): ProposalAnswer['may'] {
  if (state !== 'waiting') return [];
  if (rights['decide-proposals'].reach[viewer.role] !== 'none') return ['decide'];
  return isMine(viewer, form === 'venue' ? 'report-venue' : 'report-organisation', areaId) ? ['withdraw'] : [];
}

async function placesAbove(store: Store, found: Proposal[]): Promise<(id: string) => ProposalAnswer['place']> {
  const ids = [...new Set(found.map(({ areaId }) => areaId))];
  const parents = new Map<string, string | null>();
  if (ids.length > 0) {
    const rows = await store.db
      .selectFrom('area')
      .where('id', 'in', ids)
      .where('until', 'is', null)
      .orderBy('fromOn')
      .select(['id', 'parentId'])
      .execute();
    for (const { id, parentId } of rows) parents.set(id, parentId);
  }
  const towns = [...parents.values()].filter((id) => id !== null);
  const names = await placesOfIds(store, [...new Set([...ids, ...towns])]);
  return (id) => {
    const { code, name } = names.get(id) ?? { code: '', name: '' };
    return { code, name, town: names.get(parents.get(id) ?? '')?.name ?? null };
  };
}

/** Who did the last of each step of each request, by its id and the step. */
async function actorsOf(store: Store, view: View, found: Proposal[]): Promise<Map<string, Saver | null>> {
  if (found.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('change')
    .leftJoin('account', 'account.id', 'change.actor')
    .leftJoin('person', 'person.id', 'account.personId')
    .where(
      'subjectId',
      'in',
      found.map(({ id }) => id),
    )
    .where('subject', 'in', ['venue-proposal', 'organisation-proposal'])
    .where('seq', '<=', view.seq)
    .orderBy('seq')
    .select(['subjectId', 'action', 'account.id as account', 'person.name', 'person.post'])
    .execute();
  return new Map(
    rows.map(({ subjectId, action, account, name, post }) => [
      `${subjectId} ${action}`,
      account === null ? null : { name, post },
    ]),
  );
}

import type { Selectable } from 'kysely';
import { heldAt, inPlaces } from '../../change/scope.ts';
import type { Store } from '../../db/open.ts';
import type { ProposalTable } from '../../db/proposal-schema.ts';
import { type OwnedForm, ownedForms } from '../../rights/field-rights/rules.ts';
import { isAbout, type View } from '../../rights/view.ts';
import type { Cell, Proposal, ProposalState } from './rules.ts';

/** How many decided ones go with those that wait. */
const mostDecided = 200;

/** Change requests the user sees, of one place or of all: those that wait first, then those decided last; each with who asked and who decided last. */
export async function readProposals(
  store: Pick<Store, 'db'>,
  view: View,
  { areaId = null, waiting = false }: { areaId?: string | null; waiting?: boolean } = {},
): Promise<Proposal[]> {
  const forms = ownedForms.filter((form) => isAbout(view.user, form));
  if (forms.length === 0) return [];
  const known = store.db
    .selectFrom('proposal')
    .where(inPlaces('proposal.areaId', view))
    .where('form', 'in', forms)
    .where(heldAt('proposal', view))
    .where((where) => (areaId === null ? where.and([]) : where('areaId', '=', areaId)))
    .selectAll()
    .orderBy('since', 'desc');
  const [open, decided] = await Promise.all([
    known.where('state', '=', 'waiting').execute(),
    waiting ? [] : known.where('state', '!=', 'waiting').limit(mostDecided).execute(),
  ]);
  return [...open, ...decided].map(proposalOf);
}

/** The request of a place's form that waits; null without one. */
export async function waitingProposal(
  { db }: Pick<Store, 'db'>,
  { areaId, form }: { areaId: string; form: OwnedForm },
): Promise<Proposal | null> {
  const row = await db
    .selectFrom('proposal')
    .where('areaId', '=', areaId)
    .where('form', '=', form)
    .where('state', '=', 'waiting')
    .where('until', 'is', null)
    .selectAll()
    .executeTakeFirst();
  return row ? proposalOf(row) : null;
}

export function proposalOf(row: Selectable<ProposalTable>): Proposal {
  const { until: _until, ...said } = row;
  return {
    ...said,
    form: row.form as OwnedForm,
    state: row.state as ProposalState,
    cells: JSON.parse(row.cells) as Cell[],
  };
}

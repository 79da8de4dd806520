import { sayTheSame } from '../../change/same/rules.ts';
import type { Transaction } from '../../change/write.ts';
import { newId } from '../../db/id.ts';
import type { OwnedForm } from '../../rights/field-rights/rules.ts';
import type { LocalDate } from '../../rights/view.ts';
import { waitingProposal } from './proposal-store.ts';
import { type Cell, type Proposal, withCells } from './rules.ts';

interface Wish {
  areaId: string;
  form: OwnedForm;
  cells: Cell[];
  on: LocalDate;
}

/** Asks for fields to be changed: one request of a place's form waits at a time, and grows. Gives its `seq`; null when nothing new is asked for. */
export async function propose(tx: Transaction, { areaId, form, cells, on }: Wish): Promise<number | null> {
  if (cells.length === 0) return null;
  const before = await waitingProposal(tx, { areaId, form });
  const all = withCells(before?.cells ?? [], cells);
  if (before && sayTheSame(before.cells, all)) return null;
  return putProposal(tx, {
    ...{ id: before?.id ?? newId(), areaId, form, state: 'waiting', cells: all, proposedOn: on },
    ...{ decidedOn: null, answer: null },
  });
}

/** Keeps a version of a request under a change of its own, and gives its `seq`. */
export async function putProposal(tx: Transaction, proposal: Omit<Proposal, 'since'>): Promise<number> {
  const { id, areaId, form, state, cells } = proposal;
  const action = state === 'waiting' ? 'propose' : state;
  const since = tx.change({ action, subject: `${form}-proposal`, subjectId: id, placeId: areaId });
  await tx.insertVersions('proposal', [{ ...proposal, cells: JSON.stringify(cells), since, until: null }]);
  return since;
}

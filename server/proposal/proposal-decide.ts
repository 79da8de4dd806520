import { isMine } from '../area/form-place.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import {
  currentOrganisation,
  filledOf as filledOfOrganisation,
  writeOrganisation,
} from '../organisation/organisation-form.ts';
import { organisationFaults } from '../organisation/rules.ts';
import { isAbout, isInScope, type LocalDate, type View, type Viewer } from '../rights/view.ts';
import { putProposal } from '../save/proposal/proposal-actions.ts';
import { proposalOf } from '../save/proposal/proposal-store.ts';
import { type Proposal, withWishes } from '../save/proposal/rules.ts';
import { textFaults } from '../save/rules.ts';
import { saveOnce, writtenAs } from '../save/save-once.ts';
import { refuseFaults } from '../save/settle.ts';
import { baseOf } from '../save/three-way.ts';
import { venueFaults } from '../venue/rules.ts';
import { checklistOf, currentVenue, filledOf as filledOfVenue, writeVenue } from '../venue/venue-form.ts';

/** What the office decides; a refusal says why. `id` is the save's, `base` that of the request as it was read. */
export interface Decision {
  id: string;
  base: string;
  decision: 'accepted' | 'refused';
  answer: string | null;
}
export interface Decided {
  seq: number;
  proposal: string;
}

/** 审定 — PUT /api/proposals/{id}: what is accepted is set in the same write; what was refused keeps the reason. */
export async function decideProposal(store: Store, viewer: Viewer, wanted: string, given: Decision): Promise<Decided> {
  const view = await viewAt(store, viewer);
  const answer = given.answer?.trim() || null;
  const items = (await checklistOf(store, view)).map(({ key }) => key);
  refuseFaults(textFaults('answer', answer, 500, given.decision === 'refused'));
  return saveOnce(store, viewer, given.id, async (tx, today) => {
    const proposal = await waitingOne(tx, view, wanted);
    // A request that waits may grow: what nobody has read is neither accepted nor refused.
    if (baseOf(proposal.cells) !== given.base) throw new Refusal('proposal-changed');
    const set = given.decision === 'accepted' ? await carryOut(tx, { on: today, items }, proposal) : null;
    const since = await putProposal(tx, { ...proposal, state: given.decision, decidedOn: today, answer });
    return { ...writtenAs([set, since]), answer: { proposal: wanted } };
  });
}

/** 撤回 — POST /api/proposals/{id}/withdrawal: who may report the place's form takes the request back. */
export async function withdrawProposal(
  store: Store,
  viewer: Viewer,
  wanted: string,
  { id }: { id: string },
): Promise<Decided> {
  const view = await viewAt(store, viewer);
  return saveOnce(store, viewer, id, async (tx, today) => {
    const proposal = await waitingOne(tx, view, wanted);
    const action = proposal.form === 'venue' ? 'report-venue' : 'report-organisation';
    if (!isMine(viewer, action, proposal.areaId)) throw new Refusal('not-allowed');
    const seq = await putProposal(tx, { ...proposal, state: 'withdrawn', decidedOn: today });
    return { seq, answer: { proposal: wanted } };
  });
}

/** A request that waits; one out of scope is refused like one there is not. */
async function waitingOne({ db }: Transaction, { user }: View, id: string): Promise<Proposal> {
  const row = await db
    .selectFrom('proposal')
    .where('id', '=', id)
    .where('until', 'is', null)
    .selectAll()
    .executeTakeFirst();
  const proposal = row && proposalOf(row);
  if (!proposal || !isInScope(user, proposal.areaId) || !isAbout(user, proposal.form))
    throw new Refusal('proposal-unknown');
  if (proposal.state !== 'waiting') throw new Refusal('proposal-decided');
  return proposal;
}

/** The day of the decision, and the keys of the checklist in force. */
interface By {
  on: LocalDate;
  items: string[];
}

const carryOut = (tx: Transaction, by: By, proposal: Proposal) =>
  proposal.form === 'venue' ? setVenue(tx, by, proposal) : setOrganisation(tx, by, proposal);

async function setVenue(tx: Transaction, by: By, { areaId, cells }: Proposal): Promise<number | null> {
  const venue = await currentVenue(tx, areaId);
  const standing = filledOfVenue(venue);
  const wished = withWishes(standing, cells);
  if (!venue || !wished || wished.stage === null) throw new Refusal('proposal-outdated');
  const items = [...by.items, ...Object.keys(standing.items)];
  refuseFaults(venueFaults(wished, by.on, items), { before: venueFaults(standing, by.on, items) });
  const { stage } = wished;
  return writeVenue(tx, venue, { said: { ...wished, stage, areaId, reportedOn: venue.reportedOn }, action: 'plan' });
}

async function setOrganisation(tx: Transaction, { on }: By, { areaId, cells }: Proposal): Promise<number | null> {
  const organisation = await currentOrganisation(tx, areaId);
  const standing = filledOfOrganisation(organisation);
  const wished = withWishes(standing, cells);
  if (!organisation || !wished) throw new Refusal('proposal-outdated');
  refuseFaults(organisationFaults(wished, on), { before: organisationFaults(standing, on) });
  const said = { ...wished, areaId, reportedOn: organisation.reportedOn };
  return writeOrganisation(tx, organisation, { said, action: 'plan' });
}

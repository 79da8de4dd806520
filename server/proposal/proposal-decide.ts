import { isMine } from '../area/form-place.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { organisationQuestions } from '../organisation/marks/rules.ts';
import { organisationOnTop } from '../organisation/on-top-of.ts';
import {
  currentOrganisation,
  filledOf as filledOfOrganisation,
  writeOrganisation,
} from '../organisation/organisation-form.ts';
import { organisationFaults } from '../organisation/rules.ts';
import type { OwnedForm } from '../rights/field-rights/rules.ts';
import { isAbout, isInScope, type LocalDate, type View, type Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import { putProposal } from '../save/proposal/proposal-actions.ts';
import { proposalOf } from '../save/proposal/proposal-store.ts';
import { type Proposal, withWishes } from '../save/proposal/rules.ts';
import { keepReason } from '../save/reason-store.ts';
import { type Fault, textFaults } from '../save/rules.ts';
import { saveOnce, writtenAs } from '../save/save-once.ts';
import { freshFaults, refuseFaults } from '../save/settle.ts';
import { venueQuestions } from '../venue/marks/rules.ts';
import { onTopOf } from '../venue/on-top-of.ts';
import { venueFaults } from '../venue/rules.ts';
import { checklistOf, currentVenue, filledOf as filledOfVenue, writeVenue } from '../venue/venue-form.ts';

/** What the office decides; a refusal says why. `id` is the save's, `base` that of the request as it was read. */
export interface Decision {
  id: string;
  base: string;
  decision: 'accepted' | 'refused';
  answer: string | null;
  /** Says yes, with the reason, to what the form would ask of what is wished. */
  confirm?: boolean | undefined;
  reason?: string | undefined;
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
    const by = { on: today, items, confirm: given.confirm, reason: given.reason };
    const set = given.decision === 'accepted' ? await carryOut(tx, by, proposal) : null;
    const since = await putProposal(tx, { ...proposal, state: given.decision, decidedOn: today, answer });
    return { ...writtenAs([set, since]), answer: { proposal: wanted } };
  });
}

/** 撤回 — POST /api/proposals/{id}/withdrawal: who may report the place's form takes the request back. */
export async function withdrawProposal(
  store: Store,
  viewer: Viewer,
  wanted: string,
  { id, base }: { id: string; base: string },
): Promise<Decided> {
  const view = await viewAt(store, viewer);
  return saveOnce(store, viewer, id, async (tx, today) => {
    const proposal = await waitingOne(tx, view, wanted);
    const action = proposal.form === 'venue' ? 'report-venue' : 'report-organisation';
    if (!isMine(viewer, action, proposal.areaId)) throw new Refusal('not-allowed');
    // What a colleague asked for meanwhile is not taken back unread.
    if (baseOf(proposal.cells) !== base) throw new Refusal('proposal-changed');
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

/** The day of the decision, the keys of the checklist in force, and the answer to what is asked. */
interface By extends Pick<Decision, 'confirm' | 'reason'> {
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
  const faults = freshFaults(venueFaults(wished, by.on, items), venueFaults(standing, by.on, items));
  const questions = venueQuestions(venue, onTopOf(venue, wished), by.items);
  refuseFaults([...faults, ...questions], by);
  const said = { ...wished, stage: wished.stage, areaId, reportedOn: venue.reportedOn };
  const since = await writeVenue(tx, venue, { said, action: 'plan' });
  await keepAnswer(tx, 'venue', { areaId, since, questions, by });
  return since;
}

/** The reason given for what was asked goes with what was written. */
async function keepAnswer(
  tx: Transaction,
  form: OwnedForm,
  { areaId, since, questions, by }: { areaId: string; since: number | null; questions: Fault[]; by: By },
): Promise<void> {
  const codes = questions.map(({ code }) => code);
  if (since === null || codes.length === 0 || !by.reason) return;
  await keepReason(tx, form, { areaId, since, reason: { codes, text: by.reason } });
}

async function setOrganisation(tx: Transaction, by: By, { areaId, cells }: Proposal): Promise<number | null> {
  const organisation = await currentOrganisation(tx, areaId);
  const standing = filledOfOrganisation(organisation);
  const wished = withWishes(standing, cells);
  if (!organisation || !wished) throw new Refusal('proposal-outdated');
  const faults = freshFaults(organisationFaults(wished, by.on), organisationFaults(standing, by.on));
  const questions = organisationQuestions(organisation, organisationOnTop(organisation, wished));
  refuseFaults([...faults, ...questions], by);
  const said = { ...wished, areaId, reportedOn: organisation.reportedOn };
  const since = await writeOrganisation(tx, organisation, { said, action: 'plan' });
  await keepAnswer(tx, 'organisation', { areaId, since, questions, by });
  return since;
}

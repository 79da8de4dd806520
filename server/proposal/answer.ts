import { z } from '@hono/zod-openapi';
import { text } from '../http/schema-parts.ts';
import { ownedForms } from '../rights/field-rights/rules.ts';
import { proposalStates } from '../save/proposal/rules.ts';

const saver = z.object({ name: z.string().nullable(), post: z.string().nullable() }).nullable();
const proposal = z.object({
  id: z.string(),
  form: z.enum(ownedForms),
  state: z.enum(proposalStates),
  /** Hash of what is asked for, by which a decision says what it is of. */
  base: z.string(),
  place: z.object({ code: z.string(), name: z.string(), town: z.string().nullable() }),
  cells: z.array(z.object({ path: z.string(), title: text, from: text, to: text })),
  on: z.string(),
  /** Who asked last, and who decided; null where no account is named. */
  by: saver,
  decidedOn: z.string().nullable(),
  decidedBy: saver,
  answer: z.string().nullable(),
  /** What the person may do with it now. */
  may: z.array(z.enum(['decide', 'withdraw'])),
});
/** A change request as a person reads it. */
export type ProposalAnswer = z.infer<typeof proposal>;

export const proposalsSchema = z
  .object({
    proposals: z.array(proposal),
  })
  .openapi('Proposals');
/** GET /api/proposals — those that wait first, then those decided last. */
export type ProposalsAnswer = z.infer<typeof proposalsSchema>;

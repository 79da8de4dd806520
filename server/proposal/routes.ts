import { z } from '@hono/zod-openapi';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { base, fresh, uuid } from '../save/bodies.ts';
import { proposalsSchema } from './answer.ts';
import { decideProposal, withdrawProposal } from './proposal-decide.ts';
import { proposalsAnswer } from './proposals-answer.ts';

const decided = z.object({ seq: z.number(), proposal: z.string() }).openapi('Decided');
const params = { id: z.uuid() };

/** 调整申请 — what waits for the office, and what became of it. */
export function proposalRoutes({ store }: Served) {
  return checkedApp()
    .openapi(
      reading({
        path: '/proposals',
        summary: 'Change requests, of one place or of all the places one sees',
        action: 'see-proposals',
        query: {
          lang: z.enum(['zh', 'en']).optional(),
          place: z.string().max(40).optional(),
          state: z.literal('waiting').optional(),
        },
        params: {},
        answer: proposalsSchema,
      }),
      async (c) => {
        const { place, state } = c.req.valid('query');
        return c.json(await proposalsAnswer(store, viewerOf(c), { place, state }), 200, fresh);
      },
    )
    .openapi(
      writing({
        method: 'put',
        path: '/proposals/{id}',
        summary: 'Accept or refuse a change request',
        action: 'decide-proposals',
        params,
        body: z.strictObject({
          id: uuid,
          base,
          decision: z.enum(['accepted', 'refused']),
          answer: z.string().max(2000).nullable(),
          confirm: z.boolean().optional(),
          reason: z.string().max(2000).optional(),
        }),
        answer: decided,
      }),
      async (c) =>
        c.json(await decideProposal(store, viewerOf(c), c.req.valid('param').id, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        method: 'post',
        path: '/proposals/{id}/withdrawal',
        summary: 'Take a change request back',
        action: 'withdraw-proposal',
        params,
        body: z.strictObject({ id: uuid, base }),
        answer: decided,
      }),
      async (c) =>
        c.json(await withdrawProposal(store, viewerOf(c), c.req.valid('param').id, c.req.valid('json')), 200, fresh),
    );
}

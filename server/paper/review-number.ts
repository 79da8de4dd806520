import { z } from '@hono/zod-openapi';
import { write } from '../change/write.ts';
import { clockOf } from '../db/clock.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';

const answer = z.object({ number: z.string().nullable() });
const fresh = { 'cache-control': 'private, no-store' };

/** 审图号 — the map review number that stands on every sheet: the county's one, kept by the server, set by the office. */
export function reviewNumberRoutes({ store }: Served) {
  return checkedApp()
    .openapi(
      reading({
        path: '/review-number',
        summary: 'The review number of the county’s map',
        action: 'export',
        query: { lang: z.enum(['zh', 'en']).optional() },
        params: {},
        answer,
      }),
      async (c) => {
        const number = await readSetting(store, 'reviewNumber');
        return c.json({ number: number === '' ? null : number }, 200, fresh);
      },
    )
    .openapi(
      writing({
        method: 'put',
        path: '/review-number',
        summary: 'Set the review number of the county’s map',
        action: 'set-editions',
        params: {},
        body: z.strictObject({ id: z.uuid(), number: z.string().trim().min(1).max(60).nullable() }),
        answer,
      }),
      async (c) => {
        const { number } = c.req.valid('json');
        const { id: actor } = viewerOf(c);
        const clock = await clockOf(store);
        // The same number again changes nothing, so that a request sent twice is one change.
        if (number !== ((await readSetting(store, 'reviewNumber')) || null))
          await write(store, { actor, clock }, async (tx) => {
            await writeSetting(tx, 'reviewNumber', number ?? '');
            tx.change({ action: 'set', subject: 'review-number', subjectId: 'review-number', placeId: null });
          });
        return c.json({ number }, 200, fresh);
      },
    );
}

import { readFileSync } from 'node:fs';
import { z } from '@hono/zod-openapi';
import { addressOf } from '../http/address.ts';
import { languageOf, unchanged } from '../http/answer.ts';
import { download } from '../http/download.ts';
import { Refusal } from '../http/refusal.ts';
import { askedView, daySchema, refuseUnchecked, type Served } from '../request/asked.ts';
import { checkedApp, reading, sending, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { reachOf } from '../rights/may-write.ts';
import { signedInAccount, type Users } from '../user/users.ts';
import { paperSchema } from './job/answer.ts';
import { paperAnswer } from './job/paper-answer.ts';
import { paperQueueOf } from './job/queue.ts';
import type { PaperKind } from './kind.ts';
import { type PaperKindId, paperKinds } from './kinds.ts';

const fresh = { 'cache-control': 'private, no-store' };
const one = { paper: z.uuid() };
const lang = z.enum(['zh', 'en']).optional();

/** 导出 — papers asked for, made in the background, watched, fetched and given up; each account sees its own alone. */
export function paperRoutes(served: Served, users: Users | undefined) {
  const queue = paperQueueOf(served.store);
  users?.sessions.onEnd((account, session) => queue.end(account, session));
  return checkedApp()
    .openapi(
      writing({
        method: 'post',
        path: '/papers',
        summary: 'Ask for a paper; the same id again is the same one',
        action: 'export',
        params: {},
        body: z.strictObject({
          id: z.uuid(),
          kind: z.enum(Object.keys(paperKinds) as [PaperKindId, ...PaperKindId[]]),
          asOf: daySchema.optional(),
          asked: z.record(z.string(), z.unknown()),
        }),
        answer: paperSchema,
      }),
      async (c) => {
        const { id, kind, asOf, asked } = c.req.valid('json');
        const viewer = viewerOf(c);
        const { action, asked: schema }: PaperKind<unknown> = paperKinds[kind];
        if (reachOf(viewer, action) === 'none') throw new Refusal('not-allowed');
        await askedView(served, c, asOf);
        const checked = schema.safeParse(asked);
        if (!checked.success) refuseUnchecked(checked, c);
        const session = users ? ((await signedInAccount(users, c))?.hash ?? null) : null;
        const lang = languageOf(c);
        const given = { id, viewer, session, address: addressOf(c), kind, lang, asOf, asked: checked.data };
        return c.json(paperAnswer(queue, queue.add(given), lang), 200, fresh);
      },
    )
    .openapi(
      reading({
        path: '/papers',
        summary: 'One’s own papers, newest first',
        action: 'export',
        query: { lang },
        params: {},
        answer: z.object({ papers: z.array(paperSchema) }),
      }),
      (c) => {
        const papers = queue.of(viewerOf(c).id).map((job) => paperAnswer(queue, job, languageOf(c)));
        return c.json({ papers }, 200, fresh);
      },
    )
    .openapi(
      reading({
        path: '/papers/{paper}',
        summary: 'How a paper stands',
        action: 'export',
        query: { lang },
        params: one,
        answer: paperSchema,
      }),
      (c) => {
        const job = queue.find(viewerOf(c).id, c.req.valid('param').paper);
        const etag = `W/"${job.version}.${queue.before(job)}.${languageOf(c)}"`;
        const headers = { etag, 'cache-control': 'private, no-cache', vary: 'accept-language, cookie' };
        if (c.req.header('if-none-match') === etag) return unchanged(headers);
        return c.json(paperAnswer(queue, job, languageOf(c)), 200, headers);
      },
    )
    .openapi(
      writing({
        method: 'delete',
        path: '/papers/{paper}',
        summary: 'Give a paper up, or throw it away once it is made',
        action: 'export',
        params: one,
        body: z.strictObject({}),
        answer: z.object({}),
      }),
      (c) => {
        queue.drop(queue.find(viewerOf(c).id, c.req.valid('param').paper));
        return c.json({}, 200, fresh);
      },
    )
    .openapi(
      sending({
        path: '/papers/{paper}/file',
        summary: 'The file of a paper that is made',
        action: 'export',
        query: { lang },
        params: one,
        media: 'application/octet-stream',
      }),
      (c) => {
        const { made, kind } = queue.find(viewerOf(c).id, c.req.valid('param').paper);
        if (!made) throw new Refusal('paper-not-ready');
        const { media, extension } = paperKinds[kind];
        const name = `${made.title}.${extension}`;
        return download(readFileSync(made.file), { media, name, plain: `${kind}.${extension}` });
      },
    );
}

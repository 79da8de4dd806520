import { createRoute, z } from '@hono/zod-openapi';
import { queueOf } from '../http/heavy.ts';
import { Refusal } from '../http/refusal.ts';
import { problemSchema } from '../http/schema-parts.ts';
import type { Served } from '../request/asked.ts';
import { type Answering, checkedApp, sending } from '../request/described.ts';
import { allowed } from '../request/who.ts';
import { fresh } from '../save/bodies.ts';
import { keepPicture, readPicture } from './keep-picture.ts';
import { pictureTurns, pictureUpload } from './limits.ts';

const lang = z.enum(['zh', 'en']).optional();
const problem = { content: { 'application/problem+json': { schema: problemSchema } } };
const kept = z.object({ name: z.string(), width: z.number(), height: z.number() }).openapi('KeptPicture');

const responses: Answering<typeof kept> = {
  200: { description: 'Kept by its hash', content: { 'application/json': { schema: kept } } },
  ...{
    413: { description: 'The file is too large', ...problem },
    422: { description: 'No picture, or one of too many pixels', ...problem },
    503: { description: 'Too many pictures wait already', ...problem },
  },
};
const keeping = createRoute({
  method: 'post',
  path: '/pictures',
  summary: 'Keep a picture for an agenda: PNG or JPEG',
  'x-action': 'run-meeting',
  middleware: [allowed('run-meeting')] as const,
  request: { query: z.strictObject({ lang }) },
  responses,
});

const inTurn = queueOf(pictureTurns, 'pictures-full');

/** 图片 — of agendas: kept by their hash, for those who may see meetings. */
export function pictureRoutes({ store }: Served) {
  return checkedApp()
    .openapi(keeping, async (c) => {
      if (!pictureUpload.types.test(c.req.header('content-type') ?? '')) throw new Refusal('picture-unreadable');
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return c.json(await inTurn(c, () => keepPicture(store, bytes)), 200, fresh);
    })
    .openapi(
      sending({
        path: '/pictures/{name}',
        summary: 'A picture of an agenda',
        action: 'see-meetings',
        query: { lang },
        params: { name: z.string().max(80) },
        media: 'image/*',
      }),
      (c) => {
        const { name } = c.req.valid('param');
        const bytes = readPicture(store, name);
        if (!bytes) throw new Refusal('file-unknown');
        const type = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
        return c.body(bytes, 200, {
          'content-type': type,
          'content-disposition': 'inline',
          'cache-control': 'private, max-age=31536000, immutable',
        });
      },
    );
}

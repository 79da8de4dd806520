import { z } from '@hono/zod-openapi';
import { sealedDetail } from '../../audit/sealed-events.ts';
import { recordEvent } from '../../change/audit-event.ts';
import { addressOf } from '../../http/address.ts';
import { languageOf } from '../../http/answer.ts';
import { download } from '../../http/download.ts';
import type { Served } from '../../request/asked.ts';
import { checkedApp, reading, sending } from '../../request/described.ts';
import { viewerOf } from '../../request/who.ts';
import { fresh } from '../../save/bodies.ts';
import type { Language } from '../../words/fill.ts';
import { type ItinerariesAnswer, itinerariesSchema } from './answer.ts';
import { itinerariesAnswer } from './itineraries-answer.ts';
import { itineraryWords } from './itinerary.message.ts';

const id = z.string().regex(/^[0-9a-z-]{1,80}$/i);
const params = { plan: id };
const query = { lang: z.enum(['zh', 'en']).optional() };

interface FileKind {
  media: string;
  make(answer: ItinerariesAnswer, lang: Language): Promise<Uint8Array | string>;
}

const kinds = {
  xlsx: {
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async (answer, lang) => (await import('./itineraries-workbook.ts')).itinerariesWorkbook(answer, lang),
  },
  gpx: {
    media: 'application/gpx+xml',
    make: async (answer, lang) => (await import('./itineraries-tracks.ts')).itinerariesGpx(answer, lang),
  },
  kml: {
    media: 'application/vnd.google-earth.kml+xml',
    make: async (answer, lang) => (await import('./itineraries-tracks.ts')).itinerariesKml(answer, lang),
  },
} satisfies Record<string, FileKind>;
type Kind = keyof typeof kinds;
const kindSchema = z.enum(Object.keys(kinds) as [Kind, ...Kind[]]);

/** 出车单 — a plan as its teams take it along: on the phone, and as files. */
export function itineraryRoutes({ store }: Served) {
  return checkedApp()
    .openapi(
      reading({
        action: 'see-routes',
        path: '/route-plans/{plan}/itineraries',
        summary: 'The days of a plan, stop by stop',
        params,
        query,
        answer: itinerariesSchema,
      }),
      async (c) => c.json(await itinerariesAnswer(store, viewerOf(c), c.req.valid('param').plan), 200, fresh),
    )
    .openapi(
      sending({
        action: 'see-routes',
        path: '/route-plans/{plan}/files/{kind}',
        summary: 'The same as a workbook, GPX or KML',
        params: { ...params, kind: kindSchema },
        query,
        media: 'application/octet-stream',
      }),
      async (c) => {
        const { plan, kind } = c.req.valid('param');
        const viewer = viewerOf(c);
        const lang = languageOf(c);
        const answer = await itinerariesAnswer(store, viewer, plan);
        const { media, make }: FileKind = kinds[kind];
        const made = await make(answer, lang);
        const open = answer.announced && answer.published;
        const lastOn = answer.itineraries.reduce((last, { on }) => (on > last ? on : last), answer.today);
        await recordEvent(store, {
          actor: viewer.id,
          address: addressOf(c),
          action: 'export-routes',
          // The title of a sealed plan would tell readers of the log where it leads; until its days are over, even that there is one.
          subject: open ? answer.title : plan,
          detail: sealedDetail(open ? null : lastOn, { kind }),
        });
        const name = `${itineraryWords[lang].file} ${answer.title}.${kind}`;
        return download(made, { media, name, plain: `routes.${kind}`, vary: 'accept-language' });
      },
    );
}

import { z } from '@hono/zod-openapi';
import { recordEvent } from '../audit/audit-event.ts';
import { addressOf } from '../http/address.ts';
import { languageOf } from '../http/answer.ts';
import type { Served } from '../http/asked.ts';
import { checkedApp, reading } from '../http/described.ts';
import { Refusal } from '../http/refusal.ts';
import { reachOf, viewerOf } from '../http/who.ts';
import type { Language } from '../message/fill.ts';
import { functionOf } from './exporter.ts';
import { type MeetingPaper, meetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';
import { inTurn } from './turns.ts';

interface Kind {
  media: string;
  title: 'minutes' | 'ledger' | 'slides' | 'book';
  make(paper: MeetingPaper, given: { id: string; lang: Language; signal: AbortSignal }): Promise<Uint8Array>;
}

const office = 'application/vnd.openxmlformats-officedocument';
const kinds = {
  'minutes.docx': {
    media: `${office}.wordprocessingml.document`,
    title: 'minutes',
    make: async (paper, { id, lang }) => (await import('./minutes-docx.ts')).minutesDocx(paper, id, lang),
  },
  'tasks.xlsx': {
    media: `${office}.spreadsheetml.sheet`,
    title: 'ledger',
    make: async ({ tasks, body }, { lang }) =>
      (await import('./tasks-workbook.ts')).tasksWorkbook(tasks, `${body.title} ${paperWords[lang].ledger}`, lang),
  },
  'slides.pptx': {
    media: `${office}.presentationml.presentation`,
    title: 'slides',
    make: async (paper, { lang, signal }) => (await import('./slides-pptx.ts')).slidesPptx(paper, lang, signal),
  },
  'review.pdf': {
    media: 'application/pdf',
    title: 'book',
    make: async (paper, { lang, signal }) => (await import('./review-pdf.ts')).reviewPdf(paper, { lang, signal }),
  },
} satisfies Record<string, Kind>;
type Name = keyof typeof kinds;

/** 会议材料 — the papers of a meeting, all from its frozen figures; two are made at a time, and who goes away has his stopped. */
export function paperRoutes({ store }: Served) {
  return checkedApp().openapi(
    reading({
      path: '/meetings/{meeting}/files/{file}',
      summary: 'Minutes, ledger of tasks, slides and review book of a meeting',
      action: 'see-meetings',
      query: { lang: z.enum(['zh', 'en']).optional() },
      params: {
        meeting: z.string().regex(/^[0-9a-z-]{1,80}$/i),
        file: z.enum(Object.keys(kinds) as [Name, ...Name[]]),
      },
      answer: z.string().openapi({ format: 'binary' }),
      media: 'application/octet-stream',
    }),
    async (c) => {
      const { meeting: id, file } = c.req.valid('param');
      const viewer = viewerOf(c);
      // A screen follows meetings and takes nothing away.
      if (reachOf(viewer, 'export') === 'none') throw new Refusal('not-allowed');
      const lang = languageOf(c);
      const { media, title, make }: Kind = kinds[file];
      const { signal } = c.req.raw;
      const { bytes, paper } = await inTurn(signal, async () => {
        const paper = await meetingPaper(store, viewer, {
          id,
          lang,
          by: await functionOf(store, viewer),
          sign: signal,
        });
        return { paper, bytes: await make(paper, { id, lang, signal }) };
      });
      await recordEvent(store, {
        actor: viewer.id,
        address: addressOf(c),
        action: 'export-meeting',
        subject: paper.body.title,
        detail: { file },
      });
      const name = encodeURIComponent(`${paper.body.title} ${paperWords[lang][title]}.${file.split('.')[1]}`);
      return new Response(new Uint8Array(bytes).buffer, {
        headers: {
          'content-type': media,
          'content-disposition': `attachment; filename="${file}"; filename*=UTF-8''${name}`,
          'cache-control': 'private, no-store',
          vary: 'accept-language',
        },
      }) as never;
    },
  );
}

import { z } from '@hono/zod-openapi';
import { recordEvent } from '../change/audit-event.ts';
import { viewAt } from '../change/view-at.ts';
import { addressOf } from '../http/address.ts';
import { languageOf, versionedJson } from '../http/answer.ts';
import { download } from '../http/download.ts';
import { daySchema, ownVersionOf, readQuery, type Served } from '../request/asked.ts';
import { checkedApp, reading, sending } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { auditSchema, auditKindSchema as kind } from './answer.ts';
import { auditTitle } from './audit-words.message.ts';
import { auditAnswer, auditRows, placePattern } from './read-audit.ts';
import { countEvents } from './sealed-events.ts';

const filters = {
  from: daySchema.optional(),
  to: daySchema.optional(),
  actor: z.string().max(60).optional(),
  kind: kind.optional(),
  place: z.string().max(40).optional(),
  q: z.string().max(60).optional(),
};
const before = z
  .string()
  .regex(placePattern)
  .optional()
  .openapi({ description: 'Where to go on from, as `more` named it; the newest when left out.' });
const workbookMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The newest rows one workbook holds. */
const mostRows = 20_000;

/** 安全日志 — the log a page at a time and as a workbook; taking the workbook is itself an entry. */
export function auditRoutes(served: Served) {
  const { store } = served;
  return checkedApp()
    .openapi(
      reading({
        path: '/audit',
        summary: 'Changes, sign-ins, refusals and exports, newest first',
        action: 'audit',
        query: { lang: readQuery.lang, ...filters, before },
        params: {},
        answer: auditSchema,
      }),
      async (c) => {
        const { before: at, lang: _lang, ...asked } = c.req.valid('query');
        const view = await viewAt(store, viewerOf(c));
        const version = `${ownVersionOf(served, view)}.${await countEvents(store, view.user)}`;
        return versionedJson(c, version, () => auditAnswer(store, view.user, asked, at));
      },
    )
    .openapi(
      sending({
        path: '/audit.xlsx',
        summary: 'The same as a workbook, at most the newest 20,000 rows',
        action: 'audit',
        query: { lang: readQuery.lang, ...filters },
        params: {},
        media: workbookMedia,
        long: true,
      }),
      async (c) => {
        const { lang: _lang, ...asked } = c.req.valid('query');
        const [viewer, lang] = [viewerOf(c), languageOf(c)];
        const rows = await auditRows(store, viewer, asked, mostRows);
        await recordEvent(store, {
          actor: viewer.id,
          address: addressOf(c),
          action: 'export-audit',
          subject: '',
          detail: { rows: rows.length },
        });
        const { auditWorkbook } = await import('./audit-workbook.ts');
        const bytes = await auditWorkbook(rows, lang);
        const name = `${auditTitle[lang]}.xlsx`;
        return download(bytes, { media: workbookMedia, name, plain: 'audit.xlsx', vary: 'accept-language' });
      },
    );
}

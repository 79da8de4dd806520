import { z } from '@hono/zod-openapi';
import { atlasAsked } from './atlas/asked.ts';
import { type PaperKind, paperKind } from './kind.ts';
import { meetingPaper } from './meeting-paper.ts';
import { media, paperTitles, paperWords } from './paper.message.ts';

const ofMeeting = z.strictObject({ meeting: z.string().regex(/^[0-9a-z-]{1,80}$/i) });

/** 文件种类 — every kind of paper the server makes; a new one is one line here. */
export const paperKinds = {
  minutes: paperKind({
    ...{ title: paperTitles.minutes, ...media.docx, action: 'see-meetings' as const, asked: ofMeeting },
    make: async (given, { meeting }) => {
      const paper = await meetingPaper(given, meeting);
      const { minutesDocx } = await import('./minutes-docx.ts');
      return { title: titleOf(paper, 'minutes', given), bytes: await minutesDocx(paper, meeting, given.lang) };
    },
  }),
  ledger: paperKind({
    ...{ title: paperTitles.ledger, ...media.xlsx, action: 'see-meetings' as const, asked: ofMeeting },
    make: async (given, { meeting }) => {
      const paper = await meetingPaper(given, meeting);
      const title = titleOf(paper, 'ledger', given);
      const { tasksWorkbook } = await import('./tasks-workbook.ts');
      return { title, bytes: await tasksWorkbook(paper.tasks, title, given.lang) };
    },
  }),
  slides: paperKind({
    ...{ title: paperTitles.slides, ...media.pptx, action: 'see-meetings' as const, asked: ofMeeting },
    make: async (given, { meeting }) => {
      const paper = await meetingPaper(given, meeting);
      const { slidesPptx } = await import('./slides-pptx.ts');
      return { title: titleOf(paper, 'slides', given), bytes: await slidesPptx(paper, given.lang, given.say) };
    },
  }),
  review: paperKind({
    ...{ title: paperTitles.review, ...media.pdf, action: 'see-meetings' as const, asked: ofMeeting },
    make: async (given, { meeting }) => {
      const paper = await meetingPaper(given, meeting);
      const { reviewPdf } = await import('./review-pdf.ts');
      return { title: titleOf(paper, 'book', given), bytes: await reviewPdf(paper, { lang: given.lang }) };
    },
  }),
  atlas: paperKind({
    ...{ title: paperTitles.atlas, ...media.pdf, action: 'look' as const, asked: atlasAsked },
    make: async (given, asked) => (await import('./atlas/atlas-pdf.ts')).atlasPdf(given, asked),
  }),
} satisfies Record<string, PaperKind<unknown>>;
export type PaperKindId = keyof typeof paperKinds;

const titleOf = (
  { body }: { body: { title: string } },
  word: 'minutes' | 'ledger' | 'slides' | 'book',
  { lang }: { lang: 'zh' | 'en' },
) => `${body.title} ${paperWords[lang][word]}`;

import { z } from 'zod';
import { counted } from '../task/filter/rules.ts';
import { atlasAsked } from './atlas/asked.ts';
import { type PaperGiven, type PaperKind, paperKind } from './kind.ts';
import { media, paperTitles, paperWords } from './paper.message.ts';

/** What a view shows, as its address has it. */
const ofView = {
  layer: z.string().regex(/^[a-z0-9-]{1,60}$/),
  place: z
    .string()
    .regex(/^[\p{L}\p{N}_-]{1,40}$/u)
    .nullable(),
  classes: z
    .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
    .max(40)
    .nullable(),
};
const ofSheet = { layout: z.enum(['landscape', 'portrait']), ink: z.enum(['colour', 'grey']) };
const ofMeeting = z.strictObject({ meeting: z.string().regex(/^[0-9a-z-]{1,80}$/i) });

/** Which tasks, as their page filters them; left out: all the user sees. */
const tasksAsked = z.strictObject({
  town: z.string().max(40).default(''),
  unit: z.string().max(200).default(''),
  state: z.enum(['', ...counted]).default(''),
  meeting: z.string().max(80).default(''),
  mine: z.enum(['', 'yes']).default(''),
});

const reviewAsked = ofMeeting.extend({ ink: z.enum(['colour', 'grey']).default('colour') });

/** 文件种类 — every kind of paper the server makes; a new one is one line here. */
export const paperKinds = {
  sheet: paperKind({
    ...{ title: paperTitles.sheet, ...media.pdf, action: 'look' as const },
    asked: z.strictObject({
      ...ofView,
      ...ofSheet,
      size: z.enum(['A4', 'A3', 'A2', 'A1', 'A0']),
    }),
    make: async (given, asked) => {
      const { sheetFigures } = await import('./sheet/sheet-figures.ts');
      const { mapSheet, titleOf: sheetTitle } = await import('./sheet/map-sheet.ts');
      const figures = await sheetFigures(given, asked);
      return { title: `${sheetTitle(figures, given)} ${given.view.on}`, bytes: await mapSheet(figures, given, asked) };
    },
  }),
  picture: paperKind({
    ...{ title: paperTitles.picture, ...media.png, action: 'look' as const },
    asked: z.strictObject({ ...ofView, ...ofSheet, size: z.enum(['A4', 'A3']) }),
    make: async (given, asked) => {
      const { sheetFigures } = await import('./sheet/sheet-figures.ts');
      const { titleOf: sheetTitle } = await import('./sheet/map-sheet.ts');
      const figures = await sheetFigures(given, asked);
      const { viewPicture } = await import('./view/view-picture.ts');
      return {
        title: `${sheetTitle(figures, given)} ${given.view.on}`,
        bytes: await viewPicture(figures, given, asked),
      };
    },
  }),
  table: paperKind({
    ...{ title: paperTitles.table, ...media.csv, action: 'look' as const, asked: z.strictObject(ofView) },
    make: async (given, asked) => {
      const { viewRows, rowsTitle } = await import('./view/view-rows.ts');
      const { viewCsv } = await import('./view/view-csv.ts');
      const rows = await viewRows(given, asked);
      return { title: rowsTitle(rows, given), bytes: viewCsv(rows, given) };
    },
  }),
  geojson: paperKind({
    ...{ title: paperTitles.geojson, ...media.geojson, action: 'look' as const },
    asked: z.strictObject({ ...ofView, rounding: z.literal([1, 10, 100]) }),
    make: async (given, asked) => {
      const { viewRows, rowsTitle } = await import('./view/view-rows.ts');
      const { viewGeoJson } = await import('./view/view-geojson.ts');
      const rows = await viewRows(given, asked);
      return { title: rowsTitle(rows, given), bytes: await viewGeoJson(rows, given, asked.rounding) };
    },
  }),
  minutes: paperKind({
    ...{ title: paperTitles.minutes, ...media.docx, action: 'see-meetings' as const, asked: ofMeeting },
    make: async (given, { meeting }) => {
      const paper = await paperOf(given, meeting);
      const { minutesDocx } = await import('./minutes-docx.ts');
      return { title: titleOf(paper, 'minutes', given), bytes: await minutesDocx(paper, meeting, given.lang) };
    },
  }),
  ledger: paperKind({
    ...{ title: paperTitles.ledger, ...media.xlsx, action: 'see-meetings' as const, asked: ofMeeting },
    make: async (given, { meeting }) => {
      const paper = await paperOf(given, meeting);
      const title = titleOf(paper, 'ledger', given);
      const { ledgerFoot } = await import('../list/problem-ledger.message.ts');
      const { tasksWorkbook } = await import('./tasks-workbook.ts');
      return {
        title,
        bytes: await tasksWorkbook(paper.tasks, { title, foot: ledgerFoot(given)[given.lang] }, given.lang),
      };
    },
  }),
  tasks: paperKind({
    ...{ title: paperTitles.tasks, ...media.xlsx, action: 'see-tasks' as const, asked: tasksAsked },
    make: async (given, asked) => (await import('./tasks-ledger.ts')).tasksLedger(given, asked),
  }),
  slides: paperKind({
    ...{ title: paperTitles.slides, ...media.pptx, action: 'see-meetings' as const, asked: ofMeeting },
    make: async (given, { meeting }) => {
      const paper = await paperOf(given, meeting);
      const { slidesPptx } = await import('./slides-pptx.ts');
      return { title: titleOf(paper, 'slides', given), bytes: await slidesPptx(paper, given.lang, given.say) };
    },
  }),
  review: paperKind({
    ...{ title: paperTitles.review, ...media.pdf, action: 'see-meetings' as const, asked: reviewAsked },
    make: async (given, { meeting, ink }) => {
      const paper = await paperOf(given, meeting);
      const { reviewPdf } = await import('./review/review-pdf.ts');
      return { title: titleOf(paper, 'book', given), bytes: await reviewPdf(paper, { ...given, ink }) };
    },
  }),
  atlas: paperKind({
    ...{ title: paperTitles.atlas, ...media.pdf, action: 'look' as const, asked: atlasAsked },
    make: async (given, asked) => (await import('./atlas/atlas-pdf.ts')).atlasPdf(given, asked),
  }),
  bulletin: paperKind({
    ...{ title: paperTitles.bulletin, ...media.docx, action: 'set-editions' as const },
    asked: z.strictObject({ issue: z.string().trim().max(40).default('') }),
    make: async (given, asked) => (await import('./bulletin/bulletin-docx.ts')).bulletinDocx(given, asked),
  }),
} satisfies Record<string, PaperKind<unknown>>;
export type PaperKindId = keyof typeof paperKinds;

const paperOf = async (given: PaperGiven, meeting: string) =>
  (await import('./meeting-paper.ts')).meetingPaper(given, meeting);

const titleOf = (
  { body }: { body: { title: string } },
  word: 'minutes' | 'ledger' | 'slides' | 'book',
  { lang }: { lang: 'zh' | 'en' },
) => `${body.title} ${paperWords[lang][word]}`;

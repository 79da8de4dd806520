import { type BulletinTable, filled, tableOf } from '../../campaign/bulletin/rules.ts';
import { Refusal } from '../../http/refusal.ts';
import { type ColumnTitle, columnTitles } from '../../layer/column-titles.message.ts';
import { fill, type Language } from '../../words/fill.ts';
import { dayText } from '../../words/phrase.message.ts';
import type { Made, PaperGiven } from '../kind.ts';
import { paperWords } from '../paper.message.ts';
import {
  bodyLine,
  headingLine,
  officialDocument,
  officialTable,
  redHead,
  signature,
  titleLine,
} from '../part/official.ts';
import { bulletinWords } from './bulletin.message.ts';
import { type BulletinFigures, bulletinFigures } from './figures.ts';

type Column = readonly [title: ColumnTitle, share: number];
const moved: Column[] = [
  ['number', 8],
  ['layer', 24],
  ['place', 30],
  ['from', 22],
  ['to', 22],
];
/** Columns of each table, and how wide they are beside one another. */
const columns: Record<BulletinTable, readonly Column[]> = {
  townRanking: [
    ['rank', 12],
    ['town', 24],
    ['score', 14],
    ['rankChange', 16],
  ],
  lastVillages: [
    ['rank', 12],
    ['town', 20],
    ['village', 30],
    ['score', 14],
  ],
  overdueVillages: [
    ['number', 8],
    ['town', 15],
    ['village', 18],
    ['overdueDays', 15],
    ['why', 52],
  ],
  overdueTasks: [
    ['number', 8],
    ['place', 20],
    ['task', 34],
    ['unit', 20],
    ['person', 14],
    ['dueOn', 18],
    ['overdueDays', 16],
  ],
  worsened: moved,
  changes: moved,
};

const namesIssue = (text: string) => text.includes('{issue}');

/** 通报 — the office's template with its names filled in, as text to be edited on; nothing is ranked while rankings are hidden. Refuses a template with an issue number when none is given. */
export async function bulletinDocx(given: PaperGiven, { issue }: { issue: string }): Promise<Made> {
  const { store, view, lang, by, at } = given;
  const figures = await bulletinFigures(store, view, lang);
  if (issue === '' && Object.values(figures.template).some(namesIssue)) throw new Refusal('bulletin-unnumbered');
  const values = { ...figures.values, issue };
  const { head, number, title, addressee, body, signature: signed } = figures.template;
  const text = (line: string) => filled(line, values);
  const shown = shownLines(body.trimEnd().split('\n'), figures);
  const words = paperWords[lang];
  const bytes = await officialDocument(
    [
      ...redHead(text(head), text(number)),
      titleLine(text(title)),
      ...(addressee === '' ? [] : [bodyLine(text(addressee), { indent: false })]),
      ...shown.flatMap((line, at) => blocksOf(line, figures, { text, lang, last: at === shown.length - 1 })),
      ...signature([text(signed), dayText(view.on)[lang]].filter((line) => line !== '')),
    ],
    {
      ...{ title: text(title), by },
      mark: [words.internal, fill(words.dataAt, { day: values.day }), fill(words.by, { who: by, at })].join(' · '),
    },
  );
  return { bytes, title: text(title) };
}

function blocksOf(
  line: string,
  { tables }: BulletinFigures,
  { text, lang, last }: { text(line: string): string; lang: Language; last: boolean },
) {
  const name = tableOf(line);
  if (name !== null) {
    const { rows, note } = tables[name];
    const below = note ? [bodyLine(note)] : [];
    if (rows === null || rows.length === 0) return note ? below : [bodyLine(bulletinWords[lang].none)];
    const titles = columns[name].map(([title]) => columnTitles[title][lang]);
    return [
      officialTable(
        titles,
        rows,
        columns[name].map(([, share]) => share),
      ),
      ...below,
    ];
  }
  if (line.startsWith('## ')) return [headingLine(text(line.slice(3)), 2)];
  if (line.startsWith('# ')) return [headingLine(text(line.slice(2)))];
  return line.trim() === '' ? [] : [bodyLine(text(line.trim()), { keepNext: last })];
}

/** The lines without what ranks while rankings are hidden: neither the table nor a heading that has nothing else below it. */
export function shownLines(lines: string[], { tables }: Pick<BulletinFigures, 'tables'>): string[] {
  const hidden = (line: string) => {
    const name = tableOf(line);
    return name !== null && tables[name].rows === null;
  };
  const level = (line: string) => /^#{1,2}(?= )/.exec(line)?.[0].length ?? null;
  return lines.filter((line, at) => {
    if (hidden(line)) return false;
    const own = level(line);
    if (own === null) return true;
    const end = lines.findIndex((later, n) => n > at && (level(later) ?? 3) <= own);
    const below = lines.slice(at + 1, end === -1 ? undefined : end).filter((one) => one.trim() !== '');
    return !(below.some(hidden) && below.every((one) => hidden(one) || level(one) !== null));
  });
}

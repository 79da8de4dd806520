import { dayText } from '../../layer/phrase.message.ts';
import { fill } from '../../message/fill.ts';
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
import { type BulletinTable, filled, tableOf } from './rules.ts';

const shares: Record<BulletinTable, number[]> = {
  townRanking: [10, 24, 14, 16],
  lastVillages: [10, 20, 30, 14],
  overdueVillages: [8, 16, 20, 12, 52],
  overdueTasks: [8, 20, 36, 22, 14, 18, 12],
  worsened: [8, 24, 30, 22, 22],
  changes: [8, 24, 30, 22, 22],
};

/** 通报 — the office's template with its names filled in, as text to be edited on; who ranks nobody while rankings are hidden. */
export async function bulletinDocx(given: PaperGiven, { issue }: { issue: string }): Promise<Made> {
  const { store, view, lang, by, at } = given;
  const figures = await bulletinFigures(store, view, lang);
  const values = { ...figures.values, issue };
  const { head, number, title, addressee, body, signature: signed } = figures.template;
  const text = (line: string) => filled(line, values);
  const words = paperWords[lang];
  const bytes = await officialDocument(
    [
      ...redHead(text(head), text(number)),
      titleLine(text(title)),
      ...(addressee === '' ? [] : [bodyLine(text(addressee), false)]),
      ...shownLines(body.split('\n'), figures).flatMap((line) =>
        blocksOf(line, figures, { text, none: bulletinWords[lang].none }),
      ),
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
  { text, none }: { text(line: string): string; none: string },
) {
  const name = tableOf(line);
  if (name !== null) {
    const { columns, rows } = tables[name];
    return rows === null || rows.length === 0 ? [bodyLine(none)] : [officialTable(columns, rows, shares[name])];
  }
  if (line.startsWith('## ')) return [headingLine(text(line.slice(3)), 2)];
  if (line.startsWith('# ')) return [headingLine(text(line.slice(2)))];
  return line.trim() === '' ? [] : [bodyLine(text(line.trim()))];
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

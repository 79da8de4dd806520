import type { Note, Severity } from '../../geodata/note.ts';
import { fill, type Language } from '../words/fill.ts';
import { endings, fileKinds, notUnderstood, nounTitles, reportWords } from '../words/import-report.message.ts';
import { say } from '../words/say.ts';
import type { FileReport, ImportReport } from './report.ts';

/** Notes of one code that are printed before the rest is only counted. */
const shownOfAKind = 12;

/** The report as lines for a terminal: files, changes, notes by weight, and what to do next. */
export function printReport(report: ImportReport, lang: Language): string {
  const notes = [...report.notes, ...report.questions, ...report.refused];
  const sections = [
    section(reportWords.files[lang], fileTable(report.files, lang)),
    section(reportWords.changes[lang], changeTable(report, lang)),
    ...(['understood', 'repaired', 'warning', 'question', 'refused'] as const).map((severity) =>
      section(reportWords[severity][lang], noteLines(notes, severity, lang)),
    ),
    fill(endings[report.state][lang], { seconds: report.seconds.toFixed(1) }),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

const section = (title: string, lines: string[]) =>
  lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)].join('\n') : '';

function fileTable(files: FileReport[], lang: Language): string[] {
  return align(
    files.map(({ file, sheet, is, count, system, encoding }) => [
      sheet && !file.startsWith(`${sheet}.`) ? `${file} · ${sheet}` : file,
      is ? fill(fileKinds[is][lang], { count }) : notUnderstood[lang],
      [system, encoding].filter((part) => part !== null).join(', '),
    ]),
    [],
  );
}

function changeTable({ changes }: ImportReport, lang: Language): string[] {
  if (changes.length === 0) return [];
  const head = ['', reportWords.added[lang], reportWords.changed[lang], reportWords.unchanged[lang]];
  const rows = changes.map(({ noun, added, changed, unchanged }) => [
    nounTitles[noun][lang],
    ...[added, changed, unchanged].map((count) => (count === 0 ? '–' : String(count))),
  ]);
  return align([head, ...rows], [1, 2, 3]);
}

/** Notes in the order they were made; of one kind only the first ones, then how many more there are. */
function noteLines(notes: Note[], severity: Severity, lang: Language): string[] {
  const said = new Map<string, { code: string; line: string }>();
  for (const note of notes.filter((one) => one.severity === severity)) {
    const line = say(note, lang);
    said.set(line, { code: note.code, line });
  }
  const total = Map.groupBy(said.values(), ({ code }) => code);
  const shown = new Map<string, number>();
  return [...said.values()].flatMap(({ code, line }) => {
    const count = (shown.get(code) ?? 0) + 1;
    shown.set(code, count);
    if (count > shownOfAKind) return [];
    const more = (total.get(code)?.length ?? 0) - shownOfAKind;
    const rest = count === shownOfAKind && more > 0 ? [`  ${fill(reportWords.more[lang], { count: more })}`] : [];
    return [`· ${line}`, ...rest];
  });
}

/** Pads the cells of each column to one width; `right` are the columns set to the right. */
function align(rows: string[][], right: number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return right.includes(column) ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Columns a text takes in a terminal: Chinese characters and full-width signs take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(sign)
      ? 2
      : 1;
  return width;
}

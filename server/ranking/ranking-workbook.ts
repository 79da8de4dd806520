import type { Cell, CellValue, ColumnDef, WriteSheet } from 'hucre';
import { columnTitles } from '../layer/column-titles.message.ts';
import type { Language } from '../words/fill.ts';
import { listed } from '../words/names/rules.ts';
import { dayText } from '../words/phrase.message.ts';
import { writeWorkbook } from '../words/workbook/write-workbook.ts';
import type { FormulaAnswer, ScoreRow, ScoresAnswer } from './answer.ts';
import { rankingWords } from './ranking.message.ts';
import { weightsThere } from './rules.ts';

/** Row of the formula's sheet (from 1) the first part stands in, and its columns of weight and most. */
const firstPart = 5;
const weightColumn = 'D';
const mostColumn = 'E';
const fixed = { rows: 2, columns: 4 };

/**
 * 考核排名 — the ranking as a workbook: a sheet with the formula, one of towns and one of villages whose scores, and ranks where all are there, are
 * counted by formulas from the places counted, and one of superiors' results. Every text stays text whatever it begins with.
 */
export async function rankingWorkbook(
  answer: ScoresAnswer,
  lang: Language,
): Promise<{ bytes: Uint8Array; title: string }> {
  const words = rankingWords[lang];
  const title = words.title(dayText(answer.on)[lang]);
  const sheets = [
    scoreSheet(answer, { rows: answer.towns, of: answer.of.towns, level: 'town' }, { lang, title }),
    ...(answer.villages.length > 0
      ? [scoreSheet(answer, { rows: answer.villages, of: answer.of.villages, level: 'village' }, { lang, title })]
      : []),
    formulaSheet(answer, lang),
    externalSheet(answer, lang),
  ];
  return { bytes: await writeWorkbook(sheets), title };
}

interface Table {
  rows: ScoreRow[];
  of: number;
  level: 'town' | 'village';
}

function scoreSheet(
  { formula, since }: ScoresAnswer,
  { rows, of, level }: Table,
  { lang, title }: { lang: Language; title: string },
): WriteSheet {
  const words = rankingWords[lang];
  const at = columnsOf(formula, words.formula);
  const header = [
    ...[
      columnTitles.rank[lang],
      words.town,
      ...(level === 'village' ? [words.village] : [words.code]),
      columnTitles.score[lang],
    ],
    ...formula.parts.flatMap(({ title: of }) =>
      [words.counted, words.of, words.points].map((word) => `${of[lang]} ${word}`),
    ),
    ...[words.weights, words.extra, words.target, words.rankBefore(dayText(since)[lang])],
  ];
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', bold(title, 14)],
    ...header.map((word, n) => [`1,${n}`, bold(word, 11)] as const),
  ]);
  const last = rows.length + fixed.rows;
  for (const [n, row] of rows.entries()) {
    const line = n + fixed.rows + 1;
    const put = (column: number, text: string, result: number | string) =>
      cells.set(`${line - 1},${column}`, { formula: text, formulaResult: result, type: 'formula' });
    put(3, scoreFormula(formula, at, line), row.score ?? '');
    put(at.weights, weightsFormula(formula, at, line), weightsThere(formula, row.parts));
    for (const [part, { points }] of row.parts.entries())
      put(at.points(part), partFormula(formula, { part, line, at }), points ?? '');
    if (rows.length === of)
      put(
        0,
        `IF(D${line}="","",COUNTIF($D$${fixed.rows + 1}:$D$${last},">"&D${line})+1)`,
        row.score === null ? '' : row.rank,
      );
  }
  const values = rows.map((row): CellValue[] => [
    ...[row.score === null ? null : row.rank, row.town ?? row.name, row.town === null ? row.code : row.name, null],
    ...row.parts.flatMap(({ counted, of: all }) => [all === 0 ? null : counted, all === 0 ? null : all, null]),
    ...[null, row.external, formula.target, row.rankBefore],
  ]);
  const text = (n: number) => n === 1 || n === 2;
  return {
    name: level === 'town' ? words.towns : words.villages,
    rows: [[title], header, ...values],
    columns: header.map(
      (_, n): ColumnDef => ({ width: text(n) ? 18 : 12, numFmt: text(n) ? '@' : numberFormat(n, at) }),
    ),
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 }],
    freezePane: { rows: fixed.rows, columns: fixed.columns },
    autoFilter: { range: `A2:${columnName(header.length - 1)}${last}` },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

interface Columns {
  counted(part: number): number;
  of(part: number): number;
  points(part: number): number;
  weights: number;
  external: number;
  /** Name of the formula's sheet. */
  sheet: string;
}

function columnsOf({ parts }: FormulaAnswer, sheet: string): Columns {
  const first = (part: number) => fixed.columns + part * 3;
  const end = first(parts.length);
  return {
    counted: first,
    of: (part) => first(part) + 1,
    points: (part) => first(part) + 2,
    weights: end,
    external: end + 1,
    sheet,
  };
}

const numberFormat = (n: number, at: Columns) => {
  const points =
    n === 3 || n === at.weights || n === at.external || (n > 3 && n < at.weights && (n - fixed.columns) % 3 === 2);
  return points ? '0.00' : '0';
};

function partFormula(
  { parts }: FormulaAnswer,
  { part, line, at }: { part: number; line: number; at: Columns },
): string {
  const [counted, of] = [`${columnName(at.counted(part))}${line}`, `${columnName(at.of(part))}${line}`];
  const weight = weightCell(at, part);
  if (parts[part]?.measure === 'share')
    return `IF(N(${of})=0,"",ROUND(100*${weight}*${counted}/${of}/${columnName(at.weights)}${line},2))`;
  const times = parts[part]?.measure === 'per-unit' ? `${counted}/${of}` : counted;
  const off =
    parts[part]?.most === null ? `${weight}*${times}` : `MIN(${weight}*${times},${formulaCell(at, part, mostColumn)})`;
  return `IF(N(${of})=0,"",-ROUND(${off},2))`;
}

function weightsFormula({ parts }: FormulaAnswer, at: Columns, line: number): string {
  const shares = parts.flatMap(({ measure }, part) =>
    measure === 'share' ? [`(N(${columnName(at.of(part))}${line})>0)*${weightCell(at, part)}`] : [],
  );
  return shares.length === 0 ? '0' : shares.join('+');
}

function scoreFormula({ parts, belowZero }: FormulaAnswer, at: Columns, line: number): string {
  const points = parts.map((_, part) => `${columnName(at.points(part))}${line}`);
  const shares = parts.some(({ measure }) => measure === 'share');
  const all = `SUM(${[...points, `${columnName(at.external)}${line}`].join(',')})`;
  const rounded = `ROUND(${shares ? '0' : '100'}+${all},2)`;
  const sum = belowZero ? rounded : `MAX(0,${rounded})`;
  return shares ? `IF(${columnName(at.weights)}${line}=0,"",${sum})` : sum;
}

const formulaCell = ({ sheet }: Columns, part: number, column: string) => `'${sheet}'!$${column}$${firstPart + part}`;
const weightCell = (at: Columns, part: number) => formulaCell(at, part, weightColumn);

function formulaSheet({ formula, cut }: ScoresAnswer, lang: Language): WriteSheet {
  const words = rankingWords[lang];
  const header = [words.part, words.measure, words.classes, words.weight, words.most];
  return {
    name: words.formula,
    rows: [
      [words.formula],
      [words.inForce(formula.fromOn === null ? null : dayText(formula.fromOn)[lang])],
      [],
      header,
      ...formula.parts.map(({ title, measure, classTitles, weight, most }): CellValue[] => [
        title[lang],
        words[measure],
        listed(
          classTitles.map((one) => one[lang]),
          lang,
        ),
        ...[weight, most],
      ]),
      [],
      ...(['province', 'city'] as const).map((level): CellValue[] => [
        ...[words.levels[level], words.kinds.criticised, null],
        -(level === 'province' ? formula.external.provinceCriticised : formula.external.cityCriticised) || 0,
      ]),
      ...(['province', 'city'] as const).map((level): CellValue[] => [
        ...[words.levels[level], words.kinds.praised, null],
        level === 'province' ? formula.external.provincePraised : formula.external.cityPraised,
      ]),
      [words.levels.city, words.kinds.rank, null, -formula.external.lastInCity || 0],
      [words.target, null, null, formula.target],
      [words.towns, cut.towns.said[lang]],
      [words.villages, cut.villages.said[lang]],
    ],
    columns: [30, 14, 40, 16, 12].map((width, n): ColumnDef => ({ width, numFmt: n < 3 ? '@' : '0.00' })),
    cells: new Map<string, Partial<Cell>>([
      ['0,0', bold(words.formula, 14)],
      ...header.map((word, n) => [`3,${n}`, bold(word, 11)] as const),
    ]),
  };
}

function externalSheet({ externals }: ScoresAnswer, lang: Language): WriteSheet {
  const words = rankingWords[lang];
  const header = [
    words.place,
    words.level,
    words.kind,
    words.said,
    words.on,
    words.source,
    words.document,
    words.note,
    words.points,
  ];
  return {
    name: words.external,
    rows: [
      header,
      ...externals.map(
        ({ name, town, level, kind, rank, of, occurredOn, source, document, note, points }): CellValue[] => [
          ...[
            `${town ?? ''}${town !== null && lang === 'en' ? ' ' : ''}${name}`,
            words.levels[level],
            words.kinds[kind],
          ],
          ...[rank !== null && of !== null ? words.ranked(rank, of) : null, new Date(`${occurredOn}T00:00:00Z`)],
          ...[source, document, note, points],
        ],
      ),
    ],
    columns: [20, 8, 12, 16, 12, 24, 20, 30, 8].map(
      (width, n): ColumnDef => ({
        width,
        numFmt: n === 4 ? 'yyyy-mm-dd' : n === 8 ? '0.00' : '@',
      }),
    ),
    cells: new Map(header.map((word, n) => [`0,${n}`, bold(word, 11)] as const)),
    freezePane: { rows: 1 },
  };
}

const bold = (value: string, size: number): Partial<Cell> => ({
  value,
  type: 'string',
  style: { font: { bold: true, size }, numFmt: '@' },
});

/** The letters of a column, from 0. */
function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

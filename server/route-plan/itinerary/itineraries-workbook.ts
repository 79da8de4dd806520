import type { Cell } from 'hucre';
import { fill, type Language } from '../../words/fill.ts';
import { writeWorkbook } from '../../words/workbook/write-workbook.ts';
import { clockText, wholeMinutes } from '../rules.ts';
import type { ItinerariesAnswer, Itinerary, ItineraryStop } from './answer.ts';
import { itineraryWords } from './itinerary.message.ts';

const widths = [6, 12, 16, 8, 8, 10, 40, 50, 18, 12, 12, 20];
const asText = '@';

/** 出车单 — a workbook with one sheet a team and day, ready for printing; what was typed by people stays text. */
export async function itinerariesWorkbook(
  { itineraries, title, source }: ItinerariesAnswer,
  lang: Language,
): Promise<Uint8Array> {
  const words = itineraryWords[lang];
  return writeWorkbook(
    itineraries.map((itinerary) => {
      const heading = `${title} · ${fill(words.title, { team: itinerary.team, on: itinerary.on })}`;
      const rows = [
        [heading],
        [[...endsOf(itinerary, lang), words[source]].join(' · ')],
        words.columns,
        ...itinerary.stops.map((stop, at) => rowOf(stop, at, lang, brokenAt(itinerary, at, lang))),
        ...brokenAt(itinerary, -1, lang).map((text) => [null, null, text]),
      ];
      return {
        name: itinerary.team,
        tail: itinerary.on,
        rows,
        columns: widths.map((width, at) => ({ width, numFmt: numbers.get(at) ?? asText })),
        cells: new Map<string, Partial<Cell>>([
          ['0,0', bold(heading, 14)],
          ...words.columns.map((word, at) => [`2,${at}`, bold(word, 11)] as const),
        ]),
        merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 })),
        freezePane: { rows: 3 },
        pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      };
    }),
  );
}

const numbers = new Map([
  [0, '0'],
  [5, '0'],
  [9, '0.00000'],
  [10, '0.00000'],
]);

/** Where and when a day begins and ends, and its rest. */
export function endsOf({ start, end, leave, back, rest }: Itinerary, lang: Language): string[] {
  const words = itineraryWords[lang];
  return [
    fill(words.start, { place: start.name, at: clockText(leave / 60) }),
    fill(words.end, { place: end.name, at: clockText(back / 60) }),
    ...(rest ? [fill(words.rest, { from: clockText(rest.begin / 60), until: clockText(rest.end / 60) })] : []),
  ];
}

/** What does not hold at a stop; −1: at the end of the day. */
function brokenAt({ violations }: Itinerary, at: number, lang: Language): string[] {
  const words = itineraryWords[lang].broken;
  return violations.flatMap((one) =>
    one.at === at ? [fill(words[one.is], { minutes: 'bySec' in one ? Math.ceil(one.bySec / 60) : 0 })] : [],
  );
}

function rowOf(stop: ItineraryStop, at: number, lang: Language, broken: string[]): (string | number | null)[] {
  const { town, name, arrive, leave, driveSec, parts, look, telephone } = stop;
  const all = (texts: string[]) => texts.filter((text) => text !== '').join(lang === 'zh' ? '；' : '; ');
  return [
    ...[at + 1, town, name, clockText(arrive / 60), clockText(leave / 60), wholeMinutes(driveSec)],
    ...[all(parts.map((text) => text[lang])), all(look.map((text) => text[lang])), telephone],
    ...[stop.at[0], stop.at[1], all([...broken, outcomeText(stop, lang)])],
  ];
}

/** What became of a stop in words; empty while nothing did. */
export function outcomeText({ outcome }: ItineraryStop, lang: Language): string {
  if (outcome === null) return '';
  return outcome.done
    ? itineraryWords[lang].done
    : fill(itineraryWords[lang].notDone, { reason: outcome.reason ?? '' });
}

const bold = (value: string, size: number): Partial<Cell> => ({
  value,
  type: 'string',
  style: { font: { bold: true, size }, numFmt: asText },
});

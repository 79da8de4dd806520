import { type ColumnTitle, columnTitles } from '../layer/column-titles.message.ts';
import { noteOf } from '../meeting/rules.ts';
import { fill, type Language } from '../words/fill.ts';
import { dayText } from '../words/phrase.message.ts';
import { decisionsOf } from './decisions.ts';
import type { MeetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';
import { dayLine } from './part/day-line.ts';
import { bodyLine, headingLine, officialDocument, officialTable, signature, titleLine } from './part/official.ts';

const columns: ColumnTitle[] = ['number', 'item', 'decision', 'task', 'unit', 'person', 'dueOn'];
const shares = { zh: [7, 20, 9, 28, 16, 11, 15], en: [6, 18, 13, 27, 15, 11, 13] };

/** 会议纪要 — each decision with its item, unit, person and limit, and what was said; text throughout, to be edited on. */
export async function minutesDocx(paper: MeetingPaper, id: string, lang: Language): Promise<Uint8Array> {
  const words = paperWords[lang];
  const { body, county, on, campaign, by, at } = paper;
  const decisions = decisionsOf(paper, id, lang);
  const title = `${county}${lang === 'zh' ? '' : ' '}${body.title}${lang === 'zh' ? '' : ' '}${words.minutes}`;
  const notes = body.items.filter((item) => noteOf(body, item.id) !== '');
  const colon = lang === 'zh' ? '：' : ': ';
  const rows = decisions.map((one, n) => [
    ...[String(n + 1), one.item, one.kind, one.title, one.unit, one.person, dayText(one.dueOn)[lang]],
  ]);
  return officialDocument(
    [
      titleLine(title),
      bodyLine(fill(words.heldOn, { day: dayText(body.heldOn)[lang] })),
      bodyLine(dayLine({ on, campaign }, lang)),
      headingLine(fill(words.first, { title: words.decisions })),
      ...(rows.length === 0
        ? [bodyLine(words.none)]
        : [
            officialTable(
              columns.map((of) => columnTitles[of][lang]),
              rows,
              shares[lang],
            ),
          ]),
      ...(notes.length === 0 ? [] : [headingLine(fill(words.second, { title: words.notes }))]),
      ...notes.map((item) =>
        bodyLine(`${body.items.indexOf(item) + 1}. ${item.title}${colon}${noteOf(body, item.id)}`),
      ),
      headingLine(fill(notes.length === 0 ? words.second : words.third, { title: words.agenda })),
      ...body.items.map((item, n) => bodyLine(`${n + 1}. ${item.title}`, { keepNext: n === body.items.length - 1 })),
      ...signature([dayText(body.heldOn)[lang]]),
    ],
    { title, by, mark: `${words.internal} · ${fill(words.by, { who: by, at })}` },
  );
}

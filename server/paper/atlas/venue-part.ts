import type { DossierAnswer } from '../../dossier/answer.ts';
import { fill, type Language } from '../../words/fill.ts';
import { dayText } from '../../words/phrase.message.ts';
import type { Marks } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { type Box, setText } from '../part/set-text.ts';
import { atlasWords } from './atlas.message.ts';
import { drawSchedule } from './schedule.ts';

type Venue = NonNullable<DossierAnswer['venue']>;
const columns = 4;
const rowHeight = 14;
const groupWidth = 58;
const size = 9;
const inWan = (fen: number | null) => (fen === null ? null : (fen / 1_000_000).toFixed(2));
const inYuan = (fen: number | null) =>
  fen === null ? null : (fen / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 });

/** The venue: its checklist with marks, its schedule, acceptance and subsidy. Answers the y below. */
export function drawVenue(doc: Pdf, { venue, on }: DossierAnswer, box: Box, { lang, ink }: Marks): number {
  const words = atlasWords[lang];
  const title = { size: 10.5, weight: 'bold' } as const;
  if (!venue) {
    const y = setText(doc, words.checklist.split(' ')[0] ?? '', box, title);
    return setText(doc, words.silent, { ...box, y }, { size });
  }
  const has = venue.items.filter((item) => item.has === true).length;
  let y = setText(doc, fill(words.checklist, { has, of: venue.items.length }), { ...box, width: box.width / 2 }, title);
  const key = `${words.has}   ${words.lacks}   ${words.unreported}`;
  setText(doc, key, { ...box, x: box.x + box.width / 2, width: box.width / 2 }, { size: 8.5, align: 'right' });
  y = checklist(doc, venue, { ...box, y: y + 2 }, lang);
  y = setText(doc, words.schedule, { ...box, y: y + 6 }, title);
  y = drawSchedule(doc, venue.milestones, { box: { ...box, y: y + 1 }, on, lang, ink });
  const day = (of: string | null) => (of === null ? words.nothing : dayText(of)[lang]);
  const facts = [
    fill(words.stage, { stage: venue.stageTitle[lang] }),
    fill(words.accepted, {
      organisation: day(venue.organisationAcceptedOn),
      finance: day(venue.financeAcceptedOn),
    }),
    fill(words.subsidy, {
      sum: inWan(venue.subsidyFen) ?? words.nothing,
      paid: inWan(venue.subsidyPaidFen) ?? words.nothing,
      sumYuan: inYuan(venue.subsidyFen) ?? words.nothing,
      paidYuan: inYuan(venue.subsidyPaidFen) ?? words.nothing,
    }),
  ];
  return setText(doc, facts.join('    '), { ...box, y: y + 2 }, { size });
}

/** Each item with √ has it, × lacks it, — not reported, in its group. */
function checklist(doc: Pdf, { items }: Venue, box: Box, lang: Language): number {
  const words = atlasWords[lang];
  const groups = Map.groupBy(items, ({ group }) => group as keyof typeof words.groups);
  const wide = (box.width - groupWidth) / columns;
  let { y } = box;
  for (const [group, own] of groups) {
    const line = { height: rowHeight - 1 };
    setText(
      doc,
      words.groups[group] ?? group,
      { x: box.x, y, width: groupWidth - 4, ...line },
      { size, weight: 'bold', least: 5 },
    );
    for (const [at, { title, has }] of own.entries()) {
      const x = box.x + groupWidth + (at % columns) * wide;
      const top = y + Math.floor(at / columns) * rowHeight;
      const mark = has === null ? '—' : has ? '√' : '×';
      setText(doc, mark, { x, y: top, width: 10, ...line }, { size, weight: 'bold' });
      const width = wide - 16;
      setText(
        doc,
        title[lang],
        { x: x + 12, y: top, width, ...line },
        { size, least: 4, weight: has === false ? 'bold' : 'text' },
      );
    }
    y += Math.ceil(own.length / columns) * rowHeight + 3;
    doc
      .moveTo(box.x, y - 2)
      .lineTo(box.x + box.width, y - 2)
      .lineWidth(0.3)
      .stroke('#c9cdbf');
  }
  return y;
}

import { fill } from '../../words/fill.ts';
import { classesOf, drawCountyMap } from '../part/county-map.ts';
import { bandHeight, beginPage, footHeight, type Marks, margin } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { countsOf, drawLegend, legendHeight } from '../part/legend.ts';
import { setText } from '../part/set-text.ts';
import { atlasWords } from './atlas.message.ts';
import type { Atlas, AtlasPlace } from './gather.ts';

const columns = 4;
const gap = 14;
const rowHeight = 14.2;
const perColumn = 52;

/** The name of the place in the document a page of a place can be gone to by. */
export const pageName = ({ code }: AtlasPlace): string => `place-${code}`;

/** The cover: the county by the atlas's layer, its legend with counts, how many places are inside. */
export function coverPage(doc: Pdf, { name: _name, places, picture, shown }: Atlas, marks: Marks): void {
  const { lang, ink, title } = marks;
  beginPage(doc, title, marks);
  const { width, height } = doc.page;
  const wide = width - 2 * margin;
  const count = (kind: AtlasPlace['kind']) => places.filter((place) => place.kind === kind).length;
  const towns = new Set(places.map(({ townFid }) => townFid)).size;
  const inside = fill(atlasWords[lang].inside, { towns, villages: count('village') });
  let y = setText(
    doc,
    title,
    { x: margin, y: 84, width: wide, height: 84 },
    { size: 30, least: 14, weight: 'bold', align: 'center' },
  );
  y = setText(doc, inside, { x: margin, y: y + 4, width: wide }, { size: 12, align: 'center' });
  if (!picture || !shown) return;
  const { layer, values } = shown;
  const legend = height - footHeight - 30 - legendHeight(layer.classes.length, 3);
  drawCountyMap(doc, picture, {
    classes: classesOf(picture, layer, values),
    box: { x: margin, y: y + 16, width: wide, height: legend - y - 50 },
    ink,
    townNames: true,
    ...(ink === 'grey' ? { letters: lang } : {}),
  });
  setText(doc, layer.title[lang], { x: margin, y: legend - 18, width: wide }, { size: 11, weight: 'bold' });
  drawLegend(
    doc,
    { classes: layer.classes, counts: countsOf(values, layer.classes) },
    { box: { x: margin, y: legend, width: wide }, columns: 3, lang, ink },
  );
}

/** How many pages the contents of so many places take. */
export const contentsPages = (entries: number): number => Math.ceil(entries / (columns * perColumn));

/** Fills one page of contents: each place with the number of its page, a link to it; towns stand out. */
export function contentsPage(doc: Pdf, entries: { place: AtlasPlace; page: number }[]): void {
  const wide = (doc.page.width - 2 * margin - (columns - 1) * gap) / columns;
  for (const [at, { place, page }] of entries.entries()) {
    const x = margin + Math.floor(at / perColumn) * (wide + gap);
    const y = bandHeight + 12 + (at % perColumn) * rowHeight;
    const town = place.kind === 'town';
    const indent = town ? 0 : 8;
    const line = { y, height: rowHeight - 1.5 };
    const weight = town ? 'bold' : 'text';
    setText(doc, place.name, { ...line, x: x + indent, width: wide - indent - 24 }, { size: 8.5, least: 4, weight });
    setText(doc, String(page), { ...line, x: x + wide - 22, width: 22 }, { size: 8.5, align: 'right', weight });
    doc.goTo(x, y, wide, rowHeight, pageName(place));
  }
}

/** The entries of each page of contents. */
export function contentsOf<Entry>(entries: Entry[]): Entry[][] {
  const each = columns * perColumn;
  return Array.from({ length: contentsPages(entries.length) }, (_, at) => entries.slice(at * each, (at + 1) * each));
}

import type { Language } from '../../words/fill.ts';
import { trace } from '../part/county-map.ts';
import type { Pdf } from '../part/fonts.ts';
import { fillClass, type Ink, partInk } from '../part/ink.ts';
import { drawNames } from './draw-names.ts';
import { type Frame, type Placing, placingIn } from './placing.ts';
import type { SheetFigures } from './sheet-figures.ts';

/** What a map is drawn into and how. */
export interface MapGiven {
  box: Frame;
  ink: Ink;
  lang: Language;
}

/** Lines of the map: width in units of the page, colour by ink; `dash`: how long strokes are where colour does not tell lines apart. */
const mapLines = {
  village: { width: 0.35, colour: '#ffffff', grey: '#6f746f' },
  river: { width: 0.8, colour: '#4f8fc0', grey: '#7a7a7a' },
  road: { width: 0.6, colour: '#a0673a', grey: '#404040', dash: 2.4 },
  town: { width: 0.9, colour: partInk('border', 'colour'), grey: partInk('border', 'grey') },
  county: { width: 1.8, colour: partInk('border', 'colour'), grey: partInk('border', 'grey') },
};
export type MapLine = keyof typeof mapLines;

/** Strokes the path begun as a line of the map; `scale` is how many units of the page one of the path is. */
export function strokeLine(doc: Pdf, kind: MapLine, ink: Ink, scale = 1): void {
  const { width, dash, ...colours } = { dash: 0, ...mapLines[kind] };
  const dashed = dash > 0 && ink === 'grey';
  if (dashed) doc.dash(dash / scale, { space: dash / scale / 2 });
  doc.lineWidth(width / scale).stroke(colours[ink]);
  if (dashed) doc.undash();
}

/** Roads up to this rank are drawn: national, provincial, county. */
const lowestRank = 3;

/** 专题图 — draws the places of a view in a box: fills with hatches, rivers and roads, borders, names; answers how the map's units fall onto the page. */
export function drawSheetMap(doc: Pdf, figures: SheetFigures, given: MapGiven): Placing {
  const { drawn: plain, classes, faded, town, outlined, ground } = figures;
  const { box, ink } = given;
  const placing = placingIn(
    plain,
    town ? plain.villages.filter(({ fid, d }) => d !== '' && classes.has(fid)) : null,
    box,
  );
  const { scale, left, top } = placing;
  const stroke = (d: string, width: number, colour: string) => {
    if (d !== '')
      trace(doc, d)
        .lineWidth(width / scale)
        .stroke(colour);
  };
  const line = (d: string, of: MapLine) => {
    if (d !== '') strokeLine(trace(doc, d), of, ink, scale);
  };
  doc.save();
  doc.rect(box.x, box.y, box.width, box.height).clip();
  doc.translate(left, top).scale(scale);
  doc.lineJoin('round');
  for (const { fid, d } of plain.villages.filter((shape) => shape.d !== '')) {
    const look = classes.get(fid);
    if (look && !faded.has(look.id)) fillClass(doc, look, ink, () => void trace(doc, d));
    else trace(doc, d).fill('#ffffff', 'even-odd');
    // Beside a neighbour that is white itself, a white border would not be seen.
    if (look && !faded.has(look.id)) line(d, 'village');
    else stroke(d, mapLines.village.width, '#b4b8b0');
  }
  for (const { d } of ground?.rivers ?? []) line(d, 'river');
  for (const { d, rank } of ground?.roads ?? []) if (rank <= lowestRank) line(d, 'road');
  for (const { level, d } of plain.borders) if (level < 3) line(d, level === 1 ? 'county' : 'town');
  const marked = plain.villages.find(({ fid }) => fid === outlined)?.d ?? '';
  stroke(marked, 4, '#ffffff');
  stroke(marked, 2.2, '#101828');
  doc.restore();
  drawNames(doc, figures, given, placing);
  return placing;
}

import { labelOf } from '../part/county-map.ts';
import type { Pdf } from '../part/fonts.ts';
import { lineOf } from '../part/lines.ts';
import { setText } from '../part/set-text.ts';
import type { MapGiven } from './draw-map.ts';
import { placeLabels, type Wanted } from './labels.ts';
import type { Placing } from './placing.ts';
import type { SheetFigures } from './sheet-figures.ts';

interface Name {
  text: string;
  size: number;
  bold: boolean;
  /** Letter of the class, in a ring before the name; empty for none. */
  letter: string;
}

/** Sizes of names in units of the page. */
const sizes = { town: 9.5, village: 5.2, largest: 7.5 };
/** Width of the ring with a letter, in sizes of the name. */
const ringWidth = 1.35;

/** Names of towns, then of villages, the roomiest first; in black and white each village with the letter of its class, where need be the letter alone. */
export function drawNames(doc: Pdf, figures: SheetFigures, given: MapGiven, placing: Placing): void {
  const names = [...townNames(doc, figures, given, placing), ...villageNames(doc, figures, given, placing)];
  for (const { kind, box } of placeLabels(names, given.box)) {
    const { text, size, bold, letter } = kind;
    doc.save();
    doc.fillOpacity(bold || given.ink === 'grey' ? 0.82 : 0.6);
    doc.roundedRect(box.x, box.y, box.width, box.height, size * 0.25).fill('#ffffff');
    doc.restore();
    const ring = letter === '' ? 0 : size * ringWidth;
    const middle = box.y + box.height / 2;
    const style = { size, weight: bold ? ('bold' as const) : ('text' as const), leading: 1, colour: '#101510' };
    if (letter !== '') {
      const centre = box.x + ring / 2;
      doc
        .circle(centre, middle, size * 0.6)
        .lineWidth(0.3)
        .fillAndStroke('#ffffff', '#000000');
      const small = { ...style, size: size * 0.85, align: 'center' as const };
      setText(doc, letter, { x: centre - size, y: middle - size * 0.49, width: 2 * size }, small);
    }
    if (text === '') continue;
    const at = { x: box.x + ring, y: middle - size * 0.58, width: box.width - ring + 0.5 };
    setText(doc, text, at, { ...style, align: 'center' });
  }
}

function wanted(doc: Pdf, kind: Name, at: Wanted<Name>['at']): Wanted<Name> {
  const { text, size, bold, letter } = kind;
  const wide = text === '' ? 0 : lineOf(doc, text, bold ? 'bold' : 'text', size).width + size * 0.3;
  return { kind, width: wide + (letter === '' ? 0 : size * ringWidth), height: size * 1.2, at };
}

function townNames(
  doc: Pdf,
  { picture, towns, layer, classes, villages }: SheetFigures,
  given: MapGiven,
  placing: Placing,
) {
  const { scale, left, top } = placing;
  const shapes = new Map(picture.plain.towns.map((shape) => [shape.fid, shape]));
  return towns.flatMap(({ fid, id, name }): Wanted<Name>[][] => {
    const shape = shapes.get(fid);
    if (!shape || shape.d === '') return [];
    const own = villages.find(({ parentId }) => parentId === id);
    const letter =
      layer.level === 'town' && given.ink === 'grey' ? (classes.get(own?.fid ?? -1)?.letter[given.lang] ?? '') : '';
    const { x, y } = labelOf(shape);
    const [middle, height] = [left + x * scale, top + y * scale];
    const kind = { text: name, size: sizes.town, bold: true, letter };
    const off = [0, 1, -1, 2, -2, 3, -3].map((step) => step * sizes.town * 1.1);
    return [
      [
        wanted(
          doc,
          kind,
          off.flatMap((dx) => off.map((dy) => [middle + 1.5 * dx, height + dy] as const)),
        ),
      ],
    ];
  });
}

function villageNames(doc: Pdf, figures: SheetFigures, { ink, lang }: MapGiven, { scale, left, top }: Placing) {
  const { picture, villages, classes, faded, layer } = figures;
  const shapes = new Map(picture.plain.villages.map((shape) => [shape.fid, shape]));
  return villages
    .flatMap(({ fid, name }) => {
      const shape = shapes.get(fid);
      return shape && shape.d !== '' ? [{ fid, name, label: labelOf(shape) }] : [];
    })
    .sort((a, b) => b.label.radius - a.label.radius)
    .map(({ fid, name, label: { x, y, radius } }): Wanted<Name>[] => {
      const look = classes.get(fid);
      const tells = ink === 'grey' && layer.level === 'village' && look && !faded.has(look.id);
      const letter = tells ? look.letter[lang] : '';
      const [middle, height, room] = [left + x * scale, top + y * scale, radius * scale];
      const size = Math.min(sizes.largest, Math.max(sizes.village, room * 0.24));
      const off = [0, 1, -1, 2, -2].map((step) => [middle, height + (step * room) / 4] as const);
      const whole = wanted(doc, { text: name, size, bold: false, letter }, off);
      // A name much wider than its village would stand on the neighbours.
      const ways = whole.width <= 2.6 * room + size ? [whole] : [];
      return letter === '' ? ways : [...ways, wanted(doc, { text: '', size, bold: false, letter }, off)];
    });
}

import polylabel from 'polylabel';
import type { LayerAnswer, ValuesAnswer } from '../../layer/answer.ts';
import type { LayerClass } from '../../layer/layer.ts';
import type { CountyPicture } from '../county-picture.ts';
import type { Pdf } from './fonts.ts';
import { fillClass, type Ink, partInk } from './ink.ts';
import { type Box, setText } from './set-text.ts';

type Shape = CountyPicture['plain']['villages'][number];

/** The class of every village (fid) in a layer's column; of a layer of towns the class of its town. */
export function classesOf(
  { towns }: CountyPicture,
  layer: Pick<LayerAnswer, 'level' | 'classes'>,
  values: Pick<ValuesAnswer, 'classes'>,
): Map<number, LayerClass> {
  const ascending = (list: Iterable<number>) => [...new Set(list)].sort((a, b) => a - b);
  const order = layer.level === 'town' ? ascending(towns.values()) : ascending(towns.keys());
  const classOf = new Map(
    order.flatMap((fid, at) => {
      const found = layer.classes[Number.parseInt(values.classes[at] ?? '', 36)];
      return found ? [[fid, found] as const] : [];
    }),
  );
  return new Map(
    [...towns].flatMap(([fid, town]) => {
      const found = classOf.get(layer.level === 'town' ? town : fid);
      return found ? [[fid, found] as const] : [];
    }),
  );
}

/** What is drawn of the county and how; `only` the villages to show (the map then fills its box with them), `letters` in their language. */
export interface MapGiven {
  classes: Map<number, LayerClass>;
  box: Box & { height: number };
  ink: Ink;
  outlined?: number | null;
  only?: Set<number>;
  letters?: 'zh' | 'en';
}

/** Draws the county as areas and lines: colour and hatch of each class, borders of towns and county, one place outlined, letters where asked and where they fit. */
export function drawCountyMap(doc: Pdf, picture: CountyPicture, given: MapGiven): void {
  const { plain } = picture;
  const { box, ink, only } = given;
  const shown = plain.villages.filter(({ fid, d }) => d !== '' && (!only || only.has(fid)));
  const [west, north, east, south] = frameOf(picture, only ? shown : null);
  const scale = Math.min(box.width / (east - west), box.height / (south - north));
  const left = box.x + (box.width - (east - west) * scale) / 2 - west * scale;
  const top = box.y + (box.height - (south - north) * scale) / 2 - north * scale;
  doc.save();
  doc.rect(box.x, box.y, box.width, box.height).clip();
  doc.translate(left, top).scale(scale);
  for (const { fid, d } of shown) {
    const look = given.classes.get(fid);
    if (look) fillClass(doc, look, ink, () => void doc.path(d));
    doc
      .path(d)
      .lineWidth(0.4 / scale)
      .stroke(ink === 'grey' ? '#777777' : '#ffffff');
  }
  for (const { level, d } of plain.borders)
    if (level < 3)
      doc
        .path(d)
        .lineWidth((level === 1 ? 1.6 : 0.8) / scale)
        .stroke(partInk('border', ink));
  const marked = shown.find(({ fid }) => fid === given.outlined);
  for (const [width, colour] of marked
    ? ([
        [4, '#ffffff'],
        [2.2, '#101828'],
      ] as const)
    : [])
    doc
      .path(marked?.d ?? '')
      .lineWidth(width / scale)
      .stroke(colour);
  doc.restore();
  if (given.letters) drawLetters(doc, shown, given, { scale, left, top });
}

/** The smallest letter that is still read, in points. */
const leastLetter = 4;

function drawLetters(
  doc: Pdf,
  shown: Shape[],
  { classes, letters = 'zh' }: MapGiven,
  { scale, left, top }: { scale: number; left: number; top: number },
): void {
  for (const shape of shown) {
    const letter = classes.get(shape.fid)?.letter[letters] ?? '';
    const { x, y, radius } = labelOf(shape);
    const size = Math.min(8, radius * scale * 1.1);
    if (letter === '' || size < leastLetter) continue;
    const [middle, height] = [left + x * scale, top + y * scale];
    doc.circle(middle, height, size * 0.68).fill('#ffffff');
    setText(
      doc,
      letter,
      { x: middle - size, y: height - size * 0.58, width: 2 * size },
      { size, align: 'center', leading: 1 },
    );
  }
}

const labels = new WeakMap<Shape, { x: number; y: number; radius: number }>();

/** A point well inside a shape and how far its border is, in the picture's units. */
export function labelOf(shape: Shape): { x: number; y: number; radius: number } {
  const known = labels.get(shape);
  if (known) return known;
  const rings = ringsOf(shape.d);
  const widest = rings.toSorted((a, b) => spread(b) - spread(a))[0] ?? [];
  const found = widest.length < 3 ? null : polylabel([widest], 2);
  const label = {
    x: found?.[0] ?? 0,
    y: found?.[1] ?? 0,
    radius: (found as { distance?: number } | null)?.distance ?? 0,
  };
  labels.set(shape, label);
  return label;
}

const spread = (ring: [number, number][]) => {
  const [west, north, east, south] = around(ring);
  return (east - west) * (south - north);
};

/** West, north, east, south of what is shown, with a little air. */
function frameOf({ plain }: CountyPicture, shown: Shape[] | null): [number, number, number, number] {
  if (!shown || shown.length === 0) return [0, 0, plain.width, plain.height];
  const [west, north, east, south] = around(shown.flatMap(({ d }) => ringsOf(d).flat()));
  const air = 0.06 * Math.max(east - west, south - north, 1);
  return [west - air, north - air, east + air, south + air];
}

function around(points: [number, number][]): [number, number, number, number] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return [west, north, east, south];
}

/** The rings of path data as `pathOf` of the plain map writes it: one absolute move, then relative steps. */
function ringsOf(d: string): [number, number][][] {
  return d
    .split('M')
    .filter((part) => part !== '')
    .map((part) => {
      const numbers = part.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
      const ring: [number, number][] = [];
      let [x, y] = [0, 0];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        x += numbers[at] ?? 0;
        y += numbers[at + 1] ?? 0;
        ring.push([x, y]);
      }
      return ring;
    });
}

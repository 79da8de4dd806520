import polylabel from 'polylabel';
import type { LayerAnswer, ValuesAnswer } from '../../layer/answer.ts';
import type { LayerClass } from '../../layer/layer.ts';
import type { CountyPicture } from '../county-picture.ts';
import type { Pdf } from './fonts.ts';
import { fillClass, type Ink, partInk } from './ink.ts';
import { lineOf } from './lines.ts';
import { type Box, setText } from './set-text.ts';
import { drawTownNames, placeTownNames, type TownName } from './town-names.ts';

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

/** What is drawn of the county and how; `only` the villages to show (the map then fills its box with them), `letters` in their language, `names` by fid below them. */
export interface MapGiven {
  classes: Map<number, LayerClass>;
  box: Box & { height: number };
  ink: Ink;
  outlined?: number | null;
  only?: Set<number>;
  letters?: 'zh' | 'en';
  names?: Map<number, string>;
  /** Whether towns are named on a map of the whole county. */
  townNames?: true;
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
    if (look) fillClass(doc, look, ink, () => void trace(doc, d));
    trace(doc, d)
      .lineWidth(0.4 / scale)
      .stroke(ink === 'grey' ? '#777777' : '#ffffff');
  }
  for (const { width, d } of borders(picture, only))
    trace(doc, d)
      .lineWidth(width / scale)
      .stroke(partInk('border', ink));
  const marked = shown.find(({ fid }) => fid === given.outlined);
  for (const [width, colour] of marked
    ? ([
        [4, '#ffffff'],
        [2.2, '#000000'],
      ] as const)
    : [])
    trace(doc, marked?.d ?? '')
      .lineWidth(width / scale)
      .stroke(colour);
  doc.restore();
  const towns = given.townNames ? placeTownNames(doc, picture, box, { scale, left, top }) : [];
  if (given.letters) drawLetters(doc, shown, given, { scale, left, top, towns });
  drawTownNames(doc, towns);
}

/** The borders drawn over the villages: of county and towns, or of the towns alone that are shown. */
function borders({ plain, towns }: CountyPicture, only: Set<number> | undefined): { width: number; d: string }[] {
  if (!only)
    return plain.borders
      .filter(({ level }) => level < 3)
      .map(({ level, d }) => ({ width: level === 1 ? 1.6 : 0.8, d }));
  const shown = new Set([...only].map((village) => towns.get(village)));
  return plain.towns.filter(({ fid }) => shown.has(fid)).map(({ d }) => ({ width: 1.2, d }));
}

const traced = new Map<string, string>();

/** Makes a path of the picture the current one; its operators are put together once, for a page has thousands of them. */
export function trace(doc: Pdf, d: string): Pdf {
  const known = traced.get(d) ?? operators(d);
  traced.set(d, known);
  return doc.addContent(known);
}

const operators = (d: string): string =>
  ringsOf(d)
    .map((ring) => ring.map(([x, y], at) => `${round(x)} ${round(y)} ${at === 0 ? 'm' : 'l'}`).join(' '))
    .join(d.includes('z') ? ' h ' : ' ')
    .concat(d.includes('z') ? ' h' : '');
const round = (value: number) => Math.round(value * 10) / 10;

/** The smallest letter that is still read, in points. */
const leastLetter = 4;
const nameSize = 5.5;

function drawLetters(
  doc: Pdf,
  shown: Shape[],
  { classes, letters = 'zh', names }: MapGiven,
  { scale, left, top, towns }: { scale: number; left: number; top: number; towns: readonly TownName[] },
): void {
  for (const shape of shown) {
    const letter = classes.get(shape.fid)?.letter[letters] ?? '';
    const { x, y, radius } = labelOf(shape);
    const [middle, height, room] = [left + x * scale, top + y * scale, radius * scale];
    const size = Math.min(8, room * 1.1);
    if (letter === '' || size < leastLetter) continue;
    if (towns.some(({ box }) => isNear(box, middle, height, size * 0.7))) continue;
    doc.circle(middle, height, size * 0.68).fill('#ffffff');
    const box = { x: middle - size, y: height - size * 0.58, width: 2 * size };
    setText(doc, letter, box, { size, align: 'center', leading: 1 });
    const name = names?.get(shape.fid) ?? '';
    // A name stands below its letter where the village is wide enough for it.
    const line = lineOf(doc, name, 'text', nameSize);
    if (name === '' || line.width > room * 3.2 || room < size * 0.7 + nameSize) continue;
    const below = { x: middle - line.width / 2, y: height + size * 0.75, width: line.width + 0.1 };
    doc.rect(below.x - 1, below.y, line.width + 2, nameSize * 1.15).fill('#ffffff');
    setText(doc, name, below, { size: nameSize, leading: 1 });
  }
}

/** Whether a ring of this radius would touch a box. */
const isNear = (box: Box & { height: number }, x: number, y: number, radius: number) =>
  x > box.x - radius && x < box.x + box.width + radius && y > box.y - radius && y < box.y + box.height + radius;

const labels = new WeakMap<Shape, { x: number; y: number; radius: number }>();

/** A point well inside the widest part of a shape, outside of its holes, and how far its border is, in the picture's units. */
export function labelOf(shape: Shape): { x: number; y: number; radius: number } {
  const known = labels.get(shape);
  if (known) return known;
  const [widest = [], ...others] = ringsOf(shape.d).toSorted((a, b) => spread(b) - spread(a));
  // By even and odd over all rings a hole is outside and an island in it inside, whichever ring is which.
  const found = widest.length < 3 ? null : polylabel([widest, ...others], 2);
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
export function ringsOf(d: string): [number, number][][] {
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

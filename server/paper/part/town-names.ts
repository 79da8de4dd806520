import type { CountyPicture } from '../county-picture.ts';
import { placeLabels } from '../sheet/labels.ts';
import type { Frame, Placing } from '../sheet/placing.ts';
import { labelOf } from './county-map.ts';
import type { Pdf } from './fonts.ts';
import { lineOf } from './lines.ts';
import { setText } from './set-text.ts';

const size = 7.5;

/** A town's name and where it stands on the page. */
export interface TownName {
  kind: string;
  box: Frame;
}

/** 镇名 — where the names of the towns stand on a map of the whole county; one without room is left out. */
export function placeTownNames(
  doc: Pdf,
  { plain, names }: CountyPicture,
  frame: Frame,
  { scale, left, top }: Placing,
): TownName[] {
  const off = [0, 1, -1, 2, -2].map((step) => step * size * 1.2);
  const wanted = plain.towns.flatMap((shape) => {
    const name = names.get(shape.fid) ?? '';
    if (name === '' || shape.d === '') return [];
    const { x, y } = labelOf(shape);
    const at = off.flatMap((dy) => off.map((dx) => [left + x * scale + dx, top + y * scale + dy] as const));
    return [[{ kind: name, width: lineOf(doc, name, 'bold', size).width + 3, height: size * 1.25, at }]];
  });
  return placeLabels(wanted, frame);
}

/** Writes them over the map, readable on any colour. */
export function drawTownNames(doc: Pdf, placed: readonly TownName[]): void {
  for (const { kind, box } of placed) {
    doc.roundedRect(box.x, box.y, box.width, box.height, 1.5).fill('#ffffff');
    const style = { size, leading: 1, weight: 'bold', align: 'center', colour: '#101510' } as const;
    setText(doc, kind, { x: box.x, y: box.y + size * 0.06, width: box.width + 0.1 }, style);
  }
}

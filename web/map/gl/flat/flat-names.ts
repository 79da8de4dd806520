import { isWhole, type LabelWish, placeLabels, textWidthPx } from '../../plain/place-labels.ts';
import type { MapProps } from '../../props.ts';
import { largestPx, type NameRow } from '../style/name-rows.ts';
import { valueAt } from '../style/steps.ts';

/** How far beyond the edges names still take room from others, pixels. */
const beyondPx = 100;
/** Where the letters stand, in heights of a letter below the middle of their line. */
const baseline = 0.39;
/** How far a name that steps aside stands from its point, in heights of a letter: over and under it, and to either side. */
const [stepOver, stepBeside] = [0.6 + (0.5 - 7 / 24), 0.5];

/** A name with its place on the screen: its middle and the height of its letters in pixels of the page. */
export interface PlacedName extends LabelWish {
  row: NameRow;
}

/** What decides which names there are and where they stand. */
export interface NamesView {
  zoom: number;
  size: { width: number; height: number };
  /** Where a point lies, pixels of the page from the upper left. */
  at: (point: [number, number]) => { x: number; y: number };
}

/** The names that find room: the selected place's before the towns', these before the villages', each level in official order. */
export function namesOn(
  { areas, selected, typePx, showVisits }: Pick<MapProps, 'areas' | 'selected' | 'typePx' | 'showVisits'>,
  rows: NameRow[],
  { zoom, size, at }: NamesView,
): PlacedName[] {
  const placesOf = ({ level }: NameRow) => {
    if (level === 2) return areas.towns;
    if (level === 3) return areas.villages;
    return [...areas.towns, ...areas.villages].filter(({ fid }) => fid === selected);
  };
  const wishes = rows.flatMap((row, above) => {
    if (zoom < row.minzoom) return [];
    // Room is kept for the letters of the next whole zoom, so that names stay while they grow towards it.
    const [letterPx, sizePx] = [valueAt(row.size, zoom), valueAt(row.size, Math.floor(zoom) + 1)];
    const lift = row.level === 3 && showVisits ? 1.3 * sizePx : 0;
    return placesOf(row).flatMap(({ fid, name: text, label }, order) => {
      if (!label) return [];
      const point = at(label);
      const wish = {
        fid,
        text,
        x: point.x,
        y: point.y - lift,
        sizePx,
        rank: order - above * 1e6,
        row,
        letterPx,
        point,
      };
      // Read from afar, a name stands whole or not at all, also at the largest it grows to.
      if (typePx !== undefined && row.level && !isWhole({ ...wish, ...point, sizePx: largestPx(row) }, size)) return [];
      const aside = row.stepsAside ? stepsOf(text, sizePx) : [];
      return [{ ...wish, gapPx: row.gapPx, always: row.level === null, aside }];
    });
  });
  const shifted = wishes.map((wish) => ({ ...wish, x: wish.x + beyondPx, y: wish.y + beyondPx }));
  const room = { width: size.width + 2 * beyondPx, height: size.height + 2 * beyondPx };
  return placeLabels(shifted, room).map(({ point, letterPx, ...name }) => {
    const share = letterPx / name.sizePx;
    const [x, y] = [point.x + (name.x - beyondPx - point.x) * share, point.y + (name.y - beyondPx - point.y) * share];
    return { ...name, x, y, sizePx: letterPx };
  });
}

/** Writes names, their letters in the row's order: what the first rows say lies lowest. The context counts in pixels of the page. */
export function writeNames(context: CanvasRenderingContext2D, names: PlacedName[], rows: NameRow[]): void {
  Object.assign(context, { textAlign: 'center', textBaseline: 'alphabetic', lineJoin: 'round', globalAlpha: 1 });
  for (const row of rows) {
    const own = names.filter((name) => name.row === row);
    for (const { text, x, y, sizePx } of own) {
      context.font = `${row.bold ? 700 : 400} ${sizePx}px ${row.font}, sans-serif`;
      context.lineWidth = 2 * row.haloPx;
      context.strokeStyle = row.halo;
      context.strokeText(text, x, y + baseline * sizePx);
      context.fillStyle = row.colour;
      context.fillText(text, x, y + baseline * sizePx);
    }
  }
}

/** Under its point, over it, right and left of it, as far as a name reaches. */
function stepsOf(text: string, sizePx: number): [number, number][] {
  const [over, beside] = [stepOver * sizePx, textWidthPx(text, sizePx) / 2 + stepBeside * sizePx];
  return [
    [0, over],
    [0, -over],
    [beside, 0],
    [-beside, 0],
  ];
}

import { mapInk } from '../../paint.ts';
import { worldOf } from '../../plain/projection.ts';
import type { MapProps } from '../../props.ts';
import { sameFocus, townInFocus } from '../../view.ts';
import { villageLabelZoom } from '../../village-label-zoom.ts';
import type { Archive } from '../archive.ts';
import { clipRectangle, type Screen, sameScreen, tilesOn, tileToScreen } from '../screen.ts';
import { type LineInk, lineRows, outlineRows } from '../style/line-rows.ts';
import { nameRows, type SeatRow, seatRows } from '../style/name-rows.ts';
import { valueAt } from '../style/steps.ts';
import type { Zooms } from '../style/style.ts';
import type { TilePart } from '../tile-cover.ts';
import { Tiles } from '../tiles.ts';
import { inMemory } from './flat-ground.ts';
import { namesOn, type PlacedName, writeNames } from './flat-names.ts';
import { TileLines } from './tile-lines.ts';

/** An archive and the zoom levels it has. */
export interface FlatSource {
  archive: Archive;
  zooms: Zooms;
}

type Props = Pick<MapProps, 'areas' | 'focus' | 'selected' | 'showVisits' | 'theme' | 'typePx'>;
const shownKeys = ['areas', 'selected', 'showVisits', 'theme', 'typePx'] as const;
type Context = CanvasRenderingContext2D;
/** What one drawing is made of. */
interface Drawing {
  context: Context;
  screen: Screen;
  zoom: number;
}
/** Strokes an edge that runs out is made of. */
const blurSteps = 3;

/**
 * Lines, seats and names on a 2D canvas over the coloured villages: the picture of the map from its first moment until MapLibre has
 * drawn the same, from the same rows.
 */
export class FlatLines {
  readonly canvas = document.createElement('canvas');
  private readonly tiles: Record<'county' | 'ground', { lines: Tiles<TileLines>; zooms: Zooms } | null>;
  private screen: { at: Screen; zoom: number } | null = null;
  private props: Props;
  private names: PlacedName[] = [];
  private begun = false;
  private stands = false;

  /** `arrived` is called when there is more to draw. */
  constructor(from: { county: FlatSource; ground: FlatSource | null }, props: Props, arrived: () => void) {
    this.props = props;
    const read = (bytes: Uint8Array | null) => new TileLines(bytes);
    const tilesOf = (source: FlatSource | null) =>
      source && { lines: new Tiles(source.archive, read, { arrived, failed: () => undefined }), zooms: source.zooms };
    this.tiles = { county: tilesOf(from.county), ground: tilesOf(from.ground) };
    this.canvas.setAttribute('aria-hidden', 'true');
    Object.assign(this.canvas.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
  }

  /** From now on it draws; before, it only asks for its tiles. */
  begin(): boolean {
    this.begun = true;
    return this.draw();
  }

  /** Shows other props. */
  show(props: Props): boolean {
    const before = this.props;
    this.props = props;
    const same = shownKeys.every((key) => before[key] === props[key]) && sameFocus(before.focus, props.focus);
    return (same && this.stands) || this.draw();
  }

  /** Shows another view. */
  look(at: Screen, zoom: number): boolean {
    if (this.stands && this.screen && sameScreen(this.screen.at, at)) return true;
    this.screen = { at, zoom };
    Object.assign(this.canvas.style, { width: `${at.width / at.ratio}px`, height: `${at.height / at.ratio}px` });
    return this.draw();
  }

  /** Draws the same again, with what has arrived since; whether that is everything. */
  draw(): boolean {
    const { at: screen, zoom } = this.screen ?? {};
    if (!screen || zoom === undefined || screen.width === 0 || screen.height === 0) return false;
    const parts = { county: this.cover('county', screen, zoom), ground: this.cover('ground', screen, zoom) };
    if (!this.begun) return false;
    const context = this.canvas.getContext('2d', inMemory);
    if (!context) return false;
    if (this.canvas.width !== screen.width) this.canvas.width = screen.width;
    if (this.canvas.height !== screen.height) this.canvas.height = screen.height;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, screen.width, screen.height);
    this.drawLines({ context, screen, zoom }, parts);
    this.drawNames({ context, screen, zoom }, parts.ground.parts);
    this.stands = parts.county.complete && parts.ground.complete;
    return this.stands;
  }

  /** Whether every tile in view is there. */
  complete(): boolean {
    return [this.tiles.county, this.tiles.ground].every((one) => one === null || one.lines.complete());
  }

  /** The town whose name lies under a point of the page, from the upper left of the map; null where none does. */
  townNamedAt(x: number, y: number): number | null {
    const under = this.names.find(
      ({ row, text, x: left, y: top, sizePx }) =>
        row.level === 2 && Math.abs(x - left) <= (text.length * sizePx) / 2 && Math.abs(y - top) <= sizePx * 0.6,
    );
    return under?.fid ?? null;
  }

  remove(): void {
    this.begun = false;
    this.canvas.remove();
  }

  private cover(source: 'county' | 'ground', screen: Screen, zoom: number) {
    const tiles = this.tiles[source];
    // Farther away than an archive goes MapLibre draws nothing of it either.
    if (!tiles || zoom < tiles.zooms.min) return { parts: [], complete: true };
    return tiles.lines.cover(tilesOn(screen, zoom, tiles.zooms));
  }

  private drawLines(drawing: Drawing, { county, ground }: Record<'county' | 'ground', { parts: TilePart[] }>): void {
    const { theme, selected, typePx } = this.props;
    const ink = mapInk[theme];
    Object.assign(drawing.context, { lineCap: 'round', lineJoin: 'round' });
    for (const { source, layer, by, values, minzoom = 0, blur = 0, inkOf } of lineRows(ink)) {
      if (drawing.zoom < minzoom) continue;
      this.inParts(drawing, source, { parts: (source === 'county' ? county : ground).parts, layer }, (tile, matrix) => {
        const lines = tile.linesBy(layer, by);
        for (const value of values) stroke(drawing, lines.get(value), { matrix, ink: inkOf(value), blur });
      });
    }
    const chosen = { town: townInFocus(this.props), village: selected };
    for (const { layer, ink: own } of outlineRows(ink, typePx)) {
      const fid = chosen[layer];
      if (fid === null || own.opacity === 0) continue;
      this.inParts(drawing, 'county', { parts: county.parts, layer }, (tile, matrix) =>
        stroke(drawing, tile.outline(layer, fid) ?? undefined, { matrix, ink: own, blur: 0 }),
      );
    }
  }

  /** Calls `draw` for each part, nothing of which reaches out of it. */
  private inParts(
    { context, screen }: Drawing,
    source: 'county' | 'ground',
    { parts, layer }: { parts: TilePart[]; layer: string },
    draw: (tile: TileLines, matrix: DOMMatrix) => void,
  ): void {
    for (const part of parts) {
      const tile = this.tiles[source]?.lines.of(part.tile);
      if (!tile) continue;
      context.save();
      context.beginPath();
      const [x, below, width, height] = clipRectangle(screen, part);
      context.rect(x, screen.height - below - height, width, height);
      context.clip();
      const [a, b, c, d] = tileToScreen(screen, part.tile, tile.extent(layer));
      draw(tile, new DOMMatrix([a, 0, 0, b, c, d]));
      context.restore();
    }
  }

  /** Seats of towns, then names, then the seat of the county above all. */
  private drawNames(drawing: Drawing, ground: TilePart[]): void {
    const { context, screen, zoom } = drawing;
    const { areas, theme, typePx } = this.props;
    const [townSeat, countySeat] = seatRows(mapInk[theme]);
    const rows = nameRows(mapInk[theme], villageLabelZoom(areas), typePx);
    const size = { width: screen.width / screen.ratio, height: screen.height / screen.ratio };
    const at = (point: [number, number]) => {
      const [x, y] = worldOf(point);
      return { x: (x * screen.world + screen.left) / screen.ratio, y: (y * screen.world + screen.top) / screen.ratio };
    };
    this.names = namesOn(this.props, rows, { zoom, size, at });
    context.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
    this.drawSeats(drawing, ground, townSeat);
    writeNames(context, this.names, rows);
    this.drawSeats(drawing, ground, countySeat);
  }

  private drawSeats({ context, screen, zoom }: Drawing, ground: TilePart[], row: SeatRow): void {
    const radius = valueAt(row.radius, zoom);
    for (const { tile } of ground) {
      const lines = this.tiles.ground?.lines.of(tile);
      const extent = lines?.extent('place') ?? 0;
      const [a, b, c, d] = tileToScreen(screen, tile, extent);
      for (const { x, y } of lines?.points('place', 'seat', row.seat) ?? []) {
        // What lies beyond the tile's own square is its neighbour's.
        if (x < 0 || y < 0 || x >= extent || y >= extent) continue;
        dot(context, [(x * a + c) / screen.ratio, (y * b + d) / screen.ratio], radius + row.ringPx, row.ring);
        dot(context, [(x * a + c) / screen.ratio, (y * b + d) / screen.ratio], radius, row.colour);
      }
    }
  }
}

function dot(context: Context, [x, y]: [number, number], radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** Strokes lines of a tile; an edge that runs out is made of strokes one within the other. */
function stroke(
  { context, screen, zoom }: Drawing,
  path: Path2D | undefined,
  { matrix, ink, blur }: { matrix: DOMMatrix; ink: LineInk; blur: number },
): void {
  if (!path) return;
  const placed = new Path2D();
  placed.addPath(path, matrix);
  context.strokeStyle = ink.colour;
  const steps = blur > 0 ? blurSteps : 1;
  const width = valueAt(ink.width, zoom);
  for (let step = 0; step < steps; step++) {
    const [reached, before] = [(ink.opacity * (step + 1)) / steps, (ink.opacity * step) / steps];
    context.globalAlpha = 1 - (1 - reached) / (1 - before);
    context.lineWidth = (width + 1 - (2 * (blur + 1) * (step + 0.5)) / steps) * screen.ratio;
    if (context.lineWidth > 0) context.stroke(placed);
  }
}

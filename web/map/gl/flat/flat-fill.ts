import { hatchPath, hatchTilePx, hatchWidthPx } from '../../../ui/hatch.ts';
import { noClass } from '../../column.ts';
import type { ClassPaint } from '../../paint.ts';
import { rgbOf } from '../../paint.ts';
import type { Fill, FillState, Ground } from '../fill.ts';
import { boxOnScreen, clipRectangle, type Screen, sameScreen, tilesOn, tileToScreen } from '../screen.ts';
import { keyOf, type TileId, type TilePart } from '../tile-cover.ts';
import type { VillageTiles } from '../village-tiles.ts';
import { type FlatGround, flatGround, inMemory } from './flat-ground.ts';

type Context = CanvasRenderingContext2D;

/**
 * Ground and villages on a 2D canvas: what is painted before WebGL stands, and what goes on where WebGL is drawn by the processor, which
 * draws a county's villages faster this way. Looks as the canvas in WebGL does.
 */
export class FlatFill implements Fill {
  readonly canvas = document.createElement('canvas');
  private readonly villages = document.createElement('canvas');
  private readonly tiles: VillageTiles;
  private readonly levels: { min: number; max: number };
  private readonly paths = new Map<string, Path2D[]>();
  private readonly hatches = new Map<string, CanvasPattern | null>();
  private state: FillState | null = null;
  private ground: Ground | null = null;
  private flat: { of: FlatGround; ground: Ground; ink: FillState['ink'] } | null = null;
  private screen: { at: Screen; zoom: number } | null = null;

  constructor(tiles: VillageTiles, levels: { min: number; max: number }) {
    this.tiles = tiles;
    this.levels = levels;
  }

  paint(state: FillState): boolean {
    this.state = state;
    return this.draw();
  }

  setGround(ground: Ground): void {
    this.ground = ground;
    this.draw();
  }

  look(at: Screen, zoom: number): boolean {
    if (this.stands && this.screen && sameScreen(this.screen.at, at)) return true;
    this.screen = { at, zoom };
    return this.draw();
  }

  draw(): boolean {
    const { screen, state } = this;
    if (!screen || !state || screen.at.width === 0 || screen.at.height === 0) return false;
    const cover = this.tiles.cover(tilesOn(screen.at, screen.zoom, this.levels));
    if (cover.parts.length === 0 && !cover.complete) return false;
    const context = this.canvas.getContext('2d', { alpha: false, ...inMemory });
    const above = this.villages.getContext('2d', inMemory);
    if (!context || !above) return false;
    for (const canvas of [this.canvas, this.villages]) {
      if (canvas.width !== screen.at.width) canvas.width = screen.at.width;
      if (canvas.height !== screen.at.height) canvas.height = screen.at.height;
    }
    const flat = this.flatGround(state);
    this.drawVillages(above, screen.at, cover.parts, state, flat?.lift ?? 1);
    context.fillStyle = state.ink.paper;
    context.fillRect(0, 0, screen.at.width, screen.at.height);
    if (flat && this.ground) {
      const placed = boxOnScreen(screen.at, this.ground.box);
      context.drawImage(flat.picture, ...placed);
      above.globalCompositeOperation = 'source-atop';
      above.drawImage(flat.shade, ...placed);
    }
    context.drawImage(this.villages, 0, 0);
    this.stands = cover.complete;
    return cover.complete;
  }

  remove(): void {
    this.canvas.remove();
  }

  /** Whether the last drawing had everything. */
  private stands = false;

  private flatGround({ ink }: FillState): FlatGround | null {
    const { ground, flat } = this;
    if (!ground) return null;
    if (flat?.ground === ground && flat.ink === ink) return flat.of;
    const of = flatGround(ground, ink);
    this.flat = { of, ground, ink };
    return of;
  }

  private drawVillages(context: Context, screen: Screen, parts: TilePart[], state: FillState, lift: number): void {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'source-over';
    context.clearRect(0, 0, screen.width, screen.height);
    const colours = state.paints.map(({ colour }) => lifted(colour, lift));
    for (const part of parts) {
      context.save();
      context.beginPath();
      const [x, below, width, height] = clipRectangle(screen, part);
      context.rect(x, screen.height - below - height, width, height);
      context.clip();
      const shapes = this.tiles.of(part.tile);
      const paths = this.pathsOf(part.tile);
      const [a, b, c, d] = tileToScreen(screen, part.tile, shapes?.extent ?? 4096);
      context.setTransform(a, 0, 0, b, c, d);
      const hatched: number[] = [];
      shapes?.features.forEach(({ fid }, at) => {
        const index = state.classes[fid] ?? noClass;
        const [colour, path] = [colours[index], paths[at]];
        if (colour === undefined || !path) return;
        context.globalAlpha = state.faded[fid] ? state.ink.fadedFill : state.ink.fill;
        context.fillStyle = colour;
        context.fill(path, 'evenodd');
        if (state.paints[index]?.hatch !== 'none') hatched.push(at);
      });
      this.drawHatches(context, screen, { hatched, fids: shapes?.features ?? [], paths }, { state, at: [a, b, c, d] });
      context.restore();
    }
  }

  /** The hatches over the colours: their ink takes the place of the colour and is as clear as it. */
  private drawHatches(
    context: Context,
    screen: Screen,
    { hatched, fids, paths }: { hatched: number[]; fids: { fid: number }[]; paths: Path2D[] },
    { state, at: [a, b, c, d] }: { state: FillState; at: [number, number, number, number] },
  ): void {
    context.globalCompositeOperation = 'source-atop';
    context.globalAlpha = 1;
    for (const at of hatched) {
      const paint = state.paints[state.classes[fids[at]?.fid ?? 0] ?? noClass];
      const path = paths[at];
      const pattern = paint && this.hatchOf(context, paint, screen.ratio);
      if (!pattern || !path) continue;
      // The hatch stays with the ground while the map is dragged, and is as wide at every zoom.
      const [left, top] = [screen.left % 4096, screen.top % 4096];
      pattern.setTransform(new DOMMatrix([1 / a, 0, 0, 1 / b, (left - c) / a, (top - d) / b]));
      context.fillStyle = pattern;
      context.fill(path, 'evenodd');
    }
  }

  private hatchOf(context: Context, { ink, hatch }: ClassPaint, ratio: number): CanvasPattern | null {
    const key = `${hatch} ${ink} ${ratio}`;
    const known = this.hatches.get(key);
    if (known !== undefined) return known;
    const canvas = document.createElement('canvas');
    const side = hatchTilePx(hatch);
    canvas.width = Math.round(side * ratio);
    canvas.height = canvas.width;
    const strokes = canvas.getContext('2d', inMemory);
    if (!strokes) return null;
    strokes.scale(canvas.width / side, canvas.height / side);
    strokes.strokeStyle = ink;
    strokes.lineWidth = hatch === 'dots' ? 2.6 : hatchWidthPx;
    strokes.lineCap = hatch === 'dots' ? 'round' : 'butt';
    strokes.stroke(new Path2D(hatchPath(hatch)));
    const pattern = context.createPattern(canvas, 'repeat');
    this.hatches.set(key, pattern);
    return pattern;
  }

  /** One path a village of a tile, in units of the tile. */
  private pathsOf(tile: TileId): Path2D[] {
    const key = keyOf(tile);
    const known = this.paths.get(key);
    if (known) return known;
    for (const old of this.paths.keys()) if (!this.tiles.holds(old)) this.paths.delete(old);
    const paths = (this.tiles.of(tile)?.features ?? []).map(({ polygons }) => {
      const path = new Path2D();
      for (const ring of polygons.flat()) {
        for (let i = 0; i < ring.length; i += 2) {
          if (i === 0) path.moveTo(ring[0] ?? 0, ring[1] ?? 0);
          else path.lineTo(ring[i] ?? 0, ring[i + 1] ?? 0);
        }
        path.closePath();
      }
      return path;
    });
    if (this.tiles.holds(key)) this.paths.set(key, paths);
    return paths;
  }
}

/** A colour so many times as bright, as the shade over it takes that away again. */
function lifted(colour: string, lift: number): string {
  const [red, green, blue] = rgbOf(colour).map((part) => Math.min(255, Math.round(part * lift)));
  return `rgb(${red} ${green} ${blue})`;
}

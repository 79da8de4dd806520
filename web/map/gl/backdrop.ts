import type { AreasAnswer } from '../../../server/area/answer.ts';
import { fadedVillages, villageClasses } from '../column.ts';
import { mapInk, paintsOf } from '../paint.ts';
import { worldOf } from '../plain/projection.ts';
import type { MapProps } from '../props.ts';
import { townInFocus } from '../view.ts';
import { drawsInSoftware } from '../webgl.ts';
import type { Archive } from './archive.ts';
import type { Fill, FillState, Ground } from './fill.ts';
import { FillCanvas } from './fill-canvas.ts';
import { FlatFill } from './flat/flat-fill.ts';
import type { Screen } from './screen.ts';
import type { Zooms } from './style/style.ts';
import { VillageTiles } from './village-tiles.ts';

/** How long tiles wait for those asked for with them, milliseconds. */
const waitMs = 150;
/** Villages up to which a processor draws faster on a 2D canvas than as WebGL. */
const mostFlat = 12_000;

/**
 * Ground and coloured villages behind the transparent map of lines and labels; it follows that map's camera frame by frame. They are first
 * painted on a 2D canvas, which waits for nothing, and go over to WebGL once its programs are compiled, where the machine has a graphics card.
 */
export class Backdrop {
  readonly tiles: VillageTiles;
  private readonly box: HTMLElement;
  private readonly zooms: Zooms;
  private readonly tell: { painted: () => void; failed: () => void };
  private fill: Fill;
  /** What the villages go over to as soon as it has drawn all that is in view. */
  private next: FillCanvas | null = null;
  private state: FillState | null = null;
  private ground: Ground | null = null;
  private screen: { at: Screen; zoom: number } | null = null;
  private frame = 0;
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(box: HTMLElement, archive: Archive, zooms: Zooms, tell: { painted: () => void; failed: () => void }) {
    this.box = box;
    this.zooms = zooms;
    this.tell = tell;
    this.tiles = new VillageTiles(archive, { arrived: () => this.arrived(), failed: tell.failed });
    this.fill = new FlatFill(this.tiles, zooms);
    this.show(this.fill);
  }

  /** Fetches the ground's picture, if the county has one; without it the ground is plain paper. */
  async loadGround({ map }: AreasAnswer): Promise<void> {
    if (!map?.groundImage || !map.groundBounds) return;
    const answer = await fetch(map.groundImage).catch(() => null);
    if (!answer?.ok) return;
    const image = await createImageBitmap(await answer.blob());
    const [west, south, east, north] = map.groundBounds;
    this.ground = { image, box: [...worldOf([west, north]), ...worldOf([east, south])] };
    this.fill.setGround(this.ground);
    this.next?.setGround(this.ground);
  }

  paint(props: MapProps): void {
    const { areas, layer, values, filter, theme } = props;
    const classes = villageClasses(areas, layer, values);
    const faded = fadedVillages(areas, layer, classes, { town: townInFocus(props), filter });
    this.state = { classes, faded, paints: paintsOf(layer.classes, theme), ink: mapInk[theme] };
    this.drawn(this.fill.paint(this.state));
  }

  /** Draws the view the map shows now. */
  look(at: Screen, zoom: number): void {
    this.screen = { at, zoom };
    this.stretch(this.fill.canvas, at);
    this.drawn(this.fill.look(at, zoom));
  }

  /** Goes over to WebGL where that is the faster drawing; `villages` is how many there are. */
  goOver(villages: number): void {
    if (drawsInSoftware() && villages <= mostFlat) return;
    try {
      this.next = new FillCanvas(this.tiles, this.zooms, () => this.goBack());
    } catch {
      return;
    }
    if (this.ground) this.next.setGround(this.ground);
    this.awaitNext();
  }

  remove(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.soon);
    this.next?.remove();
    this.fill.remove();
  }

  /** Tiles that come together are drawn together; one that is long in coming holds the others up for a moment only. */
  private arrived(): void {
    if (this.tiles.complete()) {
      clearTimeout(this.soon);
      this.soon = undefined;
      this.drawn(this.fill.draw());
    } else
      this.soon ??= setTimeout(() => {
        this.soon = undefined;
        this.drawn(this.fill.draw());
      }, waitMs);
  }

  /** Looks each frame whether the other canvas is compiled: asking it to draw before would hold the page up. */
  private awaitNext(): void {
    if (this.next?.ready()) this.tryNext();
    else this.frame = requestAnimationFrame(() => this.awaitNext());
  }

  /** Once the other canvas has drawn the same view whole it takes the place of this one. */
  private tryNext(): void {
    const { next, state, screen } = this;
    if (!next?.ready() || !state || !screen) return;
    next.paint(state);
    if (!next.look(screen.at, screen.zoom)) return;
    this.next = null;
    this.replace(next, screen.at);
  }

  /** The graphics context is gone: the villages stay, on a 2D canvas again. */
  private goBack(): void {
    const { state, screen, ground } = this;
    this.next = null;
    const flat = new FlatFill(this.tiles, this.zooms);
    if (ground) flat.setGround(ground);
    if (state) flat.paint(state);
    if (screen) {
      this.replace(flat, screen.at);
      this.drawn(flat.look(screen.at, screen.zoom));
    }
  }

  private replace(by: Fill, at: Screen): void {
    const before = this.fill;
    this.fill = by;
    this.stretch(by.canvas, at);
    this.show(by);
    before.remove();
  }

  private show({ canvas }: Fill): void {
    canvas.setAttribute('aria-hidden', 'true');
    Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0' });
    this.box.prepend(canvas);
  }

  /** As large as the map over it, also on paper, where boxes change and drawings do not. */
  private stretch(canvas: HTMLCanvasElement, { width, height, ratio }: Screen): void {
    Object.assign(canvas.style, { width: `${width / ratio}px`, height: `${height / ratio}px` });
  }

  private drawn(whole: boolean): void {
    this.tryNext();
    if (whole) this.tell.painted();
  }
}

import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AreasAnswer } from '../../../server/layer/answer.ts';
import { fadedVillages, villageClasses } from '../column.ts';
import { mapInk, paintsOf, paletteOf } from '../paint.ts';
import { worldOf } from '../plain/projection.ts';
import type { MapProps } from '../props.ts';
import { townInFocus } from '../view.ts';
import type { Archive } from './archive.ts';
import { FillCanvas } from './fill-canvas.ts';
import { mostClasses } from './fill-shader.ts';
import type { Zooms } from './style.ts';
import { VillageTiles } from './village-tiles.ts';

/** What the backdrop tells: every village in view is painted, its files cannot be read, its graphics context is lost or back. */
export interface BackdropEars {
  painted(): void;
  failed(): void;
  context(lost: boolean): void;
}

/** Ground and coloured villages behind the transparent map of lines and labels; it follows that map's camera frame by frame. */
export class Backdrop {
  readonly tiles: VillageTiles;
  private readonly fill: FillCanvas;
  private readonly tell: BackdropEars;

  constructor(box: HTMLElement, archive: Archive, zooms: Zooms, tell: BackdropEars) {
    this.tell = tell;
    this.tiles = new VillageTiles(archive, { arrived: () => this.drawn(this.fill.draw()), failed: tell.failed });
    this.fill = new FillCanvas(this.tiles, zooms, (lost) => {
      tell.context(lost);
      if (!lost) this.drawn(this.fill.draw());
    });
    const { canvas } = this.fill;
    canvas.setAttribute('aria-hidden', 'true');
    Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0' });
    box.prepend(canvas);
  }

  /** Fetches the ground's picture, if the county has one; without it the ground is plain paper. */
  async loadGround({ map }: AreasAnswer): Promise<void> {
    if (!map?.groundImage || !map.groundBounds) return;
    const answer = await fetch(map.groundImage).catch(() => null);
    if (!answer?.ok) return;
    const image = await createImageBitmap(await answer.blob());
    const [west, south, east, north] = map.groundBounds;
    this.fill.setGround({ image, box: [...worldOf([west, north]), ...worldOf([east, south])] });
  }

  paint(props: MapProps): void {
    const { areas, layer, values, filter, theme } = props;
    const classes = villageClasses(areas, layer, values);
    const faded = fadedVillages(areas, layer, classes, { town: townInFocus(props), filter });
    const palette = paletteOf(paintsOf(layer.classes, theme), mostClasses);
    this.drawn(this.fill.paint({ classes, faded, palette, ink: mapInk[theme] }));
  }

  /** Draws the view the map shows now. */
  look(map: MapLibreMap): void {
    const { clientWidth, clientHeight } = map.getContainer();
    // As large as the map over it, also on paper, where boxes change and drawings do not.
    Object.assign(this.fill.canvas.style, { width: `${clientWidth}px`, height: `${clientHeight}px` });
    const ratio = map.getPixelRatio();
    const world = 512 * 2 ** map.getZoom() * ratio;
    // The point 0° 0° is the middle of the world.
    const middle = map.project([0, 0]);
    const screen = {
      width: Math.round(clientWidth * ratio),
      height: Math.round(clientHeight * ratio),
      ratio,
      world,
      left: middle.x * ratio - world / 2,
      top: middle.y * ratio - world / 2,
    };
    this.drawn(this.fill.look(screen, map.getZoom()));
  }

  remove(): void {
    this.fill.remove();
  }

  private drawn(whole: boolean): void {
    if (whole) this.tell.painted();
  }
}

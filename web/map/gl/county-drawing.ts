import type { MapProps } from '../props.ts';
import { boundsOf, sameCamera, sameFocus, samePadding } from '../view.ts';
import { hasWebGL } from '../webgl.ts';
import { type Archive, archiveAt, tilesOf, zoomsOf } from './archive.ts';
import { Backdrop } from './backdrop.ts';
import type { CountyView } from './county-view.ts';
import { screenAt, screenFitting } from './first-screen.ts';
import { pixelRatio } from './pixel-ratio.ts';
import type { StyleSources, Zooms } from './style.ts';

/** How long lines and labels wait for villages whose shapes do not come, milliseconds. */
const longestMs = 4000;
const noPadding = { top: 32, right: 32, bottom: 32, left: 32 };

/**
 * The WebGL map of one boundary edition in one element: its villages are painted as soon as their shapes and colours are there, and the
 * map of lines, labels and gestures is laid over them when it stands. What it shows comes from {@link MapProps} through `update`, what
 * happens on it goes out through their callbacks.
 */
export class CountyDrawing {
  readonly box: HTMLElement;
  backdrop: Backdrop | null = null;
  private view: CountyView | null = null;
  private gone = false;
  private props: MapProps;
  private following: ResizeObserver | null = null;
  private opened: (() => void) | null = null;

  constructor(box: HTMLElement, props: MapProps) {
    this.box = box;
    this.props = props;
    box.dataset.mapState = 'loading';
    this.start().catch(() => this.fail());
  }

  /** Shows other props; only what differs is touched. */
  update(props: MapProps): void {
    const before = this.props;
    this.props = props;
    if (before === props) return;
    if (paintedFrom(before, props)) this.paint();
    if (this.view) this.view.update(props);
    else if (placedFrom(before, props)) this.place();
  }

  destroy(): void {
    this.gone = true;
    this.following?.disconnect();
    this.view?.destroy();
    this.backdrop?.remove();
  }

  fail(): void {
    if (this.gone) return;
    this.box.dataset.mapState = 'failed';
    this.props.onFault?.('files-missing');
  }

  private async start(): Promise<void> {
    const { areas } = this.props;
    if (!areas.map) return this.fail();
    const county = archiveAt(areas.map.tiles);
    const ground = areas.map.groundTiles ? archiveAt(areas.map.groundTiles) : null;
    // Both headers are asked for at once; only the county's own is waited for.
    const groundZooms = ground ? zoomsOf(ground).catch(() => null) : null;
    const zooms = await zoomsOf(county);
    if (this.gone) return;
    const painted = new Promise<void>((resolve) => {
      this.opened = resolve;
    });
    const tell = { painted: () => this.painted(), failed: () => this.fail() };
    this.backdrop = new Backdrop(this.box, county, zooms, tell);
    void this.backdrop.loadGround(areas);
    this.place();
    this.paint();
    this.following = new ResizeObserver(() => this.view ?? this.place());
    this.following.observe(this.box);
    const sources: StyleSources = {
      county: { tiles: tilesOf(county), zooms },
      ground: ground && groundZooms ? await withZooms(ground, groundZooms) : null,
    };
    // Starting WebGL, and the code of lines and labels, hold the page up: the villages come first.
    await Promise.race([painted, after(longestMs)]);
    await nextFrame();
    if (this.gone) return;
    if (!hasWebGL()) return this.props.onFault?.('context-lost');
    const { CountyView } = await import('./county-view.ts');
    if (this.gone || !this.backdrop) return;
    try {
      this.view = new CountyView(this, this.props, sources, this.backdrop);
    } catch {
      this.props.onFault?.('context-lost');
    }
  }

  /** Where the villages lie before the map is there to say so: as it will fit them. */
  private place(): void {
    const { areas, focus, camera, padding } = this.props;
    const { clientWidth: width, clientHeight: height } = this.box;
    const bounds = boundsOf(areas, focus) ?? boundsOf(areas, { kind: 'county' });
    if (width === 0 || height === 0 || !bounds) return;
    const size = { width, height, ratio: pixelRatio() };
    const { at, zoom } = camera
      ? { at: screenAt(camera, size), zoom: camera.zoom }
      : screenFitting(bounds, padding ?? noPadding, size);
    this.backdrop?.look(at, zoom);
  }

  /** Paints what is shown again. */
  paint(): void {
    const { layer, values } = this.props;
    if (this.box.dataset.mapLayer !== layer.id || !values) this.box.dataset.mapState = 'loading';
    this.backdrop?.paint(this.props);
  }

  private painted(): void {
    const { layer, values } = this.props;
    const { dataset } = this.box;
    if (values?.layer !== layer.id || (dataset.mapState === 'painted' && dataset.mapLayer === layer.id)) return;
    dataset.mapLayer = layer.id;
    dataset.mapState = 'painted';
    this.opened?.();
  }
}

async function withZooms(archive: Archive, coming: Promise<Zooms | null>): Promise<StyleSources['ground']> {
  const zooms = await coming;
  return zooms && { tiles: tilesOf(archive), zooms };
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** After the frame that shows what was drawn. */
const nextFrame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

function paintedFrom(a: MapProps, b: MapProps): boolean {
  const same =
    a.areas === b.areas &&
    a.layer === b.layer &&
    a.values === b.values &&
    a.filter === b.filter &&
    a.theme === b.theme &&
    sameFocus(a.focus, b.focus);
  return !same;
}

const placedFrom = (a: MapProps, b: MapProps) =>
  !sameFocus(a.focus, b.focus) || !sameCamera(a.camera, b.camera) || !samePadding(a.padding, b.padding);

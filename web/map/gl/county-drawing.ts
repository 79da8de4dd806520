import { hasMarks, type MapProps } from '../props.ts';
import { boundsOf, sameCamera, sameFocus, samePadding } from '../view.ts';
import { hasWebGL } from '../webgl.ts';
import { type Archive, archiveAt, tilesOf, zoomsOf } from './archive.ts';
import { Backdrop } from './backdrop.ts';
import type { CountyView } from './county-view.ts';
import { screenAt, screenFitting } from './first-screen.ts';
import { FirstPicture } from './flat/first-picture.ts';
import { pixelRatio } from './pixel-ratio.ts';
import type { Screen } from './screen.ts';
import type { StyleSources, Zooms } from './style/style.ts';

/** How long lines and labels wait for villages whose shapes do not come, and MapLibre for lines that do not, milliseconds. */
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
  /** Lines, names and gestures until the view draws and hears them. */
  private first: FirstPicture | null = null;
  private gone = false;
  private props: MapProps;
  private following: ResizeObserver | null = null;
  private opened: (() => void) | null = null;

  constructor(box: HTMLElement, props: MapProps) {
    this.box = box;
    this.props = props;
    box.dataset.mapState = 'loading';
    this.name();
    this.start().catch(() => this.fail());
  }

  /** Shows other props; only what differs is touched. */
  update(props: MapProps): void {
    const before = this.props;
    this.props = props;
    if (before === props) return;
    this.name();
    if (paintedFrom(before, props)) this.paint();
    this.first?.show(props);
    if (this.view) this.view.update(props);
    else if (placedFrom(before, props)) {
      // What comes back of the hand's own move is where the map lies already.
      if (!sameFocus(before.focus, props.focus) || !sameCamera(this.first?.camera ?? null, props.camera))
        this.first?.forget();
      this.place();
    }
  }

  destroy(): void {
    this.gone = true;
    this.following?.disconnect();
    this.view?.destroy();
    this.first?.remove();
    this.backdrop?.remove();
  }

  /** Draws the view the map shows now. */
  look(at: Screen, zoom: number): void {
    this.backdrop?.look(at, zoom);
    this.first?.look(at, zoom);
  }

  /** The view has drawn everything and hears the hand: it takes the place of the first picture. */
  stands(): void {
    this.first?.remove();
    this.first = null;
    this.box.dataset.mapWhole = 'yes';
    this.box.dataset.mapReady = 'yes';
    this.backdrop?.goOver(this.props.areas.villages.length);
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
    const groundTiles = ground && groundZooms && (await withZooms(ground, groundZooms));
    if (this.gone) return;
    const { tiles: villages } = this.backdrop;
    const on = { box: this.box, villages, look: this.look.bind(this), props: () => this.props };
    this.first = new FirstPicture(on, { county: { archive: county, zooms }, ground: groundTiles });
    this.place();
    await Promise.race([painted, after(longestMs)]);
    if (this.gone) return;
    await this.drawFirst(this.first);
    await nextFrame();
    const sources: StyleSources = {
      county: { tiles: tilesOf(county), zooms },
      ground: groundTiles && { tiles: tilesOf(groundTiles.archive), zooms: groundTiles.zooms },
    };
    if (!this.gone) await this.open(this.first, sources);
  }

  /** Lines and names come in the same frame as the villages, and from then the map is whole unless MapLibre alone draws what is asked for. */
  private async drawFirst(first: FirstPicture): Promise<void> {
    const whole = await Promise.race([first.whole().then(() => true), after(longestMs).then(() => false)]);
    const { mapState } = this.box.dataset;
    if (whole && mapState === 'painted' && !hasMarks(this.props)) this.box.dataset.mapWhole = 'yes';
  }

  /** Starting WebGL, and the code of MapLibre, hold the page up: the whole picture comes first, and the hand is not interrupted. */
  private async open(first: FirstPicture, sources: StyleSources): Promise<void> {
    await first.rest();
    if (this.gone) return;
    if (!hasWebGL()) return this.props.onFault?.('context-lost');
    const { CountyView } = await import('./county-view.ts');
    await first.rest();
    if (this.gone || !this.backdrop) return;
    try {
      this.view = new CountyView(this, this.props, { sources, backdrop: this.backdrop, camera: first.camera });
      first.handOver();
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
    const wanted = this.first?.camera ?? camera;
    const { at, zoom } = wanted
      ? { at: screenAt(wanted, size), zoom: wanted.zoom }
      : screenFitting(bounds, padding ?? noPadding, size);
    this.look(at, zoom);
  }

  /** Says on the page which village is selected. */
  private name(): void {
    const { selected } = this.props;
    if (selected === null) delete this.box.dataset.mapSelected;
    else this.box.dataset.mapSelected = String(selected);
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

async function withZooms(archive: Archive, coming: Promise<Zooms | null>) {
  const zooms = await coming;
  return zooms && { archive, zooms };
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

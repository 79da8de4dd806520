import { addProtocol, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { mapInk } from '../paint.ts';
import { hasMarks, type MapCamera, type MapProps } from '../props.ts';
import { boundsOf, sameCamera, sameFocus, samePadding, townInFocus } from '../view.ts';
import { villageLabelZoom } from '../village-label-zoom.ts';
import { drawsInSoftware } from '../webgl.ts';
import { readTile } from './archive.ts';
import type { Backdrop } from './backdrop.ts';
import {
  cameraOf,
  fitTo,
  flightMs,
  followBox,
  isByHand,
  isNarrow,
  screenOf,
  showCamera,
  uncover,
  widened,
} from './camera.ts';
import { ContextWatch } from './context-watch.ts';
import type { CountyDrawing } from './county-drawing.ts';
import { MovedOutline } from './moved-outline.ts';
import { onPixelRatio, pixelRatio } from './pixel-ratio.ts';
import { listen } from './pointer.ts';
import { cutNames, labelsOf } from './style/labels.ts';
import { namedBy } from './style/name-layers.ts';
import { largestPx, nameRows } from './style/name-rows.ts';
import { type StyleSources, styleOf } from './style/style.ts';
import type { VisitPoints } from './visit-points.ts';

setWorkerUrl(workerUrl);
addProtocol('archive', readTile);

const cameraMs = 250;
const fonts = '"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", sans-serif';

/** Lines, labels and gestures over the coloured villages. It owns the MapLibre map, and the camera once it stands. */
export class CountyView {
  private readonly map: MapLibreMap;
  private points: VisitPoints | null = null;
  private readonly moving: MovedOutline;
  private readonly sources: StyleSources;
  private readonly following: ResizeObserver;
  private readonly sharp: () => void;
  private readonly contexts = new ContextWatch({
    lost: () => {
      this.box.dataset.mapState = 'loading';
    },
    back: () => this.drawing.paint(),
    givenUp: () => this.props.onFault?.('context-lost'),
  });
  private gone = false;
  private ownCamera: ReturnType<typeof cameraOf> | null = null;
  private cameraTimer: ReturnType<typeof setTimeout> | undefined;

  private readonly drawing: CountyDrawing;
  private readonly box: HTMLElement;
  private props: MapProps;

  /** Opens where the hand has moved the first picture (`camera`), else as the props say. */
  constructor(
    drawing: CountyDrawing,
    props: MapProps,
    { sources, backdrop, camera }: { sources: StyleSources; backdrop: Backdrop; camera: MapCamera | null },
  ) {
    this.drawing = drawing;
    this.box = drawing.box;
    this.props = props;
    this.sources = sources;
    this.ownCamera = camera;
    const map = this.open(camera ?? props.camera);
    this.map = map;
    this.moving = new MovedOutline(map, this.box);
    this.following = followBox(map, () => this.resized(map));
    this.sharp = onPixelRatio((ratio) => map.setPixelRatio(ratio));
    listen(map, backdrop.tiles, () => this.props);
    map.on('render', () => this.look(map));
    this.look(map);
    map.on('style.load', () => this.dress(map));
    // Until everything is drawn the first picture stands, and this one is not seen: neither half a map nor two of them.
    map.getCanvas().style.opacity = '0';
    map.once('idle', () => {
      map.getCanvas().style.opacity = '';
      drawing.stands();
    });
    map.on('movestart', () => {
      this.box.dataset.mapMoving = 'yes';
    });
    map.on('moveend', (event) => this.moved(map, isByHand(event)));
    map.on('moveend', () => this.keepWhole(map));
    map.on('resize', () => this.keepWhole(map));
    this.watchContext(map);
    this.title(map);
  }

  /** Shows other props; only what differs is touched. */
  update(props: MapProps): void {
    const before = this.props;
    this.props = props;
    const { map } = this;
    if (before === props) return;
    if (before.theme !== props.theme || before.typePx !== props.typePx) this.restyle(map);
    else if (before.areas !== props.areas) this.rename(map);
    if (before.selected !== props.selected || !sameFocus(before.focus, props.focus)) this.outline(map);
    if (before.layer !== props.layer || before.lang !== props.lang) this.title(map);
    this.move(map, before);
    if (props.moved && before.moved !== props.moved) this.moving.show(props.moved.fids);
    const { showVisits, visits, selected, theme } = props;
    const same = before.showVisits === showVisits && before.visits === visits && before.routes === props.routes;
    if (!same || before.selected !== selected || before.theme !== theme) this.showVisits(map);
  }

  destroy(): void {
    this.gone = true;
    clearTimeout(this.cameraTimer);
    this.following.disconnect();
    this.sharp();
    this.contexts.stop();
    this.moving.stop();
    this.points?.remove();
    this.map.remove();
  }

  private open(camera: MapCamera | null): MapLibreMap {
    const { areas } = this.props;
    const bounds = boundsOf(areas, { kind: 'county' }) ?? [73, 3, 135, 54];
    const map = new MapLibreMap({
      container: this.box,
      style: styleOf(this.props, this.sources),
      bounds,
      maxBounds: widened(bounds, [2.5, 3.5]),
      attributionControl: false,
      trackResize: false,
      localIdeographFontFamily: fonts,
      fadeDuration: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      doubleClickZoom: false,
      maxZoom: 17,
      pixelRatio: pixelRatio(),
      // Sharp on a wall of screens too.
      maxCanvasSize: [8192, 8192],
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    if (camera) showCamera(map, camera);
    else this.fit(map, 0);
    return map;
  }

  /** The villages follow the map. */
  private look(map: MapLibreMap): void {
    this.drawing.look(screenOf(map), map.getZoom());
  }

  /** Puts what the style does not hold back on it. */
  private dress(map: MapLibreMap): void {
    this.outline(map);
    this.showVisits(map);
    this.keepWhole(map);
  }

  /** Read from afar, a name stands whole or not at all: those that would reach over an edge are left out. */
  private keepWhole(map: MapLibreMap): void {
    const { areas, theme, typePx } = this.props;
    if (typePx === undefined || !map.getLayer('town-label')) return;
    const { clientWidth: width, clientHeight: height } = this.box;
    for (const row of nameRows(mapInk[theme], villageLabelZoom(areas), typePx)) {
      if (row.level === null) continue;
      const places = row.level === 2 ? areas.towns : areas.villages;
      const sizePx = largestPx(row);
      const left = cutNames(places, (at) => map.project(at), { screen: { width, height }, sizePx });
      map.setFilter(row.id, namedBy(row, left));
    }
  }

  private restyle(map: MapLibreMap): void {
    map.setStyle(styleOf(this.props, this.sources), { diff: false });
  }

  private rename(map: MapLibreMap): void {
    const source = map.getSource('label');
    if (source && 'setData' in source && typeof source.setData === 'function')
      source.setData(labelsOf(this.props.areas));
  }

  private outline(map: MapLibreMap): void {
    if (!map.getLayer('selected')) return;
    const selected = this.props.selected ?? -1;
    const chosen: ['==', ['id'], number] = ['==', ['id'], selected];
    map.setFilter('selected', chosen);
    map.setFilter('selected-halo', chosen);
    map.setFilter('selected-label', ['==', ['get', 'fid'], selected]);
    map.setFilter('focus-town', ['==', ['id'], townInFocus(this.props) ?? -1]);
  }

  private title(map: MapLibreMap): void {
    map.getCanvas().setAttribute('aria-label', this.props.layer.title[this.props.lang]);
  }

  private move(map: MapLibreMap, before: MapProps): void {
    const { areas, focus, camera, selected, padding } = this.props;
    const isNew = camera && !sameCamera(camera, before.camera) && !sameCamera(camera, this.ownCamera);
    // On a phone a sheet leaves no room for a whole county: only the place chosen comes above it.
    const opened = !camera && (before.camera || (!isNarrow(map) && !samePadding(padding, before.padding)));
    if (camera && isNew) showCamera(map, camera);
    else if (!sameFocus(focus, before.focus) || opened) {
      this.fit(map, this.flyMs());
    } else if (selected !== null && selected !== before.selected) {
      const label = areas.villages.find(({ fid }) => fid === selected)?.label;
      if (label) uncover(map, label, padding);
    }
  }

  /** Shows the focus, else the county, between the panels. */
  private fit(map: MapLibreMap, flyMs: number): void {
    const { areas, focus, padding } = this.props;
    const bounds = boundsOf(areas, focus) ?? boundsOf(areas, { kind: 'county' });
    if (bounds) fitTo(map, bounds, padding, flyMs);
  }

  /** A map nobody moved fits its box also when the box changes. */
  private resized(map: MapLibreMap): void {
    if (!this.props.camera && this.cameraTimer === undefined) this.fit(map, 0);
  }

  /** A flight asked for is a cut where every frame of it would be slow. */
  private flyMs(): number {
    const { flightMs: given } = this.props;
    if (given === undefined) return flightMs;
    return drawsInSoftware() ? 0 : given;
  }

  private moved(map: MapLibreMap, byHand: boolean): void {
    delete this.box.dataset.mapMoving;
    if (!byHand && !this.props.camera) return;
    clearTimeout(this.cameraTimer);
    this.cameraTimer = setTimeout(() => {
      this.cameraTimer = undefined;
      const camera = cameraOf(map);
      if (sameCamera(camera, this.props.camera)) return;
      this.ownCamera = camera;
      this.props.onCamera(camera);
    }, cameraMs);
  }

  /** deck.gl comes only when there is something for it to draw. */
  private showVisits(map: MapLibreMap): void {
    // A name stands above its point.
    if (map.getLayer('village-label'))
      map.setLayoutProperty('village-label', 'text-offset', [0, this.props.showVisits ? -1.3 : 0]);
    const { selected } = this.props;
    // On a stage the outline is enough, and a step does not wait for a third canvas.
    const pinned = selected !== null && this.props.typePx === undefined;
    const wanted = hasMarks(this.props) || pinned;
    if (this.points) this.points.show(this.props);
    else if (wanted) {
      import('./visit-points.ts')
        .then(({ VisitPoints }) => {
          if (this.gone || this.map !== map) return;
          this.points ??= new VisitPoints(map, () => this.props.onFault?.('context-lost'));
          this.points.show(this.props);
        })
        .catch(() => this.drawing.fail());
    }
  }

  private watchContext(map: MapLibreMap): void {
    map.on('webglcontextlost', () => !this.gone && this.contexts.heard(true));
    map.on('webglcontextrestored', () => {
      this.dress(map);
      this.contexts.heard(false);
    });
  }
}

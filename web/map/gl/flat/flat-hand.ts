import { Fingers, type Gesture, wheeled } from '../../fingers.ts';
import { zoomedAt } from '../../plain/projection.ts';
import type { MapCamera, MapProps } from '../../props.ts';
import { SecondPress } from '../../second-press.ts';
import { entered } from '../../view.ts';
import { cameraAt } from '../first-screen.ts';
import type { Screen } from '../screen.ts';

/** How near and how far the hand goes. */
const zooms = { min: 4, max: 17 };
/** How long after the last turn of the wheel the hand is still. Milliseconds. */
const restMs = 250;

/** What lies under the hand. */
interface Under {
  /** The view drawn now; null before there is one. */
  screen: () => { at: Screen; zoom: number } | null;
  /** The village at a place given as shares 0–1 of the world; null outside. */
  villageAt: (x: number, y: number) => number | null;
  /** The town whose name lies at a pixel of the page from the map's upper left corner. */
  townNamedAt: (x: number, y: number) => number | null;
  /** Shows the view the hand moved to. */
  moved: (at: Screen, zoom: number) => void;
  props: () => MapProps;
}

/** Hover, click, double click, drag, pinch and wheel on the picture that stands before MapLibre does. */
export class FlatHand {
  /** Where the hand moved the map to; null while it lies as the page laid it. */
  camera: MapCamera | null = null;
  private readonly box: HTMLElement;
  private readonly under: Under;
  private readonly fingers = new Fingers();
  private readonly presses = new SecondPress();
  private readonly heard = new AbortController();
  private over: number | null = null;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private awaiting: (() => void)[] = [];

  constructor(box: HTMLElement, under: Under) {
    this.box = box;
    this.under = under;
    const { signal } = this.heard;
    box.style.touchAction = 'none';
    box.addEventListener('pointerdown', (event) => this.press(event), { signal });
    box.addEventListener('pointermove', (event) => this.move(event), { signal });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      box.addEventListener(end, (event) => this.lift(event), { signal });
    box.addEventListener('pointerleave', () => this.hover(null, [0, 0]), { signal });
    box.addEventListener('click', (event) => this.click(event), { signal });
    box.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: false });
  }

  /** Resolves as soon as nothing is pressed and the wheel has come to rest. */
  still(): Promise<void> {
    if (!this.busy()) return Promise.resolve();
    return new Promise((resolve) => this.awaiting.push(resolve));
  }

  /** The page shows another place: where the hand had moved to counts no longer. */
  forget(): void {
    this.camera = null;
  }

  stop(): void {
    this.heard.abort();
    clearTimeout(this.rest);
    this.rest = undefined;
    this.box.style.touchAction = '';
    this.box.style.cursor = '';
  }

  private busy(): boolean {
    return this.fingers.held() || this.rest !== undefined;
  }

  private press(event: PointerEvent): void {
    this.fingers.press(event);
    // A drag that leaves the map, or the window, goes on and ends here.
    this.box.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const gesture = this.fingers.move(event);
    if (gesture) this.go(gesture);
    else if (!this.fingers.held() && event.pointerType !== 'touch')
      this.hover(this.villageUnder(event), this.pixel(event));
  }

  private lift(event: PointerEvent): void {
    this.fingers.lift(event);
    this.settle();
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.rest = undefined;
      this.settle();
    }, restMs);
    this.go(wheeled(event));
  }

  private settle(): void {
    if (this.busy()) return;
    if (this.camera) this.under.props().onCamera(this.camera);
    for (const resolve of this.awaiting.splice(0)) resolve();
  }

  private go(gesture: Gesture): void {
    const now = this.under.screen();
    if (!now) return;
    this.hover(null, [0, 0]);
    const { world: scale, left: x, top: y, ratio } = now.at;
    const placing = { scale, x, y };
    const least = 2 ** (zooms.min - now.zoom);
    const most = 2 ** (zooms.max - now.zoom);
    const corner = this.box.getBoundingClientRect();
    const to =
      'by' in gesture
        ? { ...placing, x: x + gesture.by[0] * ratio, y: y + gesture.by[1] * ratio }
        : zoomedAt(placing, Math.min(most, Math.max(least, gesture.factor)), [
            (gesture.about[0] - corner.left) * ratio,
            (gesture.about[1] - corner.top) * ratio,
          ]);
    const at = { ...now.at, world: to.scale, left: to.x, top: to.y };
    const zoom = Math.log2(to.scale / (512 * ratio));
    this.camera = cameraAt(at, zoom);
    this.under.moved(at, zoom);
  }

  private click(event: MouseEvent): void {
    if (this.fingers.dragged()) return;
    const props = this.under.props();
    const town = props.focus.kind === 'county' ? this.under.townNamedAt(...this.pixel(event)) : null;
    if (town !== null) {
      props.onEnter(town);
      this.presses.after(event, null);
      return;
    }
    const village = this.villageUnder(event);
    props.onSelect(village);
    if (village === null) return;
    this.presses.after(event, () => this.under.props().onEnter(entered(this.under.props(), village)));
  }

  private hover(fid: number | null, [x, y]: [number, number]): void {
    this.box.style.cursor = fid === null ? '' : 'pointer';
    if (fid === null && this.over === null) return;
    this.over = fid;
    this.under.props().onHover(fid === null ? null : { fid, x, y });
  }

  private villageUnder(event: MouseEvent): number | null {
    const now = this.under.screen();
    if (!now) return null;
    const [x, y] = this.pixel(event);
    const { left, top, ratio, world } = now.at;
    return this.under.villageAt((x * ratio - left) / world, (y * ratio - top) / world);
  }

  private pixel({ clientX, clientY }: MouseEvent): [x: number, y: number] {
    const { left, top } = this.box.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }
}

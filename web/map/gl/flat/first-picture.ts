import type { MapCamera, MapProps } from '../../props.ts';
import type { Screen } from '../screen.ts';
import type { VillageTiles } from '../village-tiles.ts';
import { FlatHand } from './flat-hand.ts';
import { FlatLines, type FlatSource } from './flat-lines.ts';

/** How long the page may be busy before lines and gestures are brought all the same, milliseconds. */
const longestBusyMs = 1000;

/** What the first picture lies on, and whom it tells. */
interface Ground {
  box: HTMLElement;
  villages: VillageTiles;
  /** Shows the view the hand moved to, villages and all. */
  look: (at: Screen, zoom: number) => void;
  props: () => MapProps;
}

/**
 * 首屏 — what stands over the coloured villages until MapLibre does: lines and names, and a hand that points, presses and moves. Nothing of it
 * waits for a graphics process.
 */
export class FirstPicture {
  private readonly lines: FlatLines;
  private readonly hand: FlatHand;
  private screen: { at: Screen; zoom: number } | null = null;
  private wholeNow: (() => void) | null = null;
  private frame = 0;

  constructor(on: Ground, from: { county: FlatSource; ground: FlatSource | null }) {
    this.lines = new FlatLines(from, on.props(), () => this.soon());
    on.box.append(this.lines.canvas);
    this.hand = new FlatHand(on.box, {
      screen: () => this.screen,
      villageAt: (x, y) => on.villages.villageAt(x, y),
      townNamedAt: (x, y) => this.lines.townNamedAt(x, y),
      moved: on.look,
      props: on.props,
    });
  }

  /** Where the hand moved the map to; null while it lies as the page laid it. */
  get camera(): MapCamera | null {
    return this.hand.camera;
  }

  /** The page shows another place: where the hand had moved to counts no longer. */
  forget(): void {
    this.hand.forget();
  }

  show(props: MapProps): void {
    this.noteWhole(this.lines.show(props));
  }

  look(at: Screen, zoom: number): void {
    this.screen = { at, zoom };
    this.noteWhole(this.lines.look(at, zoom));
  }

  /** Draws from now on; resolves when every line and name is drawn. */
  whole(): Promise<void> {
    return new Promise((resolve) => {
      this.wholeNow = resolve;
      this.noteWhole(this.lines.begin());
    });
  }

  /** Resolves when the page has nothing better to do, and the hand nothing in hand. */
  async rest(): Promise<void> {
    await idle();
    await this.hand.still();
  }

  /** The gestures are another's from now on; the picture stays. */
  handOver(): void {
    this.hand.stop();
  }

  remove(): void {
    cancelAnimationFrame(this.frame);
    this.hand.stop();
    this.lines.remove();
  }

  /** What arrives together is drawn together, and the last of it at once. */
  private soon(): void {
    cancelAnimationFrame(this.frame);
    if (this.lines.complete()) this.noteWhole(this.lines.draw());
    else this.frame = requestAnimationFrame(() => this.noteWhole(this.lines.draw()));
  }

  private noteWhole(whole: boolean): void {
    if (whole) this.wholeNow?.();
  }
}

/** When the page is idle, or has been busy for long. Browsers that do not say when they are idle are given a moment. */
const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestBusyMs });
    else setTimeout(resolve, longestBusyMs / 4);
  });

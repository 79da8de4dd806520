import type { Map as MapLibreMap } from 'maplibre-gl';
import { isStill, movedMs, pulseAt, tellMoved } from '../moved.ts';

/** 变动闪示 — the outline of villages that moved just now: one pulse, or for two seconds a still line where less motion is wished. */
export class MovedOutline {
  readonly #map: MapLibreMap;
  readonly #box: HTMLElement;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(map: MapLibreMap, box: HTMLElement) {
    this.#map = map;
    this.#box = box;
  }

  show(fids: number[]): void {
    this.stop();
    if (!this.#map.getLayer('moved')) return;
    this.#map.setFilter('moved', ['in', ['id'], ['literal', fids]]);
    tellMoved(this.#box, fids);
    this.#timer = setTimeout(() => this.stop(), movedMs);
    if (isStill()) this.#map.setPaintProperty('moved', 'line-opacity', 1);
    else this.#step(performance.now());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    tellMoved(this.#box, []);
    if (this.#map.getLayer('moved')) this.#map.setPaintProperty('moved', 'line-opacity', 0);
  }

  #step(begun: number): void {
    const strength = pulseAt((performance.now() - begun) / movedMs);
    if (!this.#map.getLayer('moved')) return;
    this.#map.setPaintProperty('moved', 'line-opacity', strength);
    if (strength > 0 || performance.now() - begun < movedMs / 2)
      this.#frame = requestAnimationFrame(() => this.#step(begun));
  }
}

/** How long a place that moved is shown as such. Milliseconds. */
export const movedMs = 2000;

/** Whether less motion is wished: then an outline stands still instead of a pulse. */
export const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Says on the map's element which places pulse now and how often any have. */
export function tellMoved(box: HTMLElement, fids: number[]): void {
  const { dataset } = box;
  if (fids.length === 0) {
    delete dataset.mapMoved;
    return;
  }
  dataset.mapMoved = fids.join(',');
  dataset.mapPulses = String(Number(dataset.mapPulses ?? 0) + 1);
}

/** Strength of the one pulse, 0–1, at a share 0–1 of its time: up at once, then slowly away. */
export function pulseAt(share: number): number {
  if (share >= 1) return 0;
  return share < 0.2 ? share / 0.2 : 1 - (share - 0.2) / 0.8;
}

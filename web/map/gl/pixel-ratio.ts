/** Pixels of the canvas a pixel of the page has: as the screen has them, at most two, beyond which nothing is seen but time is spent. */
export const pixelRatio = (): number => Math.min(window.devicePixelRatio, 2);

/** Browsers do not always say that the ratio is another; looking at it costs nothing. */
const lookMs = 1000;

/** Calls a listener when the window moves to another screen or grows. Gives how to stop. */
export function onPixelRatio(listener: (ratio: number) => void): () => void {
  let drawn = pixelRatio();
  const timer = setInterval(() => {
    const now = pixelRatio();
    if (now === drawn) return;
    drawn = now;
    listener(now);
  }, lookMs);
  return () => clearInterval(timer);
}

/** Pixels of the canvas a pixel of the page has: as the screen has them, at most two, beyond which nothing is seen but time is spent. */
export const pixelRatio = (): number => Math.min(window.devicePixelRatio, 2);

/** Has a listener told when the window lies on another screen, or was made larger: a question each, as it is asked for one ratio. Gives how to stop. */
export function onPixelRatio(listener: (ratio: number) => void): () => void {
  let asked: MediaQueryList | null = null;
  const ask = () => {
    asked = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    asked.addEventListener('change', changed, { once: true });
  };
  const changed = () => {
    listener(pixelRatio());
    ask();
  };
  ask();
  return () => asked?.removeEventListener('change', changed);
}

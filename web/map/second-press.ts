/** Two presses so close in time and place are a double click. */
const withinMs = 450;
const withinPx = 6;

/**
 * 双击 — hears the second press of a double click wherever it falls: the first may have opened a panel under the pointer, or
 * moved the map. What lies there is not pressed; `second` goes where the first press pointed, null goes nowhere.
 */
export class SecondPress {
  private stop: (() => void) | null = null;

  /** Waits for the second press after a first one. */
  after({ clientX, clientY }: { clientX: number; clientY: number }, second: (() => void) | null): void {
    this.cancel();
    const near = (event: MouseEvent) =>
      Math.hypot(event.clientX - clientX, event.clientY - clientY) <= withinPx && event.button === 0;
    const swallow = (event: MouseEvent) => {
      if (!near(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const press = (event: PointerEvent) => {
      if (!near(event)) return;
      waiting.abort();
      const swallowing = new AbortController();
      const whole = { capture: true, signal: swallowing.signal };
      // The presses that follow from this one belong to it: no word is marked, no button pressed.
      window.addEventListener('mousedown', swallow, whole);
      window.addEventListener('click', swallow, whole);
      window.addEventListener('dblclick', swallow, whole);
      const timer = setTimeout(() => swallowing.abort(), withinMs);
      this.stop = () => {
        clearTimeout(timer);
        swallowing.abort();
      };
      second?.();
    };
    const waiting = new AbortController();
    window.addEventListener('pointerdown', press, { capture: true, signal: waiting.signal });
    const timer = setTimeout(() => waiting.abort(), withinMs);
    this.stop = () => {
      clearTimeout(timer);
      waiting.abort();
    };
  }

  cancel(): void {
    this.stop?.();
    this.stop = null;
  }
}

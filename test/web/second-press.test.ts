import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SecondPress } from '../../web/map/second-press.ts';

const at = (clientX: number, clientY: number) => ({ clientX, clientY });
/** A press at a point; whether what lies there heard of it. */
function press(kind: string, point: { clientX: number; clientY: number }): boolean {
  const event = Object.assign(new Event(kind, { cancelable: true }), point, { button: 0 });
  window.dispatchEvent(event);
  return !event.defaultPrevented;
}

describe('the second press of a double click', () => {
  const presses = new SecondPress();
  const entered = vi.fn();
  beforeEach(() => {
    vi.stubGlobal('window', new EventTarget());
    vi.useFakeTimers();
    entered.mockReset();
    presses.after(at(100, 200), entered);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('goes where the first one pointed, and presses nothing that opened there since', () => {
    press('pointerdown', at(103, 198));
    expect(entered).toHaveBeenCalledOnce();
    expect([press('mousedown', at(103, 198)), press('click', at(103, 198)), press('dblclick', at(103, 198))]).toEqual([
      ...[false, false, false],
    ]);
  });
  test('is none elsewhere: what lies there is pressed', () => {
    press('pointerdown', at(120, 200));
    expect(entered).not.toHaveBeenCalled();
    expect(press('click', at(120, 200))).toBe(true);
  });
  test('is none later', () => {
    vi.advanceTimersByTime(451);
    press('pointerdown', at(100, 200));
    expect(entered).not.toHaveBeenCalled();
    expect(press('click', at(100, 200))).toBe(true);
  });
  test('leaves what is pressed after it alone', () => {
    press('pointerdown', at(100, 200));
    vi.advanceTimersByTime(451);
    expect(press('click', at(100, 200))).toBe(true);
  });
});

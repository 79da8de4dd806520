import { describe, expect, test } from 'vitest';
import { Fingers, wheeled } from '../../web/map/fingers.ts';

const at = (pointerId: number, clientX: number, clientY: number) => ({ pointerId, clientX, clientY });

describe('fingers on a map', () => {
  test.each([
    [4, null, false],
    [5, { by: [5, 0] }, true],
  ])('%i pixels from the press', (px, asked, dragged) => {
    const fingers = new Fingers();
    fingers.press(at(1, 100, 100));
    expect(fingers.move(at(1, 100 + px, 100))).toEqual(asked);
    expect(fingers.dragged()).toBe(dragged);
  });
  test('a pointer that is not pressed asks for nothing', () => expect(new Fingers().move(at(1, 3, 4))).toBeNull());
  test('two pinch about the one that rests', () => {
    const fingers = new Fingers();
    fingers.press(at(1, 100, 100));
    fingers.press(at(2, 200, 100));
    expect(fingers.move(at(2, 300, 100))).toEqual({ factor: 2, about: [100, 100] });
    fingers.lift({ pointerId: 1 });
    expect(fingers.held()).toBe(true);
    fingers.lift({ pointerId: 2 });
    expect(fingers.held()).toBe(false);
  });
  test('after a drag the next press is a click again', () => {
    const fingers = new Fingers();
    fingers.press(at(1, 0, 0));
    fingers.move(at(1, 50, 0));
    fingers.lift({ pointerId: 1 });
    expect(fingers.dragged()).toBe(true);
    fingers.press(at(1, 0, 0));
    expect(fingers.dragged()).toBe(false);
  });
  test.each([
    [-320, 0, 2],
    [320, 0, 0.5],
    [-12, 1, 2],
  ])('a wheel turned by %i in mode %i', (deltaY, deltaMode, factor) => {
    const event = { deltaY, deltaMode, clientX: 7, clientY: 9 } as WheelEvent;
    expect(wheeled(event)).toEqual({ factor, about: [7, 9] });
  });
});

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Fingers, type Gesture, wheeled } from '../fingers.ts';
import { type Placing, zoomedAt } from './projection.ts';

const stepPx = 90;

/** What the hand can do with the map, as event handlers for its element. `dragged` tells a click from the end of a drag. */
export interface Hand {
  dragged: () => boolean;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: (event: PointerEvent) => void;
  onPointerCancel: (event: PointerEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Dragging, pinching, wheel, arrows and + − move and zoom the map. */
export function useHand(
  box: RefObject<HTMLElement | null>,
  placing: Placing | null,
  move: (to: Placing) => void,
): Hand {
  const [fingers] = useState(() => new Fingers());
  const now = useRef({ placing, move });
  now.current = { placing, move };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { placing, move } = now.current;
      if (placing) move(moved(placing, wheeled(event), element));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [box]);

  return {
    dragged: () => fingers.dragged(),
    onPointerDown: (event) => fingers.press(event),
    onPointerMove: (event) => {
      const gesture = fingers.move(event);
      const { placing } = now.current;
      if (gesture && placing) move(moved(placing, gesture, box.current));
    },
    onPointerUp: (event) => fingers.lift(event),
    onPointerCancel: (event) => fingers.lift(event),
    onKeyDown: (event) => {
      const next = placing && steppedBy(event.key, placing, box.current);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      move(next);
    },
  };
}

function moved(placing: Placing, gesture: Gesture, box: HTMLElement | null): Placing {
  if ('by' in gesture) return { ...placing, x: placing.x + gesture.by[0], y: placing.y + gesture.by[1] };
  const { left = 0, top = 0 } = box?.getBoundingClientRect() ?? {};
  return zoomedAt(placing, gesture.factor, [gesture.about[0] - left, gesture.about[1] - top]);
}

function steppedBy(key: string, placing: Placing, box: HTMLElement | null): Placing | null {
  const middle: [number, number] = [(box?.clientWidth ?? 0) / 2, (box?.clientHeight ?? 0) / 2];
  switch (key) {
    case 'ArrowLeft':
      return { ...placing, x: placing.x + stepPx };
    case 'ArrowRight':
      return { ...placing, x: placing.x - stepPx };
    case 'ArrowUp':
      return { ...placing, y: placing.y + stepPx };
    case 'ArrowDown':
      return { ...placing, y: placing.y - stepPx };
    case '+':
    case '=':
      return zoomedAt(placing, 1.6, middle);
    case '-':
      return zoomedAt(placing, 1 / 1.6, middle);
    default:
      return null;
  }
}

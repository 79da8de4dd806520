import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { type Placing, zoomedAt } from './projection.ts';

const dragPx = 4;
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
  const fingers = useRef(new Map<number, [number, number]>());
  const path = useRef(0);
  const now = useRef({ placing, move });
  now.current = { placing, move };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const { placing, move } = now.current;
      const factor = 2 ** (-event.deltaY / (event.deltaMode === 1 ? 12 : 320));
      if (placing) move(zoomedAt(placing, factor, [event.clientX - left, event.clientY - top]));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [box]);

  const up = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
  };
  return {
    dragged: () => path.current > dragPx,
    onPointerDown: (event) => {
      if (fingers.current.size === 0) path.current = 0;
      fingers.current.set(event.pointerId, [event.clientX, event.clientY]);
    },
    onPointerMove: (event) => {
      const before = fingers.current.get(event.pointerId);
      const { placing } = now.current;
      if (!before || !placing) return;
      const after: [number, number] = [event.clientX, event.clientY];
      path.current += Math.hypot(after[0] - before[0], after[1] - before[1]);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, after);
      if (other) {
        const { left = 0, top = 0 } = box.current?.getBoundingClientRect() ?? {};
        const spread = (point: [number, number]) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
        move(zoomedAt(placing, spread(after) / spread(before), [other[0] - left, other[1] - top]));
      } else if (path.current > dragPx) {
        move({ ...placing, x: placing.x + after[0] - before[0], y: placing.y + after[1] - before[1] });
      }
    },
    onPointerUp: up,
    onPointerCancel: up,
    onKeyDown: (event) => {
      const next = placing && steppedBy(event.key, placing, box.current);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      move(next);
    },
  };
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

/** How far a pointer goes before a press is a drag, pixels. */
const dragPx = 4;

type Point = [x: number, y: number];
type Press = Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'>;

/** What pointers ask of a map: to go along by so many pixels, or to grow by a factor about a point of the page. */
export type Gesture = { by: Point } | { factor: number; about: Point };

/** Pointers pressed on a map: one drags it, two pinch it. */
export class Fingers {
  private readonly pressed = new Map<number, Point>();
  private path = 0;

  /** Whether the last press went so far that it is no click. */
  dragged(): boolean {
    return this.path > dragPx;
  }

  /** Whether any is pressed now. */
  held(): boolean {
    return this.pressed.size > 0;
  }

  press({ pointerId, clientX, clientY }: Press): void {
    if (this.pressed.size === 0) this.path = 0;
    this.pressed.set(pointerId, [clientX, clientY]);
  }

  /** What a move asks for; null where it is no drag, or none yet. */
  move({ pointerId, clientX, clientY }: Press): Gesture | null {
    const before = this.pressed.get(pointerId);
    if (!before) return null;
    const after: Point = [clientX, clientY];
    this.path += Math.hypot(after[0] - before[0], after[1] - before[1]);
    const other = [...this.pressed].find(([id]) => id !== pointerId)?.[1];
    this.pressed.set(pointerId, after);
    const spread = (point: Point) => (other ? Math.hypot(point[0] - other[0], point[1] - other[1]) || 1 : 1);
    if (other) return { factor: spread(after) / spread(before), about: other };
    return this.dragged() ? { by: [after[0] - before[0], after[1] - before[1]] } : null;
  }

  lift({ pointerId }: Pick<Press, 'pointerId'>): void {
    this.pressed.delete(pointerId);
  }
}

/** What a turn of the wheel asks for. */
export const wheeled = ({ deltaY, deltaMode, clientX, clientY }: WheelEvent): Gesture => ({
  factor: 2 ** (-deltaY / (deltaMode === 1 ? 12 : 320)),
  about: [clientX, clientY],
});

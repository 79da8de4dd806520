import type { Position } from 'geojson';

/** Vertices closer than this, in degrees, are the same: about a centimetre. */
const gridDegrees = 1e-7;

/** Numbers vertices so that the same position always gets the same number; open addressing, for counties of millions of vertices. */
export class VertexIds {
  readonly x: number[] = [];
  readonly y: number[] = [];
  #slots = new Int32Array(1 << 12);

  /** Number of a position, new if it has not been seen. */
  of([lon = 0, lat = 0]: Position): number {
    if (this.x.length * 2 > this.#slots.length) this.#grow();
    const [x, y] = [Math.round(lon / gridDegrees), Math.round(lat / gridDegrees)];
    const slot = this.#slotOf(x, y);
    if (this.#slots[slot] === 0) {
      this.x.push(x);
      this.y.push(y);
      this.#slots[slot] = this.x.length;
    }
    return (this.#slots[slot] as number) - 1;
  }

  position(id: number): Position {
    return [(this.x[id] as number) * gridDegrees, (this.y[id] as number) * gridDegrees];
  }

  #slotOf(x: number, y: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca6b)) & mask;
    for (;;) {
      const id = (this.#slots[slot] as number) - 1;
      if (id < 0 || (this.x[id] === x && this.y[id] === y)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 0; id < this.x.length; id++)
      this.#slots[this.#slotOf(this.x[id] as number, this.y[id] as number)] = id + 1;
  }
}

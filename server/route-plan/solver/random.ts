/** A seeded source of chance: the same seed gives the same numbers on every machine (xorshift, 32 bits). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x7f4a7c15) | 0 || 1;
    for (let warm = 0; warm < 8; warm++) this.unit();
  }

  /** In [0, 1). */
  unit(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) / 4294967296;
  }

  /** A whole number in [0, below). */
  below(below: number): number {
    return (this.unit() * below) | 0;
  }
}

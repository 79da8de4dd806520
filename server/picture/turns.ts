/**
 * 轮流处理 — at most `atOnce` works under way; up to `waiting` more wait, first come first; beyond those what `full` makes is thrown at once.
 * A work that fails frees its place like one that succeeds.
 */
export class Turns {
  readonly #bounds: { atOnce: number; waiting: number };
  readonly #full: () => Error;
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;

  constructor(bounds: { atOnce: number; waiting: number }, full: () => Error) {
    this.#bounds = bounds;
    this.#full = full;
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#underWay < this.#bounds.atOnce) this.#underWay++;
    else if (this.#waiting.length >= this.#bounds.waiting) throw this.#full();
    // A turn that ends hands its place over, so that nobody who comes meanwhile slips in.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#underWay--;
    }
  }
}

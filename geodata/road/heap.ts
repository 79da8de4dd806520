/** A binary min-heap of small integers by a number, in typed arrays that grow; an integer may be in it more than once (the reader skips the stale). */
export class Heap {
  #keys = new Float64Array(1024);
  #items = new Int32Array(1024);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** The smallest key; only when `size` > 0. */
  get least(): number {
    return this.#keys[0] as number;
  }

  push(item: number, key: number): void {
    if (this.size === this.#items.length) this.#grow();
    const keys = this.#keys;
    const items = this.#items;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = keys[above] as number;
      if (other <= key) break;
      keys[at] = other;
      items[at] = items[above] as number;
      at = above;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** Takes out the item with the smallest key. */
  pop(): number {
    const keys = this.#keys;
    const items = this.#items;
    const first = items[0] as number;
    const last = --this.size;
    const key = keys[last] as number;
    const item = items[last] as number;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= last) break;
      if (below + 1 < last && (keys[below + 1] as number) < (keys[below] as number)) below++;
      const other = keys[below] as number;
      if (other >= key) break;
      keys[at] = other;
      items[at] = items[below] as number;
      at = below;
    }
    keys[at] = key;
    items[at] = item;
    return first;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    const items = new Int32Array(this.#items.length * 2);
    keys.set(this.#keys);
    items.set(this.#items);
    this.#keys = keys;
    this.#items = items;
  }
}

/** Bodies ready to send again, the least recently sent forgotten first; together they never hold more than `mostBytes`. */
export class KeptBodies {
  readonly #bodies = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(key: string): Uint8Array<ArrayBuffer> | undefined {
    const body = this.#bodies.get(key);
    if (body === undefined) return undefined;
    this.#bodies.delete(key);
    this.#bodies.set(key, body);
    return body;
  }

  /** Keeps a body unless it is too large to be kept beside others. */
  keep(key: string, body: Uint8Array<ArrayBuffer>): void {
    if (body.length > this.#mostBytes / 4) return;
    this.#bytes += body.length - (this.#bodies.get(key)?.length ?? 0);
    this.#bodies.set(key, body);
    for (const [oldest, { length }] of this.#bodies) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#bodies.delete(oldest);
      this.#bytes -= length;
    }
  }
}

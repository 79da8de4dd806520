/** How long a lost graphics context may take to come back before the map is drawn without. */
const restoreMs = 3000;

/** 图形上下文 — while the context of lines and names is lost the map is none; back, it is painted again; not back in time, it is given up. */
export class ContextWatch {
  readonly #tell: { lost(): void; back(): void; givenUp(): void };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: { lost(): void; back(): void; givenUp(): void }) {
    this.#tell = tell;
  }

  heard(lost: boolean): void {
    clearTimeout(this.#timer);
    if (!lost) this.#tell.back();
    else {
      this.#tell.lost();
      this.#timer = setTimeout(() => this.#tell.givenUp(), restoreMs);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

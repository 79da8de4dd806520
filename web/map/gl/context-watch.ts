/** How long a lost graphics context may take to come back before the map is drawn without. */
const restoreMs = 3000;

/** The canvases of the map, each with a graphics context of its own. */
type Drawn = 'villages' | 'lines';

/** 图形上下文 — while one of the map's contexts is lost the map is none; all back, it is painted again; not back in time, it is given up. */
export class ContextWatch {
  readonly #lost = new Set<Drawn>();
  readonly #tell: { lost(): void; back(): void; givenUp(): void };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: { lost(): void; back(): void; givenUp(): void }) {
    this.#tell = tell;
  }

  heard(of: Drawn, lost: boolean): void {
    if (lost) this.#lost.add(of);
    else this.#lost.delete(of);
    clearTimeout(this.#timer);
    if (this.#lost.size === 0) this.#tell.back();
    else {
      this.#tell.lost();
      this.#timer = setTimeout(() => this.#tell.givenUp(), restoreMs);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

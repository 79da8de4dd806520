import type { LiveEars, LiveLine } from './live-line.ts';

/** What a page says to the line it shares: it is looked at, or not, or it goes. */
export type ToLine = 'seen' | 'hidden' | 'gone';

/** What the shared line says to its pages. */
export type FromLine =
  | { is: 'notice'; notice: Parameters<LiveEars['onNotice']>[0] }
  | { is: 'stage'; notice: Parameters<NonNullable<LiveEars['onStage']>>[0] }
  | { is: 'day'; on: string }
  | { is: 'state'; goneAt: number | null }
  | { is: 'refused' };

/** As far as this needs a port of a page. */
export interface PagePort {
  postMessage(said: FromLine): void;
}

/** With nobody looking for so long the line is let go of. */
const hiddenMs = 60_000;

/**
 * 一个浏览器一条线 — one line for all pages of one person in a browser, which has only six connections to a server. A page that comes, or comes back
 * to sight, receives at once what was heard last, so that it has missed nothing.
 */
export class LiveShare {
  readonly #open: (ears: LiveEars) => LiveLine;
  readonly #pages = new Map<PagePort, ToLine>();
  #line: LiveLine | null = null;
  #seq: number | null = null;
  #day: string | null = null;
  #goneAt: number | null = null;
  #hidden: ReturnType<typeof setTimeout> | undefined;

  constructor(open: (ears: LiveEars) => LiveLine) {
    this.#open = open;
  }

  heard(page: PagePort, said: ToLine): void {
    if (said === 'gone') this.#pages.delete(page);
    else this.#pages.set(page, said);
    clearTimeout(this.#hidden);
    if (this.#pages.size === 0) {
      this.#end();
      return;
    }
    if (said === 'seen') this.#greet(page);
    this.#line ??= this.#open(this.#ears());
    if ([...this.#pages.values()].includes('seen')) this.#line.wake();
    else this.#hidden = setTimeout(() => this.#line?.rest(), hiddenMs);
  }

  #greet(page: PagePort): void {
    if (this.#seq !== null) page.postMessage({ is: 'notice', notice: { seq: this.#seq, places: [] } });
    if (this.#day !== null) page.postMessage({ is: 'day', on: this.#day });
    page.postMessage({ is: 'state', goneAt: this.#goneAt });
  }

  #end(): void {
    this.#line?.close();
    this.#line = null;
    this.#goneAt = null;
  }

  #tell(said: FromLine): void {
    for (const page of this.#pages.keys()) page.postMessage(said);
  }

  #ears(): LiveEars {
    return {
      onNotice: (notice) => {
        this.#seq = notice.seq;
        this.#tell({ is: 'notice', notice });
      },
      onStage: (notice) => this.#tell({ is: 'stage', notice }),
      onDay: (on) => {
        this.#day = on;
        this.#tell({ is: 'day', on });
      },
      onState: (goneAt) => {
        this.#goneAt = goneAt;
        this.#tell({ is: 'state', goneAt });
      },
      onRefused: () => this.#tell({ is: 'refused' }),
    };
  }
}

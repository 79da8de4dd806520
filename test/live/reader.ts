import { vi } from 'vitest';
import type { LiveNotice } from '../../server/live/answer.ts';

/** An event as a browser takes it from a stream; heartbeats are none. */
export interface Heard {
  id: string;
  event: string;
  notice: LiveNotice;
}

/** Reads a stream of events as a browser does; `text` is all that came. */
export class Reader {
  readonly events: Heard[] = [];
  text = '';
  ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
    this.#read().catch(() => {
      this.ended = true;
    });
  }

  /** The events after the greeting. */
  get changes(): Heard[] {
    return this.events.filter(({ event }) => event === 'change');
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) break;
      this.text += decoder.decode(value, { stream: true });
      this.events.splice(0, this.events.length, ...this.text.split('\n\n').flatMap(heardIn));
    }
    this.ended = true;
  }
}

function heardIn(block: string): Heard[] {
  const said = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const text = said.get('data');
  return text === undefined || said.get('event') === 'beat'
    ? []
    : [{ id: said.get('id') ?? '', event: said.get('event') ?? '', notice: JSON.parse(text) as LiveNotice }];
}

/** Waits until something holds, up to half a minute. */
export const until = (holds: () => boolean): Promise<boolean> => vi.waitUntil(holds, { timeout: 30_000, interval: 10 });

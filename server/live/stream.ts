/** Bytes that may wait for a reader before the reader is dropped; what the operating system holds comes on top. */
export const mostWaitingBytes = 32 * 1024;

/** 一路实时流 — the frames sent to one reader. Who does not read is dropped instead of waited for. */
export class LiveStream {
  /** Account or screen. */
  readonly owner: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly #cut: (() => void) | null;
  readonly #ended: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  /** `cut` breaks the connection under the stream where there is one; `ended` is called once, however it ends. */
  constructor(owner: string, { cut, ended }: { cut: (() => void) | null; ended: () => void }) {
    this.owner = owner;
    this.#cut = cut;
    this.#ended = ended;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => {
          this.#over();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }),
    );
  }

  send(frame: Uint8Array): void {
    const room = this.#controller?.desiredSize ?? 0;
    if (room < frame.length) this.drop();
    else this.#controller?.enqueue(frame);
  }

  /** Ends it in order: the reader sees the end and may come again. */
  close(): void {
    this.#over()?.close();
  }

  /** Breaks it off: whatever waits is thrown away. */
  drop(): void {
    const controller = this.#over();
    if (!controller) return;
    if (this.#cut) this.#cut();
    else controller.error(new Error('The reader does not read.'));
  }

  #over(): ReadableStreamDefaultController<Uint8Array> | null {
    const controller = this.#controller;
    this.#controller = null;
    if (controller) this.#ended();
    return controller;
  }
}

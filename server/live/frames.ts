import type { DayNotice, LiveNotice, StageNotice } from './answer.ts';

const bytes = new TextEncoder();

/** What keeps a connection open that has nothing to say, and tells the reader that the other end is there, and what day it is. */
export function heartbeatFrame(notice: DayNotice): Uint8Array {
  return bytes.encode(`event: beat\ndata: ${JSON.stringify(notice)}\n\n`);
}

/** One event as it goes over the wire; `id` is what the reader says it has when it comes back. */
export function frameOf(event: 'ready' | 'change', id: string, notice: LiveNotice): Uint8Array {
  return bytes.encode(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(notice)}\n\n`);
}

/** Where a meeting stands; it has no id, because who comes back asks where the meeting is. */
export function stageFrame(notice: StageNotice): Uint8Array {
  return bytes.encode(`event: meeting\ndata: ${JSON.stringify(notice)}\n\n`);
}

/** How long a reader waits before it comes again: 2 to 5 s, so that not all come at once. */
export function retryFrame(chance: number): Uint8Array {
  return bytes.encode(`retry: ${2000 + Math.floor(chance * 3000)}\n\n`);
}

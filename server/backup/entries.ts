import { BackupProblem } from './backup-problem.ts';

/** One thing in a backup: a table's rows as JSON lines (`tables/venue`), or a kept file (`files/<hash>.pmtiles`). */
export interface Entry {
  name: string;
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

const nameMark = 1;
const partMark = 2;
const endMark = 3;
const headBytes = 5;

function part(mark: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(headBytes);
  head[0] = mark;
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Entries as one run of bytes: name, parts, name, parts …, end. */
export async function* packed(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  for await (const { name, content } of entries) {
    yield part(nameMark, Buffer.from(name));
    for await (const bytes of content) yield part(partMark, bytes);
  }
  yield part(endMark, new Uint8Array());
}

/** The parts back, each with the name it belongs to; a new entry begins with an empty part. Refuses a run without its end. */
export async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ name: string; part: Uint8Array | null }> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  // A large part comes in many chunks: they are put together once it is whole, not with every chunk.
  let needed = headBytes;
  let name = '';
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < needed) continue;
    let held = Buffer.concat(waiting);
    for (;;) {
      needed = headBytes + (held.length < headBytes ? 0 : held.readUInt32BE(1));
      if (held.length < headBytes || held.length < needed) break;
      const [mark] = held;
      const content = held.subarray(headBytes, needed);
      held = held.subarray(needed);
      if (mark === endMark) return;
      if (mark === nameMark) name = content.toString();
      yield { name, part: mark === nameMark ? null : content };
    }
    waiting = [held];
    size = held.length;
  }
  throw new BackupProblem('incomplete');
}

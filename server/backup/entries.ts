import { BackupProblem } from './backup-problem.ts';

/** One thing in a backup: a table's rows as JSON lines (`tables/venue`), or a kept file (`files/<hash>.pmtiles`). */
export interface Entry {
  name: string;
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

const nameMark = 1;
const partMark = 2;
const endMark = 3;

function part(mark: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
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
  let held: Buffer = Buffer.alloc(0);
  let name = '';
  for await (const chunk of bytes) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    for (;;) {
      if (held.length < 5) break;
      const length = held.readUInt32BE(1);
      if (held.length < 5 + length) break;
      const [mark] = held;
      const content = held.subarray(5, 5 + length);
      held = held.subarray(5 + length);
      if (mark === endMark) return;
      if (mark === nameMark) name = content.toString();
      yield { name, part: mark === nameMark ? null : content };
    }
  }
  throw new BackupProblem('incomplete');
}

// Makes one paper in a process of its own: reads the store beside the server, draws, leaves the file. Started by run-paper.ts alone.
import { writeFileSync } from 'node:fs';
import { readBeside } from '../../audit/open-reading.ts';
import { Refusal } from '../../http/refusal.ts';
import type { PaperKind } from '../kind.ts';
import { paperKinds } from '../kinds.ts';
import type { Said, Work } from './job.ts';

const tell = (said: Said) => new Promise<void>((resolve) => process.send?.(said, () => resolve()) ?? resolve());

/** Steps are reported at most so often, in milliseconds. */
const tellEveryMs = 100;

async function make({ place, engine, kind, asked, view, lang, by, at, to }: Work): Promise<Said> {
  const { make }: PaperKind<unknown> = paperKinds[kind];
  let saidAt = 0;
  const say = (done: number, of: number) => {
    if (done < of && performance.now() - saidAt < tellEveryMs) return;
    saidAt = performance.now();
    void tell({ said: 'step', done, of });
  };
  try {
    const { bytes, title } = await readBeside(place, async (db) => {
      const store = { ...place, db, engine, close: async () => undefined };
      return make({ store, view, lang, by, at, say }, asked);
    });
    writeFileSync(to, bytes);
    return { said: 'made', title, bytes: bytes.length };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const { code, values, parameter = '' } = problem;
    return { said: 'refused', code, values, parameter };
  }
}

process.once('disconnect', () => process.exit(1));
process.once('message', async (work: Work) => {
  await tell(await make(work));
  process.exit(0);
});

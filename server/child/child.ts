// The capped child: reads one job from a file, works it off, leaves the result in a second file. Started by run-child.ts alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Job } from './jobs.ts';

const [jobPath, resultPath, stepPath] = process.argv.slice(2) as [string, string, string];
const job: Job = deserialize(readFileSync(jobPath));
const step = (file: string) => writeFileSync(stepPath, file);
// Each job loads only what it needs: readers, or the drawing of maps.
async function worked(): Promise<unknown> {
  switch (job.job) {
    case 'read':
      return (await import('./child-read.ts')).readGroups(job, step);
    case 'build':
      return (await import('./child-build.ts')).build(job, step);
    case 'redraw':
      return (await import('./child-redraw.ts')).redraw(job);
    case 'picture':
      return (await import('./child-picture.ts')).madeAnew(job);
  }
}
writeFileSync(resultPath, serialize(await worked()));
process.exit(0);

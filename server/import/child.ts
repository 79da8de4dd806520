// The capped child: reads one job from a file, works it off, leaves the result in a second file. Started by run-child.ts alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Job } from './jobs.ts';

const [jobPath, resultPath, stepPath] = process.argv.slice(2) as [string, string, string];
const job: Job = deserialize(readFileSync(jobPath));
const step = (file: string) => writeFileSync(stepPath, file);
// Each job loads only what it needs: readers, or the drawing of maps.
const result =
  job.job === 'read'
    ? await (await import('./child-read.ts')).readGroups(job, step)
    : await (await import('./child-build.ts')).build(job, step);
writeFileSync(resultPath, serialize(result));
process.exit(0);

// The capped child: reads one job from a file, works it off, leaves the result in a second file. Started by run-child.ts alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { build } from './child-build.ts';
import { readGroups } from './child-read.ts';
import type { Job } from './jobs.ts';

const [jobPath, resultPath, stepPath] = process.argv.slice(2) as [string, string, string];
const job: Job = deserialize(readFileSync(jobPath));
const step = (file: string) => writeFileSync(stepPath, file);
const result = job.job === 'read' ? await readGroups(job, step) : await build(job, step);
writeFileSync(resultPath, serialize(result));
process.exit(0);

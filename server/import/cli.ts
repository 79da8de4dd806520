// `npm run import -- FOLDER|FILES… [--dry-run] [--crs EPSG:n] [--confirm NUMBERS|CODES] [--data DIR] [--lang zh|en]`
// Ends with 0: written, nothing to write, or a dry run without questions · 1: cannot start · 2: something waits for an answer or is refused.

import { isProblem } from '../arguments.ts';
import { adoptDefaults } from '../campaign/default-store.ts';
import { readImportCall } from '../configuration.ts';
import { openStore } from '../db/open.ts';
import { StartProblem } from '../db/start-problem.ts';
import { fill } from '../words/fill.ts';
import { startSentences } from '../words/start.message.ts';
import { importFiles } from './import-files.ts';
import { printReport } from './print-report.ts';
import { blocks } from './report.ts';

const call = readImportCall(process.argv.slice(2), process.env);
if (isProblem(call)) {
  process.stderr.write(`${call.sentence}\n`);
  process.exit(1);
}
try {
  const store = await openStore(call);
  await adoptDefaults(store);
  const { dryRun, crs, confirmed } = call;
  const report = await importFiles(store, call.paths, { dryRun, crs, confirmed, actor: 'import' });
  await store.close();
  process.stdout.write(printReport(report, call.lang));
  process.exitCode = blocks(report) ? 2 : 0;
} catch (problem) {
  if (!(problem instanceof StartProblem)) throw problem;
  process.stderr.write(`${fill(startSentences[problem.code][call.lang], problem.values)}\n`);
  process.exitCode = 1;
}

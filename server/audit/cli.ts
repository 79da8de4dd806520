// `npm run audit verify [--data DIR] [--lang zh|en]`, also beside a running server.
// Ends with 0: both chains whole · 1: cannot be read · 2: something was changed, taken out or put in.
import { isProblem } from '../arguments.ts';
import { readAuditCall } from '../configuration.ts';
import { StartProblem } from '../db/start-problem.ts';
import { fill } from '../words/fill.ts';
import { startSentences } from '../words/start.message.ts';
import { readBeside } from './open-reading.ts';
import { verifiedText } from './verify.message.ts';
import { verifyChains } from './verify.ts';

const call = readAuditCall(process.argv.slice(2), process.env);
if (isProblem(call)) {
  process.stderr.write(`${call.sentence}\n`);
  process.exit(1);
}
try {
  const found = await readBeside(call, verifyChains);
  process.stdout.write(`${verifiedText(found)[call.lang]}\n`);
  process.exitCode = found.breaks.length === 0 ? 0 : 2;
} catch (problem) {
  if (!(problem instanceof StartProblem)) throw problem;
  process.stderr.write(`${fill(startSentences[problem.code][call.lang], problem.values)}\n`);
  process.exitCode = 1;
}

// `npm run backup`, `npm run backup verify`, `npm run restore`; ends with 0, or 1 and one sentence.
import { isProblem } from '../arguments.ts';
import { readBackupCall } from '../configuration.ts';
import { StartProblem } from '../db/start-problem.ts';
import { fill } from '../words/fill.ts';
import { startSentences } from '../words/start.message.ts';
import { backupFaults, backupSaid } from './backup.message.ts';
import { BackupProblem } from './backup-problem.ts';
import { backupsIn } from './backups-in.ts';
import { readKey, readOrMakeKey } from './key-file.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup, verifyBackup } from './read-backup.ts';

const call = readBackupCall(process.argv.slice(2), process.env);
if (isProblem(call)) {
  process.stderr.write(`${call.sentence}\n`);
  process.exit(1);
}
const { lang } = call;
const file = call.file ?? backupsIn(call.to)[0]?.file ?? '';

async function run(
  what: 'make' | 'verify' | 'restore',
  place: { dataDir: string; databaseUrl: string | null },
  to: string,
  keyFile: string,
) {
  if (what === 'make') {
    const { key, made } = readOrMakeKey(keyFile);
    const backup = await makeBackup(place, to, key);
    const megabytes = (backup.bytes / 1e6).toFixed(1);
    if (made) say('key-made', { file: keyFile });
    return say('made', { ...backup, megabytes });
  }
  if (file === '') throw new BackupProblem('none-found', { folder: to });
  const key = readKey(keyFile);
  if (what === 'verify') return say('whole', { ...(await verifyBackup(file, key)), file });
  return say('restored', { ...(await restoreBackup(file, key, place)), folder: place.dataDir });
}

function say(what: keyof typeof backupSaid, values: Record<string, string | number>): void {
  process.stdout.write(`${fill(backupSaid[what][lang], values)}\n`);
}

try {
  await run(call.what, call, call.to, call.key);
} catch (problem) {
  if (problem instanceof BackupProblem)
    process.stderr.write(`${fill(backupFaults[problem.code][lang], { file, folder: call.to, ...problem.values })}\n`);
  else if (problem instanceof StartProblem)
    process.stderr.write(`${fill(startSentences[problem.code][lang], problem.values)}\n`);
  else throw problem;
  process.exitCode = 1;
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every folder a test makes lies in one of its run, which goes with it; short, since a socket's path lies in it too. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cm-'));
  // PostgreSQL runs as a user of its own and goes through.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

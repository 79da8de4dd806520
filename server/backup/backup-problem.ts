/** Why a backup cannot be made, read or restored; each has its sentence in backup.message.ts. */
export type BackupFault =
  | 'no-backup'
  | 'wrong-key'
  | 'key-missing'
  | 'key-unusable'
  | 'cut'
  | 'changed'
  | 'incomplete'
  | 'chain-broken'
  | 'none-found'
  | 'folder-not-empty'
  | 'not-writable'
  | 'disk-full'
  | 'failed'
  | 'newer';

export class BackupProblem extends Error {
  readonly code: BackupFault;
  readonly values: Record<string, string | number>;
  constructor(code: BackupFault, values: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

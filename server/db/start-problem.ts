/** Why a store cannot be opened. The sentences stand in words/start.message.ts. */
export type StartCode =
  | 'folder-not-writable'
  | 'store-damaged'
  | 'store-missing'
  | 'store-newer'
  | 'folder-in-use'
  | 'database-unreachable'
  | 'database-in-use'
  | 'database-standby';

/** A refusal to start; `values` fill the sentence (folder, process, version …). */
export class StartProblem extends Error {
  readonly code: StartCode;
  readonly values: Record<string, string | number>;
  constructor(code: StartCode, values: Record<string, string | number>) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** GET /api/papers/{paper} — one export of one's own. */
export interface PaperAnswer {
  id: string;
  kind: string;
  /** What it becomes, in the language asked for: the file's name once it is made. */
  title: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** How many are before it while it waits. */
  before: number;
  /** Steps done, of how many; 0 of 0 before that is known. */
  done: number;
  of: number;
  askedAt: string;
  /** What its figures are as of, once it has begun. */
  seq: number | null;
  on: string | null;
  /** Once it is made: its size, and until when it is kept. */
  bytes: number | null;
  keptUntil: string | null;
  /** Why it failed, and what to do. */
  fault: string | null;
}

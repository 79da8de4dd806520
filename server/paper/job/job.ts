import type { RefusalCode } from '../../http/refusal.ts';
import type { LocalDate, View, Viewer } from '../../rights/view.ts';
import type { Language } from '../../words/fill.ts';
import type { PaperKindId } from '../kinds.ts';

/** What an export is asked with. */
export interface JobGiven {
  id: string;
  viewer: Viewer;
  /** Hash of the session it was asked in; null for none. */
  session: string | null;
  address: string;
  kind: PaperKindId;
  lang: Language;
  asOf: LocalDate | undefined;
  asked: unknown;
}

/** 导出任务 — one paper to be made, and how it stands. */
export interface Job extends JobGiven {
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** Grows with everything that changes of it. */
  version: number;
  askedAt: Date;
  done: number;
  of: number;
  view: View | null;
  made: { title: string; file: string; bytes: number; until: Date } | null;
  fault: { code: RefusalCode; values: Record<string, string | number>; parameter: string } | null;
  /** Aborted when nobody wants it any more. */
  stop: AbortController;
}

/** What goes to the process that makes a paper. */
export interface Work {
  place: { dataDir: string; databaseUrl: string | null };
  engine: 'sqlite' | 'postgresql';
  kind: PaperKindId;
  asked: unknown;
  view: View;
  lang: Language;
  by: string;
  at: string;
  /** Where the file is to stand. */
  to: string;
}

/** What it says back. */
export type Said =
  | { said: 'step'; done: number; of: number }
  | { said: 'made'; title: string; bytes: number }
  | { said: 'refused'; code: RefusalCode; values: Record<string, string | number>; parameter: string };

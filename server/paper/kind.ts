import type { z } from 'zod';
import type { Store } from '../db/open.ts';
import type { Action } from '../rights/rights.message.ts';
import type { View } from '../rights/view.ts';
import type { Language } from '../words/fill.ts';
import type { Text } from '../words/text.ts';

/** What a paper is made with: the store as of one view, so that every figure is one the API gives at the same sequence. */
export interface PaperGiven {
  store: Store;
  view: View;
  lang: Language;
  /** Who exports, by function and no name. */
  by: string;
  /** When it is exported, in words of `lang`. */
  at: string;
  /** Tells how far it is: steps done, of how many. */
  say(done: number, of: number): void;
}

/** A paper made; `title` names the file and stands in the log. */
export interface Made {
  bytes: Uint8Array;
  title: string;
}

/** 一种文件 — a kind of paper: what it may be asked with, who may, and how it is made, in a process of its own. */
export interface PaperKind<Asked> {
  title: Text;
  extension: string;
  media: string;
  /** What one must have a right to besides exporting. */
  action: Action;
  asked: z.ZodType<Asked>;
  /** May refuse with any `Refusal`. Loads what it draws with only now, for the server itself never needs it. */
  make(given: PaperGiven, asked: Asked): Promise<Made>;
}

/** A kind whose `make` takes just what its schema lets through. */
export const paperKind = <Asked>(kind: PaperKind<Asked>): PaperKind<unknown> => kind;

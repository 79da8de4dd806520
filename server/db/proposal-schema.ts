import type { Versioned } from './schema.ts';

/** 调整申请 — a change asked for by somebody who may not make it. Key (id, since). */
export interface ProposalTable extends Versioned {
  id: string;
  areaId: string;
  /** The form its fields stand in: `venue` or `organisation`. */
  form: string;
  /** `waiting`, `accepted`, `refused` or `withdrawn`. */
  state: string;
  /** JSON of Cell[] (save/proposal/rules.ts). */
  cells: string;
  proposedOn: string;
  decidedOn: string | null;
  /** Why it was refused, or what was said with the assent. */
  answer: string | null;
}

/** 情况说明 — the reason given for saving what was asked about; written with the version it explains. Key (id, since). */
export interface ConfirmationTable extends Versioned {
  id: string;
  areaId: string;
  form: string;
  /** JSON list of what was asked (codes of save/rules.ts). */
  codes: string;
  reason: string;
}

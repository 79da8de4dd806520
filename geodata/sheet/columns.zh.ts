import type { LedgerKind } from '../format/hand-over.ts';
import type { Column } from './column.ts';
import { campaign, inspection, linkage, responsibility } from './county-columns.zh.ts';
import { organisation, venue } from './village-columns.zh.ts';

/** 台账列 — the columns of each ledger. A new header of an office is one more word here. */
export const ledgerColumns: Record<LedgerKind, Column[]> = {
  venue,
  organisation,
  inspection,
  linkage,
  responsibility,
  campaign,
};

/** Columns that tell a ledger from the others: it is one when so many of them are there. */
export const ledgerMarks: Record<LedgerKind, { keys: string[]; atLeast: number }> = {
  venue: {
    keys: [
      'stage',
      'builtPlannedOn',
      'startPlannedOn',
      'organisationAcceptedOn',
      'item.hall',
      'item.clinic',
      'item.flag',
    ],
    atLeast: 1,
  },
  organisation: { keys: ['name', 'backward', 'namedBy', 'screenedOn', 'guidingUnit'], atLeast: 2 },
  inspection: { keys: ['number', 'occurredOn', 'level', 'team', 'villages'], atLeast: 3 },
  linkage: { keys: ['leader', 'town'], atLeast: 2 },
  responsibility: { keys: ['function', 'name'], atLeast: 2 },
  campaign: { keys: ['item', 'content', 'on'], atLeast: 2 },
};

import type { LedgerKind } from '../format/hand-over.ts';
import type { Column } from './column.ts';
import { campaign, inspection, linkage, responsibility } from './county-columns.zh.ts';
import { organisation, venue } from './village-columns.zh.ts';

/** 台账列 — the columns of each ledger. A new header of an office is one more word here; brackets, blanks, quotes and units are not compared. */
export const ledgerColumns: Record<LedgerKind, Column[]> = {
  venue,
  organisation,
  inspection,
  linkage,
  responsibility,
  campaign,
};

/** The county’s words for some fields of a ledger, in their order: what it writes above its columns. */
export const columnTitles = (ledger: LedgerKind, keys: readonly string[]): string[] =>
  keys.map((key) => ledgerColumns[ledger].find((column) => column.key === key)?.headers[0] ?? key);

/** Headers of what the product works out from the other columns: they are read over, as the product’s own ledgers hold them. */
export const workedOutHeaders = [
  ...['滞后', '超期', '逾期', '延期', '拖期'].flatMap((word) => [word, `${word}天数`, `是否${word}`]),
  ...['判定依据', '状态', '达标项数', '验收合格率', '督查覆盖率', '上次报送距今'],
];

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

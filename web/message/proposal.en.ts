import type { ProposalWords } from './proposal.zh.ts';

/** Change requests in English. */
export const proposalEn: ProposalWords = {
  title: 'Change requests',
  section: 'Change requests ({n} waiting)',
  waiting: '{n} to decide',
  waitingTitle: '{n} change requests wait to be decided',
  open: 'Waiting ({n})',
  decided: 'Decided ({n})',
  none: 'No change requests. When a town or village changes planned dates or other terms that the organisation department sets, its request is listed here.',
  noneOpen: 'No change request waits.',
  forms: { venue: 'Village centre', organisation: 'Party organisation' },
  states: { waiting: 'waiting', accepted: 'accepted', refused: 'refused', withdrawn: 'withdrawn' },
  change: '{from} → {to}',
  asked: 'asked for by {who} on {day}',
  decidedOn: 'decided by {who} on {day}',
  answer: 'Decision: {text}',
  accept: 'Accept',
  refuse: 'Refuse',
  withdraw: 'Withdraw',
  reason: 'Why it is refused (needed)',
  say: 'Remark (optional)',
  why: 'Reason (needed)',
  confirm: 'Confirm',
  cancel: 'Cancel',
  unit: 'the unit',
  acceptHint: 'It holds as soon as it is accepted; the first planned date is kept.',
};

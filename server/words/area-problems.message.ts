import type { RefusalCode } from '../http/refusal.ts';
import type { Text } from './text.ts';

const cannot: Text = { zh: '不能撤销区划变更', en: 'The area change cannot be withdrawn' };

/** Title and detail of what keeps a change of places from being withdrawn. */
export const areaProblems = {
  'area-change-unknown': {
    title: { zh: '没有这次区划变更', en: 'No such area change' },
    detail: {
      zh: '没有找到这次区划变更，请刷新后再看。',
      en: 'This area change was not found. Reload the page.',
    },
  },
  'area-change-withdrawn': {
    title: cannot,
    detail: {
      zh: '不能撤销：这次区划变更已经撤销。请刷新后再看。',
      en: 'This area change was already withdrawn. Reload the page.',
    },
  },
  'area-change-later': {
    title: cannot,
    detail: {
      zh: '不能撤销：所涉地点此后又有变更。请先撤销后面的变更，或登记新的变更。',
      en: 'Its places were changed again later. Withdraw the later change first, or record a new one.',
    },
  },
  'area-change-drawn': {
    title: cannot,
    detail: {
      zh: '不能撤销：变更生效后已导入新的界线。请登记新的变更，并导入相应的界线。',
      en: 'Boundaries were imported after it took effect. Record a new change, and import its boundaries.',
    },
  },
  'area-change-reported': {
    title: cannot,
    detail: {
      zh: '不能撤销：变更生效后，“{name}”已有填报、督查、交办等记录或账号。请登记新的变更。',
      en: '“{name}” has had reports, visits, tasks or an account since it took effect. Record a new change.',
    },
  },
  'area-change-taken': {
    title: cannot,
    detail: {
      zh: '不能撤销：原名称或代码已由“{name}”使用。请先变更“{name}”的名称或代码。',
      en: 'The former name or code now belongs to “{name}”. Change that one first.',
    },
  },
} satisfies Partial<Record<RefusalCode, { title: Text; detail: Text }>>;

import type { Lang } from '../../ui/format.ts';
import { proposalEn } from './proposal.en.ts';
import { type ProposalWords, proposalZh } from './proposal.zh.ts';

/** Words of change requests in a language. */
export const proposalWords = (lang: Lang): ProposalWords => (lang === 'zh' ? proposalZh : proposalEn);

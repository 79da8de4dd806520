import { allOf, sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';
import type { Break, Verified } from './verify.ts';

const chains: Record<Break['in'], Text> = {
  change: { zh: '变更记录', en: 'the change log' },
  auditEvent: { zh: '安全日志', en: 'the audit log' },
};

const faults: Record<Break['fault'], Text> = {
  altered: {
    zh: '{chain}第 {number} 号的内容与写入时不符',
    en: 'entry {number} of {chain} is not as it was written',
  },
  missing: { zh: '{chain}缺第 {number} 号', en: 'entry {number} of {chain} is missing' },
  orphan: {
    zh: '有数据写在{chain}并不存在的第 {number} 号之下',
    en: 'data refers to entry {number}, which {chain} does not have',
  },
  ended: {
    zh: '{chain}第 {number} 号写入的数据被改了失效时间',
    en: 'the end date of data written as entry {number} of {chain} was altered',
  },
};

/** What a check found, as one sentence; where a chain is broken, what to do. */
export function verifiedText({ changes, events, breaks }: Verified): Text {
  if (breaks.length === 0)
    return sentence(
      '完好：变更记录 {changes} 条、安全日志 {events} 条，逐条校验，链条完整。',
      'Intact: {changes} changes and {events} audit log entries were checked one by one, and both chains are unbroken.',
      { changes, events },
    );
  const said = allOf(
    breaks.map(({ fault, number, in: chain }) => {
      const { zh, en } = faults[fault];
      return sentence(zh, en, { number, chain: chains[chain] });
    }),
  );
  return {
    zh: `已被改动：共查变更记录 ${changes} 条、安全日志 ${events} 条，${said.zh}。请保留现有数据文件夹不动，用此前的备份核对这一号前后的内容，并报告县委组织部。`,
    en: `Altered: of ${changes} changes and ${events} audit log entries checked, ${said.en}. Leave the data folder as it is, compare the data around that entry with an earlier backup, and report to the organisation department.`,
  };
}

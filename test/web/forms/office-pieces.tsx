import type { ComponentType } from 'react';
import type { AccountAnswer } from '../../../server/user/answer.ts';
import { AccountForm } from '../../../web/admin/AccountForm.tsx';
import { EditionForm } from '../../../web/admin/EditionForm.tsx';
import { Operations } from '../../../web/admin/Operations.tsx';
import { PassOn } from '../../../web/admin/PassOn.tsx';
import { Screens } from '../../../web/admin/Screens.tsx';
import type { Shown } from './shown-piece.ts';

const account: AccountAnswer = {
  ...{ id: 'a1', login: 'a', name: '甲', post: '书记', unit: '某镇', workPhone: null, role: 'leader', state: 'active' },
  ...{ places: [], subjects: [], teams: [], createdAt: '2026-10-01T00:00:00Z', seenAt: null, sessions: 0, own: false },
  ...{ may: { describe: 'does' }, proposal: null, link: null, passedOnAt: null },
};

/** The forms of the administration. */
export const officePieces: Record<string, ComponentType<Shown>> = {
  account: ({ tell }) => (
    <AccountForm
      account={null}
      choices={{ accounts: [], places: [], teams: [], roles: ['leader'] }}
      lang="zh"
      onSaved={() => tell('done')}
      onAct={tell}
      onClose={() => tell('closed')}
    />
  ),
  'pass-on': ({ tell }) => (
    <PassOn account={account} lang="zh" onSaved={() => tell('done')} onClose={() => tell('closed')} />
  ),
  edition: () => <EditionForm kind="thresholds" lang="zh" />,
  screens: () => <Screens lang="zh" />,
  operations: () => <Operations lang="zh" />,
};

import type { AccountAnswer } from '../../server/user/answer.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';
import type { AccountAct } from './Accounts.tsx';

interface ActsProps {
  account: AccountAnswer;
  lang: Lang;
  onAct(wanted: AccountAct): void;
  onClose(): void;
  /** Null while it is being passed on. */
  onPassOn: (() => void) | null;
}

/** What may be done to an account beside changing it: a reset, the end of its sign-ins, and passing it on. */
export function AccountActs({ account, lang, onAct, onClose, onPassOn }: ActsProps) {
  const { accounts: words } = adminWords(lang);
  const { id, may } = account;
  const act = (wanted: AccountAct) => {
    onAct(wanted);
    onClose();
  };
  return (
    <>
      {may.reset && (
        <button type="button" className="link" title={words.resetNote} onClick={() => act({ id, act: 'reset' })}>
          {words.reset}
        </button>
      )}
      {may['end-sessions'] && (
        <button type="button" className="link" onClick={() => act({ id, act: 'end-sessions' })}>
          {words.endSessions}
        </button>
      )}
      {may.unlock && (
        <button type="button" className="link" onClick={() => act({ id, act: 'unlock' })}>
          {words.unlock}
        </button>
      )}
      {may['pass-on'] && onPassOn && (
        <button type="button" className="link" title={words.passOnNote} onClick={onPassOn}>
          {words.passOn}
        </button>
      )}
    </>
  );
}

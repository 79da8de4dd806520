import { useState } from 'react';
import type { AccountAnswer } from '../../server/user/answer.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { Field } from '../ui/Field.tsx';
import type { Lang } from '../ui/format.ts';
import type { Asked } from './Accounts.tsx';

interface ActsProps {
  account: AccountAnswer;
  lang: Lang;
  onAct(asked: Asked): void;
  onClose(): void;
}

/** What may be done to an account beside changing it: a reset, the end of its sign-ins, and passing it on. */
export function AccountActs({ account, lang, onAct, onClose }: ActsProps) {
  const { accounts: words, cancel } = adminWords(lang);
  const { id, may } = account;
  const [next, setNext] = useState<{ name: string; post: string } | null>(null);
  const act = (asked: Asked) => {
    onAct(asked);
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
      {may['pass-on'] && !next && (
        <button
          type="button"
          className="link"
          title={words.passOnNote}
          onClick={() => setNext({ name: '', post: account.post ?? '' })}
        >
          {words.passOn}
        </button>
      )}
      {next && (
        <fieldset className="all" data-part="pass-on">
          <legend>{words.passOnTo}</legend>
          <p className="hint">{words.passOnNote}</p>
          <Field label={words.person} value={next.name} onText={(name) => setNext({ ...next, name })} />
          <Field label={words.post} value={next.post} onText={(post) => setNext({ ...next, post })} />
          <div className="row">
            <button
              type="button"
              className="primary"
              disabled={next.name.trim() === '' || next.post.trim() === ''}
              onClick={() => act({ id, act: 'pass-on', body: { ...next, unit: account.unit, workPhone: null } })}
            >
              {words.passOn}
            </button>
            <button type="button" className="quiet" onClick={() => setNext(null)}>
              {cancel}
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
}

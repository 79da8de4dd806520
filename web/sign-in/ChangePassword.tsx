import type { SessionAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { LineField } from '../form/box/box-fields.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { accountWords } from '../message/account/account-words.ts';
import type { Lang } from '../ui/format.ts';
import { NewPasswordCard, noPassword } from './NewPasswordCard.tsx';
import { useSigningForm } from './use-signing-form.ts';

interface ChangeProps {
  session: SessionAnswer;
  lang: Lang;
  /** Null where nothing else may be done before. */
  onBack: (() => void) | null;
}

/** 修改口令 — one's own. */
export function ChangePassword({ session, lang, onBack }: ChangeProps) {
  const { change } = accountWords(lang);
  const form = useSigningForm({
    values: { current: '', ...noPassword },
    signIn: ({ current, password: next }) => send('POST', '/session/password', {}, { current, next }),
    onSigned: () => onBack?.(),
  });
  return (
    <NewPasswordCard
      {...{ form, lang, title: change.title, policy: session.policy, label: change.next }}
      part="change-password"
      text={onBack === null ? change.must : undefined}
      foot={
        <FormFoot
          words={{ send: change.save, ...(onBack ? { cancel: change.back } : {}) }}
          quiet="quiet"
          missed={false}
          onCancel={onBack ?? undefined}
        />
      }
    >
      <LineField path="current" label={change.current} type="password" autoComplete="current-password" required />
    </NewPasswordCard>
  );
}

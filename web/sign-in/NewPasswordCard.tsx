import type { ReactNode } from 'react';
import type { PasswordPolicy } from '../../server/user/answer.ts';
import { LineField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import type { Form } from '../form/use-form.ts';
import { accountWords } from '../message/account/account-words.ts';
import type { Lang } from '../ui/format.ts';
import { ContourLines } from './ContourLines.tsx';
import { policyText } from './policy-text.ts';
import './sign-in.css';

/** A new password, typed twice. */
export interface NewPassword {
  password: string;
  repeat: string;
}
export const noPassword: NewPassword = { password: '', repeat: '' };

interface CardProps<Values extends NewPassword> {
  form: Form<Values>;
  lang: Lang;
  part: string;
  title: string;
  text?: string | undefined;
  /** What a new password must hold; null where none can be set here. */
  policy: PasswordPolicy | null;
  label: string;
  /** What was found wrong before anything was sent. */
  fault?: string | null;
  /** The buttons below. */
  foot: ReactNode;
  /** What is asked besides. */
  children?: ReactNode;
}

/** 口令页 — the card that sets a password of one's own, typed twice; what differs is not sent. */
export function NewPasswordCard<Values extends NewPassword>(props: CardProps<Values>) {
  const { form, lang, part, title, text, policy, label, fault = null, foot, children } = props;
  const { change } = accountWords(lang);
  const fresh = { type: 'password', autoComplete: 'new-password', required: true } as const;
  const submit = () => {
    const { password, repeat } = form.values;
    if (password === repeat) void form.save();
    else form.refuse('', { repeat: change.differ });
  };
  return (
    <main className="sign-in" data-part={part}>
      <ContourLines />
      <FormBox className="sign-in-card sign-in-form" form={form} lang={lang} missed={false} onSend={submit}>
        <header>
          <h1>{title}</h1>
          {text !== undefined && <p>{text}</p>}
        </header>
        {children}
        {policy && (
          <>
            <LineField {...fresh} path="password" label={label} hint={policyText(policy, lang)} />
            <LineField {...fresh} path="repeat" label={change.repeat} />
          </>
        )}
        {fault === null ? (
          <FormFault />
        ) : (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        {foot}
      </FormBox>
    </main>
  );
}

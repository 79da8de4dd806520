import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { LineField } from '../form/box/box-fields.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { accountWords } from '../message/account/account-words.ts';
import type { Lang } from '../ui/format.ts';
import { NewPasswordCard, noPassword } from './NewPasswordCard.tsx';
import { useSigningForm } from './use-signing-form.ts';

/** 首次设置 — the first account, by the one-time link of the terminal; its token stands behind the # and is sent to nobody else. */
export function SetUp({ session, lang }: { session: SessionAnswer; lang: Lang }) {
  const words = accountWords(lang);
  const { setUp } = words;
  const [token] = useState(() => window.location.hash.slice(1));
  const navigate = useNavigate();
  const form = useSigningForm({
    values: { login: '', name: '', post: '', ...noPassword },
    signIn: ({ repeat: _, ...account }) => send('POST', '/set-up', {}, { token, ...account }),
    onSigned: () => void navigate({ to: '/' }),
  });
  return (
    <NewPasswordCard
      {...{ form, lang, title: setUp.title, text: setUp.text, policy: session.policy, label: words.password }}
      part="set-up"
      fault={token === '' ? setUp.noToken : null}
      foot={<FormFoot words={{ send: setUp.make }} sendable={token !== ''} />}
    >
      <LineField path="login" label={setUp.login} autoComplete="username" required />
      <LineField path="name" label={setUp.name} autoComplete="name" required />
      <LineField path="post" label={setUp.post} required />
    </NewPasswordCard>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { accountWords } from '../message/account/account-words.ts';
import { faultText } from '../signing.ts';
import { fill, type Lang } from '../ui/format.ts';
import { NewPasswordCard, noPassword } from './NewPasswordCard.tsx';
import { useSigningForm } from './use-signing-form.ts';

/** 设置口令 — the page of a one-time link: whom it is for, and a password of one's own. The token stands behind the #. */
export function UseLink({ session, lang }: { session: SessionAnswer; lang: Lang }) {
  const words = accountWords(lang);
  const [token] = useState(() => window.location.hash.slice(1));
  const navigate = useNavigate();
  const whom = useQuery({
    // Whom somebody may become is forgotten no more than who is signed in.
    queryKey: ['session', 'link', token, lang],
    queryFn: () => send('POST', '/session/link', { lang }, { token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const home = () => void navigate({ to: '/', search: lang === 'en' ? { lang } : {} });
  const form = useSigningForm({
    values: noPassword,
    signIn: ({ password }) => send('POST', '/session/link/use', {}, { token, password }),
    onSigned: home,
  });
  const over = whom.error !== null;
  const of = whom.data && {
    ...{ role: whom.data.roleTitle[lang], name: whom.data.name ?? '', login: whom.data.login },
  };
  return (
    <NewPasswordCard
      {...{ form, lang, label: words.password }}
      part="use-link"
      title={over ? words.link.over : words.link.title}
      text={of && fill(words.link.text, of)}
      policy={of ? session.policy : null}
      fault={faultText(whom.error, words)}
      foot={
        <div className="row">
          {of && <FormFoot words={{ send: words.link.save }} />}
          {over && (
            <button type="button" className="quiet" onClick={home}>
              {words.link.home}
            </button>
          )}
        </div>
      }
    />
  );
}

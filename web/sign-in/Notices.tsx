import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SignedIn } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { accountWords } from '../message/account/account-words.ts';
import { sessionQuery } from '../session.ts';
import { faultText } from '../signing.ts';
import { fill, instantText, type Lang } from '../ui/format.ts';
import { ContourLines } from './ContourLines.tsx';
import './sign-in.css';

/** 账号变动 — what others did to one's account, read once before anything else. */
export function Notices({ notices, lang }: { notices: SignedIn['notices']; lang: Lang }) {
  const { notices: words, ...all } = accountWords(lang);
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: () => send('POST', '/session/notices', {}, { ids: notices.map(({ id }) => id) }),
    onSuccess: () => client.invalidateQueries(sessionQuery()),
  });
  const what = (action: string) =>
    Object.hasOwn(words.what, action) ? words.what[action as keyof typeof words.what] : words.what.other;
  const fault = reading.error && faultText(reading.error, { ...all, notices: words });
  return (
    <main className="sign-in" data-part="account-notices">
      <ContourLines />
      <section className="sign-in-card sign-in-form">
        <header>
          <h1>{words.title}</h1>
        </header>
        <ul>
          {notices.map(({ id, at, action, name, post, unit }) => (
            <li key={id}>
              {fill(words.line, {
                at: instantText(at, lang),
                by: [unit, post, name].filter(Boolean).join(lang === 'zh' ? '' : ' '),
                what: what(action),
              })}
            </li>
          ))}
        </ul>
        <p className="hint">{words.ask}</p>
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <button type="button" className="primary" disabled={reading.isPending} onClick={() => reading.mutate()}>
          {words.read}
        </button>
      </section>
    </main>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PasswordPolicy } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { may, sessionQuery } from '../session.ts';
import { policyText } from '../sign-in/policy-text.ts';
import type { Lang } from '../ui/format.ts';
import { useSaid } from '../ui/PanelState.tsx';

const profiles = ['classified', 'asvs'] as const satisfies PasswordPolicy['profile'][];

/** 口令规则 — which of the two rules passwords are held to, and what it asks. */
export function PasswordRule({ lang }: { lang: Lang }) {
  const { passwordRule: words } = adminWords(lang);
  const session = useQuery(sessionQuery()).data;
  const client = useQueryClient();
  const said = useSaid(lang);
  const saving = useMutation({
    mutationFn: (profile: PasswordPolicy['profile']) => send('PUT', '/password-profile', {}, { profile }),
    onSuccess: async () => {
      await client.invalidateQueries(sessionQuery());
      said.ok();
    },
    onError: said.fault,
  });
  if (!session || !may(session, 'keep-security')) return null;
  return (
    <fieldset className="password-rule" data-part="password-rule" disabled={saving.isPending}>
      <legend>{words.title}</legend>
      <div className="row">
        {profiles.map((profile) => (
          <label key={profile}>
            <input
              type="radio"
              name="password-profile"
              checked={session.policy.profile === profile}
              onChange={() => saving.mutate(profile)}
            />
            {words[profile]}
          </label>
        ))}
        {said.line}
      </div>
      <p className="hint">{policyText(session.policy, lang)}</p>
      <p className="hint">{words.text}</p>
    </fieldset>
  );
}

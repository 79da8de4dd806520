import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountAnswer, AccountsAnswer, FirstPassword } from '../../server/user/answer.ts';
import { ask, send } from '../api.ts';
import { instantText } from '../chrome/TopBar.tsx';
import { adminWords } from '../message/admin-words.ts';
import type { Lang } from '../ui/format.ts';
import { AccountForm } from './AccountForm.tsx';
import { PanelState, useSaid } from './PanelState.tsx';
import { PasswordRule } from './PasswordRule.tsx';
import { RightsTable } from './RightsTable.tsx';
import { roleTitle } from './role-title.ts';
import { ToldOnce } from './ToldOnce.tsx';

const accountsQuery = () =>
  queryOptions({ queryKey: ['accounts'], queryFn: ({ signal }) => ask<AccountsAnswer>('/api/accounts', signal) });

/** 人员与账号 — who may sign in, with role and places; new ones, changes, and a new first password. */
export function Accounts({ lang }: { lang: Lang }) {
  const words = adminWords(lang);
  const asked = useQuery(accountsQuery());
  const client = useQueryClient();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<AccountAnswer | 'new' | null>(null);
  const [first, setFirst] = useState<FirstPassword | null>(null);
  const said = useSaid(lang);
  const reset = useMutation({
    mutationFn: (id: string) => send<FirstPassword>('POST', `/api/accounts/${id}/reset`, {}),
    onSuccess: setFirst,
    onError: said.fault,
  });
  if (!asked.data) return <PanelState asked={asked} lang={lang} />;
  const { accounts } = asked.data;
  const wanted = query.trim().toLowerCase();
  const shown = accounts.filter(({ name, login, post, unit }) =>
    [name, login, post, unit].some((text) => text?.toLowerCase().includes(wanted)),
  );
  const saved = (answer: FirstPassword | null) => {
    setOpen(null);
    if (answer) setFirst(answer);
    said.ok();
    void client.invalidateQueries({ queryKey: ['accounts'] });
  };
  return (
    <>
      <div className="office-bar">
        <input
          type="search"
          aria-label={words.accounts.search}
          placeholder={words.accounts.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <button type="button" className="primary" onClick={() => setOpen('new')}>
          {words.accounts.add}
        </button>
        {said.line}
      </div>
      {first && (
        <ToldOnce
          title={words.accounts.firstTitle}
          told={first.password}
          text={words.accounts.firstText}
          lang={lang}
          onClose={() => setFirst(null)}
        />
      )}
      {open && (
        <AccountForm
          key={open === 'new' ? 'new' : open.id}
          account={open === 'new' ? null : open}
          choices={asked.data}
          lang={lang}
          onSaved={saved}
          onReset={open === 'new' ? null : () => reset.mutate(open.id)}
          onClose={() => setOpen(null)}
        />
      )}
      <AccountTable accounts={shown} lang={lang} onOpen={setOpen} />
      {shown.length === 0 && <p className="hint">{words.accounts.none}</p>}
      <PasswordRule lang={lang} />
      <RightsTable lang={lang} />
    </>
  );
}

interface TableProps {
  accounts: AccountAnswer[];
  lang: Lang;
  onOpen(account: AccountAnswer): void;
}

function AccountTable({ accounts, lang, onOpen }: TableProps) {
  const { accounts: words } = adminWords(lang);
  return (
    <table className="office-table" data-part="accounts">
      <thead>
        <tr>
          <th>{words.person}</th>
          <th>{words.role}</th>
          <th>{words.reach}</th>
          <th>{words.login}</th>
          <th>{words.state}</th>
          <th>{words.seen}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id} className={account.state === 'disabled' ? 'off' : ''}>
            <td>
              <strong>{account.name ?? '—'}</strong>
              <span className="sub">{[account.unit, account.post].filter(Boolean).join(' · ')}</span>
            </td>
            <td>{roleTitle(account.role, lang)}</td>
            <td>{reachText(account, lang)}</td>
            <td>{account.login}</td>
            <td>{account.state === 'invited' && account.seenAt ? words.noPassword : words.states[account.state]}</td>
            <td>{account.seenAt ? instantText(account.seenAt, lang) : words.never}</td>
            <td className="end">
              <button type="button" className="link" onClick={() => onOpen(account)}>
                {words.edit}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which places and items an account sees, in words. */
function reachText({ role, places, subjects, teams }: AccountAnswer, lang: Lang): string {
  const { accounts: words } = adminWords(lang);
  const comma = lang === 'zh' ? '、' : ', ';
  switch (role) {
    case 'town':
    case 'village':
      return places.map(({ name }) => name).join(comma);
    case 'department':
      return [words.county, subjects.map((subject) => words.subject[subject]).join(comma)].join(' · ');
    case 'inspector':
      return [words.own, teams.join(comma)].filter(Boolean).join(' · ');
    case 'administrator':
      return words.nothing;
    default:
      return words.county;
  }
}

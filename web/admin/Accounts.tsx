import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountAnswer, AccountDone } from '../../server/user/answer.ts';
import { ask, send } from '../api.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { fill, instantText, type Lang } from '../ui/format.ts';
import { PanelState, useSaid } from '../ui/PanelState.tsx';
import { AccountForm } from './AccountForm.tsx';
import { PasswordRule } from './PasswordRule.tsx';
import { Pending } from './Pending.tsx';
import { RightsTable } from './RightsTable.tsx';
import { roleTitle } from './role-title.ts';
import { ShownOnce } from './ShownOnce.tsx';

const accountsQuery = () =>
  queryOptions({ queryKey: ['accounts'], queryFn: ({ signal }) => ask('/accounts', {}, signal) });

/** An act on an account, and what it says. */
export type AccountAct = { id: string } & (
  | { act: 'reset' | 'link' | 'end-sessions' | 'unlock' }
  | { act: 'assent'; body: { proposal: string; agree: boolean; teams: string[] } }
);

const sent = (wanted: AccountAct): Promise<AccountDone> =>
  wanted.act === 'assent'
    ? send('POST', '/accounts/{id}/assent', { id: wanted.id }, wanted.body)
    : send('POST', `/accounts/{id}/${wanted.act}`, { id: wanted.id }, {});

/** 人员与账号 — who may sign in, with role and places; what waits for the office's word; new ones, changes, links. */
export function Accounts({ lang }: { lang: Lang }) {
  const words = adminWords(lang);
  const query = useQuery(accountsQuery());
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<AccountAnswer | 'new' | null>(null);
  const [link, setLink] = useState<AccountDone['link']>(null);
  const said = useSaid(lang);
  const [proposed, setProposed] = useState(false);
  const saved = (done: AccountDone) => {
    setOpen(null);
    if (done.link) setLink(done.link);
    setProposed(done.proposed);
    said.ok();
    void client.invalidateQueries({ queryKey: ['accounts'] });
  };
  const acting = useMutation({
    mutationFn: sent,
    onSuccess: saved,
    onError: said.fault,
  });
  if (!query.data) return <PanelState query={query} lang={lang} />;
  const { accounts, roles } = query.data;
  const wanted = typed.trim().toLowerCase();
  const shown = accounts.filter(({ name, login, post, unit }) =>
    [name, login, post, unit].some((text) => text?.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <div className="office-bar">
        <input
          type="search"
          aria-label={words.accounts.search}
          placeholder={words.accounts.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {roles.length > 0 && (
          <button type="button" className="primary" onClick={() => setOpen('new')}>
            {words.accounts.add}
          </button>
        )}
        {proposed ? <span role="status">{words.accounts.proposed}</span> : said.line}
      </div>
      {link && (
        <ShownOnce
          title={words.accounts.linkTitle}
          secret={new URL(link.address, window.location.href).href}
          text={words.accounts.linkText}
          lang={lang}
          onClose={() => setLink(null)}
        />
      )}
      <Pending accounts={accounts} teams={query.data.teams} lang={lang} onAct={acting.mutate} busy={acting.isPending} />
      {open && (
        <AccountForm
          key={open === 'new' ? 'new' : open.id}
          account={open === 'new' ? null : open}
          choices={query.data}
          lang={lang}
          onSaved={saved}
          onAct={acting.mutate}
          onClose={() => setOpen(null)}
        />
      )}
      <AccountTable accounts={shown} lang={lang} onOpen={setOpen} onAct={acting.mutate} />
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
  onAct(wanted: AccountAct): void;
}

function AccountTable({ accounts, lang, onOpen, onAct }: TableProps) {
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
            <td data-label={words.reach}>{reachText(account, lang)}</td>
            <td data-label={words.login}>{account.login}</td>
            <td data-label={words.state}>{stateText(account, lang)}</td>
            <td data-label={words.seen}>{account.seenAt ? instantText(account.seenAt, lang) : words.never}</td>
            <td className="end">
              {account.link && account.may.assent && (
                <button type="button" className="link" onClick={() => onAct({ id: account.id, act: 'link' })}>
                  {words.hand}
                </button>
              )}{' '}
              {Object.keys(account.may).length > 0 && account.state !== 'pending' && (
                <button type="button" className="link" onClick={() => onOpen(account)}>
                  {words.edit}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What state an account is in, and what it waits for. */
function stateText({ state, seenAt, link, passedOnAt, sessions }: AccountAnswer, lang: Lang): string {
  const { accounts: words } = adminWords(lang);
  if (passedOnAt !== null) return fill(words.passedOn, { at: instantText(passedOnAt, lang) });
  const base = state === 'invited' && seenAt ? words.noPassword : words.states[state];
  const waits =
    link &&
    (link.state === 'awaited'
      ? words.linkAwaited
      : fill(words.linkOut, { until: link.until ? instantText(link.until, lang) : '' }));
  const open = sessions > 0 ? fill(sessions === 1 ? words.oneSession : words.sessions, { n: String(sessions) }) : null;
  return [base, waits, open].filter(Boolean).join(' · ');
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
    case 'security':
    case 'auditor':
      return words.nothing;
    default:
      return words.county;
  }
}

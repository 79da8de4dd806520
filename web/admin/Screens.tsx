import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ScreensAnswer } from '../../server/user/answer.ts';
import { ask, send } from '../api.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { may, sessionQuery } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import type { Lang } from '../ui/format.ts';
import { instantText } from '../ui/format.ts';
import { PanelState, useSaid } from '../ui/PanelState.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { shownView, viewOf } from './screen-view.ts';

/** 会议屏 — displays of meeting rooms: each by a link of its own, shown once to the office, revocable. */
export function Screens({ lang }: { lang: Lang }) {
  const words = adminWords(lang);
  const client = useQueryClient();
  const asked = useQuery({
    queryKey: ['screens'],
    queryFn: ({ signal }) => ask('/screens', {}, signal),
  });
  const mayMake = may(useQuery(sessionQuery()).data, 'make-screens');
  const said = useSaid(lang);
  const [title, setTitle] = useState('');
  const [link, setLink] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ['screens'] });
  const making = useMutation({
    mutationFn: () => send('POST', '/screens', {}, { title: title.trim(), view: viewOf(link) }),
    onSuccess: (made) => {
      setAddress(new URL(made.address, window.location.origin).href);
      setTitle('');
      setLink('');
      void refresh();
    },
    onError: said.fault,
  });
  const revoking = useMutation({
    mutationFn: (id: string) => send('DELETE', '/screens/{id}', { id }, {}),
    onSuccess: () => void refresh(),
    onError: said.fault,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate();
  };
  if (!asked.data) return <PanelState asked={asked} lang={lang} />;
  return (
    <>
      <div className="office-bar">
        <p>{words.screens.text}</p>
        {said.line}
      </div>
      {address && (
        <ShownOnce
          title={words.screens.address}
          secret={address}
          text={words.screens.addressText}
          lang={lang}
          onClose={() => setAddress(null)}
        />
      )}
      {mayMake && (
        <form className="office-form" onSubmit={submit} data-part="screen-form">
          <Field
            label={words.screens.name}
            placeholder={words.screens.namePlaceholder}
            required
            maxLength={60}
            value={title}
            onText={setTitle}
          />
          <Field label={words.screens.view} hint={words.screens.viewHint} value={link} onText={setLink} />
          <div className="row all">
            <button type="submit" className="primary" disabled={making.isPending}>
              {words.screens.add}
            </button>
          </div>
        </form>
      )}
      <ScreenTable screens={asked.data.screens} lang={lang} onRevoke={(id) => revoking.mutate(id)} />
    </>
  );
}

interface TableProps extends ScreensAnswer {
  lang: Lang;
  onRevoke(id: string): void;
}

function ScreenTable({ screens, lang, onRevoke }: TableProps) {
  const { screens: words, accounts } = adminWords(lang);
  if (screens.length === 0) return <p className="hint">{words.none}</p>;
  return (
    <table className="office-table" data-part="screens">
      <thead>
        <tr>
          <th>{words.name}</th>
          <th>{words.view}</th>
          <th>{words.made}</th>
          <th>{words.seen}</th>
          <th>{words.state}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {screens.map(({ id, title, view, createdAt, seenAt, revokedAt }) => (
          <tr key={id} className={revokedAt ? 'off' : ''}>
            <td>
              <strong>{title}</strong>
            </td>
            <td>{view === '' ? words.whole : shownView(view)}</td>
            <td>{instantText(createdAt, lang)}</td>
            <td>{seenAt ? instantText(seenAt, lang) : accounts.never}</td>
            <td>{revokedAt ? words.revoked : words.live}</td>
            <td className="end">
              {!revokedAt && (
                <button type="button" className="link danger" onClick={() => onRevoke(id)}>
                  {words.revoke}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

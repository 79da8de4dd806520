import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScreensAnswer } from '../../server/user/answer.ts';
import { ask, send } from '../api.ts';
import { LineField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { useForm } from '../form/use-form.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { may, sessionQuery } from '../session.ts';
import type { Lang } from '../ui/format.ts';
import { instantText } from '../ui/format.ts';
import { PanelState, useSaid } from '../ui/PanelState.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { shownView, viewOf } from './screen-view.ts';

/** 会议屏 — displays of meeting rooms: each by a link of its own, shown once to the office, revocable. */
export function Screens({ lang }: { lang: Lang }) {
  const words = adminWords(lang);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['screens'],
    queryFn: ({ signal }) => ask('/screens', {}, signal),
  });
  const mayMake = may(useQuery(sessionQuery()).data, 'make-screens');
  const said = useSaid(lang);
  const [address, setAddress] = useState<string | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ['screens'] });
  const revoking = useMutation({
    mutationFn: (id: string) => send('DELETE', '/screens/{id}', { id }, {}),
    onSuccess: () => void refresh(),
    onError: said.fault,
  });
  if (!query.data) return <PanelState query={query} lang={lang} />;
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
        <NewScreen
          lang={lang}
          onMade={(made) => {
            setAddress(new URL(made, window.location.origin).href);
            void refresh();
          }}
        />
      )}
      <ScreenTable screens={query.data.screens} lang={lang} onRevoke={(id) => revoking.mutate(id)} />
    </>
  );
}

/** A new display: its name, and where its view was set up on the map. */
function NewScreen({ lang, onMade }: { lang: Lang; onMade(address: string): void }) {
  const { screens: words } = adminWords(lang);
  const form = useForm<{ title: string; view: string }, { address: string }>({
    of: null,
    opened: { base: '', values: { title: '', view: '' } },
    send: ({ values: { title, view } }) => send('POST', '/screens', {}, { title: title.trim(), view: viewOf(view) }),
    onSaved: (_, { address }) => {
      form.discard();
      onMade(address);
    },
  });
  return (
    <FormBox className="office-form" form={form} lang={lang} data-part="screen-form">
      <LineField path="title" label={words.name} placeholder={words.namePlaceholder} required maxLength={60} />
      <LineField path="view" label={words.view} hint={words.viewHint} />
      <FormFault className="fault all" />
      <FormFoot className="row all" words={{ send: words.add }} />
    </FormBox>
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

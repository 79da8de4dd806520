import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, send } from '../api.ts';
import { OfficeHead } from '../chrome/office/OfficeHead.tsx';
import { accountWords } from '../message/account/account-words.ts';
import { may, sessionQuery } from '../session.ts';
import { instantText } from '../ui/format.ts';
import { PanelState, useSaid } from '../ui/PanelState.tsx';
import { useView } from '../use-view.ts';
import '../chrome/chrome.css';
import '../chrome/office/office.css';
import '../chrome/office/office-parts.css';

const sessionsQuery = () =>
  queryOptions({
    queryKey: ['api', 'sessions'],
    queryFn: ({ signal }) => ask('/sessions', {}, signal),
    staleTime: 0,
  });

/** 登录管理 — where one's account is signed in; each can be ended, or all others at once. */
export default function SessionsPage() {
  const [{ lang }] = useView();
  const { sessions: words } = accountWords(lang);
  const session = useQuery(sessionQuery()).data;
  const query = useQuery(sessionsQuery());
  const client = useQueryClient();
  const said = useSaid(lang);
  const ending = useMutation({
    mutationFn: (id: string) => send('DELETE', '/sessions/{id}', { id }, {}),
    onSuccess: said.ok,
    onError: said.fault,
    onSettled: () => client.invalidateQueries(sessionsQuery()),
  });
  const sessions = query.data?.sessions;
  const home = may(session, 'manage-accounts') ? words.toAdmin : words.toAudit;
  return (
    <div className="office" data-part="sessions">
      <OfficeHead title={words.title} back={may(session, 'look') ? undefined : { to: '/', title: home }} lang={lang} />
      <main className="office-page">
        <div className="office-bar">
          <p>{words.text}</p>
          <button
            type="button"
            className="primary"
            disabled={ending.isPending || (sessions?.length ?? 0) < 2}
            onClick={() => ending.mutate('others')}
          >
            {words.endOthers}
          </button>
          {said.line}
        </div>
        {!sessions && <PanelState query={query} lang={lang} />}
        {sessions && (
          <table className="office-table">
            <thead>
              <tr>
                <th>{words.device}</th>
                <th>{words.address}</th>
                <th>{words.since}</th>
                <th>{words.seen}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {sessions.map(({ id, device, address, since, seenAt, current }) => (
                <tr key={id}>
                  <td>
                    <strong>{device[lang]}</strong>
                    {current && <span className="tag">{words.current}</span>}
                  </td>
                  <td data-label={words.address}>{address}</td>
                  <td data-label={words.since}>{instantText(since, lang)}</td>
                  <td data-label={words.seen}>{instantText(seenAt, lang)}</td>
                  <td className="end">
                    {!current && (
                      <button
                        type="button"
                        className="link"
                        disabled={ending.isPending}
                        onClick={() => ending.mutate(id)}
                      >
                        {words.end}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {sessions?.length === 1 && <p className="hint">{words.only}</p>}
      </main>
    </div>
  );
}

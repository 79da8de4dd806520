import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useLayoutEffect, useState } from 'react';
import type { MeetingAnswer, MeetingListed } from '../../server/meeting/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { ask, send } from '../api.ts';
import { Loading } from '../chrome/States.tsx';
import { UserMenu } from '../chrome/UserMenu.tsx';
import { wipeDrafts } from '../form/drafts.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { stageWords } from '../message/stage-words.ts';
import { dressPage } from '../page-look.ts';
import { PaperButton } from '../paper/PaperButton.tsx';
import { areasQuery, summaryQuery } from '../queries.ts';
import { useView } from '../router.tsx';
import { may, sessionQuery } from '../session.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill, formatDay } from '../ui/format.ts';
import { AgendaEditor } from './AgendaEditor.tsx';
import { meetingsQuery } from './queries.ts';
import '../chrome/chrome.css';
import '../admin/admin.css';
import './meetings.css';

const templates = ['weekly', 'each', 'town'] as const;
const papers = ['minutes', 'ledger', 'slides', 'review'] as const;

/** 会议 — those held and to come, and a new one within two presses. */
export default function MeetingsPage() {
  const [view] = useView();
  const { lang } = view;
  const words = meetingWords(lang);
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useQuery(sessionQuery()).data;
  const areas = useQuery(areasQuery(view)).data;
  const today = useQuery(summaryQuery(view)).data?.on;
  const list = useQuery(meetingsQuery()).data?.meetings;
  const [opened, setOpened] = useState<string | null>(null);
  const [town, setTown] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useLayoutEffect(() => dressPage(view), [view]);
  const runs = may(session, 'run-meeting');
  const decides = may(session, 'assign-task');
  const search: Record<string, string> = lang === 'en' ? { lang } : {};
  const attempt = async (work: () => Promise<void>) => {
    setFault(null);
    try {
      await work();
    } catch (problem) {
      setFault(faultText(problem as Error, accountWords(lang)));
    }
  };
  const keepNew = async (title: string, items: AgendaItem[]) => {
    const id = newSubmissionId();
    const body = { title, heldOn: today ?? '', items };
    await send('PUT', `/api/meetings/${id}`, { id: newSubmissionId(), base: '', body });
    await client.invalidateQueries({ queryKey: ['api', 'meetings'] });
    setOpened(id);
  };
  const make = (template: (typeof templates)[number]) =>
    attempt(async () => {
      const within = template === 'town' ? town || areas?.towns[0]?.code || '' : '';
      const query = new URLSearchParams({ template, lang, ...(within ? { town: within } : {}) });
      const { items } = await ask<{ items: AgendaItem[] }>(`/api/meetings/proposed?${query}`);
      await keepNew(fill(words.newTitle, { day: formatDay(today ?? '', lang) }), items);
    });
  const copy = ({ id }: MeetingListed) =>
    attempt(async () => {
      const { title, items } = await ask<MeetingAnswer>(`/api/meetings/${id}`);
      await keepNew(
        title,
        items.map((one) => ({ ...one, id: newSubmissionId() })),
      );
    });
  const remove = ({ id }: MeetingListed) =>
    attempt(async () => {
      await send('DELETE', `/api/meetings/${id}`, { id: newSubmissionId() });
      if (opened === id) setOpened(null);
      await client.invalidateQueries({ queryKey: ['api', 'meetings'] });
    });
  const run = ({ id, state }: Pick<MeetingListed, 'id' | 'state'>) =>
    attempt(async () => {
      if (state === 'planned' && runs)
        await send('POST', `/api/meetings/${id}/move`, { id: newSubmissionId(), move: 'begin' });
      await client.invalidateQueries({ queryKey: ['api', 'meeting', id] });
      await navigate({ to: decides ? '/meeting/$meeting' : '/follow/$meeting', params: { meeting: id }, search });
    });
  return (
    <div className="office meetings-page" data-part="meetings-page">
      <header className="office-top">
        <button type="button" className="quiet" onClick={() => void navigate({ to: '/', search })}>
          ← {words.back}
        </button>
        <h1>{words.title}</h1>
        <a href={`/lobby${lang === 'en' ? '?lang=en' : ''}`}>{stageWords(lang).lobby.title}</a>
        {session?.viewer && <UserMenu viewer={session.viewer} lang={lang} onSignOut={wipeDrafts} />}
      </header>
      <main className="meetings">
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        {runs && today && (
          <section className="templates" aria-label={words.templates}>
            {templates.map((template) => (
              <div key={template}>
                <button
                  type="button"
                  className="primary"
                  data-part={`new-${template}`}
                  onClick={() => void make(template)}
                >
                  {words[template]}
                </button>
                <p className="hint">{words[`${template}Hint`]}</p>
                {template === 'town' && (
                  <select aria-label={words.queryTown} value={town} onChange={({ target }) => setTown(target.value)}>
                    {areas?.towns.map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </div>
            ))}
          </section>
        )}
        {!list && <Loading lang={lang} />}
        {list?.length === 0 && <p className="hint">{words.none}</p>}
        {list?.map((meeting) => (
          <article key={meeting.id} className="card meeting-card" data-part="meeting-card">
            <header>
              <h2>{meeting.title}</h2>
              <span className="sub">
                {formatDay(meeting.heldOn, lang)} · {words.states[meeting.state]} ·{' '}
                {fill(words.summary, { items: meeting.items, minutes: meeting.minutes, decisions: meeting.decisions })}
              </span>
            </header>
            <div className="row">
              <button type="button" className="primary" onClick={() => void run(meeting)}>
                {meeting.state === 'planned' && runs
                  ? words.begin
                  : runs && meeting.state === 'running'
                    ? words.goOn
                    : words.open}
              </button>
              {runs && (
                <>
                  <button type="button" onClick={() => setOpened(opened === meeting.id ? null : meeting.id)}>
                    {words.edit}
                  </button>
                  <button type="button" onClick={() => void copy(meeting)}>
                    {words.copy}
                  </button>
                  {meeting.state === 'planned' && (
                    <button type="button" onClick={() => void remove(meeting)}>
                      {words.remove}
                    </button>
                  )}
                </>
              )}
              {meeting.state !== 'planned' && (
                <>
                  {papers.map((kind) => (
                    <PaperButton
                      key={kind}
                      {...{ kind, lang, asOf: null, asked: { meeting: meeting.id }, title: words.papers[kind] }}
                    />
                  ))}
                </>
              )}
              <a href={`/follow/${meeting.id}${lang === 'en' ? '?lang=en' : ''}`}>{words.follow}</a>
            </div>
            {opened === meeting.id && areas && <AgendaEditor key={meeting.id} id={meeting.id} {...{ areas, view }} />}
          </article>
        ))}
      </main>
    </div>
  );
}

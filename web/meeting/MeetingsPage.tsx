import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MeetingListed } from '../../server/meeting/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { ask, Refused, send } from '../api.ts';
import { OfficeHead } from '../chrome/office/OfficeHead.tsx';
import { Loading } from '../chrome/States.tsx';
import { newSubmissionId, sendAsOne, submissionIds } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { stageWords } from '../message/stage/stage-words.ts';
import { dressPage } from '../page-look.ts';
import { areasQuery, summaryQuery } from '../queries.ts';
import { may, sessionQuery } from '../session.ts';
import { faultText } from '../signing.ts';
import { fill, formatDay } from '../ui/format.ts';
import { useView } from '../use-view.ts';
import { AgendaEditor } from './agenda/AgendaEditor.tsx';
import { agendaDraftOf, leftAgenda } from './agenda/agenda-draft.ts';
import { MeetingCard } from './MeetingCard.tsx';
import { NewMeeting, type Template } from './NewMeeting.tsx';
import { meetingsQuery } from './queries.ts';
import '../chrome/chrome.css';
import '../chrome/office/office.css';
import '../chrome/office/office-parts.css';
import './meetings.css';

/** A meeting that is being made: what it was wished by, and what is sent until it is there. */
interface Making {
  wish: string;
  meeting: string;
  id: string;
  body: { title: string; heldOn: string; items: AgendaItem[] };
}

/** 会议 — those held and to come, and a new one at one press. */
export default function MeetingsPage() {
  const [view] = useView();
  const { lang } = view;
  const words = meetingWords(lang);
  const own = agendaWords(lang);
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useQuery(sessionQuery()).data;
  const areas = useQuery(areasQuery(view)).data;
  const today = useQuery(summaryQuery(view)).data?.on;
  const list = useQuery(meetingsQuery()).data?.meetings;
  const owner = session?.viewer?.key ?? '';
  const unsaved = (id: string) => leftAgenda(agendaDraftOf(owner, id)) !== null;
  const [opened, setOpened] = useState<string | null>();
  const [fault, setFault] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  useLayoutEffect(() => dressPage(view), [view]);
  const runs = may(session, 'run-meeting');
  // What was left unsaved is opened first.
  if (opened === undefined && list && session) setOpened((runs && list.find(({ id }) => unsaved(id))?.id) || null);
  const decides = may(session, 'assign-task');
  const search: Record<string, string> = lang === 'en' ? { lang } : {};
  const attempt = async (work: () => Promise<void>) => {
    setFault(null);
    setDone(null);
    try {
      await work();
    } catch (problem) {
      setFault(faultText(problem as Error, accountWords(lang)));
    }
  };
  const ids = useMemo(submissionIds, []);
  const making = useRef<Making | null>(null);
  /** Makes a meeting of what `wish` names; asked for once more after a lost answer, it is the same meeting. */
  const keepNew = async (wish: string, proposed: () => Promise<Omit<Making['body'], 'heldOn'>>): Promise<string> => {
    if (making.current?.wish !== wish) {
      const body = { ...(await proposed()), heldOn: today ?? '' };
      making.current = { wish, meeting: newSubmissionId(), id: newSubmissionId(), body };
    }
    const { meeting, id, body } = making.current;
    try {
      await send('PUT', '/meetings/{meeting}', { meeting }, { id, base: '', body });
    } catch (problem) {
      if (problem instanceof Refused && problem.status < 500) making.current = null;
      throw problem;
    }
    making.current = null;
    await client.invalidateQueries({ queryKey: ['api', 'meetings'] });
    return meeting;
  };
  const go = async (id: string, state: MeetingListed['state']) => {
    if (state === 'planned' && runs)
      await sendAsOne(ids, { id, move: 'begin' }, (save) =>
        send('POST', '/meetings/{meeting}/move', { meeting: id }, { id: save, move: 'begin' }),
      );
    await client.invalidateQueries({ queryKey: ['api', 'meeting', id] });
    await navigate({ to: decides ? '/meeting/$meeting' : '/follow/$meeting', params: { meeting: id }, search });
  };
  const make = ({ template, town, start }: { template: Template; town: string | null; start: boolean }) =>
    attempt(async () => {
      const title = fill(words.newTitle, { day: formatDay(today ?? '', lang) });
      const id = await keepNew(JSON.stringify([template, town, title]), async () => {
        const { items } = await ask('/meetings/proposed', { template, lang, town });
        return { title, items };
      });
      if (start) await go(id, 'planned');
      else setOpened(id);
    });
  const copy = ({ id, title }: MeetingListed) =>
    attempt(async () => {
      let left = 0;
      const copied = async () => {
        const { items, ...rest } = await ask('/meetings/{meeting}/copied', { meeting: id, lang });
        left = rest.left;
        return { title, items };
      };
      setOpened(await keepNew(`copy ${id}`, copied));
      setDone(left > 0 ? fill(own.copiedLeft, { n: left }) : own.copied);
    });
  const remove = ({ id }: MeetingListed) =>
    attempt(async () => {
      await sendAsOne(ids, { id, move: 'remove' }, (save) =>
        send('DELETE', '/meetings/{meeting}', { meeting: id }, { id: save }),
      );
      if (opened === id) setOpened(null);
      await client.invalidateQueries({ queryKey: ['api', 'meetings'] });
    });
  return (
    <div className="office meetings-page" data-part="meetings-page">
      <OfficeHead title={words.title} lang={lang}>
        <a href={`/lobby${lang === 'en' ? '?lang=en' : ''}`}>{stageWords(lang).lobby.title}</a>
      </OfficeHead>
      <main className="meetings">
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <p role="status" className="done">
          {done}
        </p>
        {runs && today && areas && <NewMeeting {...{ areas, lang }} onMake={(asked) => void make(asked)} />}
        {!list && <Loading lang={lang} />}
        {list?.length === 0 && <p className="hint">{words.none}</p>}
        {list?.map((meeting) => (
          <MeetingCard
            key={meeting.id}
            {...{ meeting, lang, runs }}
            unsaved={runs && opened !== meeting.id && unsaved(meeting.id)}
            onRun={() => void attempt(() => go(meeting.id, meeting.state))}
            onEdit={() => setOpened(opened === meeting.id ? null : meeting.id)}
            onCopy={() => void copy(meeting)}
            onRemove={() => void remove(meeting)}
          >
            {runs && opened === meeting.id && areas ? (
              <AgendaEditor id={meeting.id} {...{ owner, areas, view }} />
            ) : undefined}
          </MeetingCard>
        ))}
      </main>
    </div>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { send } from '../api.ts';
import { Loading } from '../chrome/States.tsx';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { dressPage } from '../page-look.ts';
import { areasQuery, layersQuery } from '../queries.ts';
import { useView } from '../router.tsx';
import { faultText } from '../sign-in/signing.ts';
import { fill } from '../ui/format.ts';
import { DecideBar, type Decision, mayDecide } from './DecideBar.tsx';
import { NoteField } from './NoteField.tsx';
import { meetingQuery, stepQuery } from './queries.ts';
import { DataAt, Stage } from './Stage.tsx';
import { useMeetingKeys } from './use-keys.ts';
import './meeting.css';

const sizes = [0.85, 1, 1.15, 1.3, 1.5];

/** 开会 — one item after another on the live map; a clicker is enough. What follows it only looks. */
export default function RunPage({ follows = false }: { follows?: boolean }) {
  const [view] = useView();
  const { lang } = view;
  const words = meetingWords(lang);
  const { meeting: id } = useParams({ strict: false }) as { meeting: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const meeting = useQuery(meetingQuery(id, true));
  const areas = useQuery(areasQuery(view)).data;
  const layers = useQuery(layersQuery(view)).data;
  const [number, setNumber] = useState<number | null>(null);
  const [black, setBlack] = useState(false);
  const [tool, setTool] = useState<'none' | 'pen' | 'pointer'>('none');
  const [size, setSize] = useState(1);
  const [open, setOpen] = useState<Decision | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  /** Where the server was last told, or said, that the meeting stands. */
  const told = useRef<number | null>(null);
  const kept = meeting.data;
  const last = Math.max(0, (kept?.items.length ?? 1) - 1);
  const at = Math.min(number ?? kept?.at ?? 0, last);
  const leads = !follows && kept?.writable === true;
  const step = useQuery({
    ...stepQuery(id, at, lang),
    enabled: (kept?.items.length ?? 0) > 0,
    placeholderData: (before) => before,
  });
  useLayoutEffect(() => dressPage(view), [view]);
  // Another window or machine moved the meeting: this one goes along.
  useEffect(() => {
    if (!kept || kept.at === told.current) return;
    told.current = kept.at;
    setNumber(kept.at);
  }, [kept]);
  useEffect(() => {
    for (const near of [at + 1, at - 1])
      if (near >= 0 && near <= last) void client.prefetchQuery(stepQuery(id, near, lang));
  }, [client, id, at, last, lang]);
  // Newer records, and figures taken over, show in the steps at once.
  const mark = `${kept?.frozen?.at} ${kept?.newer}`;
  useEffect(() => {
    if (mark) void client.invalidateQueries({ queryKey: ['api', 'meeting-step', id] });
  }, [client, id, mark]);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(last, to));
    if (next === at) return;
    setNumber(next);
    setOpen(null);
    setTool('none');
    setBlack(false);
    if (!leads) return;
    told.current = next;
    send('POST', `/api/meetings/${id}/at`, { item: next }).then(
      () => setFault(null),
      () => setFault(words.offline),
    );
  };
  const move = async (what: 'refresh' | 'end') => {
    try {
      await send('POST', `/api/meetings/${id}/move`, { id: newSubmissionId(), move: what });
      await client.invalidateQueries({ queryKey: ['api'] });
      if (what === 'end') leave();
    } catch (problem) {
      setFault(faultText(problem as Error, accountWords(lang)));
    }
  };
  const leave = () => {
    if (open) return setOpen(null);
    void navigate({ to: '/meetings', search: lang === 'en' ? { lang } : {} });
  };
  const digits = useMeetingKeys({
    next: () => go(at + 1),
    back: () => go(at - 1),
    first: () => go(0),
    last: () => go(last),
    jump: (to) => go(to - 1),
    leave,
    black: () => setBlack(!black),
    pen: () => setTool(tool === 'pen' ? 'none' : 'pen'),
    pointer: () => setTool(tool === 'pointer' ? 'none' : 'pointer'),
    size: (by) => setSize(Math.max(0, Math.min(sizes.length - 1, size + by))),
    newer: () => leads && void move('refresh'),
    act: (decision) =>
      leads && step.data && mayDecide(step.data)[decision] && setOpen(open === decision ? null : decision),
  });
  if (meeting.error) return <p className="fault">{faultText(meeting.error, accountWords(lang))}</p>;
  if (!kept || !areas || !layers || !step.data) return <Loading lang={lang} />;
  const decided = () => {
    setOpen(null);
    void client.invalidateQueries({ queryKey: ['api', 'meeting-step', id] });
    void client.invalidateQueries({ queryKey: ['api', 'meetings'] });
  };
  return (
    <div className="meeting" data-part="meeting" style={{ fontSize: `calc(var(--meeting-unit) * ${sizes[size]})` }}>
      <header className="meeting-top">
        <span className="meeting-number">{fill(words.of, { n: at + 1, of: last + 1 })}</span>
        <h1>{step.data.item.title}</h1>
        <DataAt step={step.data} lang={lang} />
        <span className="screen-only row">
          {leads && (
            <button type="button" onClick={() => void move('end')}>
              {words.end}
            </button>
          )}
          <button type="button" onClick={leave}>
            {words.exit}
          </button>
        </span>
      </header>
      <Stage step={step.data} {...{ areas, layers, view, tool }}>
        {leads && <NoteField key={step.data.item.id} meeting={id} step={step.data} lang={lang} />}
      </Stage>
      {leads && <DecideBar meeting={id} step={step.data} {...{ lang, open }} onOpen={setOpen} onDecided={decided} />}
      {(fault || meeting.isRefetchError) && (
        <p className="meeting-fault" role="alert">
          {fault ?? words.offline}
        </p>
      )}
      {digits !== '' && <p className="meeting-jump">{fill(words.jump, { n: digits })}</p>}
      {black && (
        <button type="button" className="meeting-black" aria-label={words.black} onClick={() => setBlack(false)} />
      )}
    </div>
  );
}

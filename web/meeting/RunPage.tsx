import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type CSSProperties, useLayoutEffect, useState } from 'react';
import { Loading } from '../chrome/States.tsx';
import { accountWords } from '../message/account-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { stageWords } from '../message/stage-words.ts';
import { dressPage } from '../page-look.ts';
import { useView } from '../router.tsx';
import { sessionQuery } from '../session.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill } from '../ui/format.ts';
import { writeView } from '../url.ts';
import { DecideBar, type Decision, mayDecide } from './DecideBar.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { Stage } from './Stage.tsx';
import { StageTop } from './StageTop.tsx';
import { useMeetingKeys } from './use-keys.ts';
import { useStage } from './use-stage.ts';
import { useWindowSize } from './use-window-size.ts';
import './meeting.css';
import './stage.css';
import './rooms.css';

const sizes = [0.8, 0.9, 1, 1.15, 1.3, 1.5];
const usual = 2;
/** Share of the window's height the smallest letter has: a forty-fifth and a little. */
const smallest = 0.0225;
const phonePx = 700;

interface RunProps {
  follows?: boolean;
  /** Id of the meeting; left out it stands in the address. */
  meeting?: string;
  onLeave?(): void;
}

/** 开会 — one item after another on the live map; a clicker is enough. What follows it only looks. */
export default function RunPage({ follows = false, meeting: given, onLeave }: RunProps) {
  const [view] = useView();
  const { lang } = view;
  const words = meetingWords(lang);
  const params = useParams({ strict: false }) as { meeting?: string };
  const id = given ?? params.meeting ?? '';
  const navigate = useNavigate();
  const account = useQuery(sessionQuery()).data?.viewer?.id ?? '';
  const stage = useStage(id, lang, follows);
  const { meeting, ground, step, at, last, black, goneAt } = stage;
  const [tool, setTool] = useState<'none' | 'pen' | 'pointer'>('none');
  const [size, setSize] = useState(usual);
  const [open, setOpen] = useState<Decision | 'note' | null>(null);
  const [help, setHelp] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const window = useWindowSize();
  useLayoutEffect(() => dressPage(view), [view]);
  // What belongs to one step ends with it, whoever turned the page.
  const [shown, setShown] = useState(at);
  if (shown !== at) {
    setShown(at);
    setTool('none');
    setOpen(null);
    setSaid(null);
  }
  const search: Record<string, string> = lang === 'en' ? { lang } : {};
  const leads = !follows && meeting?.writable === true;
  const decides = !follows && meeting?.decides === true && meeting.state === 'running';
  const turn = (what: 'refresh' | 'end') =>
    stage.turn(what).then(
      () => (what === 'end' ? void navigate({ to: '/meetings', search }) : undefined),
      (problem: Error) => setSaid(faultText(problem, accountWords(lang))),
    );
  const leave = () => {
    if (help) return setHelp(false);
    if (open) return setOpen(null);
    if (tool !== 'none') return setTool('none');
    if (black) return stage.setBlack(false);
    if (onLeave) return onLeave();
    void navigate({ to: '/meetings', search });
  };
  const presenter = () => {
    const query = new URLSearchParams(writeView(view)).toString();
    globalThis.open(`/presenter/${id}${query && '?'}${query}`, `presenter ${id}`, 'popup,width=1200,height=800');
  };
  const digits = useMeetingKeys({
    next: () => stage.go(at + 1),
    back: () => stage.go(at - 1),
    first: () => stage.go(0),
    last: () => stage.go(last),
    jump: (to) => stage.go(to - 1),
    leave,
    black: () => stage.setBlack(!black),
    pen: () => setTool(tool === 'pen' ? 'none' : 'pen'),
    pointer: () => setTool(tool === 'pointer' ? 'none' : 'pointer'),
    size: (by) => setSize(Math.max(0, Math.min(sizes.length - 1, size + by))),
    newer: () => leads && void turn('refresh'),
    act: (what) => decides && step && mayDecide(step)[what] && setOpen(open === what ? null : what),
    note: () => leads && setOpen(open === 'note' ? null : 'note'),
    presenter: () => leads && presenter(),
    help: () => setHelp(!help),
  });
  if (stage.error && !meeting) return <p className="fault">{faultText(stage.error, accountWords(lang))}</p>;
  if (!meeting || !ground || !step) return <Loading lang={lang} />;
  const scale = sizes[size] ?? 1;
  const decided = (seq: number) => {
    setOpen(null);
    setSaid(fill(stageWords(lang).recorded, { seq }));
    stage.again();
  };
  return (
    <div className="meeting" data-part="meeting" style={{ '--scale': scale } as CSSProperties}>
      <StageTop {...{ meeting, at, last, goneAt, lang }} />
      <Stage
        {...{ meeting, step, ground, view, tool }}
        wide={window.width >= window.height * 2.5}
        typePx={window.width < phonePx ? null : Math.ceil(window.height * smallest * scale)}
      />
      {(leads || decides) && (
        <DecideBar
          {...{ account, meeting: id, lang, step, open, notes: leads }}
          {...(decides ? {} : { step: { ...step, proposal: null, previous: [], decided: [] } })}
          onOpen={setOpen}
          onDecided={decided}
        >
          {said && (
            <p className="meeting-said" role="status" data-part="meeting-said">
              {said}
            </p>
          )}
          <span className="row end">
            {leads && (
              <button type="button" onClick={presenter}>
                {stageWords(lang).presenter}
              </button>
            )}
            <button type="button" title={stageWords(lang).helpTitle} onClick={() => setHelp(true)}>
              {stageWords(lang).help}
            </button>
            {leads && meeting.state === 'running' && (
              <button type="button" onClick={() => void turn('end')}>
                {words.end}
              </button>
            )}
            <button type="button" onClick={leave}>
              {words.exit}
            </button>
          </span>
        </DecideBar>
      )}
      {goneAt !== null && leads && (
        <p className="meeting-fault" role="alert">
          {words.offline}
        </p>
      )}
      {digits !== '' && <p className="meeting-jump">{fill(words.jump, { n: digits })}</p>}
      {help && <KeysHelp lang={lang} onClose={() => setHelp(false)} />}
      {black && (
        <button
          type="button"
          className="meeting-black"
          aria-label={words.black}
          onClick={() => stage.setBlack(false)}
        />
      )}
    </div>
  );
}

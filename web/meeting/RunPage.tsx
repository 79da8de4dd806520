import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type CSSProperties, useLayoutEffect } from 'react';
import { Loading } from '../chrome/States.tsx';
import { hourText } from '../chrome/TopBar.tsx';
import { accountWords } from '../message/account/account-words.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { stageWords } from '../message/stage/stage-words.ts';
import { dressPage } from '../page-look.ts';
import { sessionQuery } from '../session.ts';
import { faultText } from '../signing.ts';
import { fill } from '../ui/format.ts';
import { type ViewState, writeView } from '../url.ts';
import { useView } from '../use-view.ts';
import { BarEnd } from './BarEnd.tsx';
import { DecideBar, mayDecide } from './decide/DecideBar.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { Leaving } from './Leaving.tsx';
import { Stage } from './stage/Stage.tsx';
import { StageTop } from './stage/StageTop.tsx';
import { scrollStage } from './stage/scroll.ts';
import { type Staged, useStage } from './stage/use-stage.ts';
import { useMeetingKeys } from './use-keys.ts';
import { type Tools, useTools } from './use-tools.ts';
import { useWindowSize } from './use-window-size.ts';
import './stage/looks.ts';

/** Share of the window's height the smallest letter has: a forty-fifth and a little. */
const smallest = 0.0225;
const phonePx = 700;
/** Width of a wall with the agenda beside the map, in heights. */
const wideBy = 2.5;

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
  const params = useParams({ strict: false }) as { meeting?: string };
  const id = given ?? params.meeting ?? '';
  const owner = useQuery(sessionQuery()).data?.viewer?.key ?? '';
  const stage = useStage(id, lang, follows);
  const { meeting, ground, step, at, last, black, goneAt } = stage;
  const tools = useTools(at);
  const { width, height } = useWindowSize();
  const leads = !follows && meeting?.writable === true;
  const decides = !follows && meeting?.decides === true && meeting.state === 'running';
  const ways = useWays({ id, view, stage, tools, leads, onLeave });
  const digits = useSteered({ stage, tools, ways, leads, decides, lang });
  useLayoutEffect(() => dressPage(view), [view]);
  if (stage.error && !meeting) return <p className="fault">{faultText(stage.error, accountWords(lang))}</p>;
  if (!meeting || !ground || !step) return <Loading lang={lang} />;
  const { scale, said, open, tool } = tools;
  const decided = (seq: number) => {
    tools.setOpen(null);
    tools.say(fill(stageWords(lang).recorded, { seq }));
    stage.again();
  };
  const typePx = width < phonePx ? null : Math.ceil(height * smallest * scale);
  const undecided = { ...step, proposal: null, previous: [], decided: [] };
  return (
    <div className="meeting" data-part="meeting" style={{ '--scale': scale } as CSSProperties}>
      <StageTop {...{ meeting, campaign: ground.campaign, at, last, goneAt, lang }} />
      <Stage {...{ meeting, step, ground, view, tool, typePx, wide: width >= height * wideBy }} />
      {(leads || decides) && (
        <DecideBar
          {...{ owner, meeting: id, lang, open, notes: leads, step: decides ? step : undecided }}
          skewMs={stage.skewMs}
          onOpen={tools.setOpen}
          onDecided={decided}
        >
          <BarEnd
            {...{ lang, said, onLeave: ways.leave, onPresenter: leads ? ways.presenter : null }}
            onEnd={leads && meeting.state === 'running' ? ways.end : null}
            onHelp={() => tools.setHelp(true)}
          />
        </DecideBar>
      )}
      {goneAt !== null && leads && (
        <p className="meeting-fault" role="alert">
          {fill(stageWords(lang).goneLead, { at: hourText(goneAt, lang) })}
        </p>
      )}
      {digits !== '' && <p className="meeting-jump">{fill(meetingWords(lang).jump, { n: digits })}</p>}
      {open === 'leave' && <Leaving lang={lang} onStay={() => tools.setOpen(null)} onLeave={ways.leave} />}
      {tools.help && <KeysHelp lang={lang} onClose={() => tools.setHelp(false)} />}
      {black && (
        <button
          type="button"
          className="meeting-black"
          aria-label={meetingWords(lang).black}
          onClick={() => stage.setBlack(false)}
        />
      )}
    </div>
  );
}

interface WaysGiven {
  id: string;
  view: ViewState;
  stage: Staged;
  tools: Tools;
  leads: boolean;
  onLeave: (() => void) | undefined;
}

/** Ways out of a step: newer figures, the end, the second window, and off the stage. */
function useWays({ id, view, stage, tools, leads, onLeave }: WaysGiven) {
  const navigate = useNavigate();
  const { lang } = view;
  const list = () => void navigate({ to: '/meetings', search: lang === 'en' ? { lang } : {} });
  const turn = (what: 'refresh' | 'end', then: () => void) => {
    stage.turn(what).then(then, (problem: Error) => tools.say(faultText(problem, accountWords(lang))));
  };
  return {
    newer: () => leads && turn('refresh', () => undefined),
    end: () => turn('end', list),
    leave: onLeave ?? list,
    /** Esc closes what is open, then asks. */
    escape: () => {
      if (tools.close()) return;
      if (stage.black) return stage.setBlack(false);
      tools.setOpen('leave');
    },
    presenter: () => {
      const query = new URLSearchParams(writeView(view)).toString();
      globalThis.open(`/presenter/${id}${query && '?'}${query}`, `presenter ${id}`, 'popup,width=1200,height=800');
    },
  };
}

interface SteeredGiven {
  stage: Staged;
  tools: Tools;
  ways: ReturnType<typeof useWays>;
  leads: boolean;
  decides: boolean;
  lang: ViewState['lang'];
}

/** What the keys do on a stage; gives the number typed so far. */
function useSteered({ stage, tools, ways, leads, decides, lang }: SteeredGiven): string {
  const { at, last, step, black } = stage;
  const toggle = (what: Tools['open']) => tools.setOpen(tools.open === what ? null : what);
  return useMeetingKeys({
    next: () => {
      stage.go(at + 1);
      if (at === last && leads) tools.say(stageWords(lang).nothingNext);
    },
    back: () => stage.go(at - 1),
    first: () => stage.go(0),
    last: () => stage.go(last),
    jump: (to) => stage.go(to - 1),
    leave: ways.escape,
    black: () => stage.setBlack(!black),
    pen: () => tools.take('pen'),
    pointer: () => tools.take('pointer'),
    size: tools.grow,
    scroll: scrollStage,
    newer: ways.newer,
    act: (what) => decides && step && mayDecide(step, stage.meeting?.id ?? '')[what] && toggle(what),
    note: () => leads && toggle('note'),
    presenter: () => leads && ways.presenter(),
    help: () => tools.setHelp(!tools.help),
  });
}

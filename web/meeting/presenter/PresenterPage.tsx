import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MeetingAnswer, StepAnswer } from '../../../server/meeting/answer.ts';
import { budgetOf } from '../../../server/meeting/rules.ts';
import { Loading } from '../../chrome/States.tsx';
import { accountWords } from '../../message/account/account-words.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { dressPage } from '../../page-look.ts';
import { sessionQuery } from '../../session.ts';
import { faultText } from '../../signing.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { useView } from '../../use-view.ts';
import { NoteField } from '../decide/NoteField.tsx';
import { DataAt } from '../stage/StageTop.tsx';
import { type Staged, useStage } from '../stage/use-stage.ts';
import { useMeetingKeys } from '../use-keys.ts';
import { PresenterClock } from './PresenterClock.tsx';
import '../stage/looks.ts';
import './presenter.css';

const nothing = () => undefined;

/** 演讲者视图 — for the second window: what is on and what comes, what was said, and the time; it moves with the main window, and the main window with it. */
export default function PresenterPage() {
  const [view] = useView();
  const { lang } = view;
  const { meeting: id } = useParams({ strict: false }) as { meeting: string };
  const owner = useQuery(sessionQuery()).data?.viewer?.key ?? '';
  const stage = useStage(id, lang, false);
  const { meeting, step, at, last } = stage;
  const [fault, setFault] = useState<string | null>(null);
  useLayoutEffect(() => dressPage(view), [view]);
  const takeOver = () => {
    if (meeting?.writable && meeting.state !== 'ended')
      stage.turn('refresh').catch((problem: Error) => setFault(faultText(problem, accountWords(lang))));
  };
  const digits = useMeetingKeys({
    next: () => stage.go(at + 1),
    back: () => stage.go(at - 1),
    first: () => stage.go(0),
    last: () => stage.go(last),
    jump: (to) => stage.go(to - 1),
    leave: nothing,
    black: () => stage.setBlack(!stage.black),
    pen: nothing,
    pointer: nothing,
    size: nothing,
    scroll: nothing,
    newer: takeOver,
    act: nothing,
    note: nothing,
    presenter: nothing,
    help: nothing,
  });
  if (stage.error && !meeting) return <p className="fault">{faultText(stage.error, accountWords(lang))}</p>;
  if (!meeting || !step) return <Loading lang={lang} />;
  const ended = meeting.state === 'ended';
  return (
    <div className="presenter" data-part="presenter">
      <header className="presenter-top">
        <h1>{meeting.title}</h1>
        <DataAt meeting={meeting} campaign={stage.ground?.campaign} goneAt={stage.goneAt} lang={lang} />
        {digits !== '' && <strong>{fill(meetingWords(lang).jump, { n: digits })}</strong>}
        {fault && (
          <strong className="fault" role="alert">
            {fault}
          </strong>
        )}
      </header>
      <PresenterClock
        {...{ lang, skewMs: stage.skewMs, movedAt: ended ? null : (stage.movedAt ?? meeting.times.movedAt) }}
        begunAt={ended ? null : meeting.times.begunAt}
        minutes={meeting.items[at]?.minutes ?? 0}
        budget={meeting.lengthMin ?? budgetOf(meeting.items)}
      />
      <main className="presenter-main">
        <Current step={step} at={at} last={last} meeting={meeting} lang={lang} />
        <section className="presenter-note">
          {meeting.writable && <NoteField key={step.item.id} {...{ owner, meeting: id, step, lang }} />}
        </section>
      </main>
      <Agenda meeting={meeting} at={at} lang={lang} onGo={stage.go} />
      {!ended && <Foot stage={stage} newer={meeting.newer} lang={lang} onTakeOver={takeOver} />}
    </div>
  );
}

interface FootProps {
  stage: Staged;
  /** Changes since the figures shown. */
  newer: number;
  lang: Lang;
  onTakeOver(): void;
}

/** What leads a meeting on; one that has ended is only read. */
function Foot({ stage: { at, last, black, go, setBlack }, newer, lang, onTakeOver }: FootProps) {
  const words = stageWords(lang);
  return (
    <footer className="presenter-foot" data-part="presenter-foot">
      <button type="button" disabled={at === 0} onClick={() => go(at - 1)}>
        ← {words.back}
      </button>
      <button type="button" className="primary" disabled={at === last} onClick={() => go(at + 1)}>
        {words.forward} →
      </button>
      <button type="button" aria-pressed={black} onClick={() => setBlack(!black)}>
        {black ? words.blackOff : words.blackOn}
      </button>
      {newer > 0 && (
        <button type="button" onClick={onTakeOver}>
          {fill(words.takeOver, { count: newer })}
        </button>
      )}
    </footer>
  );
}

interface CurrentProps {
  step: StepAnswer;
  meeting: MeetingAnswer;
  at: number;
  last: number;
  lang: Lang;
}

function Current({ step, meeting, at, last, lang }: CurrentProps) {
  const words = stageWords(lang);
  const next = meeting.items[at + 1];
  return (
    <section>
      <p className="sub">
        {words.now} {fill(meetingWords(lang).of, { n: at + 1, of: last + 1 })}
      </p>
      <h2 data-part="presenter-now">{meeting.items[at]?.title}</h2>
      {step.number === at && step.place && <p>{step.place.why[lang]}</p>}
      {step.number === at && step.item.text && <p className="stage-text">{step.item.text}</p>}
      {meeting.state !== 'ended' && (
        <>
          <p className="sub">{words.next}</p>
          <h3 data-part="presenter-next">{next?.title ?? words.nothingNext}</h3>
        </>
      )}
    </section>
  );
}

interface AgendaProps {
  meeting: MeetingAnswer;
  at: number;
  lang: Lang;
  onGo(to: number): void;
}

function Agenda({ meeting, at, lang, onGo }: AgendaProps) {
  const now = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (at >= 0) now.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <nav className="presenter-agenda" aria-label={stageWords(lang).agenda}>
      <ol>
        {meeting.items.map(({ id, title, minutes }, number) => (
          <li key={id} ref={number === at ? now : undefined}>
            <button
              type="button"
              aria-current={number === at ? 'step' : undefined}
              onClick={(event) => {
                // The keys go on turning pages.
                event.currentTarget.blur();
                onGo(number);
              }}
            >
              <span>{number + 1}</span> {title} <span className="sub">{minutes}′</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

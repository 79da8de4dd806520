import { useEffect, useState } from 'react';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, type Lang } from '../../ui/format.ts';

interface ClockProps {
  lang: Lang;
  /** Server's clock ahead of this machine's. Milliseconds. */
  skewMs: number;
  /** Instants by the server's clock; null where nobody knows. */
  movedAt: string | null;
  begunAt: string | null;
  /** Minutes the item and the whole meeting are given; 0: as long as it takes. */
  minutes: number;
  budget: number;
}

/** 时间 — the clock, how long the item and the meeting took, and by how much each is over. */
export function PresenterClock({ lang, skewMs, movedAt, begunAt, minutes, budget }: ClockProps) {
  const words = stageWords(lang);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const since = (instant: string | null) =>
    instant === null ? null : Math.max(0, Math.floor((now + skewMs - Date.parse(instant)) / 1000));
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' });
  return (
    <section className="presenter-clock">
      <p>
        <span className="sub">{words.clock}</span>
        <time data-part="presenter-time">{clock.format(now + skewMs)}</time>
      </p>
      <Used part="item-time" title={words.itemTime} seconds={since(movedAt)} minutes={minutes} lang={lang} />
      <Used part="meeting-time" title={words.meetingTime} seconds={since(begunAt)} minutes={budget} lang={lang} />
    </section>
  );
}

interface UsedProps {
  part: string;
  title: string;
  seconds: number | null;
  minutes: number;
  lang: Lang;
}

function Used({ part, title, seconds, minutes, lang }: UsedProps) {
  const words = stageWords(lang);
  if (seconds === null) return null;
  const left = minutes * 60 - seconds;
  const over = minutes > 0 && left < 0;
  return (
    <p className={over ? 'over' : ''} data-part={part}>
      <span className="sub">{title}</span>
      <time>{fill(minutes > 0 ? words.of : words.free, { used: spent(seconds), n: minutes })}</time>
      {minutes > 0 && <strong>{fill(over ? words.overBy : words.leftBy, { time: spent(Math.abs(left)) })}</strong>}
    </p>
  );
}

/** Seconds as m:ss, from an hour on as h:mm:ss. */
export function spent(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

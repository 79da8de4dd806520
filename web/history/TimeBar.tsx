import { type KeyboardEvent, useEffect } from 'react';
import { daysBetween } from '../../server/calendar/rules.ts';
import type { Campaign } from '../../server/campaign/rules.ts';
import { historyWords } from '../message/history/history-words.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { fill, formatDay, formatDayNear, type Lang } from '../ui/format.ts';
import { comparedFirst, indexOfDay } from './timeline.ts';
import type { Timeline } from './use-timeline.ts';
import './time-bar.css';

interface TimeBarProps {
  timeline: Timeline;
  asOf: string | null;
  /** Day compared with; null: none. */
  since: string | null;
  split: boolean;
  /** Why the two days cannot be compared; null while they can. */
  fault: string | null;
  campaign: Pick<Campaign, 'firstOn' | 'nodes'> | null;
  /** The day of the last meeting, that is compared with first; null: a week before. */
  lastMeetingOn: string | null;
  lang: Lang;
  onDay(on: string | null): void;
  onSince(on: string | null): void;
  onSplit(split: boolean): void;
  onClose(): void;
}

/** 时间轴 — any day of the campaign, played or stepped through, and a second day to compare it with. */
export function TimeBar(props: TimeBarProps) {
  const { timeline, asOf, since, split, campaign, lastMeetingOn, lang, onDay, onSince, onSplit, onClose } = props;
  const words = historyWords(lang);
  const { days, preview, playing } = timeline;
  const all = days?.days ?? [];
  const at = preview ?? indexOfDay(all, asOf);
  const on = all[at]?.on ?? asOf;
  const last = all.length - 1;
  useEffect(() => {
    if (!playing) return;
    const stop = (event: globalThis.KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      timeline.stop();
    };
    window.addEventListener('keydown', stop, { capture: true });
    return () => window.removeEventListener('keydown', stop, { capture: true });
  }, [playing, timeline]);
  const step = (by: 1 | -1) => {
    const next = Math.max(0, Math.min(last, at + by));
    onDay(next >= last ? null : (all[next]?.on ?? null));
  };
  const keep = () => timeline.stop();
  const onKeyUp = (event: KeyboardEvent) => {
    if (/^(Arrow|Home|End|Page)/.test(event.key)) keep();
  };
  const number = on && campaign ? daysBetween(campaign.firstOn, on) + 1 : null;
  return (
    <section className="time-bar card" aria-label={words.bar} data-part="time-bar" data-playing={playing}>
      <div className="time-row">
        <button
          type="button"
          className="time-play"
          disabled={!days}
          data-part="play"
          aria-label={playing ? words.pause : words.play}
          title={playing ? words.pause : words.play}
          onClick={() => (playing ? timeline.stop() : timeline.play())}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={playing ? 'M5 4h3.5v12H5zM11.5 4H15v12h-3.5z' : 'M6 3.5l10 6.5-10 6.5z'} />
          </svg>
        </button>
        <button type="button" className="quiet" aria-label={words.back} disabled={at <= 0} onClick={() => step(-1)}>
          ‹
        </button>
        <div className="time-track">
          <input
            type="range"
            min={0}
            max={Math.max(0, last)}
            value={Math.max(0, at)}
            disabled={!days}
            aria-label={words.bar}
            aria-valuetext={on ? formatDay(on, lang) : ''}
            onChange={(event) => timeline.show(Number(event.target.value))}
            onPointerUp={keep}
            onKeyUp={onKeyUp}
            data-part="time-slider"
          />
          <svg className="time-marks" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
            {campaign?.nodes
              .filter(({ on: node }) => all.some((day) => day.on === node))
              .map(({ on: node }) => (
                <line key={node} {...markAt(indexOfDay(all, node), last)} />
              ))}
            {since && all.some((day) => day.on === since) && (
              <line className="since" {...markAt(indexOfDay(all, since), last)} />
            )}
          </svg>
        </div>
        <button
          type="button"
          className="quiet"
          aria-label={words.forward}
          disabled={at >= last}
          onClick={() => step(1)}
        >
          ›
        </button>
        <output className="time-day" data-part="time-day">
          {days ? on && formatDay(on, lang) : timeline.failed ? words.historyFault : words.loading}
          {number !== null && days && <span className="sub"> {fill(words.day, { day: number })}</span>}
        </output>
        {asOf !== null && (
          <button type="button" className="quiet" onClick={() => onDay(null)}>
            {words.now}
          </button>
        )}
        <Compared
          {...{ since, split, lang, on, onSince, onSplit, first: all[0]?.on }}
          usual={comparedFirst(all, at, lastMeetingOn)}
        />
        <button
          type="button"
          className="quiet time-close"
          aria-label={words.close}
          title={words.close}
          onClick={onClose}
        >
          ×
        </button>
      </div>
      {props.fault && (
        <p className="fault" role="alert" data-part="compare-fault">
          {props.fault}
        </p>
      )}
    </section>
  );
}

interface ComparedProps extends Pick<TimeBarProps, 'since' | 'split' | 'lang' | 'onSince' | 'onSplit'> {
  on: string | null;
  first: string | undefined;
  usual: ReturnType<typeof comparedFirst>;
}

function Compared({ since, split, lang, on, first, usual, onSince, onSplit }: ComparedProps) {
  const words = historyWords(lang);
  const { meeting } = usual;
  if (since === null)
    return (
      <button
        type="button"
        className="quiet"
        data-part="compare"
        disabled={usual.first === null}
        title={meeting === null ? undefined : fill(words.sinceMeeting, { day: formatDay(meeting, lang) })}
        onClick={() => usual.first && onSince(usual.first)}
      >
        {words.compare}
      </button>
    );
  return (
    <span className="time-compare">
      <label htmlFor="compare-since">
        {words.compareWith}
        <DayInput
          id="compare-since"
          value={since}
          min={first}
          max={on ?? undefined}
          data-part="since"
          onDay={(day) => day !== null && onSince(day)}
        />
      </label>
      {meeting !== null && since !== meeting && (
        <button type="button" className="quiet" data-part="since-meeting" onClick={() => onSince(meeting)}>
          {fill(words.sinceMeeting, { day: on ? formatDayNear(meeting, on, lang) : meeting })}
        </button>
      )}
      {meeting !== null && since === meeting && <span className="sub">{words.isMeeting}</span>}
      <button type="button" className="quiet" aria-pressed={split} data-part="split" onClick={() => onSplit(!split)}>
        {split ? words.asChange : words.sideBySide}
      </button>
      <button type="button" className="quiet" data-part="compare-stop" onClick={() => onSince(null)}>
        {words.stopCompare}
      </button>
    </span>
  );
}

function markAt(at: number, last: number) {
  const x = last <= 0 ? 0 : 8 + (at / last) * 984;
  return { x1: x, x2: x, y1: 0, y2: 8 };
}

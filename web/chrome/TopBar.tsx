import { type ReactNode, useState } from 'react';
import type { SummaryAnswer } from '../../server/list/answer.ts';
import type { LocalDate } from '../../server/rights/view.ts';
import { historyWords } from '../message/history/history-words.ts';
import { wordsOf } from '../message/words.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { fill, formatDay, instantText, type Lang } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { CampaignStand } from './CampaignStand.tsx';

export interface TopBarProps {
  county: string;
  summary: SummaryAnswer | null;
  asOf: LocalDate | null;
  /** Null until it is known. */
  today: LocalDate | null;
  /** When the server was last heard, while it is gone. */
  goneAt: number | null;
  lang: Lang;
  theme: 'light' | 'dark';
  /** Copies the address; tells whether it could. */
  onCopy(): Promise<boolean>;
  onAsOf(day: LocalDate | null): void;
  onLang(): void;
  onTheme(): void;
  onFullScreen(): void;
  onHelp(): void;
  /** Opens or closes the timeline. */
  time: boolean;
  onTime(): void;
  /** Who is signed in, at the end on the right. */
  user: ReactNode;
  /** Search and the path, on the left. */
  children: ReactNode;
}

/** 顶栏 — the title in the middle, where one is and the search on the left, the day and what the page can do on the right. */
export function TopBar(props: TopBarProps) {
  const { county, summary, lang, children } = props;
  const words = wordsOf(lang);
  return (
    <header className="top">
      <div className="top-left">{children}</div>
      <div className="top-middle">
        <h1>
          {county} <span>{words.title}</span>
        </h1>
        <CampaignStand campaign={summary?.campaign} lang={lang} />
        {summary?.sample && (
          <span className="badge" data-part="sample">
            {words.sample}
          </span>
        )}
      </div>
      <div className="top-right">
        <div className="top-when">
          <DataAt summary={summary} lang={lang} />
          <Gone goneAt={props.goneAt} lang={lang} />
        </div>
        <div className="top-do">
          <AsOf {...props} />
          <Tools {...props} />
          {props.user}
        </div>
      </div>
    </header>
  );
}

function DataAt({ summary, lang }: Pick<TopBarProps, 'summary' | 'lang'>) {
  const words = wordsOf(lang);
  if (!summary) return null;
  const { dataAt, on } = summary;
  const [before, after] = words.dataAt.split('{at}');
  const text = (near?: LocalDate) =>
    dataAt === null ? (
      words.dataNone
    ) : (
      <>
        {before}
        <wbr />
        <span className="whole">{instantText(dataAt, lang, near)}</span>
        {after}
      </>
    );
  return (
    <span className="data-at" data-part="data-at">
      <span className="on-screen">{text(on)}</span>
      <span className="on-paper-only">{text()}</span>
    </span>
  );
}

/** 连接状态 — since when the server has been gone; nothing while it is there. */
function Gone({ goneAt, lang }: Pick<TopBarProps, 'goneAt' | 'lang'>) {
  return (
    <span className="gone-at" role="status" data-part="server-gone" hidden={goneAt === null}>
      {goneAt !== null && fill(wordsOf(lang).gone, { at: hourText(goneAt, lang) })}
    </span>
  );
}

/** Hour and minute in Asia/Shanghai of today, day and hour of an earlier day. */
export function hourText(at: number, lang: Lang): string {
  const day = (instant: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(instant);
  const hour = { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' } as const;
  const time = new Intl.DateTimeFormat('en-GB', hour).format(at);
  return day(at) === day(Date.now()) ? time : `${formatDay(day(at), lang)} ${time}`;
}

function AsOf({ asOf, today, summary, lang, time, onAsOf, onTime }: TopBarProps) {
  const words = wordsOf(lang);
  const first = summary?.campaign?.firstOn;
  return (
    <span className={asOf ? 'as-of past' : 'as-of'}>
      <DayInput
        data-part="as-of"
        aria-label={words.asOf}
        title={words.asOf}
        value={asOf ?? summary?.on ?? ''}
        {...(first ? { min: first } : {})}
        {...(today ? { max: today } : {})}
        onDay={onAsOf}
      />
      <button
        type="button"
        className="tool"
        data-part="time-open"
        aria-pressed={time}
        aria-label={historyWords(lang).open}
        title={historyWords(lang).open}
        onClick={onTime}
      >
        <Icon name="clock" />
      </button>
      {asOf && (
        <button type="button" className="quiet" onClick={() => onAsOf(null)}>
          {words.asOfNow}
        </button>
      )}
    </span>
  );
}

function Tools({ lang, theme, onCopy, onLang, onTheme, onFullScreen, onHelp }: TopBarProps) {
  const words = wordsOf(lang);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = async () => {
    setCopied((await onCopy()) ? 'yes' : 'failed');
    setTimeout(() => setCopied('no'), 2000);
  };
  const copyText = copied === 'no' ? words.copyLink : copied === 'yes' ? words.copied : words.copyFailed;
  return (
    <span className="tools">
      <button
        type="button"
        className="tool"
        data-part="copy-link"
        onClick={copy}
        title={copyText}
        aria-label={words.copyLink}
      >
        <Icon name={copied === 'yes' ? 'check' : 'link'} />
        {copied !== 'no' && <span role="status">{copyText}</span>}
      </button>
      <button
        type="button"
        className="tool"
        data-part="theme-toggle"
        onClick={onTheme}
        aria-label={theme === 'dark' ? words.light : words.dark}
        title={theme === 'dark' ? words.light : words.dark}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
      <button
        type="button"
        className="tool wide-only"
        onClick={onFullScreen}
        aria-label={words.fullScreen}
        title={words.fullScreen}
      >
        <Icon name="full" />
      </button>
      <button
        type="button"
        className="tool wide-only"
        data-part="help-open"
        onClick={onHelp}
        aria-label={words.help}
        title={words.help}
      >
        <Icon name="help" />
      </button>
      <button
        type="button"
        className="tool text"
        data-part="lang-toggle"
        onClick={onLang}
        aria-label={words.languageLabel}
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
      >
        {words.language}
      </button>
    </span>
  );
}

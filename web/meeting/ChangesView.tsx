import type { ChangedPlace, ChangesAnswer } from '../../server/meeting/answer.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { fill, formatDay } from '../ui/format.ts';
import type { ViewState } from '../url.ts';

/** 上次会议以来 — places that got better and worse, what became of the decisions, and who reported nothing. */
export function ChangesView({ changes, view: { lang } }: { changes: ChangesAnswer; view: ViewState }) {
  const words = meetingWords(lang);
  const { since, meeting, layers, decisions, quiet } = changes;
  const day = formatDay(since, lang);
  const given = decisions.kept + decisions.open + decisions.overdue;
  return (
    <div className="changes" data-part="meeting-changes">
      <p className="hint">{meeting ? fill(words.sinceMeeting, { meeting, day }) : fill(words.since, { day })}</p>
      {given > 0 && <p>{fill(words.kept, decisions)}</p>}
      {layers.map(({ id, title, up, down }) => (
        <div key={id}>
          <h3>{title[lang]}</h3>
          {up.length + down.length === 0 && <p className="hint">{words.noChange}</p>}
          <Group mark="▲" tone="good" title={words.up2} places={up} lang={lang} />
          <Group mark="▼" tone="bad" title={words.down2} places={down} lang={lang} />
        </div>
      ))}
      {quiet.length > 0 && (
        <details>
          <summary>
            {words.quiet}（{quiet.reduce((sum, { villages }) => sum + villages.length, 0)}）
          </summary>
          {quiet.map(({ town, villages }) => (
            <p key={town}>
              <strong>{town}</strong> {villages.join(lang === 'zh' ? '、' : ', ')}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

interface GroupProps {
  mark: string;
  tone: 'good' | 'bad';
  title: string;
  places: ChangedPlace[];
  lang: ViewState['lang'];
}

function Group({ mark, tone, title, places, lang }: GroupProps) {
  if (places.length === 0) return null;
  const words = meetingWords(lang);
  return (
    <details open={tone === 'bad'}>
      <summary className={tone}>
        {mark} {title} {places.length}
      </summary>
      <ul>
        {places.map(({ code, name, town, from, to }) => (
          <li key={code}>
            {name} <small>{town}</small> {fill(words.change, { from: from[lang], to: to[lang] })}
          </li>
        ))}
      </ul>
    </details>
  );
}

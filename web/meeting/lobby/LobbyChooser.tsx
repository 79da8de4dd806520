import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { readView, writeView } from '../../url.ts';
import { meetingsQuery } from '../queries.ts';
import { everySeconds, type LobbyAsked, type LobbyView } from './lobby-views.ts';

interface ChooserProps {
  all: LobbyView[];
  /** Those shown now. */
  views: LobbyView[];
  asked: LobbyAsked;
  lang: Lang;
  onClose(): void;
}

/** 选择视图 — which views go round, with which agenda's, and how long each stands; all of it is in the address. */
export function LobbyChooser({ all, views, asked, lang, onClose }: ChooserProps) {
  const words = stageWords(lang).lobby;
  const navigate = useNavigate();
  const meetings = useQuery(meetingsQuery()).data?.meetings ?? [];
  const put = (change: Partial<LobbyAsked>) => {
    const next = { ...asked, ...change };
    void navigate({
      to: '/lobby',
      replace: true,
      search: (before: Record<string, string | undefined>) => {
        const { views: _views, meeting: _meeting, every: _every, ...rest } = before;
        return {
          ...writeView(readView(rest)),
          ...(next.views ? { views: next.views.join(',') } : {}),
          ...(next.meeting ? { meeting: next.meeting } : {}),
          every: String(next.every),
        };
      },
    });
  };
  const toggle = (key: string) => {
    const now = views.map((one) => one.key);
    put({ views: now.includes(key) ? now.filter((one) => one !== key) : [...now, key] });
  };
  return (
    <section className="lobby-chooser" data-part="lobby-chooser" aria-label={words.choose}>
      <fieldset>
        <legend>{words.layers}</legend>
        {all.map(({ key, title }) => (
          <label key={key}>
            <input type="checkbox" checked={views.some((one) => one.key === key)} onChange={() => toggle(key)} />
            {title}
          </label>
        ))}
      </fieldset>
      <label>
        {words.meeting}
        <select
          value={asked.meeting ?? ''}
          onChange={({ target }) => put({ meeting: target.value === '' ? null : target.value, views: null })}
        >
          <option value="">{words.noMeeting}</option>
          {meetings.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.every}
        <select value={asked.every} onChange={({ target }) => put({ every: Number(target.value) })}>
          {[...new Set([...everySeconds, asked.every])].map((n) => (
            <option key={n} value={n}>
              {fill(words.seconds, { n })}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={onClose}>
        {words.done}
      </button>
    </section>
  );
}

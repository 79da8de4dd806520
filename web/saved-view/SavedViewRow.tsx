import { useState } from 'react';
import type { SavedViewAnswer } from '../../server/saved-view/answer.ts';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { fill, type Lang } from '../ui/format.ts';

interface RowProps {
  view: SavedViewAnswer;
  lang: Lang;
  mayShare: boolean;
  onOpen(): void;
  onPut(change: { title?: string; shared?: boolean }): void;
  onRemove(): void;
}

/** One saved view: its name opens it; one's own is renamed, shared or removed. */
export function SavedViewRow({ view, lang, mayShare, onOpen, onPut, onRemove }: RowProps) {
  const words = agendaWords(lang);
  const { title, shared, own, by } = view;
  const [name, setName] = useState<string | null>(null);
  if (name !== null)
    return (
      <li>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onPut({ title: name });
            setName(null);
          }}
        >
          <input
            aria-label={words.viewName}
            required
            maxLength={40}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <button type="submit">{words.ok}</button>
          <button type="button" onClick={() => setName(null)}>
            {words.cancel}
          </button>
        </form>
      </li>
    );
  return (
    <li>
      <button type="button" className="link" data-part="open-view" onClick={onOpen}>
        {title}
      </button>
      <small>{own ? (shared ? words.viewShared : words.viewPrivate) : fill(words.viewBy, { by: by ?? '' })}</small>
      {own && (
        <span className="row">
          {mayShare && (
            <button
              type="button"
              aria-label={`${shared ? words.viewUnshare : words.viewShare} ${title}`}
              onClick={() => onPut({ shared: !shared })}
            >
              {shared ? words.viewUnshare : words.viewShare}
            </button>
          )}
          <button type="button" aria-label={`${words.viewRename} ${title}`} onClick={() => setName(title)}>
            {words.viewRename}
          </button>
          <button type="button" aria-label={`${words.viewRemove} ${title}`} onClick={onRemove}>
            {words.viewRemove}
          </button>
        </span>
      )}
    </li>
  );
}

import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { SearchAnswer } from '../../server/search/answer.ts';
import { wordsOf } from '../message/words.ts';
import { fill, type Lang } from './format.ts';
import { Icon } from './Icon.tsx';
import './search-box.css';

type Hit = SearchAnswer['hits'][number];
interface SearchProps {
  query: string;
  hits: Hit[] | null;
  lang: Lang;
  input: RefObject<HTMLInputElement | null>;
  onQuery(query: string): void;
  onPick(code: string): void;
}

/** 搜索 — a place by name, pinyin, initials, old name or code; arrows and Enter choose, Esc closes. */
export function SearchBox({ query, hits, lang, input, onQuery, onPick }: SearchProps) {
  const words = wordsOf(lang);
  const listId = useId();
  const [at, setAt] = useState(0);
  const open = query.trim() !== '' && hits !== null;
  const chosen = Math.min(at, Math.max(0, (hits?.length ?? 0) - 1));
  const pick = (hit: Hit | undefined) => {
    if (!hit) return;
    onPick(hit.code);
    onQuery('');
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && hits?.length) {
      event.preventDefault();
      setAt((chosen + by + hits.length) % hits.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) pick(hits?.[chosen]);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      onQuery('');
      input.current?.blur();
    }
  };
  return (
    <search className="search">
      <Icon name="search" />
      <input
        ref={input}
        data-part="search"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && hits?.length ? `${listId}-${chosen}` : undefined}
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        maxLength={60}
        onChange={(event) => {
          setAt(0);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div id={listId} role="listbox" aria-label={words.search} className="search-hits">
          {hits?.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and takes the keys for its list
            <div
              key={hit.fid}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              data-part="search-hit"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(hit)}
            >
              <strong>{hit.name}</strong>
              <span>{hit.town ?? ''}</span>
              <em>{fill(words.how[hit.how], { matched: hit.matched })}</em>
            </div>
          ))}
          {hits?.length === 0 && <p>{fill(words.searchNone, { q: query })}</p>}
        </div>
      )}
    </search>
  );
}

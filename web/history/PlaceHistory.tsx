import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryEntry } from '../../server/history/answer.ts';
import type { Text } from '../../server/words/text.ts';
import { ask } from '../api.ts';
import { historyWords } from '../message/history/history-words.ts';
import { fill, formatDay, instantText, type Lang } from '../ui/format.ts';
import './place-history.css';

/** 变更记录 — who changed what at a place, when, from which file or form, before and after; read when it is opened. */
export function PlaceHistory({ code, lang }: { code: string; lang: Lang }) {
  const words = historyWords(lang);
  const [open, setOpen] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['api', 'history', code],
    queryFn: ({ pageParam, signal }) => ask('/places/{code}/history', { code, before: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ more }) => more,
    enabled: open,
  });
  const entries = query.data?.pages.flatMap((page) => page.entries);
  return (
    <details
      className="place-history"
      data-part="place-history"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words.historyMore}</summary>
      {query.isError && <p role="alert">{words.historyFault}</p>}
      {entries?.length === 0 && <p>{words.historyNone}</p>}
      <ol>
        {entries?.map((entry) => (
          <Entry key={entry.id} entry={entry} lang={lang} />
        ))}
      </ol>
      {query.hasNextPage && (
        <button
          type="button"
          className="quiet"
          data-part="history-earlier"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words.historyEarlier}
        </button>
      )}
    </details>
  );
}

function Entry({ entry, lang }: { entry: HistoryEntry; lang: Lang }) {
  const words = historyWords(lang);
  const { actor, source } = entry;
  const by = actor ? [actor.name ?? words.erased, actor.post].filter(Boolean).join(' · ') : words.byImport;
  const said = (value: Text | string | null) =>
    value === null || value === '' ? words.empty : typeof value === 'string' ? value : value[lang];
  return (
    <li>
      <p>
        <time dateTime={entry.on}>{formatDay(entry.on, lang)}</time> <strong>{entry.title[lang]}</strong>
      </p>
      <p className="faint" title={fill(words.recorded, { at: instantText(entry.recordedAt, lang) })}>
        {[by, source ?? words.form, entry.corrects ? words.corrects : null].filter(Boolean).join(' · ')}
      </p>
      {entry.fields.length > 0 && (
        <dl>
          {entry.fields.map(({ title, before, after }) => (
            <div key={title.zh}>
              <dt>{title[lang]}</dt>
              <dd>
                <del>{said(before)}</del> → <ins>{said(after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

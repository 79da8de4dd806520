import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SearchAnswer } from '../../server/search/answer.ts';
import { searchQuery } from '../queries.ts';
import type { Lang } from './format.ts';
import { SearchBox } from './SearchBox.tsx';

/** 找地方 — a place by name, pinyin, initials or old name, as on the map; on paper instead of the bar. */
export function PlaceSearch({ lang, onPick }: { lang: Lang; onPick(hit: SearchAnswer['hits'][number]): void }) {
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const typed = query.trim();
  const found = useQuery({ ...searchQuery(typed, { asOf: null }), enabled: typed !== '' }).data;
  const hits = typed === '' ? null : (found?.hits ?? null);
  return (
    <div className="place-search">
      <SearchBox
        {...{ query, hits, lang, input }}
        onQuery={setQuery}
        onPick={(code) => {
          const hit = hits?.find((one) => one.code === code);
          if (hit) onPick(hit);
        }}
      />
    </div>
  );
}

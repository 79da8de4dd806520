import { useRef, useState } from 'react';
import type { RankingAnswer } from '../../server/ranking/answer.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { wordsOf } from '../message/words.ts';
import { fill, formatDayNear, type Lang } from '../ui/format.ts';
import { rankMark, ranksClimbed } from './marks.ts';
import { useWholeRows } from './whole-rows.ts';

interface RankingProps {
  ranking: RankingAnswer | null;
  /** Code of the town gone into. */
  town: string | null;
  lang: Lang;
  onTown(code: string): void;
}

/** 各镇排名 — towns by the layer's share: rank, value, target, change; first and last three marked. Towns are ranked, persons never. */
export function RankingPanel({ ranking, town, lang, onTown }: RankingProps) {
  const words = wordsOf(lang);
  const [hidden, setHidden] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  useWholeRows(list, hidden ? 0 : (ranking?.rows.length ?? 0));
  if (!ranking)
    return <section className="ranking card" aria-busy="true" aria-label={fill(words.ranking, { scope: '' })} />;
  const title = fill(words.ranking, { scope: ranking.scope[lang] });
  return (
    <section className="ranking card" data-part="ranking" aria-label={title}>
      <header>
        <h2>
          {title} <span className="ranking-what">{ranking.title[lang]}</span>
        </h2>
        <button type="button" className="quiet" aria-expanded={!hidden} onClick={() => setHidden(!hidden)}>
          {hidden ? words.showRanking : words.hideRanking}
        </button>
      </header>
      {!hidden && (
        <>
          <ol ref={list}>
            {ranking.rows.map((row) => (
              <li key={row.fid}>
                <button
                  type="button"
                  data-part="ranking-row"
                  aria-current={row.code === town ? 'true' : undefined}
                  onClick={() => onTown(row.code)}
                >
                  <span className={`rank ${rankMark(row, ranking.rows)}`}>{row.share === null ? '—' : row.rank}</span>
                  <span className="ranking-name" data-part="ranking-name">
                    {row.name}
                  </span>
                  <span className="ranking-tied">{row.tied && row.share !== null ? words.tied : ''}</span>
                  <Moved row={row} lang={lang} />
                  <span className="ranking-share">{ranking.silent ? words.silent : shareText(row.share)}</span>
                  <span className="ranking-bar" aria-hidden="true">
                    <span style={{ width: `${(row.share ?? 0) * 100}%` }} />
                    {ranking.target !== null && <i style={{ left: `${ranking.target * 100}%` }} />}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <footer>
            <span>{fill(words.rankingSince, { day: formatDayNear(ranking.since, ranking.on, lang) })}</span>
            {ranking.target !== null && <span>{fill(words.target, { share: shareText(ranking.target) })}</span>}
          </footer>
        </>
      )}
    </section>
  );
}

type Row = RankingAnswer['rows'][number];

/** Ranks climbed or fallen since the day compared with; nothing else stands in their column. */
function Moved({ row, lang }: { row: Row; lang: Lang }) {
  const by = ranksClimbed(row);
  if (by === null) return <span className="moved" />;
  if (by !== 0) return <span className={`moved ${by > 0 ? 'better' : 'worse'}`}>{by > 0 ? `▲${by}` : `▼${-by}`}</span>;
  return (
    <span className="moved same" title={wordsOf(lang).sameRank}>
      =
    </span>
  );
}

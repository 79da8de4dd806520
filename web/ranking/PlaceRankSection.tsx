import { useQuery } from '@tanstack/react-query';
import type { Reading } from '../dossier/reading.ts';
import { Section } from '../dossier/Section.tsx';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { may, sessionQuery } from '../session.ts';
import { fill, formatDay } from '../ui/format.ts';
import { useNarrow } from '../ui/use-narrow.ts';
import { useView } from '../use-view.ts';
import { Said } from './Externals.tsx';
import { formatScore, formatSigned } from './format-points.ts';
import { placeRankQuery } from './queries.ts';
import { Change } from './ScoreTable.tsx';
import './place-rank.css';

/** 排名与上级通报 in a place's dossier: its rank and score where they are shown, and what superiors said of it; no rank on a phone. */
export function PlaceRankSection({ code, reading }: { code: string; reading: Reading }) {
  const [{ asOf }] = useView();
  const { lang } = reading;
  const words = rankingWords(lang);
  const session = useQuery(sessionQuery()).data;
  const narrow = useNarrow();
  const query = useQuery({ ...placeRankQuery(code, asOf), enabled: may(session, 'see-ranking') });
  const answer = query.error ? undefined : query.data;
  const row = narrow ? null : (answer?.row ?? null);
  const externals = (answer?.externals ?? []).filter(({ kind }) => !narrow || kind !== 'rank');
  if (!answer || (row === null && externals.length === 0)) return null;
  return (
    <Section title={words.placeRank.title}>
      {row && row.score !== null && (
        <p className="place-rank" data-part="place-rank">
          <strong>{fill(words.placeRank.rank, { rank: row.rank, of: answer.of })}</strong>
          {row.tied && <span>{words.tied}</span>}
          <span>{fill(words.placeRank.score, { score: formatScore(row.score) })}</span>
          <Change row={row} view={{ lang }} />
        </p>
      )}
      {externals.length > 0 && (
        <ul className="place-rank-external">
          {externals.map((external) => (
            <li key={external.id} data-part="place-rank-external">
              {external.place !== code && <span>{external.name} </span>}
              <Said external={external} lang={lang} />
              {row !== null && external.points !== 0 && <span> {formatSigned(external.points)}</span>}
              <span className="place-rank-source">
                {[formatDay(external.occurredOn, lang), external.source, external.document].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

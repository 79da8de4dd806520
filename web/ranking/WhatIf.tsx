import type { PreviewAnswer, PreviewRow } from '../../server/ranking/answer.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { useNarrow } from '../ui/use-narrow.ts';
import { formatScore } from './format-points.ts';
import { Change } from './ScoreTable.tsx';
import './what-if.css';

const mostVillages = 20;

/** 试算 — the ranking another formula would give beside today's, with the changes of rank; of villages those that move most. */
export function WhatIf({ answer, lang }: { answer: PreviewAnswer; lang: Lang }) {
  const words = rankingWords(lang);
  if (useNarrow()) return <p>{words.phone}</p>;
  const moved = answer.villages.filter(({ rank, rankNow }) => rank !== rankNow);
  const most = moved.toSorted((a, b) => Math.abs(b.rank - b.rankNow) - Math.abs(a.rank - a.rankNow));
  return (
    <section className="what-if" data-part="what-if">
      <h3>{words.what.trying}</h3>
      <Rows rows={answer.towns} lang={lang} />
      <h3>{fill(words.what.villagesMoved, { n: moved.length })}</h3>
      {moved.length > 0 && <Rows rows={most.slice(0, mostVillages)} lang={lang} />}
    </section>
  );
}

function Rows({ rows, lang }: { rows: PreviewRow[]; lang: Lang }) {
  const words = rankingWords(lang);
  return (
    <table className="office-table">
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.what.now}</th>
          <th scope="col">{words.what.would}</th>
          <th scope="col">{words.what.moved}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.fid} data-part="what-if-row">
            <td>
              {row.name}
              {row.town !== null && <small className="sub">{row.town}</small>}
            </td>
            <td>{row.scoreNow === null ? '—' : `${row.rankNow} · ${formatScore(row.scoreNow)}`}</td>
            <td>
              {row.score === null ? '—' : `${row.rank} · ${formatScore(row.score)}`}
              {row.tied && ` ${words.tied}`}
            </td>
            <td>
              <Change row={{ ...row, rankBefore: row.scoreNow === null ? null : row.rankNow }} view={{ lang }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Link } from '@tanstack/react-router';
import type { FormulaAnswer, RankHistoryAnswer, ScoreRow } from '../../server/ranking/answer.ts';
import { scoreMark } from '../chrome/marks.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { fill, type Lang, oneOf } from '../ui/format.ts';
import { type ViewState, writeView } from '../url.ts';
import { formatPoints, formatScore, formatSigned } from './format-points.ts';
import { RankLine } from './RankLine.tsx';

interface TableProps {
  rows: ScoreRow[];
  /** How many are ranked in the county. */
  of: number;
  formula: FormulaAnswer;
  view: ViewState;
  /** Of towns: their ranks day by day. */
  history: RankHistoryAnswer | null;
  level: 'town' | 'village';
}

/** 得分表 — place, rank, score with its target, every part, the change; each number opens what it counts. */
export function ScoreTable(props: TableProps) {
  const { rows, formula, view, level } = props;
  const words = rankingWords(view.lang);
  const most = Math.max(100, ...rows.map(({ score }) => score ?? 0));
  return (
    <div className="score-scroll">
      <table className="score-table" data-part={`scores-${level}`}>
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col">{words.place}</th>
            <th scope="col" className="score-head">
              {words.score}
              {formula.target !== null && <small>{fill(words.target, { n: formula.target })}</small>}
            </th>
            <th scope="col">{words.change}</th>
            {formula.parts.map((part) => (
              <PartHead key={partKey(part)} part={part} lang={view.lang} />
            ))}
            <th scope="col" className="end">
              {words.extra}
            </th>
            {level === 'town' && (
              <th scope="col" className="line-head">
                {words.line}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.fid} row={row} most={most} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a part counts, distinguished where one layer both gives points and takes some off. */
function PartHead({ part, lang }: { part: FormulaAnswer['parts'][number]; lang: Lang }) {
  const { what } = rankingWords(lang);
  const { weight } = part;
  // One class taken off for is what the column is about; two such columns of a layer are distinguished by it.
  const title = (part.classTitles.length === 1 ? part.classTitles[0] : part.title)?.[lang] ?? '';
  const each =
    part.measure === 'per-unit' && part.unit
      ? fill(what.eachOf, { weight, unit: oneOf(part.unit[lang], lang) })
      : fill(what.eachPlace, { weight });
  return (
    <th scope="col" className="end">
      {part.measure === 'share' ? part.title[lang] : fill(what.off, { title })}
      <small>{part.measure === 'share' ? `${what.weight} ${weight}` : each}</small>
    </th>
  );
}

const partKey = ({ layer, measure, classes }: FormulaAnswer['parts'][number]) =>
  `${layer} ${measure} ${classes.join()}`;

function Row({ row, rows, of, formula, view, history, level, most }: TableProps & { row: ScoreRow; most: number }) {
  const words = rankingWords(view.lang);
  const atLast = formula[level === 'town' ? 'lastTowns' : 'lastVillages'];
  const mark = scoreMark(row, rows, of);
  const place = { ...view, place: row.code, selected: null, list: null, camera: null };
  const ranks = history?.towns.find(({ fid }) => fid === row.fid)?.ranks;
  return (
    <tr data-part="score-row" data-code={row.code}>
      <td>
        <span className={`rank ${mark}`}>{row.score === null ? '—' : row.rank}</span>
        {row.tied && <small className="tied">{words.tied}</small>}
      </td>
      <th scope="row">
        <Link to="/" search={writeView(place)}>
          {row.name}
        </Link>
        {row.town !== null && <small>{row.town}</small>}
        {row.last && (
          <span className={`last-mark ${row.last}`}>
            {fill(row.last === 'within' ? words.last : words.lastTied, { n: atLast })}
          </span>
        )}
      </th>
      <td className="score" title={row.score === null ? words.noScore : undefined}>
        <strong>{formatScore(row.score)}</strong>
        <span className="score-bar" aria-hidden="true">
          <span style={{ width: `${(Math.max(0, row.score ?? 0) / most) * 100}%` }} />
          {formula.target !== null && <i style={{ left: `${(formula.target / most) * 100}%` }} />}
        </span>
      </td>
      <td>
        <Change row={row} view={view} />
      </td>
      {formula.parts.map((part, at) => (
        <td key={partKey(part)} className="end">
          <Part part={part} found={row.parts[at]} row={row} view={view} level={level} />
        </td>
      ))}
      <td className="end">{formatSigned(row.external)}</td>
      {level === 'town' && <td>{ranks && <RankLine name={row.name} ranks={ranks} of={of} text={words.lineText} />}</td>}
    </tr>
  );
}

/** Ranks climbed or fallen since the day compared with. */
export function Change({
  row,
  view,
}: {
  row: Pick<ScoreRow, 'score' | 'rank' | 'rankBefore'>;
  view: Pick<ViewState, 'lang'>;
}) {
  const words = rankingWords(view.lang);
  if (row.score === null || row.rankBefore === null) return <span className="rank-change">—</span>;
  const by = row.rankBefore - row.rank;
  const text = by === 0 ? words.same : fill(by > 0 ? words.up : words.down, { n: Math.abs(by) });
  return (
    <span className={`rank-change ${by > 0 ? 'better' : by < 0 ? 'worse' : ''}`} title={text}>
      <span aria-hidden="true">{by === 0 ? '=' : `${by > 0 ? '▲' : '▼'} ${Math.abs(by)}`}</span>
      <span className="only-heard">{text}</span>
    </span>
  );
}

interface PartProps {
  part: FormulaAnswer['parts'][number];
  found: ScoreRow['parts'][number] | undefined;
  row: ScoreRow;
  view: ViewState;
  level: 'town' | 'village';
}

/** The points of a part; of a town with the places counted, which open as their list. */
function Part({ part, found, row, view, level }: PartProps) {
  if (!found || found.points === null) return <span className="nothing">—</span>;
  const points = part.measure === 'share' ? formatScore(found.points) : formatSigned(found.points);
  const list = { layer: part.layer, classes: part.counted, town: row.code };
  const search =
    level === 'town'
      ? writeView({ ...view, layer: part.layer, place: null, list, camera: null })
      : writeView({ ...view, layer: part.layer, place: row.code, list: null, camera: null });
  return (
    <Link to="/" search={search}>
      {points}
      {level === 'town' && (
        <small>
          {formatPoints(found.counted)}/{found.of}
        </small>
      )}
    </Link>
  );
}

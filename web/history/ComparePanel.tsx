import type { CompareAnswer } from '../../server/history/answer.ts';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import { historyWords } from '../message/history/history-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';

interface PanelProps {
  answer: CompareAnswer;
  layer: LayerAnswer;
  lang: Lang;
  onPlace(code: string): void;
}

const marks = { worse: '↓', better: '↑', aged: '·', same: '', unknown: '' } as const;

/** 变化清单 — the places whose class changed between two days, worst first. */
export function ComparePanel({ answer, layer, lang, onPlace }: PanelProps) {
  const words = historyWords(lang);
  const title = (id: string | null) =>
    layer.classes.find((one) => one.id === id)?.title[lang] ?? (id === null ? words.absent : id);
  const { worse, better, aged, same, unknown } = answer;
  const counts = { worse, better, aged, same, unknown };
  return (
    <aside className="side card compare-panel" aria-label={words.list} data-part="compare-list">
      <header>
        <h2>{words.list}</h2>
        <p>
          {fill(words.between, { from: formatDay(answer.from, lang), to: formatDay(answer.to, lang) })}
          <br />
          {fill(words.count, counts)}
          {answer.unknown > 0 && fill(words.countUnknown, counts)}
        </p>
      </header>
      <ol>
        {answer.changed.map(({ fid, code, name, town, from, to, way }) => (
          <li key={fid} className={way} data-way={way}>
            <button type="button" onClick={() => onPlace(code)}>
              <span className="way" aria-hidden="true">
                {marks[way]}
              </span>
              <strong>{name}</strong>
              <span className="sub">{town}</span>
              <span />
              <span className="sub">{fill(words.was, { from: title(from), to: title(to) })}</span>
              <span className="sub">{words[way]}</span>
            </button>
          </li>
        ))}
      </ol>
      {answer.changed.length === 0 && <p className="state">{words.none}</p>}
    </aside>
  );
}

import type { CompareAnswer } from '../../server/history/answer.ts';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import { historyWords } from '../message/history-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';

interface PanelProps {
  answer: CompareAnswer;
  layer: LayerAnswer;
  lang: Lang;
  onPlace(code: string): void;
}

/** 变化清单 — the places whose class changed between two days, worst first. */
export function ComparePanel({ answer, layer, lang, onPlace }: PanelProps) {
  const words = historyWords(lang);
  const moved = answer.changed.filter(({ from, to }) => from !== to);
  const title = (id: string | null) =>
    layer.classes.find((one) => one.id === id)?.title[lang] ?? (id === null ? words.unknown : id);
  const count = (way: string) => moved.filter((one) => one.way === way).length;
  return (
    <aside className="side card compare-panel" aria-label={words.list} data-part="compare-list">
      <header>
        <h2>{words.list}</h2>
        <p>
          {fill(words.between, { from: formatDay(answer.from, lang), to: formatDay(answer.to, lang) })}
          <br />
          {fill(words.count, { worse: count('worse'), better: count('better') })}
        </p>
      </header>
      <ol>
        {moved.map(({ fid, code, name, town, from, to, way }) => (
          <li key={fid} className={way} data-way={way}>
            <button type="button" onClick={() => onPlace(code)}>
              <span className="way" aria-hidden="true">
                {way === 'worse' ? '↓' : way === 'better' ? '↑' : '·'}
              </span>
              <strong>{name}</strong>
              <span className="sub">{town}</span>
              <span />
              <span className="sub">{fill(words.was, { from: title(from), to: title(to) })}</span>
              <span className="sub">{way === 'worse' ? words.worse : way === 'better' ? words.better : ''}</span>
            </button>
          </li>
        ))}
      </ol>
      {moved.length === 0 && <p className="state">{words.none}</p>}
    </aside>
  );
}

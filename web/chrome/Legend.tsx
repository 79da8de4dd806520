import { useId, useState } from 'react';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import type { ScopeAnswer } from '../../server/list/answer.ts';
import { wordsOf } from '../message/words.ts';
import { countShown } from '../places.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { lampColour } from '../ui/lamp.ts';
import { Swatch } from '../ui/Swatch.tsx';

interface LegendProps {
  layer: LayerAnswer;
  /** Places by class in the layer's order; null while they are on their way. */
  counts: number[] | null;
  /** What the counts are of; null while that is not known. */
  scope: ScopeAnswer | null;
  /** The day counted, where another stands beside it. */
  day: string | null;
  /** Classes shown; null: all. */
  shown: string[] | null;
  visits: boolean;
  /** Days back that visits are shown of. */
  visitDays: number;
  lang: Lang;
  theme: 'light' | 'dark';
  onShown(classes: string[] | null): void;
  /** Opens the list of the places shown. */
  onList(): void;
  onVisits(): void;
}

/** 图例 — each class with its colour, hatch, letter and count; a click shows only it, another click all. */
export function Legend(props: LegendProps) {
  const { layer, counts, scope, day, shown, visits, visitDays, lang, theme, onShown, onList, onVisits } = props;
  const words = wordsOf(lang);
  const [open, setOpen] = useState(false);
  const definitionId = useId();
  const total = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
  const inView = countShown(layer, counts, shown);
  const toggle = (id: string) => {
    const now = shown ?? [];
    const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
    onShown(next.length === 0 || next.length === layer.classes.length ? null : next);
  };
  return (
    <section className="legend card" data-part="legend" aria-label={words.legend}>
      <header>
        <h2>
          {layer.title[lang]}
          {scope && (
            <span className="legend-scope" data-part="legend-scope">
              {[scope.title[lang], day && formatDay(day, lang)].filter(Boolean).join(' · ')}
            </span>
          )}
        </h2>
        <button
          type="button"
          className="quiet"
          aria-expanded={open}
          aria-controls={definitionId}
          data-part="definition"
          onClick={() => setOpen(!open)}
        >
          {words.definition}
        </button>
      </header>
      {open && (
        <dl id={definitionId} className="definition">
          <dt>{words.definition}</dt>
          <dd>{layer.definition[lang]}</dd>
          <dt>{words.source}</dt>
          <dd>{layer.source[lang]}</dd>
          {layer.unit && (
            <>
              <dt>{words.unit}</dt>
              <dd>{layer.unit[lang]}</dd>
            </>
          )}
        </dl>
      )}
      <ul>
        {layer.classes.map((cls, at) => (
          <li key={cls.id}>
            <button
              type="button"
              data-part="legend-class"
              aria-pressed={shown?.includes(cls.id) ?? false}
              className={shown && !shown.includes(cls.id) ? 'faded' : ''}
              onClick={() => toggle(cls.id)}
            >
              <Swatch cls={cls} theme={theme} lang={lang} size={20} />
              <span className="legend-title">{cls.title[lang]}</span>
              <span className="legend-count" data-part="legend-count">
                {counts?.[at] ?? '…'}
              </span>
              <span className="legend-share" aria-hidden="true">
                <span
                  style={{
                    width: `${total === 0 ? 0 : ((counts?.[at] ?? 0) / total) * 100}%`,
                    background: lampColour(cls.lamp, theme),
                  }}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <footer>
        <button type="button" className="quiet" data-part="visits-toggle" aria-pressed={visits} onClick={onVisits}>
          <span className="visit-dot" aria-hidden="true" />
          {fill(words.visits, { n: visitDays })}
        </button>
        {shown && (
          <button type="button" className="quiet" data-part="show-all" onClick={() => onShown(null)}>
            {words.showAll}
          </button>
        )}
        <button
          type="button"
          className="quiet legend-total"
          data-part="legend-list"
          title={words.openList}
          disabled={inView === 0 || (scope?.totals ?? false)}
          onClick={onList}
        >
          {fill(words.total, { n: inView })}
        </button>
      </footer>
    </section>
  );
}

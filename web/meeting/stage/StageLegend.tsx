import type { LayerAnswer } from '../../../server/layer/answer.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { Swatch } from '../../ui/Swatch.tsx';

interface LegendProps {
  layer: LayerAnswer;
  /** Places by class, in the layer's order; null while they are on their way. */
  counts: number[] | null;
  lang: Lang;
  theme: 'light' | 'dark';
}

/** 图例 — under the map at every step: each class as the map draws it, with its count. */
export function StageLegend({ layer, counts, lang, theme }: LegendProps) {
  return (
    <div className="stage-legend" data-part="stage-legend">
      <strong>{layer.title[lang]}</strong>
      {layer.classes.map((cls, at) => (
        <span key={cls.id} data-part="stage-legend-class">
          <Swatch cls={cls} theme={theme} lang={lang} />
          {cls.title[lang]} <b>{counts?.[at] ?? '…'}</b>
        </span>
      ))}
      <span>{fill(stageWords(lang).total, { n: counts?.reduce((sum, count) => sum + count, 0) ?? '…' })}</span>
    </div>
  );
}

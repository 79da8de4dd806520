import type { ScopeAnswer, SummaryAnswer } from '../../server/list/answer.ts';
import { wordsOf } from '../message/words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { kpiChange } from './marks.ts';

type KpiAnswer = SummaryAnswer['kpis'][number];

/** 主要数字 — of one level, which is named; each opens the list it counts. */
export function KpiStrip({
  kpis,
  scope,
  open,
  lang,
  onOpen,
}: {
  kpis: KpiAnswer[];
  scope: ScopeAnswer | null;
  open: string | null;
  lang: Lang;
  onOpen(kpi: KpiAnswer): void;
}) {
  const words = wordsOf(lang);
  return (
    <section className="kpis" aria-label={words.kpis}>
      {scope && (
        <span className="kpi-scope" data-part="kpi-scope">
          {scope.title[lang]}
        </span>
      )}
      {kpis.map((kpi) => (
        <button
          key={kpi.id}
          type="button"
          className="kpi"
          data-part="kpi"
          aria-expanded={open === `${kpi.layer}:${kpi.classes.join(',')}`}
          disabled={scope?.totals ?? false}
          onClick={() => onOpen(kpi)}
        >
          <span className="kpi-title" title={kpi.title[lang]}>
            {kpi.title[lang]}
          </span>
          <span className="kpi-figure">
            <strong data-part="kpi-value">{kpi.silent ? words.silent : kpi.value}</strong>
            {!kpi.silent && <span className="kpi-of">{fill(words.kpiOf, { of: kpi.of })}</span>}
            {!kpi.silent && <Change kpi={kpi} lang={lang} />}
          </span>
        </button>
      ))}
    </section>
  );
}

function Change({ kpi, lang }: { kpi: KpiAnswer; lang: Lang }) {
  const words = wordsOf(lang);
  const change = kpiChange(kpi);
  if (change === null) return null;
  const { by, movement } = change;
  return (
    <span className={`change ${movement}`} title={words.kpiSince}>
      <span className="only-heard">{words.kpiSince}</span>
      {by === 0 ? words.same : `${by > 0 ? '▲' : '▼'}${Math.abs(by)}`}
    </span>
  );
}

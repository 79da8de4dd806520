import type { FormulaAnswer } from '../../server/ranking/answer.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { formatPoints } from './format-points.ts';

/** 计分办法 as sentences: what counts, how much, since when. */
export function FormulaText({ formula, lang }: { formula: FormulaAnswer; lang: Lang }) {
  const { formula: words } = rankingWords(lang);
  const weights = formula.parts.reduce((sum, { measure, weight }) => sum + (measure === 'share' ? weight : 0), 0);
  return (
    <section className="card formula" aria-label={words.title} data-part="formula">
      <h2>
        {words.title}{' '}
        <small>
          {formula.fromOn === null ? words.first : fill(words.inForce, { day: formatDay(formula.fromOn, lang) })}
        </small>
      </h2>
      <p>
        {weights > 0 ? words.whole : words.off}
        {formula.belowZero ? '' : words.floor} {words.silent}
      </p>
      <ol>
        {formula.parts.map((part) => (
          <li key={`${part.layer} ${part.measure} ${part.classes.join()}`}>{partText(part, weights, lang)}</li>
        ))}
        <li>{fill(words.external, { ...formula.external })}</li>
      </ol>
      <p>
        {fill(words.ties, { towns: formula.lastTowns, villages: formula.lastVillages })}{' '}
        {formula.target !== null && fill(words.target, { n: formula.target })}
      </p>
    </section>
  );
}

function partText(part: FormulaAnswer['parts'][number], weights: number, lang: Lang): string {
  const { formula: words } = rankingWords(lang);
  const listed = (titles: typeof part.classTitles) =>
    titles.map((title) => title[lang]).join(lang === 'zh' ? '、' : ', ');
  const said = {
    title: part.title[lang],
    classes: listed(part.classTitles),
    all: listed(part.mostTitles),
    percent: formatPoints((100 * part.weight) / Math.max(weights, 0.01)),
    weight: part.weight,
  };
  const gone = part.known ? '' : words.gone;
  if (part.measure === 'share') return fill(part.level === 'town' ? words.shareTown : words.share, said) + gone;
  if (part.measure === 'per-unit') {
    const unit = part.unit?.[lang] ?? '';
    const most = part.most ?? 0;
    const nothing = part.mostTitles.length === 0 ? '' : fill(words.nothing, { ...said, most });
    return fill(words.perUnit, { ...said, unit, most, nothing }) + gone;
  }
  return fill(words.deduction, said) + (part.most === null ? '' : fill(words.most, { most: part.most })) + gone;
}

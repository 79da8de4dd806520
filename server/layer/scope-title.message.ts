import type { Text } from '../words/text.ts';

/** 层级 — the level figures are of, in words: 全县 (全区 of a district, by the county's own name), a town, a part of the villages. */
export const scopeTitles = {
  county: (name: string): Text => {
    const level = /[县区市旗]$/.exec(name)?.[0] ?? '县';
    return { zh: `全${level}`, en: 'Whole county' };
  },
  /** A town of which the viewer sees totals only. */
  totals: (name: string): Text => ({ zh: `${name}（仅汇总）`, en: `${name} (totals only)` }),
  inspection: (n: number): Text => ({ zh: `督导范围${n}个村（社区）`, en: `Inspection scope: ${villages(n)}` }),
  own: (n: number): Text => ({ zh: `本人范围${n}个村（社区）`, en: `Own scope: ${villages(n)}` }),
  within: (town: string, part: Text): Text => ({ zh: `${town}·${part.zh}`, en: `${town} · ${part.en}` }),
};

const villages = (n: number) => (n === 1 ? '1 village' : `${n} villages`);

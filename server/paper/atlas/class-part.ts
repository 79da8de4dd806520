import { fullName } from '../../../geodata/area/suffix.zh.ts';
import type { DossierAnswer } from '../../dossier/answer.ts';
import { fill } from '../../words/fill.ts';
import { areaText } from '../../words/share/rules.ts';
import type { Marks } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { drawSwatch } from '../part/legend.ts';
import { type Box, setText } from '../part/set-text.ts';
import { atlasWords } from './atlas.message.ts';
import type { Atlas } from './gather.ts';

/** The place itself: full name, code, area, what it was called before. Answers the y below. */
export function drawAbout(doc: Pdf, dossier: DossierAnswer, box: Box, { lang }: Marks): number {
  const words = atlasWords[lang];
  const { place, formerNames } = dossier;
  const name = fullName(place.name, place.officialName);
  const y = setText(doc, name, { ...box, height: 42 }, { size: 15, least: 9, weight: 'bold', leading: 1.2 });
  const facts = [
    fill(words.code, { code: place.code }),
    ...(place.areaKm2 === null ? [] : [fill(words.area, { area: areaText(place.areaKm2) })]),
    ...(formerNames.length === 0
      ? []
      : [fill(words.formerly, { names: formerNames.map((one) => one.name).join(' ') })]),
  ];
  return setText(doc, facts.join('   '), { ...box, y: y + 1, height: 24 }, { size: 8.5, least: 6, colour: '#4a554f' });
}

/** Where the place stands in each main layer: colour, hatch and letter of its class, the class, and why in one sentence. */
export function drawClass(
  doc: Pdf,
  { layers }: Atlas,
  { verdicts, kind }: DossierAnswer,
  { box, marks: { lang, ink } }: { box: Box & { height: number }; marks: Marks },
): void {
  const shown = layers.flatMap((layer) => {
    const verdict = verdicts.find((one) => one.layer === layer.id);
    const cls = layer.classes.find(({ id }) => id === verdict?.class);
    return layer.parent === null && layer.level === kind && verdict && cls ? [{ layer, verdict, cls }] : [];
  });
  const tall = box.height / Math.max(1, shown.length);
  for (const [at, { layer, verdict, cls }] of shown.entries()) {
    const y = box.y + at * tall;
    drawSwatch(doc, cls, { x: box.x, y: y + 1, side: 12, ink });
    const line = { x: box.x + 18, width: box.width - 18 };
    const title = `${layer.title[lang]}  ${cls.letter[lang]} ${cls.title[lang]}`;
    setText(doc, title, { ...line, y, height: 15 }, { size: 11.5, least: 6, weight: 'bold' });
    setText(doc, verdict.why[lang], { ...line, y: y + 17, height: tall - 20 }, { size: 9.5, least: 5, leading: 1.3 });
  }
}

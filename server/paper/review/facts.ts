import type { LayerClass } from '../../layer/layer.ts';
import type { StepAnswer } from '../../meeting/answer.ts';
import { fill } from '../../words/fill.ts';
import { placeLine } from '../../words/place-name/rules.ts';
import { paperWords } from '../paper.message.ts';
import type { Marks } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { drawSwatch } from '../part/legend.ts';
import { type Box, heightOf, setText } from '../part/set-text.ts';

/** The place with its state as the map draws it and why, what the item says, then its facts; of a view the counts by class. */
export function drawFacts(
  doc: Pdf,
  { step, look }: { step: StepAnswer; look: LayerClass | undefined },
  box: Box & { height: number },
  { lang, ink }: Marks,
): void {
  const { place, item } = step;
  const { x, width } = box;
  const bottom = box.y + box.height;
  let { y } = box;
  if (place) {
    const name = placeLine(place, lang);
    y = setText(doc, name, { x, y, width, height: 60 }, { size: 17, least: 9, weight: 'bold', leading: 1.2 });
    drawSwatch(doc, look ?? { lamp: place.lamp, hatch: 'none' }, { x, y: y + 3, side: 11, ink });
    const state = [look?.letter[lang], place.state[lang]].filter(Boolean).join(' ');
    y = setText(doc, state, { x: x + 16, y, width: width - 16 }, { size: 11, weight: 'bold' });
    y = setText(doc, fill(paperWords[lang].why, { why: place.why[lang] }), { x, y: y + 3, width }, { size: 10 });
  }
  if (item.text) y = setText(doc, item.text, { x, y: y + 4, width, height: bottom - y - 4 }, { size: 12, least: 7 });
  const rows = place
    ? step.facts.map(({ title, value }) => [title[lang], value] as const)
    : step.counts.map(({ title, count }) => [title[lang], String(count)] as const);
  y += 6;
  const [left, right] = [width * 0.52, width * 0.46];
  for (const [name, value] of rows) {
    const tall = Math.max(
      heightOf(doc, name, left, { size: 10 }),
      heightOf(doc, value, right, { size: 10, weight: 'bold' }),
    );
    if (y + tall > bottom) return;
    setText(doc, name, { x, y, width: left }, { size: 10, colour: '#4a554f' });
    setText(doc, value, { x: x + width - right, y, width: right }, { size: 10, weight: 'bold', align: 'right' });
    y += tall + 2;
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.4)
      .stroke('#c9cdbf');
    y += 3;
  }
}

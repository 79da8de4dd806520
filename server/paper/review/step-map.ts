import type { LayerClass } from '../../layer/layer.ts';
import type { StepAnswer } from '../../meeting/answer.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { classesOf, drawCountyMap } from '../part/county-map.ts';
import type { Marks } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { countsOf, drawLegend, legendHeight } from '../part/legend.ts';
import { type Box, setText } from '../part/set-text.ts';
import { townShown } from '../step-lists.ts';

/** The class of the place a step looks at, in the step's layer; undefined for a step that looks at none. */
export function lookOf({ picture, layers }: MeetingPaper, { item, place, values }: StepAnswer): LayerClass | undefined {
  const layer = layers.get(item.layer ?? '');
  return picture && layer && values && place ? classesOf(picture, layer, values).get(place.fid) : undefined;
}

/** The map of a step, of its town alone where it is a view of one, the place outlined; below it the legend with the step's own counts. */
export function drawStepMap(
  doc: Pdf,
  paper: MeetingPaper,
  step: StepAnswer,
  { box, marks: { lang, ink } }: { box: Box & { height: number }; marks: Marks },
): void {
  const { picture, layers } = paper;
  const { item, place, values, counts } = step;
  const layer = layers.get(item.layer ?? '');
  if (!picture || !layer || !values) return;
  const only = townShown(paper, step);
  const legend = box.y + box.height - legendHeight(layer.classes.length, 3);
  drawCountyMap(doc, picture, {
    classes: classesOf(picture, layer, values),
    box: { ...box, height: legend - box.y - 22 },
    ink,
    outlined: place?.fid ?? null,
    ...(ink === 'grey' || only.size > 0 ? { letters: lang } : {}),
    ...(only.size > 0 ? { only, names: picture.names } : { townNames: true as const }),
  });
  setText(doc, layer.title[lang], { ...box, y: legend - 16, height: 13 }, { size: 9.5, least: 6, weight: 'bold' });
  const own = new Map(counts.map(({ id, count }) => [id, count]));
  const county = countsOf(values, layer.classes);
  drawLegend(
    doc,
    { classes: layer.classes, counts: layer.classes.map(({ id }, at) => own.get(id) ?? county[at] ?? 0) },
    { box: { x: box.x, y: legend, width: box.width }, columns: 3, lang, ink },
  );
}

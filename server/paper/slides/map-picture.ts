import sharp from 'sharp';
import type { StepAnswer } from '../../meeting/answer.ts';
import type { Language } from '../../message/fill.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { classesOf, drawCountyMap } from '../part/county-map.ts';
import { drawSwatch } from '../part/legend.ts';
import { SvgPage } from '../part/svg-page.ts';

/** A picture's longer side in points, and its dots an inch: 1500 pixels, sharp on a wall, small in the file. */
const side = 600;
const dotsAnInch = 180;

/** The coloured county as a PNG with hatches and letters, edge to edge; made once for the same figures, whatever place is looked at. */
export async function mapPicture(
  { picture, layers }: MeetingPaper,
  { item, values }: StepAnswer,
  { made, lang }: { made: Map<string, string>; lang: Language },
): Promise<string | null> {
  const layer = layers.get(item.layer ?? '');
  if (!picture || !layer || !values) return null;
  const key = `${layer.id} ${values.seq} ${values.on}`;
  const known = made.get(key);
  if (known) return known;
  const { width, height } = picture.plain;
  const scale = side / Math.max(width, height);
  const page = new SvgPage({ size: [width * scale, height * scale], layout: 'portrait' }, dotsAnInch);
  page.addPage();
  // A hatch keeps the size it is first drawn at: beside the page, at the page's own.
  for (const look of layer.classes) drawSwatch(page, look, { x: -50, y: -50, side: 5, ink: 'colour' });
  drawCountyMap(page, picture, {
    classes: classesOf(picture, layer, values),
    box: { x: 0, y: 0, width: width * scale, height: height * scale },
    ink: 'colour',
    letters: lang,
  });
  const png = await sharp(Buffer.from(page.svg()), { unlimited: true })
    .removeAlpha()
    .png({ compressionLevel: 7 })
    .toBuffer();
  const data = `image/png;base64,${png.toString('base64')}`;
  made.set(key, data);
  return data;
}

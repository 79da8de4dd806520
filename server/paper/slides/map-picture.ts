import sharp from 'sharp';
import type { StepAnswer } from '../../meeting/answer.ts';
import type { Language } from '../../message/fill.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { classesOf, drawCountyMap } from '../part/county-map.ts';
import { SvgPage } from '../part/svg-page.ts';

/** A picture's longer side in pixels: sharp on a wall, small in the file. */
const pixels = 1600;
const side = 600;

/** The coloured county as a PNG with the hatches of its classes, a place outlined; made once for the same layer and place. */
export async function mapPicture(
  { picture, layers }: MeetingPaper,
  { item, place, values }: StepAnswer,
  { made, lang }: { made: Map<string, string>; lang: Language },
): Promise<string | null> {
  const layer = layers.get(item.layer ?? '');
  if (!picture || !layer || !values) return null;
  const key = `${layer.id} ${place?.fid ?? ''} ${values.seq}`;
  const known = made.get(key);
  if (known) return known;
  const { width, height } = picture.plain;
  const scale = side / Math.max(width, height);
  const page = new SvgPage({ size: [width * scale, height * scale], layout: 'portrait' });
  page.addPage();
  drawCountyMap(page, picture, {
    classes: classesOf(picture, layer, values),
    box: { x: 4, y: 4, width: width * scale - 8, height: height * scale - 8 },
    ink: 'colour',
    outlined: place?.fid ?? null,
    letters: lang,
  });
  const wide = Math.round((pixels * width) / Math.max(width, height));
  const png = await sharp(Buffer.from(page.svg(wide)), { unlimited: true })
    .png({ compressionLevel: 7 })
    .toBuffer();
  const data = `image/png;base64,${png.toString('base64')}`;
  made.set(key, data);
  return data;
}

import sharp from 'sharp';
import type { StepAnswer } from '../../meeting/answer.ts';
import type { Language } from '../../words/fill.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { classesOf, drawCountyMap } from '../part/county-map.ts';
import { SvgPage } from '../part/svg-page.ts';
import { townShown } from '../step-lists.ts';

/** A picture's longer side in points, about as long as it stands on the slide, and its dots an inch: 1500 pixels, sharp on a wall, small in the file. */
const side = 360;
const dotsAnInch = 300;

/** A map as a picture: its data as a deck takes it, width to height, and whether it shows the whole county, edge to edge. */
export interface MapPicture {
  data: string;
  ratio: number;
  whole: boolean;
}

/** The coloured county, or the town a view is of, as a PNG with hatches and letters; made once for the same figures, whatever place is looked at. */
export async function mapPicture(
  paper: MeetingPaper,
  step: StepAnswer,
  { made, lang }: { made: Map<string, MapPicture>; lang: Language },
): Promise<MapPicture | null> {
  const { picture, layers } = paper;
  const { item, values } = step;
  const layer = layers.get(item.layer ?? '');
  if (!picture || !layer || !values) return null;
  const only = townShown(paper, step);
  const key = `${layer.id} ${values.seq} ${values.on} ${only.size === 0 ? '' : item.place}`;
  const known = made.get(key);
  if (known) return known;
  const ratio = only.size === 0 ? picture.plain.width / picture.plain.height : 1;
  const [width, height] = ratio > 1 ? [side, side / ratio] : [side * ratio, side];
  const page = new SvgPage({ size: [width, height], layout: 'portrait' }, dotsAnInch);
  page.addPage();
  drawCountyMap(page, picture, {
    ...{ classes: classesOf(picture, layer, values), box: { x: 0, y: 0, width, height } },
    ...{ ink: 'colour', letters: lang },
    ...(only.size > 0 ? { only, names: picture.names } : { townNames: true as const }),
  });
  const png = await sharp(Buffer.from(page.svg()), { unlimited: true })
    .removeAlpha()
    .png({ compressionLevel: 7 })
    .toBuffer();
  const map = { data: `image/png;base64,${png.toString('base64')}`, ratio, whole: only.size === 0 };
  made.set(key, map);
  return map;
}

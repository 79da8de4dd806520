import { classesOf, drawCountyMap } from '../part/county-map.ts';
import type { Marks } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { drawLegend, legendHeight } from '../part/legend.ts';
import { type Box, setText } from '../part/set-text.ts';
import type { Atlas, AtlasPlace } from './gather.ts';

/** The villages of a place's town by the atlas's layer, the place itself outlined; below it the legend with the town's counts. */
export function drawTownMap(
  doc: Pdf,
  { picture, shown }: Atlas,
  { kind, fid, townFid }: AtlasPlace,
  { box, marks: { lang, ink } }: { box: Box & { height: number }; marks: Marks },
): void {
  if (!picture || !shown) return;
  const { layer, values } = shown;
  const classes = classesOf(picture, layer, values);
  const only = new Set([...picture.towns].filter(([, town]) => town === townFid).map(([village]) => village));
  const counts = layer.classes.map(({ id }) => [...only].filter((village) => classes.get(village)?.id === id).length);
  const tall = legendHeight(layer.classes.length, 2) + 14;
  const map = { ...box, height: box.height - tall - 4 };
  doc.rect(map.x, map.y, map.width, map.height).lineWidth(0.4).stroke('#c9cdbf');
  drawCountyMap(doc, picture, {
    ...{ classes, box: map, ink, only, letters: lang },
    outlined: kind === 'village' ? fid : null,
    ...(kind === 'town' ? { names: picture.names } : {}),
  });
  const y = map.y + map.height + 4;
  const title = { x: box.x, y, width: box.width, height: 12 };
  setText(doc, layer.title[lang], title, { size: 8.5, least: 5, weight: 'bold' });
  drawLegend(
    doc,
    { classes: layer.classes, counts },
    { box: { x: box.x, y: y + 14, width: box.width }, columns: 2, lang, ink, size: 7.5 },
  );
}

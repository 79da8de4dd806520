import type { DossierAnswer } from '../../dossier/answer.ts';
import { placeLine } from '../../words/place-name/rules.ts';
import { bandHeight, beginPage, footHeight, type Marks, margin } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { drawList, type Listed } from '../part/list.ts';
import type { Box } from '../part/set-text.ts';
import { drawSquareCode } from '../part/square-code.ts';
import { drawAbout, drawClass } from './class-part.ts';
import type { Atlas, AtlasPlace } from './gather.ts';
import { organisationLines, peopleLines, taskLines, visitLines } from './lines.ts';
import { drawTownMap } from './town-map.ts';
import { drawVenue } from './venue-part.ts';

const mapWidth = 210;
const headHeight = 246;
const codeSide = 56;
const size = 9;

/** 一村一页 — everything known of one village on one page of A4; of what does not fit it says how many more there are. */
export async function villagePage(
  doc: Pdf,
  atlas: Atlas,
  { place, marks, address }: { place: AtlasPlace; marks: Marks; address: string | undefined },
): Promise<void> {
  const dossier = await atlas.dossier(place);
  beginPage(doc, placeLine(place, marks.lang), marks);
  const wide = doc.page.width - 2 * margin;
  const top = bandHeight + 10;
  const left = { x: margin, width: wide - mapWidth - 16 };
  drawTownMap(doc, atlas, place, {
    box: { x: margin + wide - mapWidth, y: top, width: mapWidth, height: headHeight - 6 },
    marks,
  });
  const y = drawAbout(doc, dossier, { ...left, y: top }, marks);
  drawClass(doc, atlas, dossier, { box: { ...left, y: y + 6, height: top + headHeight - y - 12 }, marks });
  const below = atlas.layers.some(({ theme }) => theme === 'venue')
    ? drawVenue(doc, dossier, { x: margin, y: top + headHeight, width: wide }, marks)
    : top + headHeight;
  const bottom = doc.page.height - footHeight;
  lists(doc, atlas, {
    place,
    dossier,
    marks,
    address,
    box: { x: margin, y: below + 12, width: wide, height: bottom - below - 16 },
  });
}

interface ListsGiven {
  place: AtlasPlace;
  dossier: DossierAnswer;
  marks: Marks;
  address: string | undefined;
  box: Box & { height: number };
}

/** Left what was found and how the organisation stands, right the tasks and who answers; beside them the code. */
function lists(doc: Pdf, atlas: Atlas, { place, dossier, marks: { lang }, address, box }: ListsGiven): void {
  const themes = new Set(atlas.layers.map(({ theme }) => theme));
  const column = (box.width - 18) / 2;
  const stack = (x: number, listed: [listed: Listed, width: number][]) => {
    let { y } = box;
    for (const [at, [one, width]] of listed.entries()) {
      const left = box.y + box.height - y;
      y = drawList(doc, one, { x, y, width, height: left * (at < listed.length - 1 ? 0.56 : 1) }, size) + 8;
    }
  };
  stack(box.x, [
    ...(themes.has('inspection') ? ([[visitLines(dossier, lang), column]] as [Listed, number][]) : []),
    ...(themes.has('organisation') ? ([[organisationLines(dossier, lang), column]] as [Listed, number][]) : []),
  ]);
  stack(box.x + column + 18, [
    [taskLines(atlas.tasks.get(place.fid) ?? [], lang), column],
    [peopleLines(dossier, lang), column - (address ? codeSide + 6 : 0)],
  ]);
  if (address)
    drawSquareCode(doc, `${address.replace(/\/+$/, '')}/?place=${encodeURIComponent(place.code)}`, {
      ...{ x: box.x + box.width - codeSide, y: box.y + box.height - codeSide, side: codeSide },
    });
}

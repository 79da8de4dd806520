import type { DossierAnswer } from '../../dossier/answer.ts';
import { fill } from '../../words/fill.ts';
import { shareText } from '../../words/share/rules.ts';
import { bandHeight, beginPage, footHeight, type Marks, margin } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import { drawSwatch } from '../part/legend.ts';
import { drawList } from '../part/list.ts';
import { type Box, setText } from '../part/set-text.ts';
import { drawTable } from '../part/table.ts';
import { atlasWords } from './atlas.message.ts';
import { drawAbout } from './class-part.ts';
import type { Atlas, AtlasPlace } from './gather.ts';
import { openTaskLines, peopleLines } from './lines.ts';
import { drawTownMap } from './town-map.ts';

const mapWidth = 250;
const headHeight = 290;

/** 一镇一页 — how the villages of a town stand: counts and shares by layer, the map with their names, who answers, the tasks, and each village in a line. */
export async function townPage(
  doc: Pdf,
  atlas: Atlas,
  { place, marks }: { place: AtlasPlace; marks: Marks },
): Promise<void> {
  const { lang } = marks;
  const dossier = await atlas.dossier(place);
  beginPage(doc, place.name, marks);
  const wide = doc.page.width - 2 * margin;
  const top = bandHeight + 10;
  const bottom = doc.page.height - footHeight;
  const left = { x: margin, width: wide - mapWidth - 16 };
  drawTownMap(doc, atlas, place, {
    box: { x: margin + wide - mapWidth, y: top, width: mapWidth, height: headHeight - 6 },
    marks,
  });
  const below = drawAbout(doc, dossier, { ...left, y: top }, marks);
  rollUps(doc, atlas, dossier, { box: { ...left, y: below + 6 }, marks });
  const places = [place, ...(atlas.inTown.get(place.fid) ?? [])];
  const tasks = openTaskLines(
    places.flatMap(({ fid }) => atlas.tasks.get(fid) ?? []),
    lang,
  );
  const half = { y: top + headHeight, width: (wide - 16) / 2, height: 84 };
  const people = drawList(doc, peopleLines(dossier, lang), { ...half, x: margin }, 9);
  const y = Math.max(people, drawList(doc, tasks, { ...half, x: margin + half.width + 16 }, 9));
  await villages(doc, atlas, place, { y: y + 8, bottom, wide, marks });
}

/** Of each main layer of villages the share that counts, and how many are in each class. */
function rollUps(
  doc: Pdf,
  { layers }: Atlas,
  { rollUps: rolled }: DossierAnswer,
  { box, marks: { lang, ink } }: { box: Box; marks: Marks },
): void {
  let { y } = box;
  const wide = box.width / 2;
  for (const layer of layers.filter(({ parent, level }) => parent === null && level === 'village')) {
    const found = rolled.find((one) => one.layer === layer.id);
    if (!found) continue;
    const share = shareText(found.share);
    const title = `${layer.title[lang]}   ${fill(atlasWords[lang].share, { title: layer.rollUp.title[lang], share })}`;
    y = setText(doc, title, { ...box, y, height: 14 }, { size: 9.5, least: 6, weight: 'bold' });
    for (const [at, cls] of layer.classes.entries()) {
      const [x, line] = [box.x + (at % 2) * wide, y + Math.floor(at / 2) * 12];
      drawSwatch(doc, cls, { x, y: line + 1, side: 9, ink });
      const said = `${cls.letter[lang]} ${cls.title[lang]} ${found.counts[at] ?? 0}`;
      setText(doc, said, { x: x + 13, y: line, width: wide - 17, height: 11.5 }, { size: 8, least: 5 });
    }
    y += Math.ceil(layer.classes.length / 2) * 12 + 4;
  }
}

/** Each village of the town in a line: its class in each main layer, visits made, open tasks. */
async function villages(
  doc: Pdf,
  atlas: Atlas,
  place: AtlasPlace,
  { y, bottom, wide, marks }: { y: number; bottom: number; wide: number; marks: Marks },
): Promise<void> {
  const { lang } = marks;
  const { columns: words, villages: title } = atlasWords[lang];
  const main = atlas.layers.filter(({ parent, level }) => parent === null && level === 'village');
  const inspected = atlas.layers.some(({ theme }) => theme === 'inspection');
  const rows: string[][] = [];
  for (const [at, village] of (atlas.inTown.get(place.fid) ?? []).entries()) {
    const { verdicts, visits } = await atlas.dossier(village);
    const states = main.map((layer) => {
      const found = verdicts.find((one) => one.layer === layer.id);
      const cls = layer.classes.find(({ id }) => id === found?.class);
      return cls ? `${cls.letter[lang]} ${cls.title[lang]}` : '';
    });
    const open = (atlas.tasks.get(village.fid) ?? []).filter(({ state }) => state !== 'closed').length;
    rows.push([String(at + 1), village.name, ...states, ...(inspected ? [String(visits.length)] : []), String(open)]);
  }
  const columns = [
    { title: words.number, share: 4, align: 'right' as const },
    { title: words.name, share: 16 },
    ...main.map((layer) => ({ title: layer.title[lang], share: 15 })),
    ...(inspected ? [{ title: words.visits, share: 5, align: 'right' as const }] : []),
    { title: words.tasks, share: 8, align: 'right' as const },
  ];
  const below = setText(doc, title, { x: margin, y, width: wide }, { size: 9.5, weight: 'bold' });
  const nextPage = () => {
    beginPage(doc, place.name, marks);
    return bandHeight + 12;
  };
  drawTable(
    doc,
    { columns, rows },
    { box: { x: margin, y: below + 2, width: wide }, bottom: bottom - 4, size: 8, nextPage },
  );
}

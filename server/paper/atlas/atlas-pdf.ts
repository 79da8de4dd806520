import { readStand } from '../../campaign/stand-store.ts';
import type { Made, PaperGiven } from '../kind.ts';
import { beginPage, closePdf, type Marks, openPdf } from '../part/document.ts';
import type { Pdf } from '../part/fonts.ts';
import type { AtlasAsked } from './asked.ts';
import { atlasTitle, atlasWords } from './atlas.message.ts';
import { contentsOf, contentsPage, contentsPages, coverPage, pageName } from './contents.ts';
import { type AtlasPlace, gatherAtlas } from './gather.ts';
import { townPage } from './town-page.ts';
import { villagePage } from './village-page.ts';

/** 图册 — a cover, the contents, then a page a town and a village in official order; of one place its page alone. Refuses `place-unknown`. */
export async function atlasPdf(given: PaperGiven, asked: AtlasAsked): Promise<Made> {
  const { store, view, lang, by, at, say } = given;
  const atlas = await gatherAtlas(store, view, asked, lang);
  const [first] = atlas.places;
  const single = atlas.places.length === 1;
  const title = atlasTitle({ place: single && first ? first.name : atlas.name })[lang];
  const campaign = await readStand(store, view);
  const marks: Marks = { title, by, at, on: view.on, campaign, lang, ink: asked.ink };
  const doc = openPdf(marks, { size: 'A4', layout: 'portrait' });
  if (!single) {
    coverPage(doc, atlas, marks);
    for (let n = 0; n < contentsPages(atlas.places.length); n++) beginPage(doc, atlasWords[lang].contents, marks);
  }
  const pages: { place: AtlasPlace; page: number }[] = [];
  for (const [n, place] of atlas.places.entries()) {
    say(n, atlas.places.length);
    const before = doc.bufferedPageRange().count;
    await (place.kind === 'town'
      ? townPage(doc, atlas, { place, marks })
      : villagePage(doc, atlas, { place, marks, address: asked.address }));
    pages.push({ place, page: before + 1 });
    mark(doc, place, before);
  }
  if (!single)
    for (const [n, entries] of contentsOf(pages).entries()) {
      doc.switchToPage(1 + n);
      contentsPage(doc, entries);
    }
  outline(doc, pages);
  return { bytes: await closePdf(doc, marks), title };
}

/** Names the first page of a place, so that the contents can lead there. */
function mark(doc: Pdf, place: AtlasPlace, page: number): void {
  doc.switchToPage(page);
  doc.addNamedDestination(pageName(place), 'Fit');
}

/** The towns with their villages beside the pages, as readers show them. */
function outline(doc: Pdf, pages: { place: AtlasPlace; page: number }[]): void {
  const towns = new Map<number, PDFKit.PDFOutline>();
  for (const { place, page } of pages) {
    doc.switchToPage(page - 1);
    const town = towns.get(place.townFid) ?? doc.outline.addItem(place.town);
    towns.set(place.townFid, town);
    if (place.kind === 'village') town.addItem(place.name);
  }
}

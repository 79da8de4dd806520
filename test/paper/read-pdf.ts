import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One drawn stretch of text: its box in points from the page's upper left corner. */
export interface DrawnText {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface ReadPage {
  width: number;
  height: number;
  items: DrawnText[];
  /** Everything written on the page without spaces, to be searched. */
  text: string;
  /** Pages (from 1) its links lead to. */
  links: number[];
}

/** What a PDF says, page by page, as a reader's search would find it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await reading.promise;
  const pages: ReadPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const drawn = items.flatMap((item): DrawnText[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size = 0, x = 0, base = 0] = item.transform as number[];
      return [{ text: item.str, x, y: height - base - size * 0.88, width: item.width, height: size }];
    });
    const links: number[] = [];
    for (const { dest } of (await page.getAnnotations()) as { dest?: string | [{ num: number; gen: number }] }[]) {
      const found = typeof dest === 'string' ? await document.getDestination(dest) : dest;
      if (found) links.push((await document.getPageIndex(found[0])) + 1);
    }
    pages.push({
      width,
      height,
      items: drawn,
      links,
      text: drawn.map(({ text }) => text.replaceAll(/\s/g, '')).join(''),
    });
  }
  await reading.destroy();
  return pages;
}

/** Texts that leave their page, or stand over another: what no reader can read. */
export function unreadable({ width, height, items }: ReadPage): string[] {
  const slack = 0.6;
  const outside = items.filter(
    (item) =>
      item.x < -slack ||
      item.y < -slack ||
      item.x + item.width > width + slack ||
      item.y + item.height > height + slack,
  );
  const over = items.filter((one, at) =>
    items.some(
      (other, n) =>
        n > at &&
        one.x + one.width > other.x + slack &&
        other.x + other.width > one.x + slack &&
        one.y + one.height * 0.9 > other.y + other.height * 0.1 + slack &&
        other.y + other.height * 0.9 > one.y + one.height * 0.1 + slack,
    ),
  );
  return [...outside, ...over].map(({ text }) => text);
}

/** Sizes in pixels of the pictures each page draws. */
export async function picturesOf(bytes: Uint8Array): Promise<string[][]> {
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await reading.promise;
  const pages: string[][] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { fnArray, argsArray } = await (await document.getPage(n)).getOperatorList();
    pages.push(
      [...fnArray.entries()].flatMap(([at, fn]) => {
        if (fn !== OPS.paintImageXObject) return [];
        const [, width, height] = argsArray[at] as [string, number, number];
        return [`${width}×${height}`];
      }),
    );
  }
  await reading.destroy();
  return pages;
}

/** Every colour a file fills or strokes with, #rrggbb. */
export async function coloursOf(bytes: Uint8Array): Promise<Set<string>> {
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await reading.promise;
  const colours = new Set<string>();
  for (let n = 1; n <= document.numPages; n++) {
    const { fnArray, argsArray } = await (await document.getPage(n)).getOperatorList();
    for (const [at, fn] of fnArray.entries())
      if (fn === OPS.setFillRGBColor || fn === OPS.setStrokeRGBColor) {
        const [first] = argsArray[at] as [string];
        colours.add(String(first));
      }
  }
  await reading.destroy();
  return colours;
}

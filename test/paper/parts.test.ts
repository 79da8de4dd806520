import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { beginPage, closePdf, type Marks, openPdf } from '../../server/paper/part/document.ts';
import { drawnBy } from '../../server/paper/part/fonts.ts';
import { heightOf, setText } from '../../server/paper/part/set-text.ts';
import { drawTable } from '../../server/paper/part/table.ts';
import { readPdf, unreadable } from './read-pdf.ts';

const marks: Marks = {
  title: '测试',
  by: '县委组织部 科员',
  at: '2026-10-30',
  on: '2026-10-29',
  campaign: null,
  lang: 'zh',
  ink: 'colour',
};
const names = new URL('../../../shared/data/names/', import.meta.url);
const long = '云岫县经济技术开发区崟峪塬堎埝圪垯社区居民委员会筹备工作组驻地村委会';

/** The names of real places where they lie beside the project; some rare ones anywhere. */
const realNames = () => [
  ...['崟峪村', '峁底村', '埝桥村', '塬上村', '堎头村', '圪垯坪村', '犋牛营村', '圐圙村', '𣲗水村', '䃎硖村'],
  ...(existsSync(names)
    ? readdirSync(names).flatMap((file) => readFileSync(new URL(file, names), 'utf8').split(/[\r\n,]+/))
    : []),
];

test('every character of every village name is drawn, or a mark stands in its place: never a blank', async () => {
  const doc = openPdf(marks, { size: 'A4', layout: 'portrait' });
  beginPage(doc, '名录', marks);
  const characters = new Set(realNames().join(''));
  const marked: string[] = [];
  for (const weight of ['text', 'bold'] as const)
    for (const character of characters) {
      const drawn = drawnBy(doc, weight, character);
      doc.font(drawn.font);
      const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
      expect(font.hasGlyphForCodePoint(drawn.text.codePointAt(0) ?? 0), character).toBe(true);
      if (drawn.text !== character) marked.push(character);
    }
  // The package's own files draw all but the rarest; those come from the machine's font, or are marked.
  for (const common of '崟峁埝塬堎圪垯崞鄣磻') expect(marked).not.toContain(common);
});

test('a text of rare characters is found again in the file', async () => {
  const doc = openPdf(marks, { size: 'A4', layout: 'portrait' });
  beginPage(doc, '崟峪村与塬上村', marks);
  setText(doc, '圪垯坪村 堎头村 12.5%', { x: 40, y: 80, width: 200 }, { size: 12 });
  const [page] = await readPdf(await closePdf(doc, marks));
  expect(page?.text).toContain('崟峪村与塬上村');
  expect(page?.text).toContain('圪垯坪村堎头村12.5%');
});

test('every page says who exported it and when, the day of its figures, and n of all', async () => {
  const doc = openPdf(marks, { size: 'A4', layout: 'landscape' });
  for (const title of ['一', '二', '三']) beginPage(doc, title, marks);
  const pages = await readPdf(await closePdf(doc, marks));
  expect(pages.map(({ text }) => text.includes('内部使用·导出：县委组织部科员2026-10-30'))).toEqual([true, true, true]);
  expect(pages.map(({ text }) => text.includes('数据截至：2026年10月29日'))).toEqual([true, true, true]);
  expect(pages.map(({ text }) => /(\d)\/(\d)$/.exec(text)?.slice(1).join('/'))).toEqual(['1/3', '2/3', '3/3']);
});

test.each([
  ['wraps', { x: 40, y: 100, width: 120 }, 12],
  ['shrinks', { x: 40, y: 100, width: 120, height: 34 }, 16],
  ['is cut where nothing else helps', { x: 40, y: 100, width: 60, height: 16 }, 16],
])('a name of 33 characters %s and stays in its box', async (_how, box, size) => {
  const doc = openPdf(marks, { size: 'A4', layout: 'portrait' });
  doc.addPage();
  const below = setText(doc, long, box, { size });
  const [page] = await readPdf(await closePdf(doc, marks));
  const drawn = page?.items.filter(({ y }) => y < 700) ?? [];
  expect(drawn.length).toBeGreaterThan(0);
  for (const item of drawn) {
    expect(item.x + item.width).toBeLessThanOrEqual(box.x + box.width + 0.1);
    expect(item.y + item.height).toBeLessThanOrEqual(below + 0.1);
  }
  if ('height' in box && box.height) expect(below).toBeLessThanOrEqual(box.y + box.height + 0.1);
  const said = drawn.map(({ text }) => text).join('');
  expect(long.startsWith(said.replace('…', ''))).toBe(true);
});

test('no line begins with a comma, words and numbers stay whole', async () => {
  const doc = openPdf(marks, { size: 'A4', layout: 'portrait' });
  doc.addPage();
  setText(doc, '阵地建设，按期推进，完成率为 12.5%，organisation 部门', { x: 40, y: 40, width: 62 }, { size: 12 });
  const [page] = await readPdf(await closePdf(doc, marks));
  const lines = page?.items.filter(({ y }) => y < 700).map(({ text }) => text) ?? [];
  expect(lines.every((line) => !/^[，。、]/.test(line))).toBe(true);
  expect(lines.join('|')).toContain('12.5%');
});

test('a table goes on over pages with its header, each row whole and none lost', async () => {
  const doc = openPdf(marks, { size: 'A4', layout: 'portrait' });
  const next = () => {
    beginPage(doc, '台账', marks);
    return 60;
  };
  const rows = Array.from({ length: 60 }, (_, n) => [String(n + 1), n % 7 === 0 ? long : `第${n + 1}村`, '已整改']);
  const columns = [
    { title: '序号', share: 1, align: 'right' as const },
    { title: '地点', share: 3 },
    { title: '状态', share: 2 },
  ];
  drawTable(doc, { columns, rows }, { box: { x: 40, y: next(), width: 300 }, bottom: 780, nextPage: next });
  const pages = await readPdf(await closePdf(doc, marks));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    expect(page.text).toContain('序号地点状态');
    expect(unreadable(page)).toEqual([]);
  }
  const numbers = pages.flatMap(({ items }) => items.filter(({ x, text }) => x < 90 && /^\d+$/.test(text)));
  expect(numbers.map(({ text }) => Number(text))).toEqual(rows.map((_, n) => n + 1));
});

test('a text stands as tall as it says', () => {
  const doc = openPdf(marks, { size: 'A4', layout: 'portrait' });
  beginPage(doc, '一', marks);
  const style = { size: 10 };
  const tall = heightOf(doc, long, 100, style);
  expect(setText(doc, long, { x: 40, y: 100, width: 100 }, style)).toBeCloseTo(100 + tall);
  expect(heightOf(doc, '一', 100, style)).toBeLessThan(tall);
});

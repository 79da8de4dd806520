import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Hatch } from '../../server/layer/layer.ts';
import { drawSwatch } from '../../server/paper/part/legend.ts';
import { setText } from '../../server/paper/part/set-text.ts';
import { SvgPage } from '../../server/paper/part/svg-page.ts';

const points = 72;
/** A page of one inch. */
function page(dotsAnInch: number): SvgPage {
  const made = new SvgPage({ size: [points, points], layout: 'portrait' }, dotsAnInch);
  made.addPage();
  return made;
}
const grey = (svg: string) =>
  sharp(Buffer.from(svg)).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });

/** The inside of a hatched square, as rows of grey. */
async function hatched(hatch: Hatch, dotsAnInch: number): Promise<number[][]> {
  const drawn = page(dotsAnInch);
  drawSwatch(drawn, { lamp: 'none', hatch }, { x: 6, y: 6, side: 60, ink: 'grey' });
  const { data, info } = await grey(drawn.svg());
  const edge = Math.ceil((8 * dotsAnInch) / points);
  const rows = Array.from({ length: info.height }, (_, y) => [...data.subarray(y * info.width, (y + 1) * info.width)]);
  return rows.slice(edge, -edge).map((row) => row.slice(edge, -edge));
}

/** Whether strokes rise to the right (1) or fall (-1): moved along themselves they lie on themselves. */
function rises(rows: number[][]): number {
  const apart = (down: 2 | -2) =>
    rows
      .slice(2, -2)
      .flatMap((row, y) => row.slice(2, -2).map((value, x) => Math.abs(value - (rows[y + 2 + down]?.[x + 4] ?? 0))))
      .reduce((sum, value) => sum + value, 0);
  return Math.sign(apart(2) - apart(-2));
}

describe('a page as a picture', () => {
  test.each([
    [72, 72],
    [96, 96],
    [300, 300],
  ])('at %i dots an inch is that many pixels to the inch', async (dotsAnInch, pixels) => {
    const { info } = await grey(page(dotsAnInch).svg());
    expect([info.width, info.height]).toEqual([pixels, pixels]);
  });

  test('stands upright, its letters where they were set', async () => {
    const drawn = page(144);
    setText(drawn, '县', { x: 6, y: 6, width: 24 }, { size: 24, leading: 1 });
    const { data, info } = await grey(drawn.svg());
    const dark = { upper: 0, elsewhere: 0 };
    for (const [at, value] of data.entries())
      if (value < 128) dark[at % info.width < 72 && at / info.width < 72 ? 'upper' : 'elsewhere']++;
    expect(dark.upper).toBeGreaterThan(150);
    expect(dark.elsewhere).toBe(0);
  });

  test.each([100, 180, 300])('hatches as the screen does, at %i dots an inch', async (dotsAnInch) => {
    expect(rises(await hatched('rising', dotsAnInch))).toBe(1);
    expect(rises(await hatched('falling', dotsAnInch))).toBe(-1);
    const shares = await Promise.all(
      (['none', 'rising', 'cross'] as const).map(async (hatch) => {
        const inside = (await hatched(hatch, dotsAnInch)).flat();
        return inside.filter((value) => value < 160).length / inside.length;
      }),
    );
    expect(shares[0]).toBe(0);
    expect(shares[1]).toBeGreaterThan(0.05);
    expect(shares[2]).toBeGreaterThan((shares[1] ?? 0) * 1.4);
  });

  test('dashes a line as it is told, as long as the line is drawn enlarged', () => {
    const drawn = page(144);
    drawn.scale(3);
    drawn.dash(2, { space: 1 }).moveTo(0, 4).lineTo(20, 4).stroke('#000000');
    drawn.undash().moveTo(0, 8).lineTo(20, 8).stroke('#000000');
    const lines = drawn.svg().match(/<path [^>]*stroke-width[^>]*>/g) ?? [];
    expect(lines.map((line) => /stroke-dasharray="([^"]*)"/.exec(line)?.[1])).toEqual(['12 6', undefined]);
  });

  test('holds each hatch once however many places have it, as a tile of whole pixels', () => {
    const drawn = page(300);
    drawn.scale(1.27);
    for (const hatch of ['rising', 'dots'] as const)
      for (let at = 0; at < 9; at++)
        drawSwatch(drawn, { lamp: 'late', hatch }, { x: at * 6, y: 6, side: 5, ink: 'colour' });
    const tiles = [
      ...drawn.svg().matchAll(/<pattern id="\w+" patternUnits="userSpaceOnUse" width="(\S+)" height="(\S+)">/g),
    ];
    expect(tiles).toHaveLength(2);
    for (const [, ...sides] of tiles) for (const side of sides) expect(side).toMatch(/^\d+$/);
  });
});

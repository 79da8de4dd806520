import type { Hatch } from '../../server/layer/layer.ts';

/** Distance between two strokes of a hatch and their width, in CSS pixels; both maps and the print draw the same. */
export const hatchStepPx = 8;
export const hatchWidthPx = 1.2;

/** Number of a hatch in the fill's shader. */
export const hatchNumber: Record<Hatch, number> = { none: 0, rising: 1, falling: 2, cross: 3, dots: 4, level: 5 };

/** Side of the square a hatch repeats in, so that its strokes stand {@link hatchStepPx} apart. */
export function hatchTilePx(hatch: Hatch): number {
  if (hatch === 'level') return hatchStepPx;
  return hatch === 'dots' ? hatchStepPx * 2 : hatchStepPx * Math.SQRT2;
}

/** SVG path data of a hatch in a square of {@link hatchTilePx}; dots are drawn with round caps. Empty for none. */
export function hatchPath(hatch: Hatch): string {
  const step = hatchTilePx(hatch);
  const half = step / 2;
  const rising = `M${-half} ${half}L${half} ${-half}M0 ${step}L${step} 0M${half} ${step + half}L${step + half} ${half}`;
  const falling = `M${-half} ${half}L${half} ${step + half}M0 0L${step} ${step}M${half} ${-half}L${step + half} ${half}`;
  switch (hatch) {
    case 'none':
      return '';
    case 'rising':
      return rising;
    case 'falling':
      return falling;
    case 'cross':
      return rising + falling;
    case 'dots':
      return `M${half / 2} ${half / 2}h.01M${half * 1.5} ${half / 2}h.01M0 ${half * 1.5}h.01M${half} ${half * 1.5}h.01M${step} ${half * 1.5}h.01`;
    case 'level':
      return `M0 ${half}H${step}`;
  }
}

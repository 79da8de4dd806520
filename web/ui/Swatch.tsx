import { useId } from 'react';
import type { LayerClass } from '../../server/layer/layer.ts';
import type { Lang } from './format.ts';
import { hatchPath, hatchTilePx } from './hatch.ts';
import { lampColour, type Theme } from './lamp.ts';

/** Ink that reads on a colour `#rrggbb`: dark on light lamps, white on dark ones (WCAG relative luminance). */
export function inkOn(colour: string): '#16202a' | '#ffffff' {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (luminance + 0.05) / 0.062 > 1.05 / (luminance + 0.05) ? '#16202a' : '#ffffff';
}

/**
 * A class as the map shows it: lamp colour, hatch and letter in a small square of `size` px (18 by default), larger with the screen.
 * Decoration only: the class's title stands beside it.
 */
export function Swatch({ cls, theme, lang, size = 18 }: { cls: LayerClass; theme: Theme; lang: Lang; size?: number }) {
  const colour = lampColour(cls.lamp, theme);
  const ink = inkOn(colour);
  const side = `calc(var(--unit) * ${size / 16})`;
  const pattern = useId();
  const tile = hatchTilePx(cls.hatch);
  return (
    <svg
      className="swatch"
      style={{ width: side, height: side }}
      viewBox="0 0 18 18"
      aria-hidden="true"
      data-lamp={cls.lamp}
    >
      <rect x=".5" y=".5" width="17" height="17" rx="3" fill={colour} stroke={ink} strokeOpacity=".28" />
      {cls.hatch !== 'none' && (
        <>
          <pattern id={pattern} width={tile} height={tile} patternUnits="userSpaceOnUse" patternTransform="scale(.72)">
            <path
              d={hatchPath(cls.hatch)}
              stroke={ink}
              strokeOpacity=".42"
              strokeWidth={cls.hatch === 'dots' ? 2.6 : 1.4}
              strokeLinecap="round"
            />
          </pattern>
          <rect x="1" y="1" width="16" height="16" rx="2.5" fill={`url(#${pattern})`} />
        </>
      )}
      <text
        x="9"
        y="12.9"
        fontSize="11"
        fontWeight="700"
        textAnchor="middle"
        fill={ink}
        stroke={colour}
        strokeWidth="3"
        paintOrder="stroke"
      >
        {cls.letter[lang]}
      </text>
    </svg>
  );
}

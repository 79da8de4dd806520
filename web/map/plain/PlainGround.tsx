import type { PlainMap } from '../../../geodata/build/county-files.ts';
import { type MapInk, mapInk } from '../paint.ts';
import type { MapProps } from '../props.ts';
import { boxOf } from './projection.ts';

/** The ground's picture, running out into paper at its edges. */
export function GroundImage({ props, plain, scope }: { props: MapProps; plain: PlainMap; scope: string }) {
  const { groundImage, groundBounds } = props.areas.map ?? {};
  if (!groundImage || !groundBounds) return null;
  const [left, top] = boxOf(plain, [groundBounds[0], groundBounds[3]]);
  const [right, bottom] = boxOf(plain, [groundBounds[2], groundBounds[1]]);
  const [width, height] = [right - left, bottom - top];
  const filter = props.theme === 'dark' ? 'brightness(0.34) saturate(0.5)' : undefined;
  const edges = [
    { side: 'west', x: left, y: top, w: width * 0.09, h: height, vector: { x1: 0, x2: 1, y1: 0, y2: 0 } },
    {
      side: 'east',
      x: right - width * 0.09,
      y: top,
      w: width * 0.09,
      h: height,
      vector: { x1: 1, x2: 0, y1: 0, y2: 0 },
    },
    { side: 'north', x: left, y: top, w: width, h: height * 0.09, vector: { x1: 0, x2: 0, y1: 0, y2: 1 } },
    {
      side: 'south',
      x: left,
      y: bottom - height * 0.09,
      w: width,
      h: height * 0.09,
      vector: { x1: 0, x2: 0, y1: 1, y2: 0 },
    },
  ];
  const paper = mapInk[props.theme].paper;
  return (
    <g pointerEvents="none">
      <image
        href={groundImage}
        x={left}
        y={top}
        width={width}
        height={height}
        preserveAspectRatio="none"
        style={{ filter }}
      />
      {edges.map(({ side, x, y, w, h, vector }) => (
        <g key={side}>
          <linearGradient id={`${scope}-${side}`} {...vector}>
            <stop offset="0" stopColor={paper} />
            <stop offset="1" stopColor={paper} stopOpacity="0" />
          </linearGradient>
          <rect x={x - 1} y={y - 1} width={w + 2} height={h + 2} fill={`url(#${scope}-${side})`} />
        </g>
      ))}
    </g>
  );
}

/** The ground outside the county goes back behind paper. */
export function Veil({ plain, ink }: { plain: PlainMap; ink: MapInk }) {
  const { width, height } = plain;
  const around = `M${-width} ${-height}H${2 * width}V${2 * height}H${-width}Z`;
  const county = plain.towns.map(({ d }) => d).join('');
  return <path d={around + county} fillRule="evenodd" fill={ink.paper} fillOpacity={ink.veil} pointerEvents="none" />;
}

import type { PlainMap } from '../../../geodata/build/county-files.ts';
import type { MapProps } from '../props.ts';
import { arrowsOf } from '../route-arrows.ts';
import { boxOf, type Placing } from './projection.ts';

/** The circle a stop's number stands in, with its rim. */
export const stopRadiusPx = 13;

/** Routes as SVG: lines along the roads, arrows, numbered stops. */
export function PlainRoutes({ props, plain, placing }: { props: MapProps; plain: PlainMap; placing: Placing }) {
  const place = (at: [number, number]) => {
    const [x, y] = boxOf(plain, at);
    return [x * placing.scale + placing.x, y * placing.scale + placing.y] as const;
  };
  const pathOf = (leg: [number, number][]) =>
    `M${leg
      .map((at) =>
        place(at)
          .map((v) => v.toFixed(1))
          .join(' '),
      )
      .join('L')}`;
  return (
    <g pointerEvents="none" data-part="routes">
      {(props.routes ?? []).map(({ id, colour, legs, stops }) => (
        <g key={id}>
          {['halo', colour].map((stroke) => (
            <path
              key={stroke}
              d={legs
                .filter((leg) => leg.length > 1)
                .map(pathOf)
                .join('')}
              fill="none"
              stroke={stroke === 'halo' ? (props.theme === 'dark' ? '#0a1423' : '#fff') : colour}
              strokeWidth={stroke === 'halo' ? 8 : 4.5}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          ))}
          {legs.flatMap(arrowsOf).map(({ at, angle }) => {
            const [x, y] = place(at);
            return (
              <path
                key={`${x} ${y}`}
                d="M-4 -4L5 0L-4 4Z"
                fill="#fff"
                transform={`translate(${x} ${y}) rotate(${-angle})`}
              />
            );
          })}
          {stops.map(({ at, number }) => {
            const [x, y] = place(at);
            return (
              <g key={number} transform={`translate(${x} ${y})`}>
                <circle r={stopRadiusPx - 1} fill={colour} stroke="#fff" strokeWidth={2} />
                <text textAnchor="middle" dy="0.35em" fontSize={13} fontWeight={700} fill="#fff">
                  {number}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </g>
  );
}

import { memo } from 'react';
import type { PlainGround, PlainMap } from '../../../geodata/build/county-files.ts';
import { hatchPath, hatchTilePx, hatchWidthPx } from '../../ui/hatch.ts';
import { noClass } from '../column.ts';
import type { ClassPaint, MapInk } from '../paint.ts';

/** Name of a class's hatch pattern; `scope` keeps two maps on one page apart. */
const patternId = (scope: string, at: number) => `${scope}-hatch-${at}`;

/** The hatch patterns of a layer's classes; `scale` undoes the map's zoom, so that strokes keep their width. */
export function HatchPatterns({ scope, paints, scale }: { scope: string; paints: ClassPaint[]; scale: number }) {
  return (
    <defs>
      {paints.map(({ colour, ink, hatch }, at) =>
        hatch === 'none' ? null : (
          <pattern
            // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place in the layer
            key={at}
            id={patternId(scope, at)}
            width={hatchTilePx(hatch)}
            height={hatchTilePx(hatch)}
            patternUnits="userSpaceOnUse"
            patternTransform={`scale(${1 / scale})`}
          >
            <rect width={hatchTilePx(hatch)} height={hatchTilePx(hatch)} fill={colour} />
            <path
              d={hatchPath(hatch)}
              stroke={ink}
              strokeWidth={hatch === 'dots' ? 2.6 : hatchWidthPx}
              strokeLinecap={hatch === 'dots' ? 'round' : 'butt'}
            />
          </pattern>
        ),
      )}
    </defs>
  );
}

interface VillagesProps {
  scope: string;
  plain: PlainMap;
  classes: Uint8Array;
  faded: Uint8Array;
  paints: ClassPaint[];
  ink: MapInk;
}

/** The villages in the colours of their classes. */
export const Villages = memo(function Villages({ scope, plain, classes, faded, paints, ink }: VillagesProps) {
  return (
    <g>
      {plain.villages.map(({ fid, d }) => {
        const at = classes[fid] ?? noClass;
        const paint = paints[at];
        const fill = !paint ? 'transparent' : paint.hatch === 'none' ? paint.colour : `url(#${patternId(scope, at)})`;
        return <path key={fid} data-fid={fid} d={d} fill={fill} fillOpacity={faded[fid] ? ink.fadedFill : ink.fill} />;
      })}
    </g>
  );
});

const lineOf = {
  fill: 'none',
  strokeLinejoin: 'round',
  strokeLinecap: 'round',
  vectorEffect: 'non-scaling-stroke',
} as const;

/** Borders, rivers and roads over the fill; none of them takes the pointer. */
export const Lines = memo(function Lines({
  plain,
  ground,
  ink,
}: {
  plain: PlainMap;
  ground: PlainGround | null;
  ink: MapInk;
}) {
  const border = (level: number, stroke: string, strokeWidth: number, opacity = 1) =>
    plain.borders
      .filter((one) => one.level === level)
      .map(({ d }) => (
        <path
          key={`${level}${strokeWidth}${d.slice(0, 40)}`}
          d={d}
          {...lineOf}
          stroke={stroke}
          strokeWidth={strokeWidth}
          opacity={opacity}
        />
      ));
  return (
    <g pointerEvents="none">
      {border(3, ink.villageLine, 0.9, 0.85)}
      {border(2, ink.townLine, 1.5, 0.85)}
      {ground?.rivers.map(({ order, d }) => (
        <path
          key={d.slice(0, 60)}
          d={d}
          {...lineOf}
          stroke={ink.river}
          strokeWidth={0.6 * order}
          opacity={order > 1 ? 0.9 : 0.55}
        />
      ))}
      {ground?.roads
        .filter(({ rank }) => rank <= 3)
        .map(({ rank, d }) => (
          <path
            key={d.slice(0, 60)}
            d={d}
            {...lineOf}
            stroke={ink.road[rank <= 2 ? 0 : 1]}
            strokeWidth={rank <= 2 ? 2 : 1.5}
          />
        ))}
      {border(1, ink.countyHalo, 6, 0.6)}
      {border(1, ink.countyLine, 2.6)}
    </g>
  );
});

import type { PlainMap } from '../../../geodata/build/county-files.ts';
import { mapInk } from '../paint.ts';
import type { MapProps } from '../props.ts';
import { visitsByVillage } from '../visits.ts';
import { boxOf, type Placing } from './projection.ts';

/** Visits as points: filled for announced ones, a ring for unannounced, a red ring round where findings are open. */
export function PlainVisits({ props, plain, placing }: { props: MapProps; plain: PlainMap; placing: Placing }) {
  const ink = mapInk[props.theme];
  return (
    <g pointerEvents="none">
      {visitsByVillage(props.visits, props.areas.villages).map(({ fid, at, count, unannounced, open }) => {
        const [bx, by] = boxOf(plain, at);
        const [cx, cy] = [bx * placing.scale + placing.x, by * placing.scale + placing.y];
        const r = 4.5 + 2 * Math.sqrt(count - 1);
        return (
          <g key={fid}>
            {open > 0 && <circle cx={cx} cy={cy} r={r + 3.5} fill="none" stroke={ink.seat} strokeWidth={1.8} />}
            <circle
              cx={cx}
              cy={cy}
              r={r}
              fill={unannounced ? ink.labelHalo : ink.chosen}
              stroke={unannounced ? ink.chosen : ink.labelHalo}
              strokeWidth={unannounced ? 2.4 : 1.6}
            />
          </g>
        );
      })}
    </g>
  );
}

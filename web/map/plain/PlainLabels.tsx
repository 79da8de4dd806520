import type { MapInk } from '../paint.ts';
import type { MapProps } from '../props.ts';
import { villageLabelZoom } from '../village-label-zoom.ts';
import { wallFactor } from '../wall.ts';
import { stopRadiusPx } from './PlainRoutes.tsx';
import { isWhole, type LabelWish, placeLabels } from './place-labels.ts';
import { boxOf, cameraOf, type Placing, type Size } from './projection.ts';

interface LabelsProps {
  props: MapProps;
  box: { width: number; height: number; bounds: [number, number, number, number] };
  placing: Placing;
  size: Size;
  ink: MapInk;
}

/** Names on the screen: the selected place, the towns, and the villages once they have room; none covers another. */
export function PlainLabels({ props, box, placing, size, ink }: LabelsProps) {
  const { zoom } = cameraOf(box, placing, size);
  const towns = new Set(props.areas.towns.map(({ fid }) => fid));
  const wishes = wishesOf(props, zoom).map(({ at, ...wish }) => {
    const [x, y] = boxOf(box, at);
    return { ...wish, x: x * placing.scale + placing.x, y: y * placing.scale + placing.y };
  });
  const marks = (props.routes ?? []).flatMap(({ stops }) =>
    stops.map(({ at }) => {
      const [x, y] = boxOf(box, at);
      return { x: x * placing.scale + placing.x, y: y * placing.scale + placing.y, radiusPx: stopRadiusPx };
    }),
  );
  // Read from afar, a name stands whole or not at all.
  const whole = props.typePx === undefined ? wishes : wishes.filter((wish) => isWhole(wish, size));
  return (
    <g
      style={{ paintOrder: 'stroke', userSelect: 'none' }}
      textAnchor="middle"
      stroke={ink.labelHalo}
      strokeLinejoin="round"
    >
      {placeLabels(whole, size, marks).map(({ fid, text, x, y, sizePx }) => {
        const bold = towns.has(fid) || fid === props.selected;
        return (
          <text
            key={fid}
            data-town={towns.has(fid) ? fid : undefined}
            x={x}
            y={y}
            dy={props.showVisits && !bold ? '-0.9em' : '0.36em'}
            fontSize={sizePx}
            fontWeight={bold ? 700 : 400}
            strokeWidth={bold ? 3.5 : 2.4}
            fill={bold ? ink.label : ink.villageLabel}
            pointerEvents={towns.has(fid) ? 'auto' : 'none'}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}

/** Height of a village's name where nobody asks for another, pixels. */
const usualPx = 11.5;

type Wish = Omit<LabelWish, 'x' | 'y'> & { at: [number, number] };

function wishesOf({ areas, selected, typePx }: MapProps, zoom: number): Wish[] {
  const grown = typePx === undefined ? wallFactor() : typePx / usualPx;
  const near = zoom >= villageLabelZoom(areas) + (typePx === undefined ? 0 : Math.log2(grown));
  const usual = Math.max(12, Math.min(20, 12 + (zoom - 8) * 1.4));
  const town = typePx === undefined ? usual * grown : typePx * (usual / 12);
  const wishes: Wish[] = areas.towns.flatMap(({ fid, name, label }, order) =>
    label ? [{ fid, text: name, at: label, sizePx: town, rank: order }] : [],
  );
  areas.villages.forEach(({ fid, name, label }, order) => {
    if (!label || !(near || fid === selected)) return;
    const chosen = fid === selected;
    wishes.push({
      fid,
      text: name,
      at: label,
      sizePx: (chosen ? 16 : usualPx) * grown,
      rank: 10_000 + order,
      always: chosen,
    });
  });
  return wishes;
}

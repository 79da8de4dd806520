import type { LayerSpecification, ExpressionSpecification as Maths } from 'maplibre-gl';
import type { LineInk, LineRow, OutlineRow } from './line-rows.ts';

const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
/** The filter of an outline nobody asked for. */
const never: ['==', ['id'], number] = ['==', ['id'], -1];

/** A row of lines as MapLibre draws it. */
export function lineLayer({
  id,
  source,
  layer,
  by,
  values,
  minzoom = 0,
  blur = 0,
  inkOf,
}: LineRow): LayerSpecification {
  const styled = (of: (ink: LineInk) => number | string) => matched(by, values, (value) => of(inkOf(value)));
  return {
    id,
    type: 'line',
    source,
    'source-layer': layer,
    minzoom,
    filter: ['in', ['get', by], ['literal', values]],
    layout:
      values.length > 1
        ? { ...layout, 'line-sort-key': matched(by, values, (value) => values.indexOf(value)) }
        : layout,
    paint: {
      'line-color': styled(({ colour }) => colour),
      'line-opacity': styled(({ opacity }) => opacity),
      'line-blur': blur,
      'line-width': widened(inkOf(values[0] ?? 0), (at) => styled(({ width }) => width.at[at]?.[1] ?? 0)),
    },
  };
}

/** The outline of a chosen place as MapLibre draws it; its filter is set as the view changes. */
export function outlineLayer({ id, layer, ink }: OutlineRow): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'chosen',
    'source-layer': layer,
    filter: never,
    layout,
    paint: {
      'line-color': ink.colour,
      'line-opacity': ink.opacity,
      'line-width': widened(ink, (at) => ink.width.at[at]?.[1] ?? 0),
    },
  };
}

const widened = ({ width }: LineInk, px: (at: number) => Progress): Maths => [
  'interpolate',
  ['exponential', width.base],
  ['zoom'],
  ...width.at.flatMap(([zoom], at) => [zoom, px(at)]),
];

type Progress = number | string | Maths;

/** The value for each of the numbers that distinguish lines; one value where it is the same for all. */
function matched(by: LineRow['by'], values: number[], of: (value: number) => number | string): Maths {
  const styles = values.map(of);
  const [first = 0, ...others] = styles;
  if (others.every((other) => other === first)) return ['literal', first];
  const pairs = values.flatMap((value, at): (number | string)[] => [value, styles[at] ?? first]);
  const [value = 0, then = first, ...more] = pairs;
  return ['match', ['get', by], value, then, ...more, first];
}

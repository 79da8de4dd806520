import type { FilterSpecification, LayerSpecification, ExpressionSpecification as Maths } from 'maplibre-gl';
import type { NameRow, SeatRow } from './name-rows.ts';
import type { Steps } from './steps.ts';

/** Dots of seats as MapLibre draws them. */
export function seatLayer({ id, seat, radius, colour, ring, ringPx }: SeatRow): LayerSpecification {
  return {
    id,
    type: 'circle',
    source: 'ground',
    'source-layer': 'place',
    filter: ['==', ['get', 'seat'], seat],
    paint: {
      'circle-radius': byZoom(radius),
      'circle-color': colour,
      'circle-stroke-color': ring,
      'circle-stroke-width': ringPx,
    },
  };
}

/** Which places a row names; `left` are left out. */
export function namedBy({ level }: NameRow, left: number[] = []): FilterSpecification {
  if (level === null) return ['==', ['get', 'fid'], -1];
  const own: Maths = ['==', ['get', 'level'], level];
  return left.length === 0 ? own : ['all', own, ['!', ['in', ['get', 'fid'], ['literal', left]]]];
}

/** Names as MapLibre writes them. */
export function nameLayer(row: NameRow): LayerSpecification {
  const { id, level, minzoom, font, size, gapPx, stepsAside } = row;
  return {
    id,
    type: 'symbol',
    source: 'label',
    minzoom,
    filter: namedBy(row),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [font],
      'text-size': byZoom(size),
      'text-padding': gapPx,
      'text-allow-overlap': level === null,
      ...(stepsAside ? { 'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'] } : {}),
      ...(stepsAside ? { 'text-radial-offset': 0.5 } : {}),
      ...(level === null ? {} : { 'symbol-sort-key': ['get', 'order'] }),
    },
    paint: { 'text-color': row.colour, 'text-halo-color': row.halo, 'text-halo-width': row.haloPx },
  };
}

const byZoom = ({ base, at }: Steps): Maths => ['interpolate', ['exponential', base], ['zoom'], ...at.flat()];

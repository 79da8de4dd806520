import type { LayerSpecification } from 'maplibre-gl';
import type { MapInk } from '../paint.ts';
import { wallFactor } from '../wall.ts';

type Symbols = Extract<LayerSpecification, { type: 'symbol' }>;

const bold = ['Noto Sans Bold'];
const plain = ['Noto Sans Regular'];

const seats = { type: 'circle', source: 'ground', 'source-layer': 'place' } as const;

/** A white dot where each town sits. */
export function townSeat(ink: MapInk): LayerSpecification {
  return {
    ...seats,
    id: 'town-seat',
    filter: ['==', ['get', 'seat'], 1],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2, 13, 4],
      'circle-color': ink.labelHalo,
      'circle-stroke-color': ink.label,
      'circle-stroke-width': 1.2,
    },
  };
}

/** The red dot where the county sits, above every name. */
export function countySeat(ink: MapInk): LayerSpecification {
  return {
    ...seats,
    id: 'county-seat',
    filter: ['==', ['get', 'seat'], 2],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 4, 13, 7],
      'circle-color': ink.seat,
      'circle-stroke-color': ink.labelHalo,
      'circle-stroke-width': 1.6,
    },
  };
}

/** Height of a village's name where nobody asks for another, pixels. */
const usualPx = 10.5;

/**
 * Names: the villages' from `labelZoom` on, the towns' always, the selected place's above all. With `typePx` no name is smaller, and the villages'
 * wait until they have the room that takes.
 */
export function labelLayers(ink: MapInk, usualZoom: number, typePx?: number): LayerSpecification[] {
  const grown = typePx === undefined ? wallFactor() : typePx / usualPx;
  const labelZoom = typePx === undefined ? usualZoom : usualZoom + Math.log2(grown);
  const town = (size: number) => (typePx === undefined ? size * grown : typePx * (size / 12));
  const halo = { 'text-color': ink.villageLabel, 'text-halo-color': ink.labelHalo, 'text-halo-width': 1.2 };
  const village: Symbols['layout'] = {
    'text-field': ['get', 'name'],
    'text-font': plain,
    'text-size': ['interpolate', ['linear'], ['zoom'], labelZoom, usualPx * grown, labelZoom + 2.5, 14 * grown],
    'text-padding': 3,
  };
  return [
    {
      id: 'village-label',
      type: 'symbol',
      source: 'label',
      minzoom: labelZoom,
      filter: ['==', ['get', 'level'], 3],
      layout: { ...village, 'text-font': plain, 'symbol-sort-key': ['get', 'order'] },
      paint: halo,
    },
    {
      id: 'town-label',
      type: 'symbol',
      source: 'label',
      filter: ['==', ['get', 'level'], 2],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': bold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, town(12), 11, town(16), 13, town(20)],
        'text-padding': 4,
        'text-allow-overlap': false,
        // Read from afar a name is left out where it would be cut, so it may not step aside over an edge.
        'text-variable-anchor': typePx === undefined ? ['center', 'top', 'bottom', 'left', 'right'] : ['center'],
        'text-radial-offset': 0.5,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: { 'text-color': ink.label, 'text-halo-color': ink.labelHalo, 'text-halo-width': 2 },
    },
    {
      id: 'selected-label',
      type: 'symbol',
      source: 'label',
      filter: ['==', ['get', 'fid'], -1],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': bold,
        'text-size': 16 * grown,
        'text-allow-overlap': true,
        'text-padding': 6,
      },
      paint: { 'text-color': ink.label, 'text-halo-color': ink.labelHalo, 'text-halo-width': 2.2 },
    },
  ];
}

import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { AreasAnswer } from '../../../server/layer/answer.ts';
import { type MapInk, mapInk } from '../paint.ts';
import type { MapProps } from '../props.ts';
import { villageLabelZoom } from '../village-label-zoom.ts';
import { countySeat, labelLayers, townSeat } from './label-style.ts';
import { labelsOf } from './labels.ts';

/** Zoom levels an archive has. */
export interface Zooms {
  min: number;
  max: number;
}

/** The archives a style draws from: addresses of tiles and their levels. */
export interface StyleSources {
  county: { tiles: string; zooms: Zooms };
  ground: { tiles: string; zooms: Zooms } | null;
}

type Line = Extract<LayerSpecification, { type: 'line' }>;
type Paint = NonNullable<Line['paint']>;

const never: ['==', ['id'], number] = ['==', ['id'], -1];
/** Height of a name at a desk, pixels: outlines that go with larger names are wider by as much. */
const deskPx = 24;
/** A width that grows with the zoom. */
const growing = (far: number, near: number): Paint['line-width'] => [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  8,
  far,
  15,
  near,
];

/**
 * 底图样式 — rivers, roads, borders and labels on nothing: ground and villages lie in the canvas below. No glyph file, no sprite,
 * no other host.
 */
export function styleOf(
  { areas, theme, typePx }: Pick<MapProps, 'areas' | 'theme' | 'typePx'>,
  from: StyleSources,
): StyleSpecification {
  const ink = mapInk[theme];
  const labelZoom = villageLabelZoom(areas);
  const ground = from.ground ? [...riverLayers(ink), ...roadLayers(ink)] : [];
  return {
    version: 8,
    sources: sourcesOf(areas, from),
    layers: [
      ...borderLayers(ink),
      ...ground,
      ...countyLayers(ink),
      ...chosenLayers(ink, Math.max(1, (typePx ?? 0) / deskPx)),
      ...(from.ground ? [townSeat(ink)] : []),
      ...labelLayers(ink, labelZoom, typePx),
      ...(from.ground ? [countySeat(ink)] : []),
    ],
  };
}

function sourcesOf(areas: AreasAnswer, from: StyleSources): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {
    county: {
      type: 'vector',
      tiles: [from.county.tiles],
      minzoom: from.county.zooms.min,
      maxzoom: from.county.zooms.max,
    },
    chosen: {
      type: 'vector',
      tiles: [from.county.tiles],
      minzoom: from.county.zooms.min,
      maxzoom: from.county.zooms.max,
    },
    label: { type: 'geojson', data: labelsOf(areas) },
  };
  if (from.ground) {
    const { tiles, zooms } = from.ground;
    sources.ground = { type: 'vector', tiles: [tiles], minzoom: zooms.min, maxzoom: zooms.max };
  }
  return sources;
}

function riverLayers(ink: MapInk): LayerSpecification[] {
  return [
    {
      id: 'river',
      type: 'line',
      source: 'ground',
      'source-layer': 'river',
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ['get', 'order'] },
      paint: {
        'line-color': ink.river,
        'line-opacity': ['interpolate', ['linear'], ['get', 'order'], 1, 0.55, 3, 0.9],
        'line-width': [
          'interpolate',
          ['exponential', 1.4],
          ['zoom'],
          8,
          ['*', 0.24, ['get', 'order']],
          12,
          ['*', 0.72, ['get', 'order']],
          15,
          ['*', 1.9, ['get', 'order']],
        ],
      },
    },
  ];
}

function roadLayers(ink: MapInk): LayerSpecification[] {
  const base = { type: 'line', source: 'ground', 'source-layer': 'road' } as const;
  const colour: Paint['line-color'] = [
    'match',
    ['get', 'rank'],
    1,
    ink.road[0],
    2,
    ink.road[0],
    3,
    ink.road[1],
    ink.road[2],
  ];
  const layout: Line['layout'] = {
    'line-cap': 'round',
    'line-join': 'round',
    'line-sort-key': ['-', 0, ['get', 'rank']],
  };
  const major: Line['filter'] = ['<=', ['get', 'rank'], 3];
  return [
    {
      ...base,
      id: 'road-minor',
      minzoom: 10.5,
      filter: ['>', ['get', 'rank'], 3],
      layout,
      paint: { 'line-color': colour, 'line-width': growing(0.4, 4), 'line-opacity': 0.85 },
    },
    {
      ...base,
      id: 'road-casing',
      filter: major,
      layout,
      paint: { 'line-color': ink.roadCasing, 'line-width': growing(2, 11.5), 'line-opacity': 0.5 },
    },
    { ...base, id: 'road', filter: major, layout, paint: { 'line-color': colour, 'line-width': growing(1.1, 8) } },
  ];
}

function borderLayers(ink: MapInk): LayerSpecification[] {
  const base = { type: 'line', source: 'county', 'source-layer': 'border' } as const;
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      ...base,
      id: 'village-line',
      filter: ['==', ['get', 'level'], 3],
      layout,
      paint: { 'line-color': ink.villageLine, 'line-width': growing(0.6, 2.4), 'line-opacity': 0.85 },
    },
    {
      ...base,
      id: 'town-line',
      filter: ['==', ['get', 'level'], 2],
      layout,
      paint: { 'line-color': ink.townLine, 'line-width': growing(1, 3.4), 'line-opacity': 0.85 },
    },
  ];
}

function countyLayers(ink: MapInk): LayerSpecification[] {
  const base = {
    type: 'line',
    source: 'county',
    'source-layer': 'border',
    filter: ['==', ['get', 'level'], 1],
  } as const;
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      ...base,
      id: 'county-halo',
      filter: ['==', ['get', 'level'], 1],
      layout,
      paint: { 'line-color': ink.countyHalo, 'line-width': growing(4.5, 12), 'line-opacity': 0.6, 'line-blur': 1.5 },
    },
    {
      ...base,
      id: 'county-line',
      filter: ['==', ['get', 'level'], 1],
      layout,
      paint: { 'line-color': ink.countyLine, 'line-width': growing(1.8, 5) },
    },
  ];
}

/** Outlines of the town in focus and the place selected, `wide` times their usual width; their filters are set as the view changes. */
function chosenLayers(ink: MapInk, wide: number): LayerSpecification[] {
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const base = { type: 'line', source: 'chosen', filter: never } as const;
  const town = { ...base, 'source-layer': 'town', layout };
  const village = { ...base, 'source-layer': 'village', layout };
  return [
    {
      ...town,
      id: 'focus-town',
      filter: never,
      paint: { 'line-color': ink.townLine, 'line-width': growing(2.4 * wide, 6 * wide) },
    },
    {
      ...village,
      id: 'moved',
      filter: never,
      paint: { 'line-color': ink.chosen, 'line-width': growing(4, 9), 'line-opacity': 0 },
    },
    {
      ...village,
      id: 'selected-halo',
      filter: never,
      paint: { 'line-color': ink.labelHalo, 'line-width': growing(5 * wide, 9 * wide), 'line-opacity': 0.95 },
    },
    {
      ...village,
      id: 'selected',
      filter: never,
      paint: { 'line-color': ink.chosen, 'line-width': growing(2.2 * wide, 4.5 * wide) },
    },
  ];
}

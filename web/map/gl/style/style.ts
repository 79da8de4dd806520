import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { AreasAnswer } from '../../../../server/area/answer.ts';
import { mapInk } from '../../paint.ts';
import type { MapProps } from '../../props.ts';
import { villageLabelZoom } from '../../village-label-zoom.ts';
import { labelsOf } from './labels.ts';
import { lineLayer, outlineLayer } from './line-layers.ts';
import { lineRows, outlineRows } from './line-rows.ts';
import { nameLayer, seatLayer } from './name-layers.ts';
import { nameRows, seatRows } from './name-rows.ts';

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

/**
 * 底图样式 — rivers, roads, borders and labels on nothing: ground and villages lie in the canvas below. No glyph file, no sprite,
 * no other host.
 */
export function styleOf(
  { areas, theme, typePx }: Pick<MapProps, 'areas' | 'theme' | 'typePx'>,
  from: StyleSources,
): StyleSpecification {
  const ink = mapInk[theme];
  const [townSeat, countySeat] = seatRows(ink).map(seatLayer);
  return {
    version: 8,
    sources: sourcesOf(areas, from),
    layers: [
      ...lineRows(ink)
        .filter(({ source }) => source === 'county' || from.ground)
        .map(lineLayer),
      ...outlineRows(ink, typePx).map(outlineLayer),
      ...(from.ground && townSeat ? [townSeat] : []),
      ...nameRows(ink, villageLabelZoom(areas), typePx).map(nameLayer),
      ...(from.ground && countySeat ? [countySeat] : []),
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

import type { KnownPlaces } from '../coordinate/known-county.ts';
import { type GivenFile, gatherLayers } from './gather-layers.ts';
import type { ReadFile } from './hand-over.ts';
import { readLayer } from './read-layer.ts';

/** What is known beside the files: the county already imported, and the system a person declared (`EPSG:4547`, `GCJ-02`). */
export interface GeographicOptions {
  known: KnownPlaces | null;
  declared: string | null;
}

/**
 * Reads what lies in one group of files: a zip of shapefiles or GeoJSON, the loose parts of one shapefile, a GeoJSON or TopoJSON, or an
 * elevation picture with its world file. Everything that comes back is in WGS 84. A file is taken whole or not at all: what cannot be
 * read comes back as `refused` with the reason in its notes, never as an exception.
 */
export async function readGeographic(files: GivenFile[], options: GeographicOptions): Promise<ReadFile[]> {
  const { layers, read } = await gatherLayers(files, options.declared);
  return [...read, ...layers.flatMap((layer) => readLayer(layer, options))];
}

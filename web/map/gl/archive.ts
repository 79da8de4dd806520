import { type Header, PMTiles } from 'pmtiles';
import type { Zooms } from './style/style.ts';

/** One tile archive of the server, read in ranges; a tile asked for twice comes over the wire once. */
export class Archive {
  private readonly file: PMTiles;
  private readonly recent = new Map<string, Promise<Uint8Array | null>>();
  readonly address: string;

  constructor(address: string) {
    this.address = address;
    this.file = new PMTiles(new URL(address, window.location.href).href);
  }
  /** Zoom levels and bounds; rejects when the file does not answer. */
  header(): Promise<Header> {
    return this.file.getHeader();
  }
  /** The tile's bytes, null where the archive has none. */
  tile(z: number, x: number, y: number): Promise<Uint8Array | null> {
    const key = `${z}/${x}/${y}`;
    const known = this.recent.get(key);
    if (known) return known;
    const coming = this.file.getZxy(z, x, y).then((answer) => (answer ? new Uint8Array(answer.data) : null));
    this.recent.set(key, coming);
    coming.catch(() => this.recent.delete(key));
    if (this.recent.size > 96) this.recent.delete(this.recent.keys().next().value ?? key);
    return coming;
  }
}

const archives = new Map<string, Archive>();

/** The archive at an address of the server; one object an address, so that all readers share its tiles. */
export function archiveAt(address: string): Archive {
  const known = archives.get(address);
  if (known) return known;
  const archive = new Archive(address);
  archives.set(address, archive);
  return archive;
}

/** Address of an archive's tiles in a style. */
export const tilesOf = (archive: Archive) => `archive://${archive.address}/{z}/{x}/{y}`;

/** Answers the addresses of {@link tilesOf}. */
export async function readTile({ url }: { url: string }): Promise<{ data: ArrayBuffer }> {
  const [, address, z, x, y] = /^archive:\/\/(.+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
  const bytes = address ? await archiveAt(address).tile(Number(z), Number(x), Number(y)) : null;
  // A copy: MapLibre hands the buffer over to its worker, and the fill reads the same tile.
  return { data: bytes ? bytes.slice().buffer : new ArrayBuffer(0) };
}

/** The zoom levels an archive has tiles of. Fails where its header cannot be read. */
export async function zoomsOf(archive: Archive): Promise<Zooms> {
  const { minZoom, maxZoom } = await archive.header();
  return { min: minZoom, max: maxZoom };
}

import Flatbush from 'flatbush';
import type { LonLat } from '../area/area.ts';
import type { RoadNetwork } from './network.ts';

/** 上路点 — where a place joins the roads: the nearest edge, how far along it (0 to 1 of its length), and the way there. */
export interface Joined {
  edge: number;
  part: number;
  at: LonLat;
  metres: number;
}

/** From so far on a place is said to lie off the roads. */
export const farM = 500;

/** Finds the nearest edge of the network to a point. */
export class Joining {
  readonly #network: RoadNetwork;
  readonly #index: Flatbush | null;
  readonly #edgeOf: Int32Array;
  readonly #positionOf: Int32Array;
  readonly #scale: number;

  constructor(network: RoadNetwork) {
    this.#network = network;
    const { lineStart, lines } = network;
    const edges = lineStart.length - 1;
    const count = Math.max(0, lines.length / 2 - edges);
    this.#edgeOf = new Int32Array(count);
    this.#positionOf = new Int32Array(count);
    let lat = 0;
    for (let at = 1; at < lines.length; at += 2) lat += lines[at] as number;
    this.#scale = Math.cos(((lat / Math.max(1, lines.length / 2)) * Math.PI) / 180);
    this.#index = count === 0 ? null : new Flatbush(count);
    for (let edge = 0, segment = 0; edge < edges; edge++)
      for (let at = lineStart[edge] as number; at + 1 < (lineStart[edge + 1] as number); at++, segment++) {
        this.#edgeOf[segment] = edge;
        this.#positionOf[segment] = at;
        const [[x1, y1], [x2, y2]] = [this.#plane(at), this.#plane(at + 1)];
        this.#index?.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
      }
    this.#index?.finish();
  }

  /** The nearest edge; null when there are no roads. */
  join([lon, lat]: LonLat): Joined | null {
    if (!this.#index) return null;
    const [x, y] = [lon * this.#scale, lat];
    for (let most = 8; ; most *= 8) {
      const found = this.#index.neighbors(x, y, most);
      let best = { squared: Number.POSITIVE_INFINITY, segment: -1, part: 0 };
      for (const segment of found) {
        const one = this.#nearest(segment, x, y);
        if (one.squared < best.squared) best = { ...one, segment };
      }
      const last = found.at(-1);
      if (found.length < most || last === undefined || this.#boxSquared(last, x, y) >= best.squared)
        return this.#joined(best);
    }
  }

  #joined({ squared, segment, part }: { squared: number; segment: number; part: number }): Joined {
    const edge = this.#edgeOf[segment] as number;
    const position = this.#positionOf[segment] as number;
    const { lineStart } = this.#network;
    let [before, whole] = [0, 0];
    for (let at = lineStart[edge] as number; at + 1 < (lineStart[edge + 1] as number); at++) {
      const [[x1, y1], [x2, y2]] = [this.#plane(at), this.#plane(at + 1)];
      const length = Math.hypot(x2 - x1, y2 - y1);
      if (at < position) before += length;
      if (at === position) before += length * part;
      whole += length;
    }
    const [[x1, y1], [x2, y2]] = [this.#plane(position), this.#plane(position + 1)];
    const at: LonLat = [(x1 + part * (x2 - x1)) / this.#scale, y1 + part * (y2 - y1)];
    return { edge, part: whole === 0 ? 0 : before / whole, at, metres: Math.sqrt(squared) * 111_195 };
  }

  #nearest(segment: number, x: number, y: number): { squared: number; part: number } {
    const at = this.#positionOf[segment] as number;
    const [[x1, y1], [x2, y2]] = [this.#plane(at), this.#plane(at + 1)];
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = dx * dx + dy * dy;
    const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
    return { squared: (x1 + part * dx - x) ** 2 + (y1 + part * dy - y) ** 2, part };
  }

  #boxSquared(segment: number, x: number, y: number): number {
    const at = this.#positionOf[segment] as number;
    const [[x1, y1], [x2, y2]] = [this.#plane(at), this.#plane(at + 1)];
    const dx = Math.max(Math.min(x1, x2) - x, 0, x - Math.max(x1, x2));
    const dy = Math.max(Math.min(y1, y2) - y, 0, y - Math.max(y1, y2));
    return dx * dx + dy * dy;
  }

  #plane(position: number): [number, number] {
    const { lines } = this.#network;
    return [(lines[2 * position] as number) * this.#scale, lines[2 * position + 1] as number];
  }
}

import type { Shape } from '../../geodata/area/area.ts';
import { areTouching } from '../../geodata/area/touching.ts';
import { buildCounty } from '../../geodata/build/build-county.ts';
import { readShapes } from './child-build.ts';
import type { RedrawJob, Redrawn } from './jobs.ts';

/** Draws a boundary edition anew under the places of each day, from its own pieces. */
export async function redraw({ boundaries, days, between, build }: RedrawJob): Promise<Redrawn> {
  const shapes = readShapes(boundaries);
  const joined = (fids: number[]): Shape => ({
    type: 'MultiPolygon',
    coordinates: fids.flatMap((fid) => shapes.get(fid)?.coordinates ?? []),
  });
  const [one, other] = (between ?? [[], []]).map(joined);
  const drawn = one && other && one.coordinates.length > 0 && other.coordinates.length > 0;
  const apart = Boolean(drawn) && one !== undefined && other !== undefined && !areTouching(one, other);
  if (!build.always && (apart || !build.unlessApart)) return { apart, days: [] };
  const made: Redrawn['days'] = [];
  for (const { county, towns, villages } of days) {
    const settled = new Set(villages.map(({ townFid }) => townFid));
    made.push(
      await buildCounty({
        county: { ...county, shape: villages.length === 0 ? (shapes.get(county.fid) ?? null) : null },
        towns: towns.map(({ bare, ...town }) => ({
          ...town,
          shape: bare && !settled.has(town.fid) ? (shapes.get(town.fid) ?? null) : null,
        })),
        villages: villages.flatMap(({ piece, ...village }) => {
          const shape = shapes.get(piece);
          return shape ? [{ ...village, shape }] : [];
        }),
      }),
    );
  }
  return { apart, days: made };
}

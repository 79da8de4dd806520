import type { AreasAnswer } from '../../server/area/answer.ts';

/** Zoom from which a village's name fits into an average village of the county (about 48 pixels across). */
export function villageLabelZoom(areas: AreasAnswer): number {
  const sizes = areas.villages.flatMap(({ areaKm2 }) => (areaKm2 ? [areaKm2] : [])).sort((a, b) => a - b);
  const middleKm2 = sizes[Math.floor(sizes.length / 2)];
  const bounds = areas.map?.bounds;
  if (!middleKm2 || !bounds) return 11;
  const latitude = ((bounds[1] + bounds[3]) / 2) * (Math.PI / 180);
  const worldKm = 40075 * Math.cos(latitude);
  return Math.min(15, Math.max(5, Math.log2((48 * worldKm) / (Math.sqrt(middleKm2) * 512))));
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A county of two towns with six square villages of a hundredth of a degree each, as an office's GeoJSON. */
export function sixVillages(rename: Record<string, string> = {}): string {
  const features = Array.from({ length: 6 }, (_, index) => {
    const [west, south] = [100 + (index % 3) / 100, 30 + Math.floor(index / 3) / 100];
    const [east, north] = [west + 0.01, south + 0.01];
    const town = index < 3 ? '甲镇' : '乙镇';
    const name = ['东村', '西村', '南村', '北村', '中村', '新村'][index] as string;
    return {
      type: 'Feature',
      properties: { 代码: `99012710${index < 3 ? 0 : 1}20${index}`, 名称: rename[name] ?? name, 乡镇: town },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** A folder with these files in it. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-import-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

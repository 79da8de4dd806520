import type { Text } from './text.ts';

/** Sentences of what drawing the map notices. */
export const buildNotes: Record<string, Text> = {
  'terrain-elsewhere': {
    zh: '高程文件 {file} 的范围与本县不相交，未用作底图：请检查其坐标文件（.pgw、.prj）。',
    en: 'The elevation grid {file} does not overlap the county and was left out of the base map: check its world file and .prj.',
  },
  'village-without-ground': {
    zh: '{areaName}（{areaCode}）的边界完全被其他村覆盖，图上没有它的位置：请核对边界文件。',
    en: '{areaName} ({areaCode}) is completely covered by other villages and has no area of its own on the map: check the boundary file.',
  },
};

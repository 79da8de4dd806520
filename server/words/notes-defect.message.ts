import type { Text } from './text.ts';

/** Sentences of the defects of single places: kind, place, what was done or what to do. */
export const defectNotes: Record<string, Text> = {
  'shape-missing': {
    zh: '{areaName}（{areaCode}）没有图形，未能成图。请补上它的边界。',
    en: '{areaName} ({areaCode}) has no shape and cannot be drawn. Supply its border.',
  },
  'shape-empty': {
    zh: '{areaName}（{areaCode}）的图形没有面积，未能成图。请重画它的边界。',
    en: 'The shape of {areaName} ({areaCode}) has no area and cannot be drawn. Draw its border again.',
  },
  'more-of-the-same': {
    zh: '{file}：另有 {count} 处与上一条同类。',
    en: '{file}: {count} more of the same kind as the line above.',
  },
  'ring-not-closed': {
    zh: '{areaName}（{areaCode}）的边界没有闭合，已闭合。',
    en: 'The border of {areaName} ({areaCode}) was open and has been closed.',
  },
  'ring-direction': {
    zh: '{areaName}（{areaCode}）的边界方向反了，已改正。',
    en: 'The border of {areaName} ({areaCode}) ran the wrong way round and has been reversed.',
  },
  'vertex-repeated': {
    zh: '{areaName}（{areaCode}）有 {count} 个重复的边界点，已去掉。',
    en: '{count} repeated vertices of {areaName} ({areaCode}) were removed.',
  },
  'third-dimension': {
    zh: '{areaName}（{areaCode}）的坐标带有高程等第三个数，已略去。',
    en: 'The coordinates of {areaName} ({areaCode}) had a third number (height), which was dropped.',
  },
  'ring-too-short': {
    zh: '{areaName}（{areaCode}）有一圈边界不足三个点，已去掉。请核对。',
    en: 'A ring of {areaName} ({areaCode}) had fewer than three points and was removed. Please check.',
  },
  spike: {
    zh: '{areaName}（{areaCode}）的边界在 {lon}, {lat} 处有一根去而复返的尖刺，已去掉。',
    en: 'A spike in the border of {areaName} ({areaCode}) at {lon}, {lat} was removed.',
  },
  'self-intersection': {
    zh: '{areaName}（{areaCode}）的边界在 {lon}, {lat} 处自相交，已修复。请核对该处。',
    en: 'The border of {areaName} ({areaCode}) crossed itself at {lon}, {lat} and was repaired. Check that spot.',
  },
  'self-intersection-kept': {
    zh: '{areaName}（{areaCode}）的边界在 {lon}, {lat} 处自相交，成图时按面积规则处理。请在 GIS 软件中改正。',
    en: 'The border of {areaName} ({areaCode}) crosses itself at {lon}, {lat} and is drawn by the even-odd rule. Correct it in the GIS.',
  },
  'place-axes-swapped': {
    zh: '{areaName}（{areaCode}）的经纬度写反了，已换回来。',
    en: 'Latitude and longitude of {areaName} ({areaCode}) were swapped and have been corrected.',
  },
  'place-far-away': {
    zh: '{areaName}（{areaCode}）远在其他区划之外（{lon}, {lat}），未采用它的图形。请核对坐标。',
    en: '{areaName} ({areaCode}) is far from all others ({lon}, {lat}); its shape was not used. Check its coordinates.',
  },
  'place-shifted': {
    zh: '{areaName}（{areaCode}）整体偏移约 {metres} 米，与邻村一边重叠、一边留空，已移回原位。',
    en: '{areaName} ({areaCode}) as a whole was about {metres} m off, with an overlap on one side and a gap on the other, and was moved back.',
  },
  overlap: {
    zh: '{areaName}（{areaCode}）与 {other} 重叠 {hectares} 公顷（{lon}, {lat}），成图时归其中一方。请核对边界。',
    en: '{areaName} ({areaCode}) and {other} overlap by {hectares} ha at {lon}, {lat}; the overlap goes to one of them. Check the border.',
  },
  slivers: {
    zh: '{file} 有 {count} 处不到 0.1 公顷的缝隙或重叠，成图时弥合。',
    en: '{file} has {count} gaps or overlaps under 0.1 ha; the map closes them.',
  },
  'overlaps-unchecked': {
    zh: '重叠处太多，只检查了一部分，其余在成图时按面积规则处理。请在 GIS 软件中做一次拓扑检查。',
    en: 'There are too many overlaps to check them all; the map settles the rest. Run a topology check in the GIS.',
  },
  'hole-crosses': {
    zh: '{areaName}（{areaCode}）的内圈与外圈在 {lon}, {lat} 处相交，成图时按面积规则处理。请在 GIS 软件中改正。',
    en: 'A hole of {areaName} ({areaCode}) crosses another of its rings at {lon}, {lat} and is drawn by the even-odd rule. Correct it in the GIS.',
  },
  'date-line': {
    zh: '{areaName}（{areaCode}）跨过 180° 经线而没有分开，图上会拉成横条。请在 180° 处分成两块。',
    en: '{areaName} ({areaCode}) crosses the 180° meridian and would be drawn across the whole map. Split it at 180°.',
  },
  gap: {
    zh: '{neighbours} 之间有 {hectares} 公顷空白（{lon}, {lat}）。请核对边界，或确认该处不属本县。',
    en: 'There is a gap of {hectares} ha between {neighbours} at {lon}, {lat}. Check the borders, or whether the land belongs to the county.',
  },
  'place-missing': {
    zh: '{neighbours} 之间缺一个区划，{hectares} 公顷（{lon}, {lat}），{town}缺的代码可能是 {code}。请补上。',
    en: 'A place is missing between {neighbours}: {hectares} ha at {lon}, {lat}; {town} has no code {code}. Supply it.',
  },
  'feature-twice': {
    zh: '{areaName}（{areaCode}）出现了两次且图形相同，只取一次。',
    en: '{areaName} ({areaCode}) is in the file twice with the same shape and was read once.',
  },
  'code-twice': {
    zh: '代码 {areaCode} 同时用于 {areaName} 和 {other}。请改正其中一个后再导入。',
    en: '{areaName} and {other} share the code {areaCode}. Correct one of them and import again.',
  },
  'code-digits': {
    zh: '{areaName} 的代码 {areaCode} 有 {digits} 位，应为 {expected} 位。请改正后再导入。',
    en: 'The code {areaCode} of {areaName} has {digits} digits instead of {expected}. Correct it and import again.',
  },
  'code-missing': {
    zh: '{areaName} 没有代码，按名称和所属镇对应。请补上。',
    en: '{areaName} has no code and is matched by name and town. Supply the code.',
  },
  'code-other-town': {
    zh: '{areaName} 的代码 {areaCode} 与所属镇代码 {townCode} 不符。请核对。',
    en: 'The code {areaCode} of {areaName} does not begin with the code {townCode} of its town. Please check.',
  },
  'name-missing': {
    zh: '第 {feature} 个区划（{areaCode}）没有名称。请补上。',
    en: 'Place {feature} ({areaCode}) has no name. Supply it.',
  },
  'name-twice-in-town': {
    zh: '{town}有两个“{areaName}”（{areaCode} 与 {other}）。请核对。',
    en: '{town} has two places called {areaName} ({areaCode} and {other}). Please check.',
  },
};

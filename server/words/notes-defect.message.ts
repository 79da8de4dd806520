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
    en: 'The border of {areaName} ({areaCode}) was not closed; it was closed.',
  },
  'ring-direction': {
    zh: '{areaName}（{areaCode}）的边界方向反了，已改正。',
    en: 'The border of {areaName} ({areaCode}) ran the wrong way round; it was turned.',
  },
  'vertex-repeated': {
    zh: '{areaName}（{areaCode}）有 {count} 个重复的边界点，已去掉。',
    en: '{areaName} ({areaCode}) had {count} repeated vertices; they were removed.',
  },
  'third-dimension': {
    zh: '{areaName}（{areaCode}）的坐标带有高程等第三个数，已略去。',
    en: 'The coordinates of {areaName} ({areaCode}) carried a third number (height); it was left out.',
  },
  'ring-too-short': {
    zh: '{areaName}（{areaCode}）有一圈边界不足三个点，已去掉。请核对。',
    en: 'A ring of {areaName} ({areaCode}) had fewer than three points and was removed. Please check.',
  },
  spike: {
    zh: '{areaName}（{areaCode}）的边界在 {lon}, {lat} 处有一根去而复返的尖刺，已去掉。',
    en: 'The border of {areaName} ({areaCode}) had a spike out and back at {lon}, {lat}; it was removed.',
  },
  'self-intersection': {
    zh: '{areaName}（{areaCode}）的边界在 {lon}, {lat} 处自相交，已修复。请核对该处。',
    en: 'The border of {areaName} ({areaCode}) crossed itself at {lon}, {lat}; it was mended. Check that spot.',
  },
  'self-intersection-kept': {
    zh: '{areaName}（{areaCode}）的边界在 {lon}, {lat} 处自相交，成图时按面积规则处理。请在 GIS 软件中改正。',
    en: 'The border of {areaName} ({areaCode}) crosses itself at {lon}, {lat}; it is drawn by the even-odd rule. Correct it in the GIS.',
  },
  'place-axes-swapped': {
    zh: '{areaName}（{areaCode}）的经纬度写反了，已换回来。',
    en: '{areaName} ({areaCode}) had latitude and longitude swapped; they were corrected.',
  },
  'place-far-away': {
    zh: '{areaName}（{areaCode}）远在其他区划之外（{lon}, {lat}），未采用它的图形。请核对坐标。',
    en: '{areaName} ({areaCode}) lies far from all others ({lon}, {lat}); its shape was not taken. Check its coordinates.',
  },
  'place-shifted': {
    zh: '{areaName}（{areaCode}）整体偏移约 {metres} 米，与邻村一边重叠、一边留空，已移回原位。',
    en: '{areaName} ({areaCode}) lay about {metres} m off as a whole, overlapping its neighbours on one side and leaving a gap on the other; it was moved back.',
  },
  overlap: {
    zh: '{areaName}（{areaCode}）与 {other} 重叠 {hectares} 公顷（{lon}, {lat}），成图时归其中一方。请核对边界。',
    en: '{areaName} ({areaCode}) and {other} overlap by {hectares} ha at {lon}, {lat}; one of them gets the ground. Check the border.',
  },
  slivers: {
    zh: '{file} 有 {count} 处不到 0.1 公顷的缝隙或重叠，成图时弥合。',
    en: '{file} has {count} gaps or overlaps of less than 0.1 ha; they are closed when the map is built.',
  },
  'overlaps-unchecked': {
    zh: '重叠处太多，只检查了一部分，其余在成图时按面积规则处理。请在 GIS 软件中做一次拓扑检查。',
    en: 'There are too many overlaps; part of them was checked, the rest is settled when the map is built. Run a topology check in the GIS.',
  },
  'hole-crosses': {
    zh: '{areaName}（{areaCode}）的内圈与外圈在 {lon}, {lat} 处相交，成图时按面积规则处理。请在 GIS 软件中改正。',
    en: 'A hole of {areaName} ({areaCode}) crosses another of its rings at {lon}, {lat}; it is settled by the even-odd rule. Correct it in the GIS.',
  },
  'date-line': {
    zh: '{areaName}（{areaCode}）跨过 180° 经线而没有分开，图上会拉成横条。请在 180° 处分成两块。',
    en: '{areaName} ({areaCode}) crosses the 180° meridian without being split there and will be drawn across the map. Split it at 180°.',
  },
  gap: {
    zh: '{neighbours} 之间有 {hectares} 公顷空白（{lon}, {lat}）。请核对边界，或确认该处不属本县。',
    en: 'There is a gap of {hectares} ha between {neighbours} at {lon}, {lat}. Check the borders, or that the ground is not the county’s.',
  },
  'place-missing': {
    zh: '{neighbours} 之间缺一个区划，{hectares} 公顷（{lon}, {lat}），{town}缺的代码可能是 {code}。请补上。',
    en: 'A place is missing between {neighbours}: {hectares} ha at {lon}, {lat}; in {town} the code {code} is not there. Supply it.',
  },
  'feature-twice': {
    zh: '{areaName}（{areaCode}）出现了两次且图形相同，只取一次。',
    en: '{areaName} ({areaCode}) stands in the file twice with the same shape; it was taken once.',
  },
  'code-twice': {
    zh: '代码 {areaCode} 同时用于 {areaName} 和 {other}。请改正其中一个后再导入。',
    en: 'The code {areaCode} stands for both {areaName} and {other}. Correct one of them and import again.',
  },
  'code-digits': {
    zh: '{areaName} 的代码 {areaCode} 有 {digits} 位，应为 {expected} 位。请改正后再导入。',
    en: 'The code {areaCode} of {areaName} has {digits} digits where {expected} are due. Correct it and import again.',
  },
  'code-missing': {
    zh: '{areaName} 没有代码，按名称和所属镇对应。请补上。',
    en: '{areaName} has no code; its name and town stand for it. Supply it.',
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

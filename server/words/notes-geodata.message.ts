import { defectNotes } from './notes-defect.message.ts';
import type { Text } from './text.ts';

/** Sentences of what reading boundaries, ground and elevation finds: what is wrong, where, what to do. */
export const geodataNotes: Record<string, Text> = {
  ...defectNotes,
  'boundaries-understood': {
    zh: '{file}：读出 {count} 个区划，坐标系 {system}，文字编码 {encoding}。',
    en: '{file}: {count} places read, coordinates {system}, text encoding {encoding}.',
  },
  'roads-understood': {
    zh: '{file}：读出 {count} 条道路，坐标系 {system}。',
    en: '{file}: {count} roads read, coordinates {system}.',
  },
  'rivers-understood': {
    zh: '{file}：读出 {count} 条河流，坐标系 {system}。',
    en: '{file}: {count} rivers read, coordinates {system}.',
  },
  'places-understood': {
    zh: '{file}：读出 {count} 个地名点，坐标系 {system}。',
    en: '{file}: {count} place points read, coordinates {system}.',
  },
  'terrain-understood': {
    zh: '{file}：读出高程 {width}×{height}，最低 {lowestM} 米，最高 {highestM} 米。',
    en: '{file}: elevation read, {width}×{height} cells, {lowestM} m to {highestM} m.',
  },
  'map-not-recognised': {
    zh: '{file} 不是可读的边界或底图文件。请给出 .shp（连同 .dbf、.prj）、其 .zip，或 .geojson。',
    en: '{file} is not a readable boundary or base-map file. Use a .shp with its .dbf and .prj, a .zip of them, or a .geojson.',
  },
  'reader-failed': {
    zh: '{file} 的内容超出可读范围，未读取任何内容。请在 GIS 软件中重新导出后再导入。',
    en: '{file} contains data that cannot be read, so nothing was imported from it. Export it again from the GIS and import that file.',
  },
  'no-features': {
    zh: '{file} 里没有任何图形。请检查导出范围后重新导出。',
    en: '{file} contains no features. Check the export and repeat it.',
  },
  'no-shapes': {
    zh: '{file} 里的记录都没有图形，无法成图。请重新导出带图形的文件。',
    en: 'No record of {file} has a shape, so nothing can be drawn. Export it again with shapes.',
  },
  'null-shapes-left-out': {
    zh: '{file}：{count} 条记录没有图形，未读取。',
    en: '{file}: {count} records have no shape and were left out.',
  },
  'json-broken': {
    zh: '{file} 不是完整的 JSON（第 {line} 行处出错），未读取。请重新导出。',
    en: '{file} is not complete JSON (broken at line {line}) and was not read. Export it again.',
  },
  'json-key-twice': {
    zh: '{file}：同一对象里“{key}”写了两次，取后一个。请核对。',
    en: '{file}: “{key}” appears twice in one object; the last one was used. Please check.',
  },
  'geojson-structure': {
    zh: '{file} 不符合 GeoJSON 结构（{path} 处），未读取。请重新导出为 GeoJSON。',
    en: '{file} is not valid GeoJSON at {path} and was not read. Export it again as GeoJSON.',
  },
  'geojson-position': {
    zh: '{file}：{path} 处的坐标不是两个数，未读取。请改正后再导入。',
    en: '{file}: the position at {path} is not two numbers; the file was not read. Correct it and import again.',
  },
  'geojson-not-standard': {
    zh: '{file} 第 {feature} 个图形的 {what} 不合 GeoJSON 规定，已按可读的部分读取。请核对。',
    en: '{file}, feature {feature}: {what} does not follow the GeoJSON standard; it was read as far as it is clear. Please check.',
  },
  'geojson-members': {
    zh: '{file} 的 FeatureCollection 带有不该有的成员（如 geometry、properties），已略去。请核对。',
    en: 'The FeatureCollection of {file} has members it must not have (such as geometry or properties); they were left out. Please check.',
  },
  'topojson-broken': {
    zh: '{file} 的 TopoJSON 弧段缺失或有误，未读取。请重新导出。',
    en: '{file} is TopoJSON with missing or wrong arcs and was not read. Export it again.',
  },
  'shp-missing': {
    zh: '{file} 缺少 .shp，只有属性表没有图形。请把同名的 .shp、.shx、.prj 一起给出。',
    en: '{file} has no .shp beside it: a table without shapes. Add the .shp, .shx and .prj of the same name.',
  },
  'shp-not-a-shapefile': {
    zh: '{file} 不是 shapefile（文件头不对），未读取。请重新拷贝或导出。',
    en: '{file} is not a shapefile (its header is wrong) and was not read. Copy or export it again.',
  },
  'shp-cut': {
    zh: '{file} 不完整：应有 {declared} 字节，只有 {bytes} 字节，未读取。请重新拷贝。',
    en: '{file} is incomplete: it declares {declared} bytes but has {bytes}, and was not read. Copy it again.',
  },
  'shp-record-damaged': {
    zh: '{file} 第 {record} 个图形已损坏，整个文件未读取。请重新导出。',
    en: '{file}: shape {record} is damaged, so nothing of the file was read. Export it again.',
  },
  'shp-type-unknown': {
    zh: '{file} 第 {record} 个图形的类型（{type}）不能读取。请导出为面、线或点。',
    en: '{file}: shape {record} has an unsupported type ({type}). Export polygons, lines or points.',
  },
  'shape-without-numbers': {
    zh: '{file} 第 {feature} 个图形的坐标不是数，按无图形处理。请补上该处边界。',
    en: '{file}: the coordinates of feature {feature} are not numbers; it counts as having no shape. Supply its border.',
  },
  'dbf-missing': {
    zh: '{file} 缺少 .dbf，区划没有名称和代码。请把同名的 .dbf 一起给出。',
    en: '{file} has no .dbf beside it, so its places have no names or codes. Add the .dbf of the same name.',
  },
  'dbf-not-a-table': {
    zh: '{file} 的 .dbf 已损坏，未读取。请重新导出。',
    en: 'The .dbf of {file} is damaged; the file was not read. Export it again.',
  },
  'dbf-rows-differ': {
    zh: '{file}：属性表有 {rows} 行，图形有 {shapes} 个，对不上，未读取。请重新导出。',
    en: '{file}: the table has {rows} rows but there are {shapes} shapes. They do not match, so nothing was read. Export it again.',
  },
  'cpg-contradicted': {
    zh: '{file}：.cpg 写的是 {said}，文字实际是 {encoding}，已按 {encoding} 读取。',
    en: '{file}: the .cpg says {said}, but the text is {encoding} and was read as such.',
  },
  'cpg-not-understood': {
    zh: '{file}：.cpg 的内容不是编码名，已按文字本身判断编码。',
    en: '{file}: the .cpg names no encoding; it was detected from the text.',
  },
  'encoding-from-bytes': {
    zh: '{file}：未注明文字编码，按内容判断为 {encoding}。若有乱码，请附上 .cpg。',
    en: '{file} does not state its text encoding; it was read as {encoding}. If characters look wrong, add a .cpg.',
  },
  'crs-unknown': {
    zh: '{file} 没有 .prj，坐标也看不出带号：用的是哪个坐标系？请用 --crs 说明，例如 --crs EPSG:4547，再导入一次。',
    en: '{file} has no .prj, and its coordinates show no zone number. Which system are they in? State it with --crs, e.g. --crs EPSG:4547, and import again.',
  },
  'crs-contradicted': {
    zh: '{file}：写明的坐标系是 {said}，但坐标实际落在 {system}，已按 {system} 读取。请核对。',
    en: '{file} says {said}, but its coordinates are in {system} and were read as such. Please check.',
  },
  'prj-contradicted': {
    zh: '{file}：.prj 写的是 {said}，与坐标数值不符，未采用。请核对 .prj。',
    en: '{file}: the .prj says {said}, but the coordinates contradict it; it was not used. Check the .prj.',
  },
  'prj-not-understood': {
    zh: '{file}：.prj 的内容无法识别，未采用。请重新导出 .prj，或用 --crs 说明坐标系。',
    en: '{file}: the .prj was not understood and was not used. Export the .prj again, or state the system with --crs.',
  },
  'crs-name-not-understood': {
    zh: '{file}：crs 写的“{name}”无法识别，未采用。请用 --crs 说明坐标系。',
    en: '{file}: the crs “{name}” was not understood and was not used. State the system with --crs.',
  },
  'declared-not-understood': {
    zh: '{file}：--crs 写的“{declared}”无法识别。请写成 EPSG:4547、EPSG:4490、GCJ-02 这样的形式。',
    en: '{file}: --crs “{declared}” was not understood. Write EPSG:4547, EPSG:4490 or GCJ-02, for example.',
  },
  'old-datum': {
    zh: '{file} 用的是旧坐标系（{datum}），未作基准转换，可能偏差几十至一百余米。请换用 CGCS2000 成果。',
    en: '{file} uses an old datum ({datum}). No datum shift was applied, so it may be about a hundred metres off. Use a CGCS2000 edition.',
  },
  'outside-china': {
    zh: '{file} 用的是中国坐标系（{system}），坐标却不在中国范围内。请核对带号和中央经线。',
    en: '{file} uses a Chinese system ({system}), but its coordinates are outside China. Check the zone and the central meridian.',
  },
  'axes-swapped': {
    zh: '{file} 的横纵坐标（或经纬度）写反了，已换回来。',
    en: 'The axes (or latitude and longitude) of {file} were swapped and have been corrected.',
  },
  'far-from-county': {
    zh: '{file} 的位置与已导入的本县相距很远。请核对是不是本县的文件、坐标系是否写对。',
    en: '{file} is far from the county already imported. Check that it belongs to this county and that its coordinate system is right.',
  },
  'shifted-coordinates': {
    zh: '{file} 与本县已有边界整体偏移约 {metres} 米，是 {system} 坐标，已换算回来。',
    en: '{file} as a whole is about {metres} m off the county’s known borders: it is in {system} and was converted.',
  },
  'county-off': {
    zh: '{file} 与本县已有边界整体偏移约 {metres} 米，原因不明。请核对坐标系。',
    en: '{file} as a whole is about {metres} m off the county’s known borders, for no known reason. Check its coordinate system.',
  },
  'may-be-shifted': {
    zh: '{file} 没有写明坐标系，按 WGS 84 经纬度读取。若取自网络地图（高德、百度），会偏移几百米：请用 --crs GCJ-02 或 --crs BD-09 说明。',
    en: '{file} does not state its coordinate system and was read as WGS 84 degrees. If it comes from an online map, it is some hundred metres off: use --crs GCJ-02 or --crs BD-09.',
  },
  'level-assumed': {
    zh: '{file} 看不出是村界、镇界还是县界，按村界读取。请核对，或在文件名里写明。',
    en: '{file} does not show whether it holds villages, towns or a county; it was read as villages. Check it, or say so in the file name.',
  },
  'lines-taken-as-roads': {
    zh: '{file} 的线看不出是道路还是河流，按道路读取。若是河流，请在文件名里写明。',
    en: '{file} does not show whether its lines are roads or rivers; they were read as roads. If they are rivers, say so in the file name.',
  },
  'outside-earth': {
    zh: '{file} 第 {feature} 个图形按 {system} 读取后落在地球之外，未读取。请核对坐标系或改正坐标。',
    en: '{file}: feature {feature}, read as {system}, is off the globe; nothing was read. Check the system or correct the coordinates.',
  },
  'terrain-without-place': {
    zh: '{file} 缺少 .pgw 或 .prj，不知道高程图在哪里。请把这两个同名文件一起给出。',
    en: '{file} has no .pgw or .prj beside it, so the elevation cannot be placed. Add both files of the same name.',
  },
  'terrain-not-a-grid': {
    zh: '{file} 不是单波段灰度高程图，或已损坏。请给出 8 位或 16 位灰度 PNG。',
    en: '{file} is not a single-band grey elevation image, or is damaged. Use an 8-bit or 16-bit grey PNG.',
  },
  'terrain-scale-broken': {
    zh: '{file} 的同名 .json 无法识别。请写成 {"scale": 0.05, "offset": 700} 的形式，或删去（此时数值即为米）。',
    en: 'The .json beside {file} cannot be read. Write {"scale": 0.05, "offset": 700}, for example, or remove it if the values are metres.',
  },
  'terrain-rotated': {
    zh: '{file} 的 .pgw 带有旋转，不能读取。请重采样为正北方向后再导入。',
    en: 'The .pgw of {file} is rotated, which is not supported. Resample it north up and import again.',
  },
};

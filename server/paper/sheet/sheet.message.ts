import { fill, type Language } from '../../words/fill.ts';

/** Words of the map sheet. */
export const sheetWords = {
  zh: {
    title: '{place}{layer}',
    legend: '图例',
    places: { village: '合计{count}个村（社区）', town: '合计{count}个乡镇' },
    class: '{letter}　{title}',
    faded: '（未显示）',
    border: { county: '县界', town: '镇界', village: '村界' },
    river: '河流',
    road: '公路',
    scale: '比例尺　约 1:{ratio}',
    km: '{count}公里',
    m: '{count}米',
    north: '北',
    reviewNumber: '审图号：{number}',
    noReviewNumber: '审图号：＿＿＿＿＿＿＿＿',
    internal: '内部使用',
    definition: '口径：{text}',
    watermark: '{internal}　{who}　{at}导出',
    of: '示意图，不作划界依据',
  },
  en: {
    title: '{place}: {layer}',
    legend: 'Legend',
    places: { village: '{count} villages in all', town: '{count} towns in all' },
    class: '{letter}  {title}',
    faded: ' (not shown)',
    border: { county: 'County border', town: 'Town border', village: 'Village border' },
    river: 'River',
    road: 'Road',
    scale: 'Scale about 1:{ratio}',
    km: '{count} km',
    m: '{count} m',
    north: 'N',
    reviewNumber: 'Map review number: {number}',
    noReviewNumber: 'Map review number: ____________',
    internal: 'Internal use',
    definition: 'How it is counted: {text}',
    watermark: '{internal}  {who}  exported {at}',
    of: 'Not to be used for settling borders',
  },
};

/** County, town and layer as one title. */
export const placeTitle = ({ county, town, layer }: { county: string; town: string; layer: string }, lang: Language) =>
  fill(sheetWords[lang].title, { place: `${county}${town !== '' && lang === 'en' ? ', ' : ''}${town}`, layer });

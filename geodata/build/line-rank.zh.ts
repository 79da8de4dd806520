import type { GeoJsonProperties } from 'geojson';

const roadWords: [RegExp, number][] = [
  [/国道|高速|motorway|trunk/, 1],
  [/省道|primary/, 2],
  [/县道|secondary/, 3],
  [/乡道|镇道|tertiary/, 4],
];
const riverWords: [RegExp, number][] = [
  [/干流|一级/, 5],
  [/河|江|river|二级/, 4],
  [/三级|canal/, 3],
];
const roadKeys = [
  'cls',
  'class',
  '道路等级',
  '技术等级',
  '行政等级',
  '等级',
  'highway',
  'fclass',
  'type',
  'name',
  '名称',
];
const riverKeys = ['order', '等级', '级别', 'waterway', 'fclass', 'name', '名称'];

/** 道路等级 — 1 national, 2 provincial, 3 county, 4 town, 5 village, from what a road's file says; 5 when it says nothing. */
export function roadRank(properties: GeoJsonProperties): number {
  return ranked(properties, roadKeys, roadWords) ?? 5;
}

/** 河流级别 — from 1 (brook) to 6 (main river), from what a river's file says; 2 when it says nothing. */
export function riverOrder(properties: GeoJsonProperties): number {
  const order = ranked(properties, riverKeys, riverWords) ?? 2;
  return Math.max(1, Math.min(6, order));
}

function ranked(properties: GeoJsonProperties, keys: string[], words: [RegExp, number][]): number | null {
  for (const key of keys) {
    const value: unknown = properties?.[key];
    if (typeof value === 'number' && value >= 1) return Math.min(Math.round(value), keys === roadKeys ? 5 : 6);
    if (typeof value !== 'string') continue;
    const found = words.find(([word]) => word.test(value));
    if (found) return found[1];
  }
  return null;
}

import type { AreaCode, AreaKind } from '../area/area.ts';
import { cleanName } from '../area/plain-name.ts';
import { spokenName } from '../area/suffix.zh.ts';
import { type AreaColumn, areaColumnWords, levelWords, officialSuffixes } from './area-columns.zh.ts';
import type { CellValue, RawFeature } from './raw-layer.ts';

/** What a boundary file's attributes say about its places, before shapes. */
export interface AreaRow {
  kind: AreaKind;
  code: AreaCode | null;
  name: string;
  officialName: string | null;
  type: string | null;
  townName: string | null;
  townCode: AreaCode | null;
}

type Columns = Partial<Record<AreaColumn, string>>;

/**
 * Finds the columns by their header words and by what stands in them, and reads one row for each feature. `assumedLevel` tells that the
 * level came from nothing but habit. Codes become text of 12, 9 or 6 digits where they are national ones.
 */
export function readAreaRows(features: RawFeature[], file: string): { rows: AreaRow[]; assumedLevel: boolean } {
  const columns = findColumns(features);
  const level = levelOf(features, columns, file);
  const longest = filled(features, columns.code ?? '').find((code) => /^\d{9}(\d{3})?$/.test(code)) ?? '';
  const rows = features.map(({ properties }) => {
    const code = codeText(cell(properties, columns.code));
    const kind = kindOfCode(code) ?? (isCountyOf(code, longest) ? 'county' : level) ?? 'village';
    const nameColumn =
      (kind === 'village' ? columns.villageName : null) ?? (kind === 'town' ? (columns.name ?? columns.town) : null);
    const countyName = kind === 'county' ? (columns.name ?? columns.county) : null;
    const written = text(cell(properties, nameColumn ?? countyName ?? columns.name ?? columns.villageName));
    const official = text(cell(properties, columns.official));
    const name = spokenName(shortName(written ?? official ?? ''), official ?? written);
    const full = official ?? written;
    const officialName = full === name ? null : full;
    const townName = kind === 'village' ? text(cell(properties, columns.town)) : null;
    const townCode = kind === 'village' ? (codeText(cell(properties, columns.townCode)) ?? townOf(code)) : null;
    return {
      kind,
      code: trimCode(code, kind),
      name,
      officialName,
      type: text(cell(properties, columns.type)),
      townName,
      townCode,
    };
  });
  return { rows, assumedLevel: level === null && rows.some(({ code }) => kindOfCode(code) === null) };
}

const cell = (properties: Record<string, CellValue>, column: string | null | undefined): CellValue =>
  column ? (properties[column] ?? null) : null;
const text = (value: CellValue): string | null => (value === null ? null : cleanName(`${value}`) || null);

/** 向家庄村村民委员会 → 向家庄: the name as people say it; the whole when nothing would be left, with 村 where it is of one character. */
export function shortName(name: string): string {
  const suffix = officialSuffixes.find((ending) => name.endsWith(ending) && name.length > ending.length);
  return suffix === undefined ? name : spokenName(name.slice(0, -suffix.length), name);
}

function findColumns(features: RawFeature[]): Columns {
  const names = [...new Set(features.slice(0, 50).flatMap(({ properties }) => Object.keys(properties)))];
  const byWord = new Map(names.toReversed().map((name) => [name.replace(/~\d+$/, '').toLowerCase(), name]));
  const taken = new Set<string>();
  const columns: Columns = {};
  for (const meaning of ['code', 'townCode', 'villageName', 'town', 'name', 'official', 'type', 'county'] as const) {
    for (const word of areaColumnWords[meaning]) {
      const name = byWord.get(word);
      if (!name || taken.has(name) || !isPlausible(meaning, features, name)) continue;
      columns[meaning] = name;
      taken.add(name);
      break;
    }
  }
  const free = names.filter((name) => !taken.has(name));
  const hasCodes = columns.code !== undefined && nationalShare(features, columns.code) > 0.5;
  if (!hasCodes) columns.code = bestCode(features, free) ?? columns.code;
  if (!columns.name && !columns.villageName) columns.name = guessName(features, free);
  return columns;
}

function filled(features: RawFeature[], name: string): string[] {
  return features.flatMap(({ properties }) => text(properties[name] ?? null) ?? []);
}

function isPlausible(meaning: AreaColumn, features: RawFeature[], name: string): boolean {
  const values = filled(features, name);
  if (values.length === 0) return meaning !== 'code';
  const digits = values.filter((value) => /^\d{6,}(\.0+)?$/.test(value)).length / values.length;
  if (meaning === 'code' || meaning === 'townCode')
    return new Set(values).size > values.length / 2 || meaning === 'townCode' || values.length < 3;
  return digits < 0.5;
}

/** Share of the features that have a village's code in this column, each its own. */
function nationalShare(features: RawFeature[], name: string): number {
  const codes = filled(features, name).filter((value) => /^\d{12}(0{3,7})?$/.test(value));
  return Math.min(codes.length, new Set(codes).size / 0.9) / features.length;
}

/** A column outside the known words whose values are national codes, each once. */
function bestCode(features: RawFeature[], free: string[]): string | undefined {
  return free.find((name) => nationalShare(features, name) >= 0.9);
}

/** In sets of unknown columns the name is the text column with the most different values that hold letters. */
function guessName(features: RawFeature[], free: string[]): string | undefined {
  const ranked = free
    .filter((name) => name !== '@id')
    .map((name) => ({ name, count: new Set(filled(features, name).filter((value) => /\p{L}{2}/u.test(value))).size }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return ranked[0]?.name;
}

/** Codes as text: number columns lose no digit, survey codes of 15 and 19 digits lose their zeros. */
function codeText(value: CellValue): string | null {
  const written = text(value)?.replace(/\.0+$/, '').replaceAll(/\s/g, '') ?? null;
  if (written === null) return null;
  return /^\d{12}0{3,7}$/.test(written) ? written.slice(0, 12) : written;
}

function kindOfCode(code: string | null): AreaKind | null {
  if (code === null || !/^\d+$/.test(code)) return null;
  if (code.length === 12) return code.endsWith('000000') ? 'county' : code.endsWith('000') ? 'town' : 'village';
  if (code.length === 9) return code.endsWith('000') ? 'county' : 'town';
  return null;
}

/** A county among its own towns or villages. */
const isCountyOf = (code: string | null, longer: string) =>
  code !== null && /^\d{6}$/.test(code) && longer.startsWith(code);

/** A town's code kept at 9 digits and a county's at 6, however many zeros follow. */
function trimCode(code: string | null, kind: AreaKind): string | null {
  if (code === null || !/^\d{9}(\d{3})?$/.test(code) || kind === 'village') return code;
  return code.slice(0, kind === 'town' ? 9 : 6);
}

const townOf = (code: string | null) => (code !== null && /^\d{12}$/.test(code) ? code.slice(0, 9) : null);

/** Level by codes of six digits on a single place, by the columns there are, by the file's name; null when nothing says. */
function levelOf(features: RawFeature[], columns: Columns, file: string): AreaKind | null {
  const codes = filled(features, columns.code ?? '');
  const kinds = codes.map((code) => kindOfCode(codeText(code)));
  for (const kind of ['village', 'town', 'county'] as const) {
    if (codes.length > 0 && kinds.filter((found) => found === kind).length > codes.length / 2) return kind;
  }
  if (codes.length > 0 && codes.every((code) => /^[1-9]\d{5}$/.test(code)) && features.length < 3) return 'county';
  if (columns.villageName) return 'village';
  const base = file.split('/').at(-1) ?? file;
  for (const kind of ['village', 'town'] as const) if (levelWords[kind].test(base)) return kind;
  // A map has one county: a set of many "counties" is another country's set of units, taken as the lowest level.
  if (levelWords.county.test(base)) return features.length < 4 ? 'county' : 'village';
  const names = filled(features, columns.name ?? '');
  const share = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length / Math.max(1, names.length);
  if (share(/[\u4e61\u9547]$|\u8857\u9053$/) > 0.7) return 'town';
  if (share(/[\u53bf\u533a\u5e02]$/) > 0.7 && features.length < 4) return 'county';
  return null;
}

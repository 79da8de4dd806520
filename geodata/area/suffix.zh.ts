import { comparedName } from './plain-name.ts';

/** What follows a village's own name, longest first: 东关社区居民委员会 → 东关. */
const villageSuffixes = [
  '社区居民委员会',
  '村村民委员会',
  '村民委员会',
  '居民委员会',
  '社区居委会',
  '村村委会',
  '村委会',
  '居委会',
  '行政村',
  '社区',
  '村',
];
const townSuffixes = ['街道办事处', '人民政府', '街道办', '街道', '地区', '镇', '乡', '办'];

/** Characters names are often miswritten with, each with the one they are compared by; 家 is often left out (叶家店, 叶店). */
const alike: Record<string, string> = {
  咀: '嘴',
  堖: '垴',
  湾: '弯',
  垭: '丫',
  坳: '凹',
  崄: '险',
  塬: '原',
  坪: '平',
  崖: '岩',
  圪: '疙',
  硷: '碱',
  窰: '窑',
  付: '傅',
  家: '',
};

/** A village's own name as it is compared: suffixes taken off as long as something is left. */
export function villageStem(name: string): string {
  return withoutSuffix(comparedName(name), villageSuffixes);
}

/** A town's own name, likewise. */
export function townStem(name: string): string {
  return withoutSuffix(comparedName(name), townSuffixes);
}

/** A short name as it is said: one of one character with 村, where its official name has it. Nobody says 予, but 予村. */
export function spokenName(name: string, official: string | null): string {
  return [...name].length === 1 && official?.startsWith(`${name}村`) ? `${name}村` : name;
}

/** 全称 of a village, as an office writes it: its official name without its committee, with 村 or 社区; its short name where no official one is known. */
export function fullName(name: string, official: string | null): string {
  if (official === null) return name;
  const full = official
    .replace(/村?(村民委员会|村委会)$/, '村')
    .replace(/(社区)?(居民委员会|居委会)$/, '社区')
    .replace(/行政村$/, '村');
  return /(村|社区)$/.test(name) && full === `${name}村` ? name : full;
}

/** What people call a village besides its name: with 村 or 社区, as its official name has it, either where that does not say. */
export function calledNames(name: string, official: string | null): string[] {
  if (/(村|社区|[委场站])$/u.test(name)) return [];
  const full = official ?? '';
  if (/社区|居委会|居民委员会/.test(full)) return [`${name}社区`];
  return full.slice(name.length).includes('村') ? [`${name}村`] : [`${name}村`, `${name}社区`];
}

/** A name with look-alike characters made one, to find what was probably meant; never to decide. */
export function looseStem(stem: string): string {
  return [...stem].map((character) => alike[character] ?? character).join('') || stem;
}

/** A name without the former name it gives in brackets: 上阳坡（原张家庄） → 上阳坡. */
export function withoutFormer(name: string): string {
  return name.normalize('NFKC').replace(/\s*\((?:原|曾用名|曾名|旧称|旧名)[^()]*\)/g, '');
}

/** Takes off one suffix, and 村 once more before it (白家村 村委会); a name of one character is never left. */
function withoutSuffix(name: string, suffixes: string[]): string {
  let stem = name;
  for (let round = 0; round < 2; round++) {
    const suffix = suffixes.find((one) => stem.endsWith(one) && stem.length - one.length >= 1);
    if (suffix === undefined) break;
    if (stem.length - suffix.length < 2 && round > 0) break;
    stem = stem.slice(0, -suffix.length);
  }
  return stem;
}

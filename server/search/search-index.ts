import { pinyin } from 'pinyin-pro';
export interface SearchPlace {
  fid: number;
  code: string;
  name: string;
  officialName: string | null;
  kind: 'county' | 'town' | 'village';
  town: string | null;
  formerNames: string[];
}
export type SearchIndex = SearchPlace[];
export const buildSearchIndex = (places: SearchPlace[]): SearchIndex => places;
export const search = (index: SearchIndex, q: string) =>
  index
    .filter((p) => p.name.includes(q) || pinyin(p.name, { toneType: 'none', separator: '' }).startsWith(q))
    .slice(0, 12)
    .map(({ fid, code, name, kind, town }) => ({ fid, code, name, kind, town, matched: name, how: 'name' as const }));

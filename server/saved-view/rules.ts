/** 常用视图 — what is kept of a view of the map: its name, and what its address holds after the question mark. */
export interface SavedViewBody {
  title: string;
  /** As `layer=venue-stage&place=…&at=…`; language and look are the reader's. */
  search: string;
}

/** Longest name and address, characters; most views one person keeps. */
export const viewLimits = { title: 40, search: 1000, each: 100 };

const kept = new Set([
  'layer',
  'place',
  'selected',
  'classes',
  'list',
  'asOf',
  'since',
  'split',
  'time',
  'at',
  'visits',
]);

/** The address of a view without what is the viewer's own (language, look, an open form), its parts in a fixed order. */
export function viewSearch(search: string): string {
  const given = [...new URLSearchParams(search)].filter(([name]) => kept.has(name));
  return new URLSearchParams(given.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

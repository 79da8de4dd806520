import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A deck that PowerPoint opens without repairing it: the package declares types for parts it does not write, and numbers a table like the shape
 * after it. Types are declared for what is there, and each shape of a part gets a number of its own. Source: ECMA-376, part 1, 19.3.1.12; part 2, 10.1.2.
 */
export function cleanDeck(deck: Uint8Array): Uint8Array {
  const parts = unzipSync(deck);
  const edited = Object.entries(parts).map(([path, bytes]): [string, Uint8Array] => {
    if (path === '[Content_Types].xml') return [path, strToU8(declaredOf(strFromU8(bytes), parts))];
    return [path, /^ppt\/slides\/slide\d+\.xml$/.test(path) ? strToU8(numbered(strFromU8(bytes))) : bytes];
  });
  return zipSync(Object.fromEntries(edited.filter(([path]) => !path.endsWith('/'))), { level: 6 });
}

function declaredOf(types: string, parts: Record<string, Uint8Array>): string {
  const seen = new Set<string>();
  return types.replace(/<Override\b[^>]*?\sPartName="\/([^"]*)"[^>]*\/>/g, (tag, path: string) => {
    if (!Object.hasOwn(parts, path) || seen.has(path)) return '';
    seen.add(path);
    return tag;
  });
}

/** Nothing on our slides refers to a shape by its number, so all are numbered anew, from 1 for the slide itself. */
function numbered(slide: string): string {
  let last = 0;
  return slide.replace(/(<p:cNvPr\b[^>]*?\sid=")\d+"/g, (_, before: string) => `${before}${++last}"`);
}

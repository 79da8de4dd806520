import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of a .xlsx, .docx or .pptx as text, by path from the root. */
export type Parts = Map<string, string>;

/** A part's relationships: where they stand, what they are of, and each with its id and the part it leads to (null outside the file). */
interface Relations {
  at: string;
  of: string;
  each: { id: string; kind: string; to: string | null }[];
}

export const partsOf = (bytes: Uint8Array): Parts =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const tags = (xml: string, name: string) => [...xml.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);
const doubles = (all: string[]): string[] => [...new Set(all.filter((one, at) => all.indexOf(one) !== at))];

/**
 * What an office program would repair or refuse in a package, a sentence a fault: parts named that are not there and the reverse, ids given twice,
 * text that is no XML, limits passed. Source: ECMA-376 part 2 (packages), part 1 (ids); Microsoft, Excel specifications and limits.
 */
export function packageFaults(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const relations = [...parts].filter(([path]) => path.endsWith('.rels')).map(([path, xml]) => relationsOf(path, xml));
  return [
    ...typeFaults(parts),
    ...relations.flatMap((one) => relationFaults(one, parts)),
    ...unreached(parts, relations),
    ...[...parts].flatMap(([path, xml]) => (/\.(?:xml|rels)$/.test(path) ? textFaults(path, xml) : [])),
    ...[...parts].flatMap(([path, xml]) => idFaults(path, xml)),
    ...docxFaults(parts),
    ...xlsxFaults(parts),
    ...embedded(bytes).flatMap(([path, inner]) => packageFaults(inner).map((fault) => `${path}: ${fault}`)),
  ];
}

/** Workbooks within a deck: the figures behind its charts. */
const embedded = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xlsx|docx|pptx)$/.test(path));

function typeFaults(parts: Parts): string[] {
  const types = parts.get('[Content_Types].xml') ?? '';
  const named = tags(types, 'Override').map((tag) => attribute(tag, 'PartName')?.slice(1) ?? '');
  const endings = tags(types, 'Default').map((tag) => attribute(tag, 'Extension')?.toLowerCase() ?? '');
  return [
    ...named.filter((path) => !parts.has(path)).map((path) => `a type is declared for ${path}, which is not there`),
    ...doubles([...named, ...endings]).map((one) => `a type is declared twice for ${one}`),
    ...[...parts.keys()]
      .filter((path) => path !== '[Content_Types].xml' && !path.endsWith('/'))
      .filter((path) => !named.includes(path) && !endings.includes(path.split('.').at(-1)?.toLowerCase() ?? ''))
      .map((path) => `no type is declared for ${path}`),
    ...doubles([...parts.keys()].map((path) => path.toLowerCase())).map((path) => `${path} stands there twice`),
  ];
}

function relationsOf(at: string, xml: string): Relations {
  const of = at === '_rels/.rels' ? '' : posix.join(posix.dirname(posix.dirname(at)), posix.basename(at, '.rels'));
  const each = tags(xml, 'Relationship').map((tag) => {
    const target = attribute(tag, 'Target') ?? '';
    const inside = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(of), target);
    return {
      id: attribute(tag, 'Id') ?? '',
      kind: attribute(tag, 'Type')?.split('/').at(-1) ?? '',
      to: attribute(tag, 'TargetMode') === 'External' ? null : inside,
    };
  });
  return { at, of, each };
}

function relationFaults({ at, of, each }: Relations, parts: Parts): string[] {
  const xml = parts.get(of) ?? '';
  const used = [...xml.matchAll(/\sr:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]+)"/g)].map(([, id = '']) => id);
  const ids = each.map(({ id }) => id);
  return [
    ...(of === '' || parts.has(of) ? [] : [`${at} belongs to no part`]),
    ...each.flatMap(({ id, to }) =>
      to === null || parts.has(to) ? [] : [`${at}: ${id} leads to ${to}, which is not there`],
    ),
    ...doubles(ids).map((id) => `${at} gives the id ${id} twice`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${of} uses ${id}, which ${at} does not give`),
  ];
}

/** Parts that nothing leads to. */
function unreached(parts: Parts, relations: Relations[]): string[] {
  const reached = new Set(relations.flatMap(({ each }) => each.flatMap(({ to }) => (to === null ? [] : [to]))));
  return [...parts.keys()]
    .filter((path) => !path.endsWith('/') && !path.endsWith('.rels') && path !== '[Content_Types].xml')
    .filter((path) => !reached.has(path))
    .map((path) => `nothing leads to ${path}`);
}

const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:x[01]?[0-8bcef]|[0-8]|1[1245689]|2\d|3[01]);/i;

function textFaults(path: string, xml: string): string[] {
  return [
    ...(forbidden.test(xml) ? [`${path} holds a character XML forbids`] : []),
    ...(xml.isWellFormed() && !xml.includes('\ufffd') ? [] : [`${path} holds half a character`]),
    ...(/="(?:NaN|undefined|null|-?Infinity)"|>(?:NaN|undefined|-?Infinity)</.test(xml)
      ? [`${path} holds NaN or undefined`]
      : []),
  ];
}

/** Ids a drawing, a slide master's list or a bookmark gives twice. */
function idFaults(path: string, xml: string): string[] {
  const lists: [what: string, ids: string[]][] = [
    ['shape', tags(xml, '(?:p|a|xdr):cNvPr').map((tag) => attribute(tag, 'id') ?? '')],
    ['drawing', tags(xml, 'wp:docPr').map((tag) => attribute(tag, 'id') ?? '')],
    ['bookmark', tags(xml, 'w:bookmarkStart').map((tag) => attribute(tag, 'w:id') ?? '')],
    ['bookmark name', tags(xml, 'w:bookmarkStart').map((tag) => attribute(tag, 'w:name') ?? '')],
    ['slide', tags(xml, 'p:sldId').map((tag) => attribute(tag, 'id') ?? '')],
    ['layout', tags(xml, 'p:sldLayoutId').map((tag) => attribute(tag, 'id') ?? '')],
  ];
  return lists.flatMap(([what, ids]) => doubles(ids).map((id) => `${path} gives the ${what} id ${id} twice`));
}

function docxFaults(parts: Parts): string[] {
  const xml = parts.get('word/document.xml') ?? '';
  const bad = tags(xml, 'w:(?:tblW|tcW|tblInd|tblCellSpacing)')
    .filter((tag) => attribute(tag, 'w:type') !== 'dxa' || !/^-?\d+$/.test(attribute(tag, 'w:w') ?? ''))
    .map((tag) => `a table measured by ${tag}`);
  const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)].map(
    ([, grid = '']) => tags(grid, 'w:gridCol').length,
  );
  const rows = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => tags(row, 'w:tc').length),
  );
  const uneven = rows.flatMap((counts, at) =>
    counts.every((count) => count === grids[at])
      ? []
      : [`table ${at + 1} has rows of ${counts.join(', ')} cells in ${grids[at]} columns`],
  );
  return [...bad, ...uneven];
}

const mostRows = 1_048_576;
const columnNumber = (letters: string) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);

function xlsxFaults(parts: Parts): string[] {
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) return [];
  const named = tags(workbook, 'sheet').map((tag) => plain(attribute(tag, 'name') ?? ''));
  const folded = named.map((name) => name.normalize('NFKC').toLowerCase());
  const sheets = [...parts].filter(([path]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path));
  return [
    ...doubles(folded).map((name) => `two sheets are called ${name}`),
    ...named.filter((name) => !legalName(name)).map((name) => `Excel takes no sheet called ${JSON.stringify(name)}`),
    ...doubles(tags(workbook, 'sheet').map((tag) => attribute(tag, 'sheetId') ?? '')).map(
      (id) => `sheet id ${id} is given twice`,
    ),
    ...sheets.flatMap(([path, xml]) => sheetFaults(path, xml, named)),
    ...[...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)]
      .map(([, said = '']) => plain(said.replace(/<[^>]+>/g, '')).replace(/_x005F_/g, '_').length)
      .filter((length) => length > 32_767)
      .map((length) => `a cell holds ${length} characters`),
  ];
}

const legalName = (name: string) =>
  name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name) && name.toLowerCase() !== 'history';
const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

function sheetFaults(path: string, xml: string, named: string[]): string[] {
  const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/gs)];
  const faults = doubles(cells.map(([, column, row]) => `${column}${row}`)).map((cell) => `${path} has ${cell} twice`);
  for (const [, column = '', row = '', inside = ''] of cells) {
    if (columnNumber(column) > 16_384 || Number(row) > mostRows) faults.push(`${path} has a cell ${column}${row}`);
    const formula = plain(/<f[^>]*>([^<]*)<\/f>/.exec(inside)?.[1] ?? '');
    if (formula.length > 8192) faults.push(`${path}: the formula of ${column}${row} has ${formula.length} characters`);
    for (const [, sheet, from = '', fromRow, to = from, toRow = fromRow] of formula.matchAll(
      /(?:'([^']+)'!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/g,
    )) {
      if (sheet !== undefined && !named.includes(sheet))
        faults.push(`${path}: ${column}${row} counts on ${sheet}, which is not there`);
      const within = (at: number, a: number, b: number) => at >= Math.min(a, b) && at <= Math.max(a, b);
      const own =
        within(columnNumber(column), columnNumber(from), columnNumber(to)) &&
        within(Number(row), Number(fromRow), Number(toRow));
      if (sheet === undefined && own) faults.push(`${path}: ${column}${row} counts itself`);
    }
  }
  const foot = plain(/<oddFooter>(.*?)<\/oddFooter>/s.exec(xml)?.[1] ?? '');
  if (foot.length > 255) faults.push(`${path} has a foot of ${foot.length} characters`);
  return [...faults, ...mergeFaults(path, xml)];
}

function mergeFaults(path: string, xml: string): string[] {
  const merged = tags(xml, 'mergeCell').map((tag) => {
    const [, a = '', b, c = '', d] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref') ?? '') ?? [];
    return { left: columnNumber(a), top: Number(b), right: columnNumber(c), bottom: Number(d) };
  });
  return merged.flatMap((one, at) =>
    merged
      .slice(at + 1)
      .some(
        (other) =>
          one.left <= other.right && other.left <= one.right && one.top <= other.bottom && other.top <= one.bottom,
      )
      ? [`${path}: two merged ranges overlap`]
      : [],
  );
}

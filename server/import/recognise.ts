import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { Note } from '../../geodata/note.ts';
import type { Limits } from '../child/limits.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Files that are read together, e.g. a .shp with its .dbf, .shx and .prj. `file` is the name the notes call it by. */
export interface FileGroup {
  kind: 'map' | 'ledger';
  file: string;
  parts: { name: string; path: string }[];
}

export interface Recognised {
  groups: FileGroup[];
  notes: Note[];
}

interface Found {
  path: string;
  /** Relative to the folder given, or the bare name of a file given. */
  name: string;
  /** Named by the person, not met in a folder: then it may not be passed over. */
  named: boolean;
}

const shapefileParts = new Set(['.shp', '.dbf', '.shx', '.prj', '.cpg', '.sbn', '.sbx', '.qix', '.xml']);
const gridParts = new Set(['.png', '.tif', '.tiff', '.pgw', '.tfw', '.wld', '.prj', '.json', '.xml']);

/**
 * Expands folders (hidden files and Office lock files left out), groups the parts of shapefiles and elevation grids, and sorts each group
 * into map or ledger by ending and first bytes. A file named by the person that is nothing the county map takes is refused; one met in a
 * folder is passed over with a warning. Zips beyond `limits` are refused from their directory alone.
 */
export function recognise(paths: string[], limits: Limits): Recognised {
  const notes: Note[] = [];
  const found = paths.flatMap((path) => expand(path, notes));
  const groups: FileGroup[] = [];
  for (const members of groupSiblings(found)) {
    const lead = members[0] as Found;
    const kind = kindOf(lead, limits, notes);
    if (kind) groups.push({ kind, file: lead.name, parts: members.map(({ name, path }) => ({ name, path })) });
  }
  if (found.length === 0 && notes.length === 0) {
    notes.push({ code: 'nothing-to-read', severity: 'refused', at: { file: paths.join(' ') } });
  }
  return { groups, notes };
}

function expand(given: string, notes: Note[]): Found[] {
  const path = resolve(given);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) {
    notes.push({ code: 'file-missing', severity: 'refused', at: { file: given } });
    return [];
  }
  if (stat.isFile()) return [{ path, name: basename(path), named: true }];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(path, file).split(/[\\/]/).some(isHidden))
    .sort()
    .map((file) => ({ path: file, name: relative(path, file).replaceAll('\\', '/'), named: false }));
}

const isHidden = (name: string) => /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** The leading file first in each group: the .shp of a shapefile, the picture of a grid. */
function groupSiblings(found: Found[]): Found[][] {
  const byStem = Map.groupBy(found, ({ path }) => join(dirname(path), stemOf(path)).toLowerCase());
  return [...byStem.values()].flatMap((members) => {
    const lead =
      members.find(({ path }) => endingOf(path) === '.shp') ??
      members.find(({ path }) => ['.png', '.tif', '.tiff'].includes(endingOf(path)));
    if (!lead) {
      const table = members.find(({ path }) => endingOf(path) === '.dbf' || endingOf(path) === '.shx');
      if (!table) return members.map((member) => [member]);
      return [[table, ...members.filter((member) => member !== table)]];
    }
    const parts = endingOf(lead.path) === '.shp' ? shapefileParts : gridParts;
    const own = members.filter((member) => member !== lead && parts.has(endingOf(member.path)));
    const rest = members.filter((member) => member !== lead && !own.includes(member));
    return [[lead, ...own], ...rest.map((member) => [member])];
  });
}

const endingOf = (path: string) => extname(path).toLowerCase();
/** `村界.shp.xml` belongs to `村界`. */
const stemOf = (path: string) => basename(path).replace(/(\.shp)?\.[^.]*$/i, '');

function kindOf(file: Found, limits: Limits, notes: Note[]): FileGroup['kind'] | null {
  const at = { file: file.name };
  const start = firstBytes(file.path);
  if (start.length === 0) {
    notes.push({ code: 'file-empty', severity: file.named ? 'refused' : 'warning', at });
    return null;
  }
  const ending = endingOf(file.path);
  if (start.subarray(0, 4).toString('latin1').startsWith('PK')) return zipKind(file, limits, notes);
  // A workbook locked by a password is kept in the same wrapping as an old one; the reader of ledgers tells it apart.
  if (start.readUInt32BE(0) === 0xd0cf11e0 && ending === '.xlsx') return 'ledger';
  if (start.readUInt32BE(0) === 0xd0cf11e0) {
    notes.push({ code: 'old-workbook', severity: file.named ? 'refused' : 'warning', at });
    return null;
  }
  if (['.shp', '.dbf', '.shx', '.geojson', '.json', '.topojson', '.png', '.tif', '.tiff'].includes(ending))
    return 'map';
  if (ending === '.csv') return 'ledger';
  if (ending === '.zip' || ending === '.xlsx') {
    notes.push({ code: 'zip-damaged', severity: 'refused', at });
    return null;
  }
  notes.push({ code: 'file-not-recognised', severity: file.named ? 'refused' : 'warning', at });
  return null;
}

function zipKind(file: Found, limits: Limits, notes: Note[]): FileGroup['kind'] | null {
  const at = { file: file.name };
  const directory = readZipDirectory(file.path);
  if (!directory) {
    notes.push({ code: 'zip-damaged', severity: 'refused', at });
    return null;
  }
  if (directory.entries > limits.entries) {
    const values = { entries: directory.entries, limit: limits.entries };
    notes.push({ code: 'zip-too-many-entries', severity: 'refused', at, values });
    return null;
  }
  const megabytes = Math.ceil(directory.unpackedBytes / 1024 / 1024);
  if (megabytes > limits.unpackedMb) {
    const values = { megabytes, limit: limits.unpackedMb };
    notes.push({ code: 'zip-too-large', severity: 'refused', at, values });
    return null;
  }
  if (directory.names.some((name) => /(^|\/)xl\/workbook\.(xml|bin)$/i.test(name))) return 'ledger';
  if (directory.names.some((name) => /\.(shp|dbf|geojson|json|topojson)$/i.test(name))) return 'map';
  notes.push({ code: 'zip-without-map', severity: file.named ? 'refused' : 'warning', at });
  return null;
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(16);
    const length = readSync(file, buffer, 0, 16, 0);
    return length === 0 ? buffer.subarray(0, 0) : buffer;
  } finally {
    closeSync(file);
  }
}

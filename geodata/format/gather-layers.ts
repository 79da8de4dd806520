import type { Note } from '../note.ts';
import { readGeoJson } from './geojson.ts';
import type { ReadFile, RefusedFile } from './hand-over.ts';
import { type RawLayer, Unreadable } from './raw-layer.ts';
import { readTerrain } from './read-terrain.ts';
import { readZip } from './read-zip.ts';
import { readShapefile, type ShapefileParts } from './shapefile.ts';

/** A file as it was handed over; `name` may carry folders. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

const partEndings = ['shp', 'dbf', 'shx', 'prj', 'cpg', 'cst'] as const;
const readable = /\.(shp|dbf|shx|prj|cpg|cst|geojson|json|topojson)$/i;

/** Sorts files into layers; what cannot be read comes back refused, each in its own entry. */
export async function gatherLayers(
  files: GivenFile[],
  declared: string | null,
): Promise<{ layers: RawLayer[]; read: ReadFile[] }> {
  const layers: RawLayer[] = [];
  const read: ReadFile[] = [];
  const tables = files.filter(({ name }) => !isPicture(name));
  for (const picture of files.filter(({ name }) => isPicture(name))) {
    const siblings = files.filter((file) => stemOf(file.name) === stemOf(picture.name));
    read.push(await readTerrain(picture, siblings, declared));
  }
  const sidecars = new Set(files.filter(({ name }) => isPicture(name)).map(({ name }) => stemOf(name)));
  const rest = tables.filter(({ name }) => !sidecars.has(stemOf(name)) || /\.(shp|dbf|geojson)$/i.test(name));
  const archives = rest.filter(isZip);
  for (const archive of archives) {
    attempt(archive.name, read, () => {
      const entries = readZip(archive.bytes, (name) => readable.test(name) && !/(^|\/)(__MACOSX|\._)/.test(name));
      const inner = groups(entries);
      if (inner.length === 0) throw new Unreadable('zip-without-map');
      for (const { stem, members } of inner) {
        const label = inner.length > 1 ? `${archive.name}/${stem}` : archive.name;
        attempt(label, read, () => layers.push(...readGroup(label, members)));
      }
    });
  }
  for (const { members } of groups(rest.filter((file) => !archives.includes(file)))) {
    const lead = members.find(({ name }) => /\.shp$/i.test(name)) ?? (members[0] as GivenFile);
    attempt(lead.name, read, () => layers.push(...readGroup(lead.name, members)));
  }
  if (layers.length === 0 && read.length === 0 && files[0]) read.push(refused(files[0].name, 'map-not-recognised'));
  return { layers, read };
}

const isPicture = (name: string) => /\.(png|tiff?)$/i.test(name);
const isZip = ({ bytes, name }: GivenFile) => (bytes[0] === 0x50 && bytes[1] === 0x4b) || /\.zip$/i.test(name);
const endingOf = (name: string) => /\.([^./]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
const stemOf = (name: string) => name.replace(/\.[^./]*$/, '');

/** Parts of one shapefile together (whatever the case of their names), every JSON by itself. Lone .prj and .cpg are nothing. */
function groups(files: GivenFile[]): { stem: string; members: GivenFile[] }[] {
  const found = new Map<string, { stem: string; members: GivenFile[] }>();
  for (const file of files) {
    const isPart = (partEndings as readonly string[]).includes(endingOf(file.name));
    const key = isPart ? stemOf(file.name).toLowerCase() : file.name;
    const group = found.get(key) ?? { stem: stemOf(file.name).split('/').at(-1) ?? file.name, members: [] };
    group.members.push(file);
    found.set(key, group);
  }
  return [...found.values()].filter(({ members }) => members.some(({ name }) => !/\.(prj|cpg|cst|shx)$/i.test(name)));
}

function readGroup(label: string, members: GivenFile[]): RawLayer[] {
  const parts: ShapefileParts & { cst?: Uint8Array } = {};
  for (const { name, bytes } of members) {
    const ending = partEndings.find((part) => part === endingOf(name));
    if (ending) parts[ending] = bytes;
  }
  if (parts.shp || parts.dbf) return [readShapefile(label, { ...parts, cpg: parts.cpg ?? parts.cst })];
  return members.flatMap(({ bytes }) => readGeoJson(label, bytes));
}

/** The only place where a file that cannot be read becomes a refused one; a fault of the reader itself is refused too, and named so. */
function attempt(file: string, read: ReadFile[], work: () => void): void {
  try {
    work();
  } catch (error) {
    read.push(error instanceof Unreadable ? refused(file, error.code, error.values) : refused(file, 'reader-failed'));
  }
}

function refused(file: string, code: string, values: Note['values'] = {}): RefusedFile {
  return { is: 'refused', file, notes: [{ code, severity: 'refused', at: { file }, values }] };
}

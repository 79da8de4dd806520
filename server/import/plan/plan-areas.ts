import type { AreaFeature } from '../../../geodata/area/area.ts';
import type { BoundaryFile } from '../../../geodata/format/hand-over.ts';
import type { Note } from '../../../geodata/note.ts';
import type { Area } from '../../area/area-store.ts';
import type { JobCounty } from '../../child/jobs.ts';
import { namesOf } from '../../words/names/rules.ts';
import { type Given, onlyOnce, type Town, townKeyOf, townsOf } from '../given-towns.ts';
import type { PlaceWanted } from '../ledger-stock.ts';
import { villageMatcher } from '../match-stored.ts';
import { countyCodeOf, ofOneCounty } from '../one-county.ts';
import { askTakenNames } from '../taken-names.ts';

/** A place as the store keeps it, without the columns of versions and the measures of its shape. */
export type PlannedArea = Omit<Area, 'areaM2' | 'label' | 'bounds'>;

export interface AreaPlan {
  /** Every place that stands after the import, those unchanged too. */
  areas: PlannedArea[];
  /** Places to write: new, renamed, moved in the tree. A rename is the old row closed and a new one. */
  changed: PlannedArea[];
  counts: Record<'town' | 'village', { added: number; changed: number; unchanged: number }>;
  /** What is drawn; null when the files have no boundaries. */
  toBuild: JobCounty | null;
  /** Whether a row speaks of a place that was left out as another county’s. */
  isLeftOut: (wanted: PlaceWanted) => boolean;
  notes: Note[];
}

export interface PlaceStock {
  stored: PlannedArea[];
  /** The number the next new place gets; those of places that are gone are never given again. */
  nextFid: number;
  /** The day names and codes are valid from. */
  on: string;
  newId: () => string;
  /** The county's name as another file of the import writes it. */
  countyName?: string | null;
  /** Answers given beforehand: `county=990127` for the county whose places are meant, `same-name` for names a town has twice. */
  confirmed?: readonly string[];
}

/**
 * Meets the places of the boundary files with those of the store: the same code is the same place, then the same name in the same town.
 * Towns not given come from the villages' codes and town names. A file with less than four fifths of the villages known asks first.
 */
export function planAreas(files: BoundaryFile[], stock: PlaceStock): AreaPlan {
  const notes: Note[] = [];
  const { stored, confirmed = [] } = stock;
  const read = files.flatMap(({ file, areas }) => areas.map((area): Given => ({ ...area, file })));
  const { given, isLeftOut } = ofOneCounty(read, { stored, confirmed }, notes);
  const counts = {
    town: { added: 0, changed: 0, unchanged: 0 },
    village: { added: 0, changed: 0, unchanged: 0 },
  };
  if (given.length === 0) return { areas: stored, changed: [], counts, toBuild: null, isLeftOut, notes };
  const villages = onlyOnce(
    given.filter(({ kind }) => kind === 'village'),
    notes,
  );
  const keep = villages.length === 0 ? stored.filter(({ kind }) => kind === 'village') : [];
  if (villages.length === 0 && keep.length === 0) {
    notes.push({ code: 'no-villages', severity: 'refused', at: { file: given[0]?.file ?? '' } });
    return { areas: [], changed: [], counts, toBuild: null, isLeftOut, notes };
  }
  const tree = new TreePlan(stock, villages, { counts, notes });
  const countyGiven = given.find(({ kind }) => kind === 'county') ?? null;
  const county = tree.county(countyGiven, villages);
  const towns = townsOf(given, villages, stored, county.code);
  for (const town of towns.values()) tree.town(town, county, given[0]?.file ?? '');
  const drawn = villages.flatMap((village) => {
    const area = tree.village(village, townKeyOf(village, county.code));
    return area ? [{ area, shape: village.shape }] : [];
  });
  for (const area of keep) tree.keep(area);
  tree.closeGone(villages);
  tree.setPositions();
  askTakenNames(tree.areas, { stored, confirmed, file: given[0]?.file ?? '' }, notes);
  return {
    areas: tree.areas,
    changed: tree.changed(),
    ...{ counts, notes, isLeftOut },
    toBuild: {
      county: { fid: county.fid, name: county.name, shape: countyGiven?.shape ?? null },
      towns: tree.areas
        .filter(({ kind }) => kind === 'town')
        .map(({ fid, code, name }) => ({ fid, code, name, shape: towns.get(code)?.shape ?? null })),
      villages: [
        ...drawn.map(({ area, shape }) => ({ ...drawnPlace(area, tree), shape })),
        ...keep.map((area) => ({ ...drawnPlace(area, tree), shape: null })),
      ],
    },
  };
}

function drawnPlace(area: PlannedArea, tree: TreePlan) {
  return { fid: area.fid, code: area.code, name: area.name, townFid: tree.fidOf(area.parentId) };
}

/** The tree being put together: known places keep id and fid, new ones get the next. */
class TreePlan {
  readonly areas: PlannedArea[] = [];
  private readonly closed: PlannedArea[] = [];
  private readonly stored: Map<string, PlannedArea>;
  private readonly matchVillage: (village: AreaFeature) => PlannedArea | null;
  private readonly ids = new Map<string, PlannedArea>();
  private nextFid: number;
  private readonly stock: PlaceStock;
  private readonly counts: AreaPlan['counts'];
  private readonly notes: Note[];

  constructor(stock: PlaceStock, villages: Given[], { counts, notes }: Pick<AreaPlan, 'counts' | 'notes'>) {
    this.stock = stock;
    this.counts = counts;
    this.notes = notes;
    this.stored = new Map(stock.stored.map((area) => [area.id, area]));
    this.nextFid = stock.nextFid;
    this.matchVillage = villageMatcher(stock.stored, villages);
  }

  fidOf(id: string | null): number {
    return (id === null ? undefined : this.ids.get(id))?.fid ?? 0;
  }

  county(given: Given | null, villages: Given[]): PlannedArea {
    const known = this.stock.stored.find(({ kind }) => kind === 'county') ?? null;
    const code = given?.code ?? countyCodeOf(villages) ?? known?.code ?? 'county';
    const file = (given ?? villages[0])?.file ?? '';
    if (known && code !== known.code && known.code !== 'county') {
      const values = { given: code, stored: known.code };
      this.notes.push({ code: 'other-county', severity: 'refused', at: { file }, values });
    }
    const knownName = known && known.name !== known.code ? known.name : null;
    const name = given?.name ?? knownName ?? this.stock.countyName ?? code;
    if (name === code) {
      this.notes.push({ code: 'county-name-unknown', severity: 'warning', at: { file, areaCode: code } });
    }
    return this.put(known, {
      kind: 'county',
      code,
      name,
      officialName: given?.officialName ?? null,
      type: given?.type ?? null,
      parentId: null,
    });
  }

  town(town: Town, county: PlannedArea, file: string): void {
    const known = this.stock.stored.find(({ kind, code }) => kind === 'town' && code === town.code) ?? null;
    const name = town.name ?? known?.name ?? (town.code.endsWith('-0') ? county.name : town.code);
    const { code, officialName } = town;
    if (known && known.name !== name) this.keepsPending(known, file);
    this.put(known, { kind: 'town', code, name, officialName, type: null, parentId: county.id });
  }

  village(village: Given, townKey: string): PlannedArea | null {
    const at = { file: village.file, areaName: village.name || '—', areaCode: village.code ?? '' };
    const known = this.matchVillage(village);
    const code = village.code ?? known?.code ?? null;
    if (code === null) {
      this.notes.push({ code: 'village-without-code', severity: 'refused', at });
      return null;
    }
    const parent = this.areas.find((area) => area.kind === 'town' && area.code === townKey);
    if (known && known.name !== village.name) {
      const values = { before: known.name, after: village.name };
      this.notes.push({ code: 'village-renamed', severity: 'warning', at, values });
    }
    if (known && known.code !== code) {
      const values = { before: known.code, after: code };
      this.notes.push({ code: 'code-changed', severity: 'warning', at, values });
    }
    if (known && (known.name !== village.name || known.code !== code || known.parentId !== (parent?.id ?? null)))
      this.keepsPending(known, village.file);
    const { name, officialName, type } = village;
    return this.put(known, { kind: 'village', code, name, officialName, type, parentId: parent?.id ?? null });
  }

  /** A place no file speaks of stays as it is. */
  keep(area: PlannedArea): void {
    this.areas.push(area);
    this.ids.set(area.id, area);
    if (area.kind === 'village') this.counts.village.unchanged++;
  }

  /** Villages the store has and the files have not: a few are gone, many mean that the files are only a part. */
  closeGone(villages: Given[]): void {
    if (villages.length === 0) return;
    const storedVillages = this.stock.stored.filter(({ kind }) => kind === 'village');
    const gone = storedVillages.filter(({ id }) => !this.ids.has(id));
    const file = villages[0]?.file ?? '';
    if (gone.length > storedVillages.length / 5) {
      const names = namesOf(gone.slice(0, 5).map(({ name }) => name));
      const values = { given: villages.length, stored: storedVillages.length, missing: gone.length, names };
      this.notes.push({ code: 'partial-boundaries', severity: 'question', at: { file }, values });
    }
    for (const area of gone) {
      this.keepsPending(area, file);
      this.closed.push({ ...area, toOn: this.stock.on });
      this.counts.village.changed++;
      const at = { file, areaCode: area.code, areaName: area.name };
      if (gone.length <= storedVillages.length / 5) this.notes.push({ code: 'village-gone', severity: 'warning', at });
    }
  }

  /** Official order is the order of codes among siblings; places known keep theirs until one is added. */
  setPositions(): void {
    for (const siblings of Map.groupBy(this.areas, ({ parentId }) => parentId).values()) {
      siblings.sort((a, b) => (a.code < b.code ? -1 : 1));
      for (const [index, area] of siblings.entries()) area.position = index + 1;
    }
  }

  /** A place with a change to come is changed by no import before it: the change would undo it on its day. */
  private keepsPending({ name, code, toOn }: PlannedArea, file: string): void {
    if (toOn === null) return;
    const at = { file, areaCode: code, areaName: name };
    this.notes.push({ code: 'place-change-pending', severity: 'refused', at, values: { day: toOn } });
  }

  changed(): PlannedArea[] {
    const open = this.areas.filter((area) => {
      const before = this.stored.get(area.id);
      return !before || JSON.stringify(plain(before)) !== JSON.stringify(plain(area));
    });
    return [...this.closed, ...open];
  }

  private put(
    known: PlannedArea | null,
    place: Omit<PlannedArea, 'id' | 'fid' | 'position' | 'fromOn' | 'toOn'>,
  ): PlannedArea {
    const { on, newId } = this.stock;
    const named =
      known !== null && known.code === place.code && known.name === place.name && known.parentId === place.parentId;
    const area: PlannedArea = {
      ...place,
      officialName: uncut(place.officialName, known?.officialName ?? null),
      type: place.type ?? known?.type ?? null,
      id: known?.id ?? newId(),
      fid: known?.fid ?? this.nextFid++,
      position: known?.position ?? 0,
      fromOn: named ? known.fromOn : on,
      toOn: known?.toOn ?? null,
    };
    if (known && !named && known.fromOn !== on) this.closed.push({ ...known, toOn: on });
    if (place.kind !== 'county') {
      const same = known && named && known.officialName === area.officialName && known.type === area.type;
      this.counts[place.kind][known ? (same ? 'unchanged' : 'changed') : 'added']++;
    }
    this.areas.push(area);
    this.ids.set(area.id, area);
    return area;
  }
}

/** A DBF cuts names at the width of its column: the beginning of the name already known is that name. */
function uncut(given: string | null, known: string | null): string | null {
  return given === null || known?.startsWith(given) ? known : given;
}

/** The columns that make a place another one, in a fixed order. */
const plain = ({ id, fid, code, name, officialName, type, parentId, position, fromOn, toOn }: PlannedArea) => [
  id,
  fid,
  code,
  name,
  officialName,
  type,
  parentId,
  position,
  fromOn,
  toOn,
];

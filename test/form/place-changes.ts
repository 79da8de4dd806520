import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import type { PlainMap } from '../../geodata/build/county-files.ts';
import { readAreas } from '../../server/area/area-store.ts';
import { changeAreas } from '../../server/area/change/area-change.ts';
import { withdrawAreaChange } from '../../server/area/change/area-withdraw.ts';
import { readMapEdition } from '../../server/area/map-edition-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { filePath } from '../../server/db/files.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import type { AreaChange } from '../../server/form/form-answers.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import type { LocalDate, Viewer } from '../../server/rights/view.ts';
import { folderOf, sixVillages } from '../import/many-places.ts';
import { clockAt } from '../store/sample-records.ts';

/** A square of a hundredth of a degree at 30° north. */
const squareM2 = 1.0695e6;
export const office: Viewer = { ...officeViewer, id: 'office' };
/** 东 西 南 of 甲镇 lie in a row, 北 中 新 of 乙镇 above them. */
export const codes = {
  东: '990127100200',
  西: '990127100201',
  南: '990127100202',
  北: '990127101203',
  中: '990127101204',
};
type Named = keyof typeof codes;
type Given = AreaChange extends infer One ? (One extends AreaChange ? Omit<One, 'id'> : never) : never;

export type Places = Awaited<ReturnType<typeof openPlaces>>;

/** Six villages of two towns, imported on 1 October 2026; today is the 30th. */
export async function openPlaces(store: Store) {
  const turnTo = (day: LocalDate) =>
    write(store, { actor: 'test', clock: clockAt(day) }, (tx) => writeSetting(tx, 'clock', day));
  await turnTo('2026-10-01');
  await importFiles(store, [folderOf({ '村界.geojson': sixVillages() })], { actor: 'import' });
  await turnTo('2026-10-30');
  const send = (change: Given) => changeAreas(store, office, { id: newId(), ...change } as AreaChange);
  const files = async (on: LocalDate) => readMapEdition(store, { ...(await viewAt(store, office, on)), on });
  return {
    ...{ store, turnTo, send, files },
    merge: (from: Named, into: Named, on: LocalDate, confirm = false) =>
      send({ kind: 'merge', code: codes[from], into: codes[into], name: null, newCode: null, on, confirm }),
    rename: (place: Named, name: string, on: LocalDate) =>
      send({ kind: 'rename', code: codes[place], name, newCode: null, on }),
    withdraw: (change: { seq: number }, reason = '录入有误') =>
      withdrawAreaChange(store, office, change.seq, { id: newId(), reason }),
    /** What a map of a day shows: how many of the squares each place has, and who is drawn in each file. */
    shown: async (on: LocalDate) => {
      const view = await viewAt(store, office, on);
      const areas = (await readAreas(store, { ...view, on })).filter(({ kind }) => kind !== 'county');
      const edition = await files(on);
      const read = (name = '') => JSON.parse(readFileSync(filePath(store.dataDir, name), 'utf8'));
      const { features } = read(edition?.boundaries) as FeatureCollection;
      const plain = read(edition?.plain) as PlainMap;
      const names = new Map(areas.map(({ fid, name }) => [fid, name]));
      return {
        areas: Object.fromEntries(areas.map(({ name, areaM2 }) => [name, Math.round((areaM2 ?? 0) / squareM2)])),
        drawn: features.flatMap(({ id }) => names.get(Number(id)) ?? []),
        plain: plain.villages.map(({ fid }) => names.get(fid)),
      };
    },
  };
}

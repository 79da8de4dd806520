import { putAreas, putMapEdition } from '../../server/area/area-actions.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { saveFile } from '../../server/db/files.ts';
import type { Store } from '../../server/db/open.ts';
import { reportOrganisations } from '../../server/organisation/organisation-actions.ts';
import type { View, Viewer } from '../../server/rights/view.ts';
import { codeOf, type Forms, office, openForms } from '../form/county-forms.ts';
import { area, clockAt } from '../store/sample-records.ts';

/** A name as long as the longest of real villages. */
export const longName = '云岫县经济技术开发区崟峪塬堎埝圪垯社区居民委员会筹备工作组驻地村委会';
const today = '2026-10-30';

const square = (fid: number, at: number) => ({ fid, d: `M${at * 400 + 20} 20l380 0 0 360 -380 0z` });
const border = (level: 1 | 2, d: string) => ({ level, d });

/** The small county with shapes, a village of the longest name with an organisation behind its limits, and tasks. */
export async function paperCounty(store: Store): Promise<Forms> {
  const forms = await openForms(store);
  const plain = {
    ...{ width: 1640, height: 400, bounds: [107, 33, 108, 34] },
    villages: [3, 4, 5, 7].map(square),
    borders: [border(2, 'M1220 20l0 360'), border(1, 'M20 20l1600 0 0 360 -1600 0 0 -360')],
    towns: [
      { fid: 2, d: 'M20 20l1200 0 0 360 -1200 0z' },
      { fid: 6, d: 'M1220 20l400 0 0 360 -400 0z' },
    ],
  };
  const file = saveFile(store.dataDir, new TextEncoder().encode(JSON.stringify(plain)), 'json');
  await write(store, { actor: 'office', clock: clockAt(today) }, async (tx) => {
    await putAreas(tx, [area(5, { name: longName })]);
    await putMapEdition(tx, {
      ...{ tiles: 'b.pmtiles', plain: file, boundaries: 'b.geojson', bounds: [107, 33, 108, 34] },
      ...{ groundImage: null, groundTiles: null, groundPlain: null, groundBounds: null },
    });
    await reportOrganisations(tx, [
      {
        areaId: 'area-5',
        name: `中国共产党${longName}支部委员会`,
        field: 'village',
        screenedOn: '2026-08-20',
        turnaround: {
          ...{ namedBy: 'city', namedOn: '2026-08-25', leaderId: null, groupHeadId: null, groupUnits: [] },
          ...{ guidingUnit: null, stationedOn: null, signedOffOn: null },
          problems: [{ text: '班子不健全', measure: '补选委员', dueOn: '2026-10-20', doneOn: null }],
        },
        reportedOn: '2026-10-29',
      },
    ]);
  });
  for (const [fid, title, dueOn] of tasks) {
    const body = { id: crypto.randomUUID(), place: codeOf(fid), title, unit: '城关镇党委', personId: null, dueOn };
    const sent = { ...body, about: 'venue' };
    const given = await forms.send(office, 'PUT', `/tasks/${crypto.randomUUID()}`, sent);
    if (given.status !== 200) throw new Error(`no task: ${JSON.stringify(given.body)}`);
  }
  return forms;
}

const tasks: [fid: number, title: string, dueOn: string][] = [
  [4, '一周内主体完工', '2026-11-06'],
  [5, `${longName}阵地选址与建设方案报批，并同步落实三通`, '2026-11-10'],
  [7, '补齐“三通”', '2026-11-12'],
];

/** The view of a viewer now. */
const viewOf = (store: Store, viewer: Viewer): Promise<View> => viewAt(store, viewer);

/** What every paper is made with. */
export const givenTo = async (store: Store, viewer: Viewer, lang: 'zh' | 'en' = 'zh') => ({
  ...{ store, view: await viewOf(store, viewer), lang },
  ...{ by: '中共云岫县委组织部 组织一科', at: '2026年10月30日 09:12', say: () => undefined },
});

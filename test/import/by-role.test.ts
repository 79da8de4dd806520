import { beforeEach, describe, expect, test } from 'vitest';
import { readAreas } from '../../server/area/area-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { importFiles } from '../../server/import/import-files.ts';
import { readOrganisations } from '../../server/organisation/organisation-store.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import type { Role } from '../../server/rights/view.ts';
import { readProposals } from '../../server/save/proposal/proposal-store.ts';
import { readVenues } from '../../server/venue/venue-store.ts';
import { newFolder } from '../store/engines.ts';
import { folderOf, sixVillages } from './many-places.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore({ dataDir: newFolder(), databaseUrl: null });
  await importFiles(store, [folderOf({ '村界.geojson': sixVillages() })], { actor: 'import' });
  return () => store.close();
});
const give = (name: string, rows: string[], by?: Role) =>
  importFiles(store, [folderOf({ [name]: `${rows.join('\n')}\n` })], { actor: 'a', ...(by ? { by } : {}) });
const ofEast = async <Record extends { areaId: string }>(
  read: (store: Store, view: Awaited<ReturnType<typeof viewAt>>) => Promise<Record[]>,
) => {
  const view = await viewAt(store, officeViewer);
  const id = (await readAreas(store, view)).find(({ name }) => name === '东村')?.id;
  return (await read(store, view)).find(({ areaId }) => areaId === id);
};
const wishes = async () =>
  (await readProposals(store, await viewAt(store, officeViewer), { waiting: true })).flatMap(({ cells }) =>
    cells.map(({ path, to }) => [path, to]),
  );

describe('a venue ledger', () => {
  const head = '乡镇,村名,填报日期,建设阶段,建成计划日期,组织部验收日期,党旗党徽';
  const stood = ['甲镇,东村,2026-09-04,配套完善,2026-10-25,,否'];
  const now = ['甲镇,东村,2026-09-11,配套完善,2026-11-25,,是'];
  const planOf = (venue: Awaited<ReturnType<typeof readVenues>>[number] | undefined) =>
    venue?.milestones.find(({ key }) => key === 'built')?.plannedOn;

  test('of the office’s own shell sets plans, and the first stays', async () => {
    await give('台账.csv', [head, ...stood]);
    await give('台账.csv', [head, ...now]);
    const venue = await ofEast(readVenues);
    expect(venue?.milestones.find(({ key }) => key === 'built')).toEqual({
      ...{ key: 'built', plannedOn: '2026-11-25', doneOn: null, firstPlannedOn: '2026-10-25', moves: 1 },
    });
    expect(await wishes()).toEqual([]);
  });
  test.each(['town', 'village'] as const)('handed in by a %s reports, and asks for the plan', async (role) => {
    await give('台账.csv', [head, ...stood]);
    const report = await give('台账.csv', [head, ...now], role);
    expect(report.notes).toMatchObject([{ code: 'cells-proposed', values: { count: 1 } }]);
    const venue = await ofEast(readVenues);
    expect([planOf(venue), venue?.items, venue?.reportedOn]).toEqual(['2026-10-25', { flag: true }, '2026-09-11']);
    expect(await wishes()).toEqual([['milestones.built.plannedOn', '2026-11-25']]);
  });
  test('handed in by a town with the plans as they stand asks for nothing', async () => {
    await give('台账.csv', [head, ...stood]);
    const report = await give('台账.csv', [head, '甲镇,东村,2026-09-11,配套完善,2026-10-25,,是'], 'town');
    expect([report.state, report.notes]).toEqual(['written', []]);
    expect(await wishes()).toEqual([]);
  });
  test('handed in by a town cannot accept: what it says of that is left out and told, the stage is asked for', async () => {
    await give('台账.csv', [head, ...stood]);
    const report = await give('台账.csv', [head, '甲镇,东村,2026-09-11,验收合格,2026-10-25,2026-09-10,是'], 'town');
    expect(report.notes.map(({ code }) => code)).toEqual(['cells-proposed', 'cells-foreign']);
    expect(await ofEast(readVenues)).toMatchObject({ stage: 'fitting-out', organisationAcceptedOn: null });
    expect(await wishes()).toEqual([['stage', 'accepted']]);
  });
});

describe('an organisation ledger', () => {
  const head = '乡镇,村名,填报日期,党组织名称,是否后进,认定级别,存在问题,整改时限,销号日期';
  test('handed in by a town takes nothing off the list and moves no limit', async () => {
    await give('党组织台账.csv', [head, '甲镇,东村,2026-09-04,东村党支部,是,县定,班子不健全,2026-10-20,']);
    await give(
      '党组织台账.csv',
      [head, '甲镇,东村,2026-09-11,东村党支部,是,县定,班子不健全,2026-12-20,2026-09-10'],
      'town',
    );
    expect((await ofEast(readOrganisations))?.turnaround).toMatchObject({
      signedOffOn: null,
      problems: [{ text: '班子不健全', dueOn: '2026-10-20' }],
    });
    expect(await wishes()).toEqual([
      ['turnaround.problems.dueOn', '2026-12-20'],
      ['turnaround.signedOffOn', '2026-09-10'],
    ]);
    await give('党组织台账.csv', [head, '甲镇,东村,2026-09-12,东村党支部,否,,,,'], 'town');
    expect((await ofEast(readOrganisations))?.turnaround).not.toBeNull();
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { PlainMap } from '../../geodata/build/county-files.ts';
import { changeAreas } from '../../server/area/change/area-change.ts';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { reportOrganisations } from '../../server/organisation/organisation-actions.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { mayWrite } from '../../server/rights/may-write.ts';
import type { LocalDate, Viewer } from '../../server/rights/view.ts';
import type { Account } from '../../server/user/account/account-store.ts';
import { Viewers } from '../../server/user/viewer-of.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { told } from './told.ts';

const accountOf = (areaId: string): Account => ({
  ...{ id: areaId, login: areaId, personId: 'p', role: 'town', state: 'active', places: [areaId] },
  ...{ subjects: [], teams: [], passwordHash: null, passwordAt: null, mustChange: false, createdAt: '' },
  ...{ proposal: null, awaitsLink: false, linkUntil: null, successorId: null, passedOnAt: null },
});
const plainMap: PlainMap = { width: 1, height: 1, bounds: [107, 33, 108, 34], villages: [], borders: [], towns: [] };
/** What is written of the village after it moved. */
const later = '搬迁后的问题';

eachEngine('a village given to another town', (open) => {
  let store: Store;
  let viewers: Viewers;
  beforeEach(async () => {
    store = await open();
    await fillCounty(store);
    writeFileSync(join(store.dataDir, 'files', 'p.json'), JSON.stringify(plainMap));
    viewers = new Viewers(store);
  });
  const former = () => viewers.of(accountOf('area-2'));
  const next = () => viewers.of(accountOf('area-6'));
  const move = (on: LocalDate) =>
    changeAreas(
      store,
      { ...officeViewer, id: 'office' },
      {
        ...{ id: newId(), kind: 'move', on, code: '990100000003', town: '990100101', newCode: null },
      },
    );
  const turnTo = (day: LocalDate) =>
    write(store, { actor: 'test', clock: clockAt(day) }, (tx) => writeSetting(tx, 'clock', day));
  const report = (on: LocalDate) =>
    write(store, { actor: 'office', clock: clockAt(on) }, (tx) =>
      reportOrganisations(tx, [
        {
          ...{ areaId: 'area-3', name: '村党支部', field: '农村', screenedOn: on, reportedOn: on },
          turnaround: {
            ...{ namedBy: 'county', namedOn: on, leaderId: null, groupHeadId: null, groupUnits: [] },
            ...{ guidingUnit: null, stationedOn: null, signedOffOn: null },
            problems: [{ text: later, measure: null, dueOn: null, doneOn: null }],
          },
        },
      ]),
    );
  const saying = async (viewer: Viewer, word: string) =>
    (await told(store, viewer)).filter((one) => one.includes(word)).map((one) => one.split(' ', 1)[0] ?? '');

  test('is open to its former town only as of days before, by every route that reads', async () => {
    await move('2026-10-30');
    await report('2026-10-30');
    const open = await saying(await former(), '村3');
    expect(open).toContain('/api/areas?asOf=2026-10-29');
    expect(open.filter((address) => !/(asOf|from)=2026-10-29/.test(address))).toEqual([]);
    expect(await saying(await former(), later)).toEqual([]);
  });

  test('is open to its new town only from the day it moved', async () => {
    await move('2026-10-30');
    await report('2026-10-30');
    const open = await saying(await next(), '村3');
    expect(open).toContain('/api/areas');
    expect(open.filter((address) => address.includes('asOf=2026-10-29'))).toEqual([]);
    expect(await saying(await next(), later)).toContain('/api/places/990100000003');
  });

  test('moved on a day to come it stays its town’s until that day comes', async () => {
    await move('2026-12-01');
    expect(await saying(await next(), '村3')).toEqual([]);
    expect(await saying(await former(), '村3')).toContain('/api/areas');
    await turnTo('2026-12-01');
    expect((await next()).places).toContain('area-3');
    expect((await former()).places).not.toContain('area-3');
  });

  test('is written by the town it lies in that day', async () => {
    await move('2026-12-01');
    const writes = async (viewer: Viewer) => {
      try {
        mayWrite(viewer, 'report-venue', 'area-3');
        return true;
      } catch {
        return false;
      }
    };
    expect([await writes(await former()), await writes(await next())]).toEqual([true, false]);
    await turnTo('2026-12-01');
    expect([await writes(await former()), await writes(await next())]).toEqual([false, true]);
  });

  test('merged away it goes where its successor goes', async () => {
    const office = { ...officeViewer, id: 'office' };
    await changeAreas(store, office, {
      ...{ id: newId(), kind: 'merge', on: '2026-10-29', code: '990100000004', into: '990100000003' },
      ...{ name: null, newCode: null },
    });
    expect((await former()).places).toEqual(['area-2', 'area-3', 'area-4', 'area-5']);
    await move('2026-10-30');
    expect((await former()).places).toEqual(['area-2', 'area-5']);
    expect((await next()).places).toEqual(['area-3', 'area-4', 'area-6', 'area-7']);
  });
});

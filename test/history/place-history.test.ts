import { beforeAll, expect, test } from 'vitest';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { historyAnswer } from '../../server/history/place-history.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { makeAccount } from '../../server/user/account/account-actions.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const village: Viewer = { ...openViewer, id: 'village', role: 'village', places: ['area-4'] };

eachEngine('history of a place', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    const clock = clockAt(today);
    let actor = '';
    await write(store, { actor: 'set-up', clock }, async (tx) => {
      actor = await makeAccount(tx, {
        login: 'town1',
        name: '张三',
        post: '镇干部',
        unit: null,
        workPhone: null,
        role: 'town',
        places: ['area-2'],
        subjects: [],
        teams: [],
      });
    });
    await write(store, { actor, clock }, (tx) =>
      reportVenues(tx, [
        venue('area-4', {
          stage: 'built',
          items: { hall: true, clinic: true },
          milestones: [{ key: 'built', plannedOn: '2026-10-25', doneOn: '2026-10-29' }],
          subsidyPaidFen: 1_250_000,
          reportedOn: today,
        }),
      ]),
    );
  });

  test('says before and after, field by field, by whom and in place of which entry', async () => {
    const { entries } = await historyAnswer(store, await viewAt(store, officeViewer), '990100000004');
    const [last] = entries;
    expect(last?.actor).toEqual({ name: '张三', post: '镇干部' });
    expect(last?.source).toBeNull();
    const said = (value: unknown) => (typeof value === 'object' && value !== null && 'zh' in value ? value.zh : value);
    expect(last?.fields.map(({ title, before, after }) => [title.zh, said(before), said(after)])).toEqual([
      ['建设阶段', '主体在建', '建成'],
      ['建成·实际完成日期', null, '2026年10月29日'],
      ['医疗卫生室', '缺', '有'],
      ['已拨付补助', null, '1.25万元'],
      ['报送日期', '2026年8月23日', '2026年10月30日'],
    ]);
    const corrected = entries.find(({ id }) => id === last?.corrects);
    expect([corrected?.subject, corrected?.on, corrected?.corrects]).toEqual(['venue', '2026-08-23', null]);
    expect(corrected?.actor).toBeNull();
  });

  test('names old and new after a renaming', async () => {
    const { entries } = await historyAnswer(store, await viewAt(store, officeViewer), '990100000077');
    const renamed = entries.find(({ fields }) => fields.some(({ after }) => after === '=7村'));
    expect(renamed?.fields.find(({ title }) => title.zh === '名称')).toMatchObject({ before: '旧七村', after: '=7村' });
    expect(renamed?.fields.find(({ title }) => title.zh === '行政区划代码')?.before).toBe('990100000077');
  });

  test('tells a village nothing of a sealed plan, before or after it was made', async () => {
    const told = async (viewer: Viewer) => historyAnswer(store, await viewAt(store, viewer), '990100000004');
    const before = await told(village);
    expect((await told(officeViewer)).entries.length).toBe(before.entries.length + 1);
    expect(JSON.stringify(before)).not.toContain('visit');
    await write(store, { actor: 'import', clock: clockAt(today) }, (tx) =>
      recordVisits(tx, [
        {
          number: 'SEALED',
          occurredOn: today,
          state: 'made',
          level: 'county',
          announced: false,
          team: '一组',
          leaderId: null,
          reportedOn: today,
          places: [{ areaId: 'area-4', findings: [{ text: '缺台账', closedOn: null }] }],
        },
      ]),
    );
    const [made, ...others] = (await told(village)).entries;
    expect(others).toEqual(before.entries);
    expect([made?.subject, made?.corrects]).toEqual(['visit', null]);
    expect(made?.fields.every((field) => field.before === null)).toBe(true);
    expect(JSON.stringify(made?.fields)).toContain('缺台账');
    const [office] = (await told(officeViewer)).entries;
    expect(office?.corrects).not.toBeNull();
  });

  test('is a missing place to whom it is foreign', async () => {
    await expect(historyAnswer(store, await viewAt(store, village), '990100000003')).rejects.toThrow('place-unknown');
  });
});

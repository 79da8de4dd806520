import { readXlsx } from 'hucre';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { AuditAnswer } from '../../server/audit/answer.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { recordEvent } from '../../server/change/audit-event.ts';
import type { Store } from '../../server/db/open.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';

/** The office of a county that has named no audit administrator. */
const standing: Viewer = { ...officeViewer, standsFor: ['auditor'] };
const administrator: Viewer = { ...openViewer, id: 'root', role: 'auditor', places: [] };

eachEngine('audit page', (open) => {
  let store: Store;
  let app: ReturnType<typeof createApp>;
  let asking: Viewer | null = standing;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => asking });
  });
  beforeEach(() => {
    asking = standing;
  });
  const read = async (query = '') => (await (await app.request(`/api/audit${query}`)).json()) as AuditAnswer;
  const settled = () => recordEvent(store, { actor: null, address: '', action: 'sign-out', subject: 'x', detail: {} });

  test('tells changes and events in one order of time, newest first', async () => {
    await recordEvent(store, { actor: null, address: '10.0.0.9', action: 'sign-in', subject: 'li4', detail: {} });
    const { rows, total, more } = await read();
    expect(rows[0]).toMatchObject({ kind: 'sign-in', address: '10.0.0.9', said: { zh: '登录：li4' } });
    expect([total, more]).toEqual([rows.length, null]);
    expect(rows.map(({ at }) => at)).toEqual(
      rows
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(rows.filter(({ kind }) => kind === 'change').length).toBeGreaterThan(10);
    expect((await read('?q=li4')).rows.map(({ kind }) => kind)).toEqual(['sign-in']);
    expect((await read('?from=2020-01-01&to=2020-12-31')).total).toBe(0);
    const ofPlace = (await read('?place=990100000004')).rows;
    expect(new Set(ofPlace.map(({ place }) => place?.code))).toEqual(new Set(['990100000004']));
  });

  test('shows an administrator that a record changed, not which nor what, and no sealed plan', async () => {
    const all = (await read('?kind=change')).total;
    asking = administrator;
    const { rows, total } = await read('?kind=change');
    expect(total).toBe(Number(all) - 1);
    for (const { said, place, source } of rows)
      expect([said.en, place, source]).toEqual(['A record changed', null, null]);
    expect((await read('?place=990100000004')).total).toBe(0);
  });

  test('is refused to everybody else, and each refusal stands in it once, repeats counted', async () => {
    const before = (await read('?kind=refused')).total;
    asking = { ...openViewer, id: 'leader-1' };
    for (let at = 0; at < 5; at++) expect((await app.request('/api/audit')).status).toBe(403);
    asking = null;
    for (let at = 0; at < 300; at++) expect((await app.request(`/api/places/${at}`)).status).toBe(401);
    await settled();
    asking = standing;
    const { rows, total } = await read('?kind=refused');
    expect(total).toBe(Number(before) + 2);
    expect(rows.map(({ said }) => said.en).sort()).toEqual([
      'Refused: GET /api/audit (not-allowed, 1 ×)',
      'Refused: GET /api/places/0 (sign-in-needed, 1 ×)',
    ]);
    asking = { ...openViewer, id: 'leader-2', role: 'screen' };
    for (let at = 0; at < 100; at++) await app.request(`/api/places/${at}/history`);
    await settled();
    asking = standing;
    expect((await read('?kind=refused')).total).toBeLessThanOrEqual(Number(before) + 22);
  });

  test('goes out as a workbook of texts that no program reckons with; that and lists taken stand in it', async () => {
    const subject = '=HYPERLINK("http://evil","x")';
    await recordEvent(store, { actor: null, address: '', action: 'made-up', subject, detail: {} });
    const answer = await app.request('/api/audit.xlsx?lang=en');
    expect(answer.status).toBe(200);
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    const cells = (sheets[0]?.rows ?? []).flat();
    expect(cells.some((cell) => String(cell).includes(subject))).toBe(true);
    for (const cell of sheets[0]?.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    expect((await app.request('/api/layers/venue-schedule/list.xlsx')).status).toBe(200);
    const { rows } = await read('?kind=export');
    expect(rows.map(({ said }) => said.zh.split('：')[0])).toEqual(['导出台账', '导出安全日志']);
    expect((await verifyChains(store.db)).breaks).toEqual([]);
  });
});

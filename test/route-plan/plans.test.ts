import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import type { ChoicesAnswer, PlanAnswer, PlanListed, TravelAnswer } from '../../server/route-plan/answer.ts';
import type { ItinerariesAnswer } from '../../server/route-plan/itinerary/answer.ts';
import { itinerariesGpx, itinerariesKml } from '../../server/route-plan/itinerary/itineraries-tracks.ts';
import { itinerariesWorkbook } from '../../server/route-plan/itinerary/itineraries-workbook.ts';
import { navigationLinks } from '../../server/route-plan/itinerary/navigation.ts';
import { clockText } from '../../server/route-plan/rules.ts';
import { openForms } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';

const office: Viewer = { ...officeViewer, sealed: 'all' };
const leader: Viewer = { id: 'leader', role: 'leader', places: 'county', subjects: 'all', sealed: [] };
const inspectorOf = (team: string): Viewer => ({ ...leader, id: 'inspector', role: 'inspector', sealed: [team] });

/** Where the villages lie, so that a route can lead to them. */
async function giveShapes({ db }: Store): Promise<void> {
  const villages = await db
    .selectFrom('area')
    .where('kind', '=', 'village')
    .where('until', 'is', null)
    .select(['id', 'since'])
    .execute();
  for (const [at, { id, since }] of villages.entries())
    await db
      .insertInto('areaShape')
      .values({
        id,
        areaM2: 1,
        labelLon: 86.6 + at / 50,
        labelLat: 13.9,
        west: 86,
        south: 13,
        east: 87,
        north: 14,
        since,
        until: null,
      })
      .onConflict((same) => same.doNothing())
      .execute();
}

eachEngine('route plans', (open) => {
  const on = '2026-10-30';
  async function begun() {
    const forms = await openForms(await open());
    await giveShapes(forms.store);
    const choices = (await forms.get(office, '/route-plans/choices')).body as unknown as ChoicesAnswer;
    const [village] = choices.villages;
    if (!village) throw new Error('no village');
    const spot = { name: '县委组织部', lon: village.at[0], lat: village.at[1] };
    const team = { id: 'a', name: '第一组', start: spot, end: spot, fromMin: 510, untilMin: 1050, rest: null };
    const { code, serviceMin } = village;
    const body = {
      ...{ title: '明日路线', announced: false, goal: 'worth', dates: [on], teams: [team], seed: 1, travel: null },
      villages: [{ code, serviceMin, need: 'may', score: null, windows: [], teams: null, dates: null }],
      routes: [{ team: 'a', on, stops: [code], fixed: 0, whole: false }],
    };
    const id = newId();
    const keep = (sent: object, base = '') =>
      forms.send(office, 'PUT', `/route-plans/${id}`, { id: crypto.randomUUID(), base, body: sent });
    const publish = () => forms.send(office, 'POST', `/route-plans/${id}/publish`, { id: crypto.randomUUID() });
    const outcome = (viewer: Viewer, said: object) =>
      forms.send(viewer, 'POST', `/route-plans/${id}/outcomes`, {
        id: crypto.randomUUID(),
        code,
        done: true,
        reason: null,
        ...said,
      });
    const plansOf = async (viewer: Viewer) =>
      ((await forms.get(viewer, '/route-plans')).body as unknown as { plans: PlanListed[] }).plans.map(
        (plan) => plan.id,
      );
    return { forms, choices, body, id, keep, publish, outcome, plansOf, code };
  }

  test('every village has what a visit is worth, as the sum of its parts; without roads times are estimated and said to be', async () => {
    const { choices, forms } = await begun();
    expect(choices.villages.length).toBeGreaterThan(0);
    for (const { score, parts } of choices.villages)
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    const points = [
      [86.6, 13.9],
      [86.7, 13.9],
    ];
    const answer = (await forms.send(office, 'POST', '/route-plans/travel', { points }))
      .body as unknown as TravelAnswer;
    expect(answer.source).toBe('estimated');
    const seconds = new Float32Array(Uint8Array.from(Buffer.from(answer.seconds, 'base64')).buffer);
    expect([...seconds].map((one) => one > 0)).toEqual([false, true, true, false]);
  });

  test('a plan is kept in versions, and what another kept meanwhile is not overwritten', async () => {
    const { forms, keep, body, id } = await begun();
    const first = await keep(body);
    expect(first.status).toBe(200);
    const second = await keep({ ...body, title: '另一条' }, String(first.body.base));
    expect(second.status).toBe(200);
    expect((await keep({ ...body, title: '第三条' }, String(first.body.base))).status).toBe(409);
    const { body: read } = (await forms.get(office, `/route-plans/${id}`)).body as unknown as PlanAnswer;
    expect(read.title).toBe('另一条');
  });

  test('what a team records meanwhile is no other version; a plan withdrawn meanwhile is not brought back', async () => {
    const { forms, keep, body, id, publish, outcome } = await begun();
    await keep(body);
    const { base } = (await publish()).body;
    expect((await outcome(inspectorOf('第一组'), {})).status).toBe(200);
    const renamed = await keep({ ...body, title: '改名' }, String(base));
    expect(renamed.status).toBe(200);
    const { body: read } = (await forms.get(office, `/route-plans/${id}`)).body as unknown as PlanAnswer;
    expect(Object.values(read.visits)).toMatchObject([{ outcome: { done: true } }]);
    await forms.store.db.updateTable('routePlan').set({ until: 1e9 }).where('until', 'is', null).execute();
    expect((await keep(body, String(renamed.body.base))).status).toBe(404);
  });

  test('a team is kept in versions with a change each; two who change it at once are told', async () => {
    const { forms, body } = await begun();
    const { id: _id, ...team } = body.teams[0] as (typeof body.teams)[number];
    const teamId = newId();
    const put = (base: string, more: object = {}) =>
      forms.send(office, 'PUT', `/teams/${teamId}`, { id: crypto.randomUUID(), base, team: { ...team, ...more } });
    const first = await put('');
    expect(first.status).toBe(200);
    const second = await put(String(first.body.base), { untilMin: 1000 });
    expect(second.status).toBe(200);
    const other = await put(String(first.body.base), { untilMin: 900 });
    expect([other.status, other.body.base]).toEqual([409, second.body.base]);
    const { teams } = (await forms.get(office, '/route-plans/choices')).body as unknown as ChoicesAnswer;
    expect(teams).toEqual([{ ...team, untilMin: 1000, id: teamId, base: second.body.base }]);
    const rows = await forms.store.db.selectFrom('team').where('id', '=', teamId).selectAll().execute();
    expect(rows).toHaveLength(2);
    expect((await forms.changes()).filter(({ subject }) => subject === 'team')).toHaveLength(2);
  });

  test('a search tells how it goes and what it found; whoever goes away frees the workers', async () => {
    const { forms, body } = await begun();
    const app = createApp({
      ...{ store: forms.store, distFolder: '.', startedAt: new Date(), version: '1' },
      whoAsks: async () => office,
    });
    const solve = (ms: number, signal: AbortSignal) => {
      const text = JSON.stringify({ plan: { ...body, routes: [] }, ms, from: false });
      const length = String(Buffer.byteLength(text));
      const headers = { origin: 'http://county', host: 'county', 'content-length': length };
      return app.request('http://county/api/route-plans/solve', {
        ...{ method: 'POST', body: text, signal },
        headers: { ...headers, 'content-type': 'application/json' },
      });
    };
    const gone = new AbortController();
    const long = await solve(30_000, gone.signal);
    gone.abort();
    await long.body?.cancel();
    // Were the workers not free again, this would wait for half a minute each time.
    const short = await solve(300, new AbortController().signal);
    const said = await short.text();
    expect(short.headers.get('content-type')).toContain('text/event-stream');
    expect(said).toMatch(/^event: progress\ndata: \{.*"taken":1/);
    const found = JSON.parse(/event: found\ndata: (.*)\n/.exec(said)?.[1] ?? '{}');
    expect(found).toMatchObject({ missing: [], travel: { source: 'estimated' } });
    expect(found.routes[0].stops).toEqual([body.villages[0]?.code]);
    expect(found.seed).toBe(1);
  }, 25_000);

  test('is refused field by field where it cannot be', async () => {
    const { keep, body } = await begun();
    const wrong = { ...body, title: '', dates: ['2026-02-30'], villages: [{ ...body.villages[0], code: '000' }] };
    const answer = await keep(wrong);
    expect(answer.status).toBe(422);
    const fields = (answer.body.faults as unknown as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['title', 'dates.0', 'villages.0']));
  });

  test('before it is told nobody but the office sees it; then its teams do, a leader only what is announced', async () => {
    const { keep, body, id, publish, plansOf, forms } = await begun();
    const mine = inspectorOf('第一组');
    await keep(body);
    for (const viewer of [leader, mine, inspectorOf('%')]) expect(await plansOf(viewer)).toEqual([]);
    expect((await forms.get(mine, `/route-plans/${id}`)).body).toEqual(
      (await forms.get(mine, `/route-plans/${newId()}`)).body,
    );
    expect((await publish()).status).toBe(200);
    expect(await plansOf(mine)).toEqual([id]);
    expect(await plansOf(inspectorOf('第一'))).toEqual([]);
    expect(await plansOf(leader)).toEqual([]);
  });

  test('told, it is planned visits; done, a visit made; not done, withdrawn with the reason kept', async () => {
    const { keep, body, publish, outcome, forms, code, id } = await begun();
    await keep(body);
    await publish();
    const states = async () =>
      (
        await forms.store.db
          .selectFrom('visit')
          .where('until', 'is', null)
          .where('team', '=', '第一组')
          .select('state')
          .execute()
      ).map(({ state }) => state);
    const before = (await states()).length;
    expect((await outcome(inspectorOf('第二组'), {})).status).toBe(404);
    expect((await outcome(inspectorOf('第一组'), { done: false })).status).toBe(422);
    expect((await outcome(inspectorOf('第一组'), { done: false, reason: '道路中断' })).status).toBe(200);
    expect((await states()).length).toBe(before - 1);
    expect((await outcome(office, {})).status).toBe(200);
    expect(await states()).toContain('made');
    const { body: read } = (await forms.get(office, `/route-plans/${id}`)).body as unknown as PlanAnswer;
    expect(read.visits[code]?.outcome).toEqual({ done: true, reason: null });
    expect((await outcome(office, { done: false, reason: '误报' })).status).toBe(422);
  });

  test('an unannounced plan moves nothing a town could notice', async () => {
    const { keep, body, publish, forms } = await begun();
    const town: Viewer = { ...leader, id: 'town', role: 'town', places: ['area-2'] };
    const seen = async () => JSON.stringify((await forms.get(town, '/summary')).body);
    const before = await seen();
    await keep(body);
    await publish();
    expect(await seen()).toBe(before);
  });

  test('a plan is taken along as itineraries, workbook, GPX and KML, by those who see it', async () => {
    const { keep, body, id, publish, forms, code } = await begun();
    await keep(body);
    const mine = inspectorOf('第一组');
    const none = (await forms.get(mine, `/route-plans/${newId()}/itineraries`)).body;
    expect((await forms.get(mine, `/route-plans/${id}/itineraries`)).body).toEqual(none);
    await publish();
    const answer = (await forms.get(mine, `/route-plans/${id}/itineraries`)).body as unknown as ItinerariesAnswer;
    const [itinerary] = answer.itineraries;
    expect(itinerary).toMatchObject({ team: '第一组', on, stops: [{ code, outcome: null, navigation: [] }] });
    expect(itinerary?.leave).toBeLessThan(itinerary?.stops[0]?.leave ?? 0);
    expect(itinerary?.back).toBeGreaterThanOrEqual(itinerary?.stops[0]?.leave ?? 0);
    expect((await forms.get(inspectorOf('第二组'), `/route-plans/${id}/itineraries`)).body).toEqual(none);
    const [stop] = itinerary?.stops ?? [];
    const gpx = itinerariesGpx({ ...answer, title: '<甲> & 乙\u0001' }, 'zh');
    expect(gpx).toContain('<name>&lt;甲&gt; &amp; 乙</name>');
    expect(gpx).toContain(`<wpt lat="${stop?.at[1].toFixed(6)}" lon="${stop?.at[0].toFixed(6)}">`);
    expect(itinerariesKml(answer, 'en')).toContain(
      `<coordinates>${stop?.at.map((one) => one.toFixed(6)).join(',')}</coordinates>`,
    );
    const { sheets } = await readXlsx(await itinerariesWorkbook(answer, 'zh'));
    expect(sheets[0]?.rows[3]?.slice(0, 4)).toEqual([1, stop?.town, stop?.name, clockText((stop?.arrive ?? 0) / 60)]);
  });

  test('links to the navigation carry the coordinates it expects, and only where the county allows them', async () => {
    const { keep, body, id, forms } = await begun();
    await keep(body);
    await forms.store.db.insertInto('setting').values({ name: 'navigation', value: 'yes' }).execute();
    const { itineraries } = (await forms.get(office, `/route-plans/${id}/itineraries`))
      .body as unknown as ItinerariesAnswer;
    const links = itineraries[0]?.stops[0]?.navigation ?? [];
    expect(links.map(({ app }) => app)).toEqual(['amap', 'tencent', 'baidu']);
    // Beijing's Tiananmen in WGS 84, GCJ-02 and BD-09 by the published formulas.
    const [amap, , baidu] = navigationLinks('天安门', [116.391265, 39.907359]);
    expect(amap?.address).toContain('to=116.3975');
    expect(baidu?.address).toContain('latlng:39.915');
  });
});

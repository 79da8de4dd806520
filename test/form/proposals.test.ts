import { beforeEach, describe, expect, test } from 'vitest';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { ProposalsAnswer } from '../../server/proposal/answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';
import {
  addAccount,
  codeOf,
  type Forms,
  finance,
  inspector,
  leader,
  office,
  openForms,
  town,
  village,
} from './county-forms.ts';

eachEngine('a change request', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
    await addAccount(forms.store, 'account-town', '赵一');
    await addAccount(forms.store, 'account-office', '钱二');
  });
  const path = `/places/${codeOf(4)}/forms/venue`;
  const move = async (viewer: Viewer, plannedOn: string | null, more: object = {}) => {
    const { body } = await forms.get(viewer, path);
    const milestones = (body.values['milestones'] as { key: string }[]).map((one) =>
      one.key === 'built' ? { ...one, plannedOn } : one,
    );
    const values = { ...body.values, milestones, ...more };
    return forms.send(viewer, 'PUT', path, { id: newId(), base: body.base, values, before: body.values });
  };
  const seen = async (viewer: Viewer, query = '') =>
    ((await forms.get(viewer, `/proposals${query}`)).body as unknown as ProposalsAnswer).proposals;
  const baseOf = async (proposal: string) => (await seen(office)).find(({ id }) => id === proposal)?.base ?? '';
  const decide = async (viewer: Viewer, proposal: string, decision: string, answer: string | null = null) =>
    forms.send(viewer, 'PUT', `/proposals/${proposal}`, {
      ...{ id: newId(), base: await baseOf(proposal), decision, answer },
    });
  const built = async () =>
    ((await forms.get(office, `/places/${codeOf(4)}`)).body as unknown as DossierAnswer).venue?.milestones.find(
      ({ key }) => key === 'built',
    );
  const ask = async (plannedOn: string | null = '2026-11-20') => {
    expect((await move(town, plannedOn)).status).toBe(200);
    const [one] = await seen(office, '?state=waiting');
    if (!one) throw new Error('nothing waits');
    return one;
  };

  test('waits for the office with what stood, what is wished, who asked and when', async () => {
    const before = (await forms.changes()).length;
    expect(await ask()).toMatchObject({
      ...{ form: 'venue', state: 'waiting', place: { name: '村4', town: '城关镇' }, on: '2026-10-30' },
      by: { name: '赵一' },
      cells: [
        {
          title: { zh: '“建成”计划完成日期' },
          from: { zh: '2026年10月25日' },
          to: { zh: '2026年11月20日' },
        },
      ],
      may: ['decide'],
    });
    const added = (await forms.changes()).slice(before);
    expect(added).toMatchObject([{ subject: 'venue-proposal', action: 'propose', actor: 'account-town' }]);
    expect(await built()).toMatchObject({ plannedOn: '2026-10-25', moves: 0 });
  });

  test('that is made again grows, and the same once more says nothing new', async () => {
    await ask('2026-11-20');
    await move(town, '2026-11-22', { stage: 'structure-underway' });
    const before = (await forms.changes()).length;
    await move(town, '2026-11-22');
    expect(await forms.changes()).toHaveLength(before);
    const waiting = await seen(office, '?state=waiting');
    expect(waiting.map(({ cells }) => cells.map(({ to }) => to.en))).toEqual([['22 Nov 2026']]);
  });

  test('goes with what the same save reports', async () => {
    const before = (await forms.changes()).length;
    const { body } = await move(town, '2026-11-20', { items: { hall: false, clinic: false } });
    expect(body.proposed).toEqual(['milestones.built.plannedOn']);
    expect((await forms.changes()).slice(before).map(({ subject }) => subject)).toEqual(['venue', 'venue-proposal']);
    expect((await forms.get(office, path)).body.values['items']).toEqual({ hall: false, clinic: false });
  });

  test('accepted: the plan is moved, the first stays, the lamp goes by the new one, and the reason is kept', async () => {
    const { id } = await ask();
    expect((await decide(office, id, 'accepted', '雨季停工')).status).toBe(200);
    expect(await built()).toMatchObject({
      plannedOn: '2026-11-20',
      firstPlannedOn: '2026-10-25',
      moves: 1,
      state: 'ahead',
    });
    expect(await seen(town)).toMatchObject([
      { state: 'accepted', answer: '雨季停工', decidedBy: { name: '钱二' }, may: [] },
    ]);
    const dossier = (await forms.get(office, `/places/${codeOf(4)}`)).body as unknown as DossierAnswer;
    const why = dossier.verdicts.find(({ layer }) => layer === 'venue-schedule')?.why.zh;
    expect(why).toContain('（计划日期由2026年10月25日调整为2026年11月20日）');
    expect(dossier.venue?.reportedOn).toBe('2026-08-23');
    expect((await move(office, '2026-11-25')).status).toBe(200);
    expect(await built()).toMatchObject({ plannedOn: '2026-11-25', firstPlannedOn: '2026-10-25', moves: 2 });
    const plans = (await forms.get(town, path)).body.options.milestones;
    expect(plans.map(({ firstPlannedOn }) => firstPlannedOn)).toEqual([null, null, null, '2026-10-25', null]);
    expect((await move(office, null)).status).toBe(200);
    expect(await built()).toMatchObject({ plannedOn: null, firstPlannedOn: '2026-10-25', moves: 3 });
  });

  test('refused needs a reason, and changes nothing', async () => {
    const { id } = await ask();
    const bare = await decide(office, id, 'refused', ' ');
    expect([bare.status, bare.body.faults.map(({ field, code }) => [field, code])]).toEqual([
      422,
      [['answer', 'missing']],
    ]);
    expect((await decide(office, id, 'refused', '工期足够')).status).toBe(200);
    expect(await built()).toMatchObject({ plannedOn: '2026-10-25', moves: 0 });
    expect(await seen(town)).toMatchObject([{ state: 'refused', answer: '工期足够' }]);
    expect((await decide(office, id, 'accepted')).body.type).toBe('/problems/proposal-decided');
  });

  test('about a plan the office moved meanwhile is not accepted unseen', async () => {
    const { id } = await ask();
    await move(office, '2026-11-10');
    expect((await decide(office, id, 'accepted')).body.type).toBe('/problems/proposal-outdated');
    expect(await built()).toMatchObject({ plannedOn: '2026-11-10' });
    await move(office, '2026-11-20');
    expect((await decide(office, id, 'accepted')).status).toBe(200);
  });

  test.each(['accepted', 'refused'])('that grew after the office read it is not %s unread', async (decision) => {
    const { id, base } = await ask('2026-11-01');
    await move(town, '2026-12-20');
    const sent = { base, decision, answer: '照办' };
    const unread = await forms.send(office, 'PUT', `/proposals/${id}`, { id: newId(), ...sent });
    expect([unread.status, unread.body.type]).toEqual([409, '/problems/proposal-changed']);
    expect(await built()).toMatchObject({ plannedOn: '2026-10-25', moves: 0 });
    expect(await seen(office, '?state=waiting')).toHaveLength(1);
    expect((await decide(office, id, decision, '照办')).status).toBe(200);
  });

  test('is taken back by its place only', async () => {
    const { id, base } = await ask();
    const back = (viewer: Viewer) => forms.send(viewer, 'POST', `/proposals/${id}/withdrawal`, { id: newId(), base });
    expect((await back(office)).status).toBe(403);
    const foreign = await forms.send({ ...town, places: ['area-6', 'area-7'] }, 'POST', `/proposals/${id}/withdrawal`, {
      ...{ id: newId(), base },
    });
    expect(foreign.body.type).toBe('/problems/proposal-unknown');
    expect((await back(village)).status).toBe(200);
    expect(await seen(office, '?state=waiting')).toEqual([]);
  });

  test('that a colleague made grow is not taken back unread', async () => {
    const { id, base } = await ask('2026-11-01');
    await move(village, '2026-12-20');
    const path = `/proposals/${id}/withdrawal`;
    const unread = await forms.send(town, 'POST', path, { id: newId(), base });
    expect([unread.status, unread.body.type]).toEqual([409, '/problems/proposal-changed']);
    expect(await seen(office, '?state=waiting')).toHaveLength(1);
    expect((await forms.send(town, 'POST', path, { id: newId(), base: await baseOf(id) })).status).toBe(200);
  });

  test('whose acceptance the venue’s form would ask about is accepted with a reason, which is kept and marked', async () => {
    const path = `/places/${codeOf(5)}/forms/venue`;
    await write(forms.store, { actor: 'import', clock: clockAt('2026-10-30') }, (tx) =>
      reportVenues(tx, [venue('area-5', { stage: 'accepted', items: {} })]),
    );
    const { body } = await forms.get(town, path);
    const values = { ...body.values, stage: 'built' };
    await forms.send(town, 'PUT', path, { id: newId(), base: body.base, values, before: body.values });
    const [one] = await seen(office, '?state=waiting');
    const accept = (more: object) =>
      forms.send(office, 'PUT', `/proposals/${one?.id}`, {
        ...{ id: newId(), base: one?.base, decision: 'accepted', answer: null, ...more },
      });
    for (const more of [{}, { confirm: true }, { confirm: true, reason: ' ' }]) {
      const asked = await accept(more);
      expect([asked.status, asked.body.faults.map(({ field, code }) => `${field} ${code}`)]).toEqual([
        422,
        ['stage built-items'],
      ]);
    }
    expect((await accept({ confirm: true, reason: '验收资料不全' })).status).toBe(200);
    const dossier = (await forms.get(office, `/places/${codeOf(5)}`)).body as unknown as DossierAnswer;
    expect(dossier.venue).toMatchObject({ stage: 'built', marks: [{ key: 'built-items', reason: '验收资料不全' }] });
  });

  test('is decided by the office alone; the same decision sent twice is one', async () => {
    const { id } = await ask();
    for (const viewer of [town, village, finance, leader, inspector])
      expect((await decide(viewer, id, 'accepted')).status).toBe(403);
    const sent = { id: newId(), base: await baseOf(id), decision: 'accepted', answer: null };
    const first = await forms.send(office, 'PUT', `/proposals/${id}`, sent);
    expect(await forms.send(office, 'PUT', `/proposals/${id}`, sent)).toEqual(first);
    expect(await built()).toMatchObject({ moves: 1 });
  });

  describe('is seen', () => {
    test('by its own place, the county and the department it concerns; by nobody else', async () => {
      await ask();
      for (const viewer of [office, leader, town, village, finance]) expect(await seen(viewer)).toHaveLength(1);
      expect(await seen({ ...town, places: ['area-6', 'area-7'] })).toEqual([]);
      expect(await seen({ ...finance, subjects: ['organisation'] })).toEqual([]);
      expect((await forms.get(inspector, '/proposals')).status).toBe(403);
      const unknown = await forms.get({ ...town, places: ['area-6', 'area-7'] }, `/proposals?place=${codeOf(4)}`);
      expect(unknown.body.type).toBe('/problems/place-unknown');
    });
    test('in the history of the place, with each wish and the decision', async () => {
      const { id } = await ask();
      await decide(office, id, 'refused', '工期足够');
      const { entries } = (await forms.get(town, `/places/${codeOf(4)}/history`)).body as unknown as {
        entries: {
          title: { zh: string };
          fields: { title: { zh: string }; after: { zh: string } | string | null }[];
        }[];
      };
      expect(entries.slice(0, 2).map(({ title }) => title.zh)).toEqual(['不予同意调整申请', '提出调整申请']);
      const said = JSON.stringify(entries.slice(0, 2));
      for (const words of ['2026年10月25日 → 2026年11月20日', '工期足够', '待审']) expect(said).toContain(words);
    });
  });
});

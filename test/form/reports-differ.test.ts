import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { ListAnswer } from '../../server/list/answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { eachEngine } from '../store/engines.ts';
import { codeOf, type Forms, office, openForms, town } from './county-forms.ts';

eachEngine('a report that takes back what was reported', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const path = `/places/${codeOf(4)}/forms/venue`;
  const save = async (viewer: Viewer, change: object, more: object = {}) => {
    const { body } = await forms.get(viewer, path);
    const values = { ...body.values, ...change };
    return forms.send(viewer, 'PUT', path, { id: newId(), base: body.base, values, before: body.values, ...more });
  };
  const outcome = ({ status, body }: Awaited<ReturnType<typeof save>>) =>
    status === 422 ? body.faults.map(({ field, code }) => `${field} ${code}`) : status;
  const start = (doneOn: string | null) => ({ milestones: [{ key: 'start', plannedOn: null, doneOn }] });
  const done = (doneOn: string) => ({ milestones: [{ key: 'built', plannedOn: null, doneOn }] });
  const because = (reason: string) => ({ confirm: true, reason });
  const dossier = async () => (await forms.get(office, `/places/${codeOf(4)}`)).body as unknown as DossierAnswer;
  const listed = async () =>
    ((await forms.get(office, '/layers/venue-check/list?class=reports-differ')).body as unknown as ListAnswer).rows.map(
      ({ code }) => code,
    );

  test('a real date moved to an earlier day needs a reason, is marked and listed', async () => {
    expect(outcome(await save(town, start('2026-10-20')))).toBe(200);
    expect(outcome(await save(town, start('2026-10-22')))).toBe(200);
    expect(await listed()).toEqual([]);
    expect(outcome(await save(town, start('2026-09-20')))).toEqual(['milestones.start.doneOn done-earlier']);
    expect(outcome(await save(town, start('2026-09-20'), { confirm: true }))).toHaveLength(1);
    expect(outcome(await save(town, start('2026-09-20'), because('原报日期有误')))).toBe(200);
    expect(await listed()).toEqual([codeOf(4)]);
    expect((await dossier()).venue?.marks).toMatchObject([
      {
        key: 'done-earlier',
        title: { zh: '“开工”原报2026年10月22日完成，后改为2026年9月20日' },
        reason: '原报日期有误',
      },
    ]);
    const { body } = await forms.get(office, `/places/${codeOf(4)}/history`);
    expect(JSON.stringify(body)).toContain('原报日期有误');
  });
  test('by the office too, and put right again it is no longer marked', async () => {
    await save(town, start('2026-10-22'));
    expect(outcome(await save(office, start(null)))).toEqual(['milestones.start.doneOn done-emptied']);
    expect(outcome(await save(office, start(null), because('核查未开工')))).toBe(200);
    expect(await listed()).toEqual([codeOf(4)]);
    expect(outcome(await save(town, start('2026-10-22')))).toBe(200);
    expect(await listed()).toEqual([]);
  });
  test('a day before the report that had it open', async () => {
    await save(town, { stage: 'not-started', reportedOn: '2026-10-20' });
    const late = await save(town, { stage: 'structure-underway', ...start('2026-10-19') });
    expect(outcome(late)).toEqual(['milestones.start.doneOn done-unreported']);
    expect(late.body.faults[0]?.text).toContain('2026年10月20日');
    expect(outcome(await save(town, { stage: 'structure-underway', ...start('2026-10-20') }))).toBe(200);
  });
  test('a day of acceptance its own department moves to an earlier day or empties', async () => {
    await save(town, { stage: 'built', ...done('2026-10-01') }, because('清单待补'));
    expect(outcome(await save(office, { organisationAcceptedOn: '2026-10-20' }, because('清单待补')))).toBe(200);
    const earlier = { organisationAcceptedOn: '2026-10-10' };
    expect(outcome(await save(office, earlier))).toEqual(['organisationAcceptedOn done-earlier']);
    expect(outcome(await save(office, earlier, because('原填有误')))).toBe(200);
    expect(outcome(await save(office, { organisationAcceptedOn: null }))).toEqual([
      'organisationAcceptedOn done-emptied',
    ]);
    expect(outcome(await save(office, { organisationAcceptedOn: null }, because('验收作废')))).toBe(200);
    expect(JSON.stringify((await dossier()).venue?.marks)).toContain('“组织部验收”原报2026年10月20日完成，后清空');
    expect(outcome(await save(office, { organisationAcceptedOn: '2026-10-20' }, because('清单待补')))).toBe(200);
    expect(JSON.stringify((await dossier()).venue?.marks)).not.toContain('组织部验收');
  });
  test('an item left blank that was reported as lacking', async () => {
    const { body } = await forms.get(town, path);
    expect(body.values.items).toEqual({ hall: true, clinic: false });
    const blank = { items: { hall: true, clinic: null } };
    expect(outcome(await save(town, blank))).toEqual(['items.clinic item-emptied']);
    expect(outcome(await save(town, blank, because('重新核实')))).toBe(200);
    expect((await dossier()).venue?.marks).toMatchObject([{ key: 'item-emptied', reason: '重新核实' }]);
    expect(outcome(await save(town, { items: { hall: true } }))).toBe(200);
    expect(await listed()).toEqual([codeOf(4)]);
    expect(outcome(await save(town, { items: { hall: true, clinic: false } }))).toBe(200);
    expect(await listed()).toEqual([]);
  });
  test('a draft that meets another save is asked by what stands then', async () => {
    const { body: opened } = await forms.get(town, path);
    await save(office, start('2026-10-22'));
    const { body: now } = await forms.get(town, path);
    const values = { ...now.values, ...start('2026-10-01') };
    const sent = { id: newId(), base: now.base, values, before: now.values };
    expect(outcome(await forms.send(town, 'PUT', path, sent))).toEqual(['milestones.start.doneOn done-earlier']);
    const draft = { ...opened.values, items: { hall: true } };
    const met = { id: newId(), base: opened.base, values: draft, before: opened.values };
    expect(outcome(await forms.send(town, 'PUT', path, met))).toEqual(['items.clinic item-emptied']);
  });
});

import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { ListAnswer } from '../../server/list/answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { eachEngine } from '../store/engines.ts';
import { codeOf, type Forms, finance, office, openForms, town } from './county-forms.ts';

eachEngine('what does not go together is asked when it is entered', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const path = `/places/${codeOf(4)}/forms/venue`;
  const built = { stage: 'built', milestones: [{ key: 'built', plannedOn: '2026-10-25', doneOn: '2026-10-26' }] };
  const save = async (viewer: Viewer, change: object, yes: object = {}) => {
    const { body } = await forms.get(viewer, path);
    const values = { ...body.values, ...change };
    return forms.send(viewer, 'PUT', path, { id: newId(), base: body.base, values, before: body.values, ...yes });
  };
  const faultsOf = ({ status, body }: Awaited<ReturnType<typeof save>>) =>
    status === 422 ? body.faults.map(({ field, code }) => `${field} ${code}`) : status;
  const because = (reason: string) => ({ confirm: true, reason });
  const dossier = async () => (await forms.get(office, `/places/${codeOf(4)}`)).body as unknown as DossierAnswer;
  const listed = async (of: string) =>
    ((await forms.get(office, `/layers/venue-check/list?class=${of}`)).body as unknown as ListAnswer).rows.map(
      ({ code }) => code,
    );

  test('built, accepted and paid: a yes alone is not enough, a reason is kept, marked and listed', async () => {
    expect(faultsOf(await save(town, built))).toEqual(['stage built-items']);
    expect(faultsOf(await save(town, built, { confirm: true }))).toEqual(['stage built-items']);
    expect(faultsOf(await save(town, built, because('  ')))).toEqual(['stage built-items']);
    expect(faultsOf(await save(town, built, because('卫生室下月到位')))).toBe(200);
    expect((await dossier()).venue?.marks).toMatchObject([{ key: 'built-items', reason: '卫生室下月到位' }]);
    expect(await listed('built-items')).toContain(codeOf(4));

    const paid = { subsidyPaidFen: 5_000_000 };
    expect(faultsOf(await save(finance, paid))).toEqual(['subsidyPaidFen paid-early']);
    expect(faultsOf(await save(finance, paid, because('工程款到期')))).toBe(200);
    expect(await listed('paid-early')).toEqual([codeOf(4)]);

    const [first, second] = [{ organisationAcceptedOn: '2026-10-29' }, { financeAcceptedOn: '2026-10-30' }];
    expect(faultsOf(await save(office, first))).toEqual(['organisationAcceptedOn accepted-items']);
    expect(faultsOf(await save(office, first, because('主体达标')))).toBe(200);
    expect(faultsOf(await save(finance, second, because('随后补齐')))).toBe(200);
    expect((await dossier()).venue?.marks).toMatchObject([{ key: 'accepted-items', reason: '随后补齐' }]);
    expect(await listed('accepted-items')).toContain(codeOf(4));
    const why = (await dossier()).verdicts.find(({ layer }) => layer === 'venue-schedule')?.why.zh;
    expect(why).toContain('达标清单缺');
    const { body } = await forms.get(office, `/places/${codeOf(4)}/history`);
    for (const reason of ['卫生室下月到位', '工程款到期', '主体达标', '随后补齐'])
      expect(JSON.stringify(body)).toContain(reason);
  });

  test('what stood already is not asked again', async () => {
    await save(town, built, because('卫生室下月到位'));
    expect(faultsOf(await save(town, { items: { hall: true, clinic: true } }))).toBe(200);
  });
});

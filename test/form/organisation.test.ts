import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import { eachEngine } from '../store/engines.ts';
import { codeOf, type Forms, finance, office, openForms, town, village } from './county-forms.ts';

const turnaround = {
  namedBy: 'county',
  namedOn: '2026-09-01',
  problems: [
    { text: '班子不健全', measure: '补选', dueOn: '2026-10-20', doneOn: null },
    { text: '台账缺失', measure: null, dueOn: '2026-11-20', doneOn: null },
  ],
  leaderId: null,
  groupHeadId: null,
  groupUnits: ['县水利局'],
  guidingUnit: null,
  stationedOn: null,
  signedOffOn: null,
};

eachEngine('the form of a turnaround', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const path = `/places/${codeOf(4)}/forms/organisation`;
  const filled = async (change: object) => {
    const { body } = await forms.get(town, path);
    return { id: newId(), base: body.base, values: { ...body.values, ...change }, before: body.values };
  };
  const begin = async () =>
    forms.send(
      office,
      'PUT',
      path,
      await filled({ name: '四村党支部', screenedOn: '2026-09-01', turnaround, reportedOn: '2026-10-10' }),
    );
  const problems = (at: number, change: object) =>
    turnaround.problems.map((problem, n) => (n === at ? { ...problem, ...change } : problem));

  test('one save is one change, and comes back as it was sent', async () => {
    const before = (await forms.changes()).length;
    expect((await begin()).status).toBe(200);
    expect((await forms.changes()).slice(before)).toMatchObject([{ actor: 'account-office', subject: 'organisation' }]);
    expect((await forms.get(town, path)).body.values.turnaround).toEqual(turnaround);
  });

  test('two editors who put different problems right are both kept; the same one twice is in conflict', async () => {
    await begin();
    const one = await filled({ turnaround: { ...turnaround, problems: problems(0, { doneOn: '2026-10-19' }) } });
    const other = await filled({ turnaround: { ...turnaround, problems: problems(1, { doneOn: '2026-10-30' }) } });
    const third = await filled({ turnaround: { ...turnaround, problems: problems(0, { doneOn: '2026-10-21' }) } });
    await forms.send(town, 'PUT', path, one);
    expect((await forms.send(office, 'PUT', path, other)).status).toBe(200);
    const kept = (await forms.get(town, path)).body.values.turnaround as typeof turnaround;
    expect(kept.problems.map(({ doneOn }) => doneOn)).toEqual(['2026-10-19', '2026-10-30']);
    const refused = await forms.send(office, 'PUT', path, third);
    expect([refused.status, refused.body.conflicts]).toEqual([409, ['turnaround.problems']]);
    expect(refused.body.theirs).toEqual({ 'turnaround.problems': kept.problems });
  });

  describe('refuses', () => {
    test.each([
      ['a sign-off with problems open', { signedOffOn: '2026-10-30' }, 'turnaround.signedOffOn', 'problems-open'],
      ['a leader there is not', { leaderId: 'nobody' }, 'turnaround.leaderId', 'person-unknown'],
      [
        'a problem put right tomorrow',
        { problems: problems(1, { doneOn: '2026-10-31' }) },
        'turnaround.problems.1.doneOn',
        'day-to-come',
      ],
      ['a problem without words', { problems: problems(0, { text: '' }) }, 'turnaround.problems.0.text', 'missing'],
    ])('%s', async (_, change, field, code) => {
      await begin();
      const { status, body } = await forms.send(
        town,
        'PUT',
        path,
        await filled({ turnaround: { ...turnaround, ...change } }),
      );
      expect([status, body.faults.map((one) => [one.field, one.code])]).toEqual([422, [[field, code]]]);
    });
    test('a village and a department', async () => {
      const sent = await filled({ name: '四村党支部' });
      expect((await forms.send(village, 'PUT', path, sent)).status).toBe(403);
      expect((await forms.send(finance, 'PUT', path, sent)).status).toBe(403);
    });
  });
});

eachEngine('the form of responsible people', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const path = (fid: number) => `/places/${codeOf(fid)}/forms/responsible`;
  const wang = { name: '王二', post: '书记', unit: '四村', workPhone: '0999-123456' };
  const save = async (fid: number, change: object, viewer = town) => {
    const { body } = await forms.get(viewer, path(fid));
    const sent = { id: newId(), base: body.base, values: { ...body.values, ...change }, before: body.values };
    return forms.send(viewer, 'PUT', path(fid), sent);
  };
  const holders = async () =>
    (await forms.store.db.selectFrom('responsibility').where('until', 'is', null).selectAll().execute()).map(
      ({ function: duty, personId }) => [duty, personId],
    );
  const people = () => forms.store.db.selectFrom('person').selectAll().execute();

  test('names people, a change for each; names and telephones stand in one table alone', async () => {
    const before = (await forms.changes()).length;
    const { status, body } = await save(4, {
      'party-secretary': wang,
      'town-leader': { ...wang, name: '李三', workPhone: null },
    });
    expect(status).toBe(200);
    expect((await forms.changes()).slice(before).map(({ action }) => action)).toEqual(['appoint', 'appoint']);
    expect(body.seq).toBe((await forms.get(town, '/health')).body.seq);
    expect(await holders()).toHaveLength(2);
    expect((await forms.get(town, path(4))).body.values['party-secretary']).toEqual(wang);
    const versions = JSON.stringify(await forms.store.db.selectFrom('responsibility').selectAll().execute());
    expect(versions).not.toContain('王二');
  });

  test('another telephone corrects the person; another name is another person', async () => {
    await save(4, { 'party-secretary': wang });
    const [[, first]] = (await holders()) as [[string, string]];
    await save(4, { 'party-secretary': { ...wang, workPhone: '12345' } });
    expect([(await holders())[0]?.[1], (await people()).length]).toEqual([first, 1]);
    await save(4, { 'party-secretary': { ...wang, name: '赵四' } });
    expect((await holders())[0]?.[1]).not.toBe(first);
    expect(await people()).toHaveLength(2);
    const nobody = { name: null, post: null, unit: null, workPhone: null };
    await save(4, { 'party-secretary': nobody });
    expect(await holders()).toEqual([]);
  });

  test('who also answers for another town’s village is not changed from here', async () => {
    await save(7, { 'party-secretary': wang }, office);
    await save(4, { 'party-secretary': wang });
    await save(4, { 'party-secretary': { ...wang, workPhone: '12345' } });
    expect((await forms.get(office, path(7))).body.values['party-secretary']).toEqual(wang);
    expect((await forms.get(town, path(4))).body.values['party-secretary']).toMatchObject({ workPhone: '12345' });
  });

  test('refuses a telephone that is none, and one without a name', async () => {
    const faults = async (named: object) =>
      (await save(4, { 'party-secretary': { ...wang, ...named } })).body.faults.map(({ field }) => field);
    expect(await faults({ workPhone: 'ask him' })).toEqual(['party-secretary.workPhone']);
    expect(await faults({ name: null })).toEqual(['party-secretary.name']);
  });

  test('two editors: one function each is kept, one function twice is refused', async () => {
    const { body } = await forms.get(town, path(4));
    const sent = (change: object) => ({
      id: newId(),
      base: body.base,
      values: { ...body.values, ...change },
      before: body.values,
    });
    await forms.send(town, 'PUT', path(4), sent({ 'party-secretary': wang }));
    expect((await forms.send(office, 'PUT', path(4), sent({ 'town-leader': wang }))).status).toBe(200);
    expect(await holders()).toHaveLength(2);
    const late = await forms.send(office, 'PUT', path(4), sent({ 'party-secretary': { ...wang, name: '赵四' } }));
    expect([late.status, late.body.conflicts]).toEqual([409, ['party-secretary.name']]);
  });
});

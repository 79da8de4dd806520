import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, codeOf, type Forms, finance, leader, office, openForms, town, village } from './county-forms.ts';

const path = (fid: number) => `/places/${codeOf(fid)}/forms/venue`;

eachEngine('the form of a venue', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });

  /** Opens the form and gives what is sent back, with some fields changed. */
  const filled = async (viewer = town, fid = 4, change: object = {}) => {
    const { body } = await forms.get(viewer, path(fid));
    const values = { ...body.values, ...change };
    return { id: newId(), base: body.base as string, values, before: body.values, confirm: true, reason: '随后补齐' };
  };
  const versions = () =>
    forms.store.db.selectFrom('venue').where('areaId', '=', 'area-4').orderBy('since').selectAll().execute();

  test('opens with what is known, and says what may be changed by whom', async () => {
    const { status, body } = await forms.get(town, path(4));
    expect(status).toBe(200);
    expect(body.values.stage).toBe('structure-underway');
    expect(body.values.items).toEqual({ hall: true, clinic: false });
    expect(body.values.milestones).toHaveLength(5);
    expect(body.values.subsidyFen).toBe(5_000_000);
    expect(body.writable).toEqual(['stage', 'items', 'reportedOn', 'milestones']);
    expect((await forms.get(finance, path(4))).body.writable).toEqual([
      'financeAcceptedOn',
      'subsidyFen',
      'subsidyPaidFen',
    ]);
    expect((await forms.get(office, path(4))).body.writable).toContain('organisationAcceptedOn');
  });

  test('opens empty where nothing was reported, and the first save is its first version', async () => {
    const { body } = await forms.get(town, path(5));
    expect([body.values.stage, body.saved]).toEqual([null, null]);
    const save = { id: newId(), base: body.base, values: { ...body.values, stage: 'not-started' } };
    expect((await forms.send(town, 'PUT', path(5), save)).status).toBe(200);
    expect((await forms.get(town, path(5))).body.values.stage).toBe('not-started');
  });

  test('one save is one change of the account, with no file, reported today', async () => {
    const before = (await forms.changes()).length;
    const sent = await filled(town, 4, { items: { hall: true, clinic: true } });
    const { status, body } = await forms.send(town, 'PUT', path(4), sent);
    expect([status, body.merged]).toEqual([200, []]);
    const changes = await forms.changes();
    expect(changes).toHaveLength(before + 1);
    expect(changes.at(-1)).toMatchObject({ actor: 'account-town', action: 'report', subject: 'venue', source: null });
    const kept = await versions();
    expect(kept).toHaveLength(2);
    expect(kept.at(-1)).toMatchObject({ reportedOn: '2026-10-30', until: null });
    expect((await forms.get(town, path(4))).body.base).toBe(body.base);
  });

  test('the same save sent again is one version and the same answer; of another person it is refused', async () => {
    const sent = await filled(town, 4, { items: { hall: false } });
    const first = await forms.send(town, 'PUT', path(4), sent);
    const again = await forms.send(town, 'PUT', path(4), sent);
    expect(again).toEqual(first);
    expect(await versions()).toHaveLength(2);
    const foreign = await forms.send(office, 'PUT', path(4), sent);
    expect([foreign.status, foreign.body.type]).toEqual([409, '/problems/submission-foreign']);
  });

  test('two saves at once under one id are one version', async () => {
    const sent = await filled(town, 4, { items: { hall: false } });
    const answers = await Promise.all([1, 2, 3].map(() => forms.send(town, 'PUT', path(4), sent)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await versions()).toHaveLength(2);
  });

  test('of a village nothing was reported on yet, a save without a stage is refused at the stage', async () => {
    const milestones = [{ key: 'start', plannedOn: '2026-11-20', doneOn: null }];
    const { status, body } = await forms.send(town, 'PUT', path(5), await filled(town, 5, { milestones }));
    expect([status, body.faults.map(({ field, code }) => `${field} ${code}`)]).toEqual([422, ['stage missing']]);
  });

  describe('with two editors', () => {
    test('different fields are both kept', async () => {
      const one = await filled(town, 4, { items: { hall: true, clinic: true } });
      const other = await filled(village, 4, { items: { hall: false, clinic: false } });
      await forms.send(town, 'PUT', path(4), one);
      const { status, body } = await forms.send(village, 'PUT', path(4), { ...other, before: undefined });
      expect([status, body.merged]).toEqual([200, ['items.clinic']]);
      expect((await forms.get(town, path(4))).body.values.items).toEqual({ hall: false, clinic: true });
    });

    test('one field of two: refused with the other’s values, who and when; nothing is overwritten', async () => {
      await addAccount(forms.store, 'account-town', '赵一');
      const one = await filled(town, 4, { items: { hall: false, clinic: true } });
      const other = await filled(village, 4, { items: { clinic: false } });
      await forms.send(town, 'PUT', path(4), one);
      const { status, body } = await forms.send(village, 'PUT', path(4), other);
      expect([status, body.type]).toEqual([409, '/problems/saved-meanwhile']);
      expect(body.theirs).toEqual({ 'items.hall': false, 'items.clinic': true });
      expect(body.conflicts).toEqual(['items.hall']);
      expect(body.savedBy).toEqual({ name: '赵一', post: '干事' });
      expect(body.savedAt).toMatch(/^2026-10-30T/);
      expect(await versions()).toHaveLength(2);
      const chosen = { ...other, id: newId(), base: body.base, values: { ...other.values, items: { hall: true } } };
      expect((await forms.send(village, 'PUT', path(4), chosen)).status).toBe(200);
    });

    test('a base that never was is in conflict with all that differs', async () => {
      const sent = await filled(town, 4, { items: { hall: false, clinic: false } });
      const { status, body } = await forms.send(town, 'PUT', path(4), {
        ...sent,
        base: '0'.repeat(32),
        before: undefined,
      });
      expect([status, body.conflicts]).toEqual([409, ['items.hall']]);
    });
  });

  describe('refuses field by field', () => {
    const faults = async (change: object, viewer = town) => {
      const { status, body } = await forms.send(viewer, 'PUT', path(4), await filled(viewer, 4, change));
      return status === 422 ? body.faults.map((one: { field: string; code: string }) => [one.field, one.code]) : status;
    };
    const done = (key: string, doneOn: string) => [
      { key: 'start', plannedOn: '2026-08-20', doneOn: '2026-08-19' },
      { key, plannedOn: null, doneOn },
    ];

    test('a day that does not exist, and one to come', async () => {
      expect(await faults({ stage: 'built', milestones: done('built', '2026-02-30') })).toEqual([
        ['milestones.built.doneOn', 'day-not-real'],
      ]);
      expect(await faults({ stage: 'built', milestones: done('built', '2026-10-31') })).toEqual([
        ['milestones.built.doneOn', 'day-to-come'],
      ]);
      expect(await faults({ stage: 'built', milestones: done('built', '2026-10-30') })).toBe(200);
    });
    test('milestones out of order, and a stage behind them', async () => {
      expect(await faults({ stage: 'built', milestones: done('built', '2026-08-18') })).toEqual([
        ['milestones.built.doneOn', 'milestone-order'],
      ]);
      expect(await faults({ milestones: done('built', '2026-09-18') })).toEqual([['stage', 'stage-behind']]);
    });
    test('accepted without the days, and acceptance of what is not built', async () => {
      expect(await faults({ stage: 'accepted' })).toEqual([
        ['milestones.built.doneOn', 'milestone-open'],
        ['stage', 'accepted-undated'],
      ]);
      expect(await faults({ organisationAcceptedOn: '2026-10-29' }, office)).toEqual([
        ['organisationAcceptedOn', 'not-built'],
      ]);
    });
    test('more paid than due, until it is confirmed', async () => {
      const sent = await filled(finance, 4, { subsidyPaidFen: 5_000_001 });
      const { status, body } = await forms.send(finance, 'PUT', path(4), { ...sent, confirm: false });
      expect([status, body.faults[0]?.confirmable]).toEqual([422, true]);
      expect((await forms.send(finance, 'PUT', path(4), { ...sent, confirm: true })).status).toBe(200);
    });
    test('an item no checklist has, in the language asked for', async () => {
      const sent = await filled(town, 4, { items: { pool: true } });
      const { status, body } = await forms.send(town, 'PUT', `${path(4)}?lang=en`, sent);
      expect([status, body.faults[0]?.field]).toEqual([422, 'items.pool']);
      expect(body.faults[0]?.text).toMatch(/^The checklist/);
    });
    test('and leaves everything as it was', async () => {
      await faults({ stage: 'accepted' });
      expect(await versions()).toHaveLength(1);
      expect(await forms.store.db.selectFrom('submission').selectAll().execute()).toEqual([]);
    });
  });

  describe('by rights', () => {
    test('a town writes its own villages; a foreign one and none are refused alike', async () => {
      const sent = await filled(town, 4, { items: { hall: false } });
      const foreign = await forms.send(town, 'PUT', path(7), sent);
      expect([foreign.status, foreign.body.type]).toEqual([403, '/problems/not-allowed']);
      expect(await forms.send(town, 'PUT', path(99), sent)).toEqual(foreign);
      expect((await forms.get(town, path(7))).status).toBe(404);
    });
    test('a village writes itself, a leader nothing', async () => {
      const sent = await filled(village, 4, { items: { hall: false } });
      expect((await forms.send(village, 'PUT', path(3), sent)).status).toBe(403);
      expect((await forms.send(leader, 'PUT', path(4), sent)).status).toBe(403);
      expect((await forms.send(village, 'PUT', path(4), sent)).status).toBe(200);
    });
    test('each department accepts for itself; with both what is built is accepted', async () => {
      const built = {
        stage: 'built',
        milestones: [{ key: 'built', plannedOn: '2026-10-25', doneOn: '2026-10-26' }],
      };
      expect((await forms.send(town, 'PUT', path(4), await filled(town, 4, built))).status).toBe(200);
      const organisation = { organisationAcceptedOn: '2026-10-29' };
      const refused = await forms.send(finance, 'PUT', path(4), await filled(finance, 4, organisation));
      expect([refused.status, refused.body.parameter]).toEqual([403, 'organisationAcceptedOn']);
      const ofTown = await forms.send(town, 'PUT', path(4), await filled(town, 4, organisation));
      expect(ofTown.body.type).toBe('/problems/field-not-allowed');
      expect((await forms.send(office, 'PUT', path(4), await filled(office, 4, organisation))).status).toBe(200);
      const money = { financeAcceptedOn: '2026-10-30', subsidyPaidFen: 5_000_000 };
      expect((await forms.send(office, 'PUT', path(4), await filled(office, 4, money))).status).toBe(403);
      expect((await forms.send(finance, 'PUT', path(4), await filled(finance, 4, money))).status).toBe(200);
      expect((await forms.get(office, path(4))).body.values.stage).toBe('accepted');
    });
  });
});

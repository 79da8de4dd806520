import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import type { Viewer } from '../../server/rights/view.ts';
import type { TasksAnswer } from '../../server/task/answer.ts';
import { isOwnUnit } from '../../server/task/responsible.message.ts';
import {
  codeOf,
  type Forms,
  finance,
  inspector,
  leader,
  office,
  openForms,
  town,
  village,
} from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';

describe('a unit is one’s own by its name, not by its place', () => {
  const department = { units: ['县财政局'], towns: [], villages: [] };
  const ofTown = { units: [], towns: ['望岭镇'], villages: [] };
  const ofVillage = { units: [], towns: [], villages: [{ name: '后马家沟', town: '望岭镇' }] };
  test.each([
    [department, '县财政局', true],
    [department, '财政局', true],
    [department, '县委组织部、县财政局', true],
    [department, '县民政局', false],
    [department, '望岭镇党委', false],
    [department, '县财政局望岭所', false],
    [ofTown, '望岭镇', true],
    [ofTown, '望岭镇党委', true],
    [ofTown, '中共望岭镇委员会', true],
    [ofTown, '望岭镇人民政府', true],
    [ofTown, 'Town office of 望岭镇', true],
    [ofTown, '石门镇党委', false],
    [ofTown, '望岭镇后马家沟村党支部', false],
    [ofTown, '县财政局', false],
    [ofTown, '', false],
    [ofVillage, '后马家沟村党支部', true],
    [ofVillage, '望岭镇后马家沟村', true],
    [ofVillage, '望岭镇党委', false],
    [ofVillage, '前马家沟村党支部', false],
  ])('%j answers for %s: %s', (own, unit, is) => expect(isOwnUnit(unit, own)).toBe(is));
});

eachEngine('whose task it is to answer', (open) => {
  let forms: Forms;
  const units = {
    town: '城关镇党委',
    otherTown: '望岭镇党委',
    finance: '县财政局',
    civil: '县民政局',
    village: '村4村党支部',
  };
  const viewers: Record<string, Viewer> = {
    office,
    leader,
    finance,
    civil: { ...finance, id: 'account-civil' },
    town,
    otherTown: { ...town, id: 'account-other', places: ['area-6', 'area-7'] },
    village,
    inspector,
  };
  /** Who may report each task; the office does so for any. */
  const answers: Record<string, string[]> = {
    town: ['office', 'town'],
    otherTown: ['office'],
    finance: ['office', 'finance'],
    civil: ['office', 'civil'],
    village: ['office', 'village'],
  };
  const ids = new Map<string, string>();
  beforeEach(async () => {
    forms = await openForms(await open());
    for (const [id, unit] of [
      ['account-finance', '县财政局'],
      ['account-civil', '县民政局'],
    ] as const) {
      await forms.store.db
        .insertInto('person')
        .values({ id, name: id, post: '干事', unit, workPhone: null, position: null })
        .execute();
      const account = { id, login: id, personId: id, role: 'department', state: 'active', places: '[]' };
      await forms.store.db
        .insertInto('account')
        .values({
          ...{ ...account, subjects: '["venue"]', teams: '[]', passwordHash: null, passwordAt: null, mustChange: 0 },
          createdAt: '2026-10-30T00:00:00Z',
        })
        .execute();
    }
    for (const [key, unit] of Object.entries(units)) {
      const id = newId();
      ids.set(key, id);
      const sent = {
        place: codeOf(4),
        title: `${key}的事项`,
        unit,
        personId: null,
        dueOn: '2026-11-09',
        about: 'venue',
      };
      expect((await forms.send(office, 'PUT', `/tasks/${id}`, { id: newId(), ...sent })).status).toBe(200);
    }
  });
  const report = (viewer: Viewer, key: string) =>
    forms.send(viewer, 'POST', `/tasks/${ids.get(key)}/move`, {
      ...{ id: newId(), to: 'remedied', note: '已补齐', dueOn: null, meeting: null },
    });

  test.each(Object.keys(viewers))('%s is shown and may do only that', async (name) => {
    const viewer = viewers[name] as Viewer;
    const { status, body } = await forms.get(viewer, '/tasks');
    const seen = (body as unknown as TasksAnswer).tasks ?? [];
    expect(status).toBe(name === 'inspector' ? 403 : 200);
    for (const key of Object.keys(units)) {
      const own = answers[key]?.includes(name) ?? false;
      const shown = seen.find(({ id }) => id === ids.get(key));
      if (shown)
        expect([key, shown.moves.includes('remedied'), shown.mine]).toEqual([key, own, own && name !== 'office']);
      const answer = await report(viewer, key);
      const expected = own ? 200 : shown ? 403 : name === 'inspector' ? 403 : 404;
      expect([key, answer.status]).toEqual([key, expected]);
    }
  });

  test('another’s task is refused with the unit it is of; so is one said to be put right with a new limit', async () => {
    const refused = await report(finance, 'town');
    expect([refused.body.type.split('/').at(-1), JSON.stringify(refused.body)]).toEqual([
      'task-of-others',
      expect.stringContaining('城关镇党委'),
    ]);
    const limited = await forms.send(finance, 'POST', `/tasks/${ids.get('finance')}/move`, {
      ...{ id: newId(), to: 'remedied', note: '已补齐', dueOn: '2026-11-20', meeting: null },
    });
    expect(limited.status).toBe(403);
  });

  test('nobody signs off what nobody answered without saying why', async () => {
    const close = (note: string | null, key = 'town') =>
      forms.send(office, 'POST', `/tasks/${ids.get(key)}/move`, {
        ...{ id: newId(), to: 'closed', note, dueOn: null, meeting: null },
      });
    for (const note of [null, '', '  ']) {
      const { status, body } = await close(note);
      expect([status, body.faults[0]?.field, body.faults[0]?.code]).toEqual([422, 'note', 'missing']);
    }
    expect((await close('现场核实已补齐')).status).toBe(200);
    const { tasks } = (await forms.get(office, '/tasks')).body as unknown as TasksAnswer;
    const closed = tasks.find(({ id }) => id === ids.get('town'));
    expect([closed?.state, closed?.steps.at(-1)?.note]).toEqual(['closed', '现场核实已补齐']);
  });

  test('a limit that is the one it has says so and writes nothing', async () => {
    const before = await forms.changes();
    const same = await forms.send(office, 'POST', `/tasks/${ids.get('town')}/move`, {
      ...{ id: newId(), to: 'assigned', note: null, dueOn: '2026-11-09', meeting: null },
    });
    expect([same.status, same.body.faults[0]?.field, same.body.faults[0]?.code]).toEqual([
      422,
      'dueOn',
      'nothing-changed',
    ]);
    expect(await forms.changes()).toEqual(before);
  });
});

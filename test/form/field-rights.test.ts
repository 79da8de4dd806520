import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import { type FieldRight, fieldRight, fieldRights, type OwnedForm } from '../../server/rights/field-rights/rules.ts';
import type { Role, Viewer } from '../../server/rights/view.ts';
import { eachEngine } from '../store/engines.ts';
import { codeOf, type Forms, finance, office, openForms, town, village } from './county-forms.ts';

/** Who sets a field (w), asks for it (p) or neither (-): office, department, town, village. */
const table: Record<OwnedForm, [path: string, signs: string, to: unknown][]> = {
  venue: [
    ['stage', 'w-ww', 'structure-done'],
    ['items.hall', 'w-ww', false],
    ['milestones.fitting.plannedOn', 'w-pp', '2026-10-01'],
    ['milestones.built.plannedOn', 'w-pp', null],
    ['milestones.built.plannedOn', 'w-pp', '2026-11-20'],
    ['milestones.start.doneOn', 'w-ww', '2026-09-01'],
    ['organisationAcceptedOn', 'w---', '2026-10-30'],
    ['financeAcceptedOn', '-w--', '2026-10-30'],
    ['subsidyFen', 'ww--', 6_000_000],
    ['subsidyPaidFen', 'ww--', 1_000_000],
  ],
  organisation: [
    ['name', 'w-w-', '四村总支'],
    ['screenedOn', 'w-w-', '2026-09-03'],
    ['turnaround', 'w-p-', null],
    ['turnaround.namedBy', 'w-p-', 'city'],
    ['turnaround.namedOn', 'w-p-', '2026-09-02'],
    ['turnaround.groupUnits', 'w-p-', ['县水利局', '县民政局']],
    ['turnaround.guidingUnit', 'w-w-', '县民政局'],
    ['turnaround.stationedOn', 'w-w-', '2026-09-10'],
  ],
};
const people: [Role, Viewer][] = [
  ['office', office],
  ['department', finance],
  ['town', town],
  ['village', village],
];
const rightOf = (signs: string, at: number): FieldRight =>
  ({ w: 'write' as const, p: 'propose' as const })[signs[at] ?? '-'] ?? 'none';

describe('the table of rights by field', () => {
  const rows = Object.entries(table).flatMap(([form, fields]) =>
    fields.flatMap(([path, signs]) =>
      people.map(([role], at) => [form as OwnedForm, path, role, rightOf(signs, at)] as const),
    ),
  );
  test.each(rows)('%s %s by %s: %s', (form, path, role, right) => expect(fieldRight(form, role, path)).toBe(right));
  test('what it does not name is nobody’s, and nobody else sets anything', () => {
    for (const form of ['venue', 'organisation'] as const) {
      expect(fieldRight(form, 'office', 'since')).toBe('none');
      for (const role of ['leader', 'inspector', 'administrator', 'screen'] as const)
        for (const [pattern] of fieldRights[form]) expect(fieldRight(form, role, pattern), pattern).toBe('none');
    }
  });
  test('a lamp’s measure is never its bearer’s', () => {
    for (const role of ['town', 'village'] as const) {
      for (const key of ['start', 'structure', 'fitting', 'built', 'acceptance'])
        expect(fieldRight('venue', role, `milestones.${key}.plannedOn`)).not.toBe('write');
      for (const path of ['stage.accepted', 'organisationAcceptedOn', 'financeAcceptedOn'])
        expect(fieldRight('venue', role, path)).not.toBe('write');
      for (const side of ['leaderId', 'groupHeadId', 'signedOffOn', 'problems.dueOn', 'problems.removed'])
        expect(fieldRight('organisation', role, `turnaround.${side}`)).not.toBe('write');
    }
  });
});

const turnaround = {
  ...{ namedBy: 'county', namedOn: '2026-09-01', leaderId: null, groupHeadId: null, groupUnits: ['县水利局'] },
  ...{ guidingUnit: null, stationedOn: null, signedOffOn: null },
  problems: [
    { text: '班子不健全', measure: '补选', dueOn: '2026-10-20', doneOn: null },
    { text: '台账缺失', measure: null, dueOn: '2026-11-20', doneOn: null },
  ],
};

eachEngine('a form, field by field and role by role', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
    const milestones = [
      { key: 'start', plannedOn: '2026-08-20', doneOn: '2026-08-22' },
      { key: 'structure', plannedOn: '2026-09-20', doneOn: '2026-09-25' },
      { key: 'fitting', plannedOn: null, doneOn: '2026-10-05' },
      { key: 'built', plannedOn: '2026-10-25', doneOn: '2026-10-26' },
    ];
    await save(office, 'venue', { stage: 'built', milestones });
    await save(office, 'organisation', { name: '四村党支部', screenedOn: '2026-09-01', turnaround });
  });
  const path = (form: OwnedForm) => `/places/${codeOf(4)}/forms/${form}`;
  const save = async (viewer: Viewer, form: OwnedForm, change: object) => {
    const { body } = await forms.get(office, path(form));
    const values = { ...body.values, ...change };
    return forms.send(viewer, 'PUT', path(form), {
      ...{ id: newId(), base: body.base, values, before: body.values },
      ...{ confirm: true, reason: '随后补齐' },
    });
  };
  const stands = async (form: OwnedForm) => (await forms.get(office, path(form))).body.values;
  const at = (values: object, way: string) =>
    way.split('.').reduce<unknown>((inner, name) => {
      if (Array.isArray(inner)) return inner.find(({ key }: { key: string }) => key === name);
      return (inner as Record<string, unknown> | null)?.[name];
    }, values) ?? null;
  const changed = async (form: OwnedForm, way: string, to: unknown) => {
    const values = structuredClone(await stands(form)) as Record<string, unknown>;
    const [last = '', ...rest] = way.split('.').reverse();
    const parent = rest.length === 0 ? values : (at(values, rest.reverse().join('.')) as Record<string, unknown>);
    parent[last] = to;
    return values;
  };

  const cases = (['venue', 'organisation'] as const).flatMap((form) =>
    table[form].map(([way, signs, to]) => [form, way, signs, to] as const),
  );
  // The stage reached is behind `built` here, so it is tried by itself below.
  test.each(cases.filter(([, way]) => way !== 'stage'))('%s %s (%s) to %j', async (form, way, signs, to) => {
    for (const [n, [role, viewer]] of people.entries()) {
      const before = at(await stands(form), way);
      const { status, body } = await save(viewer, form, await changed(form, way, to));
      const right = rightOf(signs, n);
      const mayOpen = form === 'venue' || role === 'office' || role === 'town';
      expect(status, role).toBe(right === 'none' || !mayOpen ? 403 : 200);
      expect(at(await stands(form), way), role).toEqual(right === 'write' && mayOpen ? to : before);
      if (right === 'propose') expect(body.proposed, role).toEqual([way]);
      if (right === 'write' && mayOpen) {
        expect(body.proposed, role).toBeUndefined();
        await save(role === 'department' ? finance : office, form, await changed(form, way, before));
      }
    }
  });

  test('what is accepted stays so whatever its town reports; the office is asked', async () => {
    const on = '2026-10-28';
    expect((await save(finance, 'venue', { financeAcceptedOn: on })).status).toBe(200);
    expect((await save(office, 'venue', { stage: 'accepted', organisationAcceptedOn: on })).status).toBe(200);
    for (const viewer of [town, village]) {
      const { status, body } = await save(viewer, 'venue', { stage: 'built' });
      expect([status, body.proposed]).toEqual([200, ['stage']]);
      expect(at(await stands('venue'), 'stage')).toBe('accepted');
    }
  });

  test('a lamp stays red when its town moves the plan, and when it empties it', async () => {
    const late = [{ key: 'built', plannedOn: '2026-10-10', doneOn: null }];
    await save(office, 'venue', { stage: 'fitting-out', milestones: [...late] });
    const classOf = async () =>
      (await forms.get(office, '/layers/venue-schedule/values')).body as unknown as { classes: string };
    const red = await classOf();
    for (const plannedOn of ['2026-11-20', null]) {
      const sent = await save(town, 'venue', { milestones: [{ key: 'built', plannedOn, doneOn: null }] });
      expect([sent.status, sent.body.proposed]).toEqual([200, ['milestones.built.plannedOn']]);
      expect((await classOf()).classes).toBe(red.classes);
    }
  });

  test('of problems a town reports what was done and adds new ones; it moves no limit and removes none', async () => {
    const [first, second] = turnaround.problems;
    const fresh = ['新问题', '又一个'].map((text) => ({ text, measure: null, dueOn: '2026-11-25', doneOn: null }));
    const problems = [{ ...first, measure: '已补选', dueOn: '2026-12-20', doneOn: '2026-10-29' }, ...fresh];
    const { status, body } = await save(town, 'organisation', { turnaround: { ...turnaround, problems } });
    expect([status, body.proposed]).toEqual([200, ['turnaround.problems.dueOn', 'turnaround.problems']]);
    expect(at(await stands('organisation'), 'turnaround.problems')).toEqual([
      { ...first, measure: '已补选', doneOn: '2026-10-29' },
      second,
      ...fresh,
    ]);
  });

  test('a problem worded anew by its town keeps its words until the office agrees', async () => {
    const [first, second] = turnaround.problems;
    const problems = [first, { ...second, text: '无台账', doneOn: '2026-10-29' }];
    const { body } = await save(town, 'organisation', { turnaround: { ...turnaround, problems } });
    expect(body.proposed).toEqual(['turnaround.problems.text']);
    expect(at(await stands('organisation'), 'turnaround.problems')).toEqual([
      first,
      { ...second, doneOn: '2026-10-29' },
    ]);
  });

  test('plans left as they were are neither asked for nor in conflict, whatever the office did meanwhile', async () => {
    const { body: opened } = await forms.get(town, path('venue'));
    await save(office, 'venue', await changed('venue', 'milestones.fitting.plannedOn', '2026-10-01'));
    const values = { ...opened.values, items: { hall: false, clinic: false } };
    const sent = { id: newId(), base: opened.base, values, before: opened.values };
    const { status, body } = await forms.send(town, 'PUT', path('venue'), sent);
    expect([status, body.proposed, body.merged]).toEqual([200, undefined, ['milestones.fitting.plannedOn']]);
    expect(at(await stands('venue'), 'milestones.fitting.plannedOn')).toBe('2026-10-01');
  });

  test('what meets another save is parted by rights all the same', async () => {
    const { body: opened } = await forms.get(town, path('venue'));
    await save(village, 'venue', { items: { hall: false, clinic: false } });
    const values = { ...opened.values, milestones: [{ key: 'built', plannedOn: '2026-11-20', doneOn: '2026-10-26' }] };
    const kept = (opened.values['milestones'] as { key: string }[]).map((one) =>
      one.key === 'built' ? values.milestones[0] : one,
    );
    const sent = { id: newId(), base: opened.base, values: { ...values, milestones: kept } };
    const { status, body } = await forms.send(town, 'PUT', path('venue'), sent);
    expect([status, body.proposed]).toEqual([200, ['milestones.built.plannedOn']]);
    expect(at(await stands('venue'), 'milestones.built.plannedOn')).toBe('2026-10-25');
    expect(at(await stands('venue'), 'items')).toEqual({ hall: false, clinic: false });
  });
});

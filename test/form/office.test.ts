import { beforeEach, describe, expect, test } from 'vitest';
import { defaultChecklist, defaultThresholds } from '../../server/campaign/default-editions.message.ts';
import { putEdition } from '../../server/campaign/edition-actions.ts';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { codeOf, type Forms, office, openForms, town } from './county-forms.ts';

eachEngine('a change of places', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const send = (change: object, viewer = office) =>
    forms.send(viewer, 'POST', '/areas/changes', { id: newId(), on: '2026-10-30', ...change });
  const areas = async () => {
    const { villages } = (await forms.get(office, '/areas')).body as unknown as {
      villages: { code: string; name: string; town: number }[];
    };
    return villages.map(({ code, name, town: of }) => [code, name, of]);
  };

  test('renames from its day on; the dossier is found under both codes and the day before is as it was', async () => {
    const before = (await forms.changes()).length;
    const { status, body } = await send({ kind: 'rename', code: codeOf(3), name: '新三村', newCode: 'N3' });
    expect([status, body.place]).toEqual([200, { code: 'N3', name: '新三村', kind: 'village' }]);
    expect((await forms.changes()).length).toBe(before + 1);
    expect(await areas()).toContainEqual(['N3', '新三村', 2]);
    expect((await forms.get(office, `/places/${codeOf(3)}`)).status).toBe(200);
    const past = await forms.get(office, '/areas?asOf=2026-10-29');
    expect(JSON.stringify(past.body)).not.toContain('新三村');
  });

  test('a day to come is kept until then', async () => {
    expect(
      (await send({ kind: 'rename', code: codeOf(3), name: '新三村', newCode: null, on: '2026-12-01' })).status,
    ).toBe(200);
    expect(await areas()).toContainEqual([codeOf(3), '村3', 2]);
  });

  test('merges a village into another of its town, and says what stays to be done', async () => {
    const { status, body } = await send({
      kind: 'merge',
      code: codeOf(4),
      into: codeOf(3),
      name: '合村',
      newCode: codeOf(4),
    });
    expect([status, body.place.name, body.notes.length]).toEqual([200, '合村', 2]);
    expect((await areas()).filter(([, , of]) => of === 2)).toEqual([
      [codeOf(4), '合村', 2],
      [codeOf(5), '村5', 2],
    ]);
    expect((await forms.changes()).at(-1)?.action).toBe('merge');
  });

  test('splits a village off, without a boundary until one is imported', async () => {
    const { body } = await send({ kind: 'split', code: codeOf(3), name: '东三村', newCode: 'E3' });
    expect(body.notes[0]?.zh).toContain('还没有村界');
    expect(await areas()).toContainEqual(['E3', '东三村', 2]);
    expect((await forms.get(town, '/places/E3')).status).toBe(404);
    expect((await forms.get(office, '/places/E3')).status).toBe(200);
    expect((await forms.get(office, '/search?q=%E4%B8%9C%E4%B8%89')).body).toMatchObject({ hits: [{ code: 'E3' }] });
  });

  test('gives a village to another town', async () => {
    expect((await send({ kind: 'move', code: codeOf(3), town: '990100101', newCode: null })).status).toBe(200);
    expect(await areas()).toContainEqual([codeOf(3), '村3', 6]);
    const form = `/places/${codeOf(3)}/forms/venue`;
    const former = { ...town, root: { places: ['area-2'], on: '2026-10-29' } };
    expect((await forms.get(former, form)).status).toBe(404);
    const other = { ...town, places: ['area-3', 'area-6'] };
    expect((await forms.get(other, form)).status).toBe(200);
  });

  test.each([
    [
      'a code that is taken',
      { kind: 'rename', code: codeOf(3), name: '村3', newCode: codeOf(4) },
      'newCode',
      'code-taken',
    ],
    ['nothing new', { kind: 'rename', code: codeOf(3), name: '村3', newCode: null }, 'name', 'nothing-changed'],
    [
      'a day before it was',
      { kind: 'rename', code: codeOf(3), name: 'x', newCode: null, on: '2026-08-17' },
      'on',
      'day-before',
    ],
    [
      'villages of two towns',
      { kind: 'merge', code: codeOf(4), into: codeOf(7), name: null, newCode: null },
      'into',
      'other-town',
    ],
    ['itself', { kind: 'merge', code: codeOf(4), into: codeOf(4), name: null, newCode: null }, 'into', 'same-place'],
    ['a town that is none', { kind: 'move', code: codeOf(4), town: codeOf(3), newCode: null }, 'town', 'town-unknown'],
    [
      'a day that is none',
      { kind: 'rename', code: codeOf(3), name: 'x', newCode: null, on: '2026-02-30' },
      'on',
      'day-not-real',
    ],
  ])('refuses %s', async (_, change, field, code) => {
    const { status, body } = await send(change);
    expect([status, body.faults[0]?.field, body.faults[0]?.code]).toEqual([422, field, code]);
  });

  test.each([
    ['rename', { kind: 'rename', code: codeOf(3), name: '村4', newCode: null }],
    ['rename, 村 after it', { kind: 'rename', code: codeOf(3), name: '村4村', newCode: null }],
    ['split', { kind: 'split', code: codeOf(3), name: '村5', newCode: 'E3' }],
    ['merge', { kind: 'merge', code: codeOf(3), into: codeOf(4), name: '村5', newCode: null }],
    ['rename of a town', { kind: 'rename', code: '990100100', name: '望岭', newCode: null }],
  ])('asks about a name the town has already: %s', async (_, change) => {
    const { status, body } = await send(change);
    expect([status, body.faults]).toMatchObject([422, [{ field: 'name', code: 'name-taken', confirmable: true }]]);
    expect((await send({ ...change, confirm: true })).status).toBe(200);
  });

  test('asks about a name the town moved to has already', async () => {
    await send({ kind: 'rename', code: codeOf(3), name: '=7村', newCode: null });
    const move = { kind: 'move', code: codeOf(3), town: '990100101', newCode: null, on: '2026-10-31' };
    expect((await send(move)).body.faults).toMatchObject([{ field: 'town', code: 'name-taken' }]);
    expect((await send({ ...move, confirm: true })).status).toBe(200);
  });

  test('takes a name without what one cannot see', async () => {
    const { body } = await send({ kind: 'rename', code: codeOf(3), name: '\u200b新三\u202e村 ', newCode: null });
    expect(body.place.name).toBe('新三村');
    const empty = await send({ kind: 'rename', code: codeOf(4), name: '\u200b\ufeff', newCode: null });
    expect(empty.body.faults).toMatchObject([{ field: 'name', code: 'missing' }]);
  });

  test('is the office’s', async () => {
    expect((await send({ kind: 'rename', code: codeOf(3), name: 'x', newCode: null }, town)).status).toBe(403);
  });
});

eachEngine('an edition', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
    const { store } = forms;
    await write(store, { actor: 'office', clock: clockAt('2026-10-30') }, async (tx) => {
      await putEdition(tx, { kind: 'checklist', fromOn: '2026-08-17', body: defaultChecklist });
      await putEdition(tx, { kind: 'thresholds', fromOn: '2026-08-17', body: defaultThresholds });
    });
  });
  const opened = async (kind: string) => (await forms.get(office, `/editions/${kind}`)).body;
  const put = (kind: string, sent: object) => forms.send(office, 'PUT', `/editions/${kind}`, { id: newId(), ...sent });
  const longer = [...defaultChecklist, { key: 'yard', group: 'haves', title: { zh: '院落', en: 'yard' } }];

  test('the checklist gains an item from a day to come; today’s stays', async () => {
    const { base, fromOn, body } = await opened('checklist');
    expect([fromOn, (body as object[]).length]).toEqual(['2026-08-17', 19]);
    expect((await put('checklist', { base, fromOn: '2026-11-01', body: longer })).status).toBe(200);
    const after = await opened('checklist');
    expect([after.fromOn, after.editions.map((one) => one.fromOn)]).toEqual([
      '2026-08-17',
      ['2026-08-17', '2026-11-01'],
    ]);
  });

  test('the checklist in force is the one a venue is filled in by', async () => {
    const { base } = await opened('checklist');
    await put('checklist', { base, fromOn: '2026-10-30', body: longer });
    const form = (await forms.get(town, `/places/${codeOf(4)}/forms/venue`)).body;
    const values = { ...form.values, items: { ...(form.values.items as object), yard: true } };
    const sent = { id: newId(), base: form.base, values };
    expect((await forms.send(town, 'PUT', `/places/${codeOf(4)}/forms/venue`, sent)).status).toBe(200);
  });

  test('one that begins before today asks to be confirmed', async () => {
    const { base } = await opened('thresholds');
    const body = { ...defaultThresholds, venueLateDays: 10 };
    const asked = await put('thresholds', { base, fromOn: '2026-10-29', body });
    expect([asked.status, asked.body.type]).toEqual([409, '/problems/confirm-needed']);
    expect((await put('thresholds', { base, fromOn: '2026-10-29', body, confirm: true })).status).toBe(200);
    expect((await opened('thresholds')).body).toEqual(body);
  });

  test('set by another meanwhile: nothing is overwritten', async () => {
    const { base } = await opened('thresholds');
    const with_ = (venueLateDays: number) => ({
      base,
      fromOn: '2026-10-30',
      body: { ...defaultThresholds, venueLateDays },
    });
    expect((await put('thresholds', with_(10))).status).toBe(200);
    const late = await put('thresholds', with_(12));
    expect([late.status, late.body.type]).toEqual([409, '/problems/saved-meanwhile']);
    expect((await opened('thresholds')).body).toMatchObject({ venueLateDays: 10 });
  });

  test('a campaign can be set where none was imported', async () => {
    const { base, body } = await opened('campaign');
    expect(body).toMatchObject({ days: 100, nodes: [] });
    const campaign = {
      ...(body as object),
      nodes: [{ title: { zh: '验收', en: '' }, on: '2026-11-10', measure: null }],
    };
    expect((await put('campaign', { base, fromOn: '2026-10-30', body: campaign })).status).toBe(200);
    expect((await opened('campaign')).body).toEqual(campaign);
  });

  describe('refuses', () => {
    const first = defaultChecklist.slice(0, 1);
    test.each<[string, string, unknown, string, string]>([
      ['an empty checklist', 'checklist', [], 'body', 'missing'],
      ['an item twice', 'checklist', [...first, ...first], 'body.1.key', 'key-twice'],
      [
        'limits out of order',
        'thresholds',
        { ...defaultThresholds, visitDueDays: 6 },
        'body.visitDueDays',
        'limits-order',
      ],
      ['half a day', 'thresholds', { ...defaultThresholds, venueLateDays: 1.5 }, 'body.venueLateDays', 'number-out'],
      [
        'a node outside the campaign',
        'campaign',
        {
          title: { zh: '行动', en: '' },
          firstOn: '2026-08-17',
          days: 100,
          nodes: [{ title: { zh: '节点', en: '' }, on: '2026-11-25' }],
        },
        'body.nodes.0.on',
        'outside-campaign',
      ],
    ])('%s', async (_, kind, body, field, code) => {
      const { base } = await opened(kind);
      const answered = await put(kind, { base, fromOn: '2026-10-30', body });
      expect([answered.status, answered.body.faults?.[0]?.field, answered.body.faults?.[0]?.code]).toEqual([
        422,
        field,
        code,
      ]);
    });
  });
});

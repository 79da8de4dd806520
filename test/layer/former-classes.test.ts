import { expect, test } from 'vitest';
import { defaultRanking } from '../../server/campaign/default-editions.message.ts';
import { layers } from '../../server/layer/registry.ts';
import { currentClasses } from '../../server/layer/rules.ts';
import { unknownParts } from '../../server/layer/unknown-parts.ts';
import { countedClasses } from '../../server/ranking/measure.ts';
import { classesOf } from '../../web/places.ts';
import { office, openForms } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';

const layerOf = (id: string) => {
  const found = layers.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

test.each<[string, string[], string[]]>([
  ['inspection-linkage', ['none'], ['overdue']],
  ['inspection-linkage', ['part'], ['due', 'near']],
  ['inspection-linkage', ['kept', 'part', 'near'], ['kept', 'due', 'near']],
  ['inspection-linkage', ['nobody-knows'], ['nobody-knows']],
  ['venue-schedule', ['constructor', 'toString'], ['constructor', 'toString']],
  ['venue-schedule', ['built'], ['built']],
])('of %s the classes %j are now %j: in a formula, in a link', (id, before, now) => {
  const layer = layerOf(id);
  expect(currentClasses(layer, before)).toEqual(now);
  expect(countedClasses(layer, { classes: before })).toEqual(now);
  const known = now.filter((one) => layer.classes.some((cls) => cls.id === one));
  const { judge: _judge, touches: _touches, ...answer } = layer;
  expect(classesOf(answer, before)).toEqual(known.length > 0 ? known : null);
});

test('what was saved before a class was split means all its parts', () =>
  expect(currentClasses(layerOf('venue-schedule'), ['accepted', 'built'], 'before')).toEqual([
    'accepted',
    'built',
    'built-late',
    'built-overdue',
  ]));

test.each(layers.map((one) => [one.id, one] as const))(
  '%s: what stands for a class of before is a class',
  (_, layer) => {
    const ids = layer.classes.map(({ id }) => id);
    for (const now of Object.values(layer.former ?? {}).flat()) expect(ids).toContain(now);
  },
);

test('a formula that names a class of before has no fault, one that names a class nobody knows has', () => {
  const part = (classes: string[]) => ({
    ...{ layer: 'inspection-linkage', measure: 'deduction' as const, weight: 1, most: null },
    classes,
  });
  expect(unknownParts({ ...defaultRanking, parts: [part(['none'])] }, layers)).toEqual([]);
  expect(unknownParts({ ...defaultRanking, parts: [part(['nobody-knows'])] }, layers)).toHaveLength(1);
});

eachEngine('a link with a class of before', (open) => {
  test('opens the list of those that stand for it; one nobody knows is refused', async () => {
    const forms = await openForms(await open());
    const list = (classes: string) => forms.get(office, `/layers/inspection-linkage/list?class=${classes}`);
    const [before, now] = [await list('part,none'), await list('due,near,overdue')];
    expect(before.status).toBe(200);
    expect(before.body).toEqual(now.body);
    expect((await list('nobody-knows')).status).toBe(400);
    const agenda = (classes: string) => forms.get(office, `/meetings/items?layer=inspection-linkage&class=${classes}`);
    const titles = async (classes: string) =>
      ((await agenda(classes)).body as unknown as { items: { title: string }[] }).items.map(({ title }) => title);
    expect(await titles('part,none')).toEqual(await titles('due,near,overdue'));
    expect((await agenda('nobody-knows')).status).toBe(400);
  });
});

import { describe, expect, test } from 'vitest';
import { daysAfter } from '../../server/calendar/rules.ts';
import { defaultChecklist, defaultThresholds } from '../../server/campaign/default-editions.message.ts';
import { type Judged, rollUp } from '../../server/layer/judge.ts';
import type { Layer } from '../../server/layer/layer.ts';
import { layersFor, layers as registered } from '../../server/layer/registry.ts';
import { themes } from '../../server/layer/themes.message.ts';
import { worstFirst } from '../../server/list/list.ts';
import type { Text } from '../../server/words/text.ts';
import { on, places, standard, towns } from './places.ts';

const layers = layersFor(defaultChecklist, defaultThresholds);
const placesOf = ({ level }: Layer) => (level === 'town' ? towns : places);
const judgedOf = (layer: Layer): Judged[] =>
  placesOf(layer).map((place) => {
    const verdict = layer.judge(place, standard);
    return { place, verdict, at: layer.classes.findIndex(({ id }) => id === verdict.class) };
  });
const textsOf = (layer: Layer): Text[] => [
  layer.title,
  layer.definition,
  layer.source,
  ...(layer.unit ? [layer.unit] : []),
  layer.rollUp.title,
  ...layer.classes.map(({ title }) => title),
  ...layer.kpis.map(({ title }) => title),
];
const unique = (words: unknown[]) => expect(new Set(words).size, words.join(' ')).toBe(words.length);

test('the registry is used whole, with one layer for each item of the checklist', () => {
  expect(layers).toHaveLength(registered.length + defaultChecklist.length);
  unique(layers.map(({ id }) => id));
  unique(layers.flatMap(({ kpis }) => kpis.map(({ id }) => id)));
});

test('each theme has one main layer, which has figures; the others refine a layer of their theme', () => {
  for (const { id } of themes) {
    const main = layers.filter(({ theme, parent }) => theme === id && parent === null);
    expect(main, id).toHaveLength(1);
    expect(main[0]?.kpis.length).toBeGreaterThan(0);
  }
  for (const { parent, theme } of layers.filter((layer) => layer.parent !== null))
    expect(layers.find(({ id }) => id === parent)?.theme).toBe(theme);
});

describe.each(layers.map((layer) => [layer.id, layer] as const))('%s', (_, layer) => {
  test('its classes can be told apart by colour with hatch, and by letter alone', () => {
    unique(layer.classes.map(({ id }) => id));
    unique(layer.classes.map(({ letter }) => letter.zh));
    unique(layer.classes.map(({ letter }) => letter.en));
    unique(layer.classes.map(({ lamp, hatch }) => `${lamp} ${hatch}`));
    unique(layer.classes.map(({ title }) => title.zh));
    for (const { letter } of layer.classes) expect([...letter.zh, ...letter.en]).toHaveLength(2);
  });

  test('red is overdue, grey is not reported, and grey stands last and never counts as done', () => {
    for (const { id, lamp } of layer.classes) {
      expect(lamp === 'overdue', id).toBe(/(^|-)overdue$/.test(id));
      expect(lamp === 'silent', id).toBe(id === 'silent');
    }
    const at = layer.classes.findIndex(({ id }) => id === 'silent');
    if (at >= 0) expect(at).toBe(layer.classes.length - 1);
    expect(layer.rollUp.classes).not.toContain('silent');
  });

  test('roll-up and figures name its own classes', () => {
    const ids = layer.classes.map(({ id }) => id);
    const { classes, outside } = layer.rollUp;
    expect(ids).toEqual(expect.arrayContaining([...classes, ...outside, ...layer.kpis.flatMap((kpi) => kpi.classes)]));
    expect(classes.filter((id) => outside.includes(id))).toEqual([]);
    expect(classes.length).toBeGreaterThan(0);
  });

  test('every class is reached, and no other', () => {
    // A month is not near its end on every day.
    const days = [standard, { ...standard, on: '2026-10-12' }];
    const reached = new Set(days.flatMap((day) => placesOf(layer).map((place) => layer.judge(place, day).class)));
    expect([...reached].sort()).toEqual(layer.classes.map(({ id }) => id).sort());
  });

  test('every place learns why: a day, a source, one sentence, in both languages', () => {
    for (const place of placesOf(layer)) {
      const { why, value } = layer.judge(place, standard);
      expect(why.zh).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/);
      expect(why.en).toMatch(/\d{1,2} [A-Z][a-z]{2,3} \d{4}/);
      expect(why.zh).toMatch(/台账|督查记录|联系包抓表|排查结果/);
      expect(why.zh).toMatch(/[。）]$/);
      expect(why.zh.match(/。/g)?.length ?? 0, why.zh).toBeLessThanOrEqual(1);
      for (const said of [why.zh, why.en]) expect(said).not.toMatch(/[{}]|undefined|null|NaN|-\d+\s*(天|day)/);
      if (value !== null) expect(Number.isFinite(value)).toBe(true);
    }
  });

  test('it speaks both languages, with every limit filled in', () => {
    for (const { zh, en } of textsOf(layer)) {
      expect(zh.length * en.length).toBeGreaterThan(0);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      for (const said of [zh, en]) expect(said).not.toMatch(/[{}]|undefined/);
    }
  });

  test('counts add up to the places; the share leaves out what is outside', () => {
    const judged = judgedOf(layer);
    const { counts, share } = rollUp(layer, judged);
    expect(counts.reduce((sum, count) => sum + count)).toBe(judged.length);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
    expect(rollUp(layer, []).share).toBeNull();
  });
});

describe('lists begin with the worst', () => {
  test.each([
    [
      'venue-schedule',
      [
        ...[
          'overdue',
          'built-overdue',
          'unplanned',
          'silent',
          'late',
          'built-late',
          'on-schedule',
          'built',
          'accepted',
        ],
      ],
    ],
    [
      'venue-stage',
      ['silent', 'not-started', 'structure-underway', 'structure-done', 'fitting-out', 'built', 'accepted'],
    ],
    ['venue-checklist', ['silent', 'few', 'fifth', 'half', 'four-fifths', 'all']],
    ['organisation-turnaround', ['no-group', 'overdue', 'silent', 'on-schedule', 'signed-off', 'none']],
    ['venue-reported', ['stale', 'silent', 'recent']],
    ['organisation-reported', ['stale', 'silent', 'recent', 'none']],
    ['inspection-coverage', ['never', 'older', 'window', 'due', 'fresh']],
    ['inspection-linkage', ['overdue', 'near', 'kept', 'unlinked']],
    ['task-open', ['overdue', 'near', 'open', 'waiting', 'closed', 'none']],
  ])('%s', (id, order) => {
    const layer = layers.find((one) => one.id === id);
    if (!layer) throw new Error(`no layer ${id}`);
    const sorted = judgedOf(layer).sort(worstFirst(layer));
    expect([...new Set(sorted.map(({ verdict }) => verdict.class))]).toEqual(order);
    for (const name of order) {
      const values = sorted.flatMap(({ verdict }) => (verdict.class === name ? (verdict.value ?? []) : []));
      expect(values).toEqual(values.toSorted((a, b) => (layer.largerIsBetter ? a - b : b - a)));
    }
  });
});

test('who was not screened is not reported, on every layer of organisations', () => {
  const unscreened = places.find(({ organisation }) => organisation?.turnaround === null);
  if (!unscreened?.organisation) throw new Error('no organisation without a turnaround');
  const place = { ...unscreened, organisation: { ...unscreened.organisation, screenedOn: null } };
  const told = layers
    .filter(({ theme }) => theme === 'organisation')
    .map((layer) => [layer.id, layer.judge(place, standard).class]);
  expect(told).toEqual([
    ['organisation-turnaround', 'silent'],
    ['organisation-named', 'silent'],
    ['organisation-reported', 'silent'],
  ]);
});

test('the words follow the limits the county sets', () => {
  const own = layersFor(defaultChecklist.slice(0, 12), { ...defaultThresholds, venueLateDays: 10, visitDueDays: 20 });
  const titles = (id: string) => own.find((layer) => layer.id === id)?.classes.map(({ title }) => title.zh);
  expect(titles('venue-schedule')).toContain('滞后10天以内');
  expect(titles('inspection-coverage')).toEqual(['7天内', '8至20天', '21至30天', '超过30天', '从未督查']);
  expect(own.find(({ id }) => id === 'venue-checklist')?.definition.zh).toContain('共12项');
  expect(own).toHaveLength(registered.length + 12);
});

test('an item is judged by the checklist in force', () => {
  const checklist = layers.find(({ id }) => id === 'venue-checklist');
  const place = places.find(({ venue }) => Object.values(venue?.items ?? {}).filter(Boolean).length === 9);
  if (!checklist || !place) throw new Error('no place has nine items');
  expect(checklist.judge(place, standard)).toMatchObject({ class: 'fifth', value: 9 });
  expect(checklist.judge(place, { ...standard, checklist: defaultChecklist.slice(0, 9) })).toMatchObject({
    class: 'all',
    value: 9,
  });
});

test('what a village centre lacks is listed as each language lists it, the first four by name', () => {
  const checklist = layers.find(({ id }) => id === 'venue-checklist');
  const place = places.find(({ venue }) => Object.values(venue?.items ?? {}).filter(Boolean).length === 9);
  if (!checklist || !place) throw new Error('no place has nine items');
  const [a, b, c, d] = defaultChecklist.slice(9).map(({ title }) => title);
  const saidOf = (items: number) => {
    const { zh, en } = checklist.judge(place, { ...standard, checklist: defaultChecklist.slice(0, items) }).why;
    return [zh.slice(zh.indexOf('缺')), en.slice(en.indexOf('lacking'))];
  };
  const shown = [saidOf(10), saidOf(11), saidOf(13), saidOf(14)].map(([zh, en]) => [
    zh?.split('（其中')[0]?.split('。')[0],
    en?.split(' (')[0]?.split('.')[0],
  ]);
  expect(shown).toEqual([
    [`缺${a?.zh}`, `lacking ${a?.en}`],
    [`缺${a?.zh}、${b?.zh}`, `lacking ${a?.en} and ${b?.en}`],
    [`缺${a?.zh}、${b?.zh}、${c?.zh}、${d?.zh}`, `lacking ${a?.en}, ${b?.en}, ${c?.en} and ${d?.en}`],
    [`缺${a?.zh}、${b?.zh}、${c?.zh}、${d?.zh}等`, `lacking ${a?.en}, ${b?.en}, ${c?.en}, ${d?.en} and 1 more`],
  ]);
});

test('a verdict is of its day', () => {
  const schedule = layers.find(({ id }) => id === 'venue-schedule');
  const place = places.find(({ venue }) => venue?.milestones[0]?.plannedOn === on);
  if (!schedule || !place) throw new Error('no place is due today');
  const onDay = (day: string) => schedule.judge(place, { ...standard, on: day });
  expect(onDay('2026-10-30')).toMatchObject({ class: 'on-schedule', value: null });
  expect(onDay('2026-10-31')).toMatchObject({ class: 'late', value: 1 });
  expect(onDay('2026-11-07')).toMatchObject({ class: 'overdue', value: 8 });
});

test('a village has the lamp of its most urgent task, the limit day still in time', () => {
  const layer = layers.find(({ id }) => id === 'task-open');
  const of = (id: string) => places.find(({ tasks }) => tasks.length === 1 && tasks[0]?.id === id);
  const classOf = (id: string) => {
    const place = of(id);
    return place && layer?.judge(place, standard).class;
  };
  expect(
    ['assigned4', 'assigned3', 'assigned0', 'assigned-1', 'remedied-2', 'verified-2', 'closed-2'].map(classOf),
  ).toEqual(['open', 'near', 'near', 'overdue', 'waiting', 'waiting', 'closed']);
  const many = places.find(({ tasks }) => tasks.length === 4);
  const verdict = many && layer?.judge(many, standard);
  expect(verdict).toMatchObject({ class: 'overdue', value: 3 });
  expect(verdict?.why.zh).toContain('已超期5天');
});

describe('not heard from is more days than the limit since the last report, whatever it said', () => {
  const schedule = (id: string, days: number, reportStaleDays: number) => {
    const layer = layersFor(defaultChecklist, { ...defaultThresholds, reportStaleDays }).find((one) => one.id === id);
    const place = places.find(({ venue, organisation }) =>
      id === 'venue-reported' ? venue?.reportedOn === '2026-10-25' : organisation?.turnaround?.namedBy === 'city',
    );
    if (!layer || !place) throw new Error(id);
    const reportedOn = daysAfter(on, -days);
    return layer.judge(
      {
        ...place,
        venue: place.venue && { ...place.venue, reportedOn },
        organisation: place.organisation && { ...place.organisation, reportedOn },
      },
      { ...standard, thresholds: { ...defaultThresholds, reportStaleDays } },
    );
  };
  test.each(['venue-reported', 'organisation-reported'])('%s', (id) => {
    expect([0, 6, 7, 8].map((days) => schedule(id, days, 7).class)).toEqual(['recent', 'recent', 'recent', 'stale']);
    expect([3, 4].map((days) => schedule(id, days, 3).class)).toEqual(['recent', 'stale']);
    expect(schedule(id, 8, 7)).toMatchObject({ value: 8 });
    expect(schedule(id, 8, 7).why.zh).toContain('上次报送距今8天，超过7天，久未报送');
  });
});

test('a task is near its limit by the days the county sets', () => {
  const layer = layers.find(({ id }) => id === 'task-open');
  const place = places.find(({ tasks }) => tasks.length === 1 && tasks[0]?.id === 'assigned4');
  if (!layer || !place) throw new Error('no task is due in four days');
  const classOf = (taskNearDays: number) =>
    layer.judge(place, { ...standard, thresholds: { ...defaultThresholds, taskNearDays } }).class;
  expect([3, 4, 5].map(classOf)).toEqual(['open', 'near', 'near']);
});

test.each([
  ['2026-10-29', /剩余2天/, /2 days of the month left/],
  ['2026-10-30', /剩余1天/, /1 day of the month left/],
  ['2026-10-31', /今日到期/, /due today/],
])('on %s a town not visited enough reads how long its month lasts, never none', (day, zh, en) => {
  const layer = layers.find(({ id }) => id === 'inspection-linkage');
  const town = towns.find(({ linkage }) => linkage !== null);
  if (!layer || !town?.linkage) throw new Error('no such layer or town');
  const linkage = { ...town.linkage, fromOn: '2026-10-05' };
  const { why } = layer.judge({ ...town, visits: [], linkage, linkages: [linkage] }, { ...standard, on: day });
  expect(why.zh).toMatch(zh);
  expect(why.en).toMatch(en);
  expect(why.zh).not.toMatch(/剩余0天/);
});

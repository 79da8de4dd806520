import { describe, expect, test } from 'vitest';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import type { LayerClass } from '../../server/layer/layer.ts';
import type { ListRow } from '../../server/list/answer.ts';
import { sortVerdicts } from '../../web/dossier/verdicts.ts';
import { nextOrder, sortRows } from '../../web/list/sort-rows.ts';

const cls = (id: string): LayerClass => ({
  id,
  title: { zh: id, en: id },
  lamp: 'good',
  hatch: 'none',
  letter: { zh: id, en: id },
});
const classes = [cls('good'), cls('late'), cls('silent')];
const row = (fid: number, town: string, state: string, value: number | null, unit: string | null = null): ListRow => ({
  fid,
  code: String(fid),
  name: `村${fid}`,
  town,
  class: state,
  value,
  why: { zh: '因', en: 'why' },
  cells: { unit },
});
const rows = [
  row(4, '白河镇', 'late', 12, 'b10'),
  row(9, '安平镇', 'late', 3, 'b9'),
  row(2, '白河镇', 'silent', null),
  row(7, '安平镇', 'good', 0, 'a1'),
];
const fids = (column: Parameters<typeof nextOrder>[1], descending = false) =>
  sortRows(rows, { column, descending }, { classes, lang: 'zh' }).map(({ fid }) => fid);

describe('the list is sorted as an office reads it', () => {
  test('without an order it stays as it came, worst first', () =>
    expect(sortRows(rows, null, { classes, lang: 'zh' })).toBe(rows));
  test('places and towns keep the official order, not the alphabet', () => {
    expect(fids('place')).toEqual([2, 4, 7, 9]);
    expect(fids('town')).toEqual([4, 2, 9, 7]);
  });
  test('classes go from best to worst', () => expect(fids('class')).toEqual([7, 4, 9, 2]));
  test('numbers are numbers, and nothing stands last either way', () => {
    expect(fids('value')).toEqual([7, 9, 4, 2]);
    expect(fids('value', true)).toEqual([4, 9, 7, 2]);
  });
  test('a further column is sorted with its numbers as numbers', () => expect(fids('cell:unit')).toEqual([7, 9, 4, 2]));
  test('a column is clicked up, down, and back to the list’s own order', () => {
    const up = nextOrder(null, 'value');
    const down = nextOrder(up, 'value');
    expect([up, down, nextOrder(down, 'value')]).toEqual([
      { column: 'value', descending: false },
      { column: 'value', descending: true },
      null,
    ]);
    expect(nextOrder(down, 'town')).toEqual({ column: 'town', descending: false });
  });
});

describe('why a place has its colour is told for the layer on the map first', () => {
  const layer = (id: string, parent: string | null): LayerAnswer => ({
    id,
    parent,
    theme: 'venue',
    level: 'village',
    title: { zh: id, en: id },
    definition: { zh: '', en: '' },
    source: { zh: '', en: '' },
    unit: null,
    classes,
    rollUp: { title: { zh: '', en: '' }, classes: [], outside: [], target: null, better: 'more' },
    kpis: [],
  });
  const layers = [layer('a', null), layer('a1', 'a'), layer('a1x', 'a1'), layer('b', null)];
  const verdicts = layers.map(({ id }) => ({ layer: id, class: 'late', value: 1, why: { zh: '', en: '' } }));
  const order = (current: string) => {
    const { main, further } = sortVerdicts(verdicts, layers, current);
    return [main, further].map((some) => some.map((one) => one.layer.id));
  };
  test('a main layer', () => expect(order('b')).toEqual([['b', 'a'], ['a1']]));
  test('a finer layer', () => expect(order('a1')).toEqual([['a1', 'a', 'b'], []]));
  test('a single item', () => expect(order('a1x')).toEqual([['a1x', 'a', 'b'], ['a1']]));
  test('a verdict of a class nobody knows is left out', () => {
    const strange = [{ layer: 'a', class: 'gone', value: null, why: { zh: '', en: '' } }];
    expect(sortVerdicts(strange, layers, 'a')).toEqual({ main: [], further: [] });
  });
});

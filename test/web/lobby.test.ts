import { describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { LayersAnswer } from '../../server/layer/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { chosenViews, lobbyAsked, lobbyViews } from '../../web/meeting/lobby/lobby-views.ts';
import { spent } from '../../web/meeting/presenter/PresenterClock.tsx';

const layer = (id: string, parent: string | null) => ({ id, parent, title: { zh: `${id}图`, en: id } });
const layers = { layers: [layer('a', null), layer('b', null), layer('a-1', 'a')] } as unknown as LayersAnswer;
const areas = { towns: [{ code: 't1' }], villages: [{ code: 'v1' }] } as unknown as AreasAnswer;
const item = (given: Partial<AgendaItem>): AgendaItem => ({
  ...{ id: 'i', kind: 'view', title: '', layer: null, place: null, text: null, minutes: 1 },
  ...given,
});

describe('views of a lobby', () => {
  const all = lobbyViews(
    {
      areas,
      layers,
      saved: [
        { id: 'own-1', title: '我的视图', search: 'layer=a-1&at=107,33,9' },
        { id: 'own-2', title: '旧图层', search: 'layer=no-layer' },
      ],
      items: [
        item({ layer: 'a', title: '与主图层同' }),
        item({ layer: 'a-1', place: 't1', title: '一镇' }),
        item({ kind: 'place', layer: 'b', place: 'v1', title: '一村' }),
        item({ kind: 'place', layer: 'b', place: 'gone', title: '没有的村' }),
        item({ layer: 'no-layer', title: '没有的图层' }),
        item({ id: 'agenda-1', layer: 'b', title: '议程里的视图', search: 'layer=b&visits=1' }),
        item({ kind: 'text', text: 'x', title: '文字' }),
      ],
    },
    'zh',
  );

  test('the main layers, those kept, then those of an agenda, each once and only what there is', () => {
    expect(all.map(({ key }) => key)).toEqual(['a', 'b', 'own-1', 'a-1@t1', 'b@v1', 'agenda-1']);
    expect(all.map(({ title }) => title)).toEqual(['a图', 'b图', '我的视图', '一镇', '一村', '议程里的视图']);
  });

  test('those asked for; all where none is asked for or none of them is there', () => {
    expect(chosenViews(all, ['b@v1', 'a']).map(({ key }) => key)).toEqual(['a', 'b@v1']);
    expect(chosenViews(all, null)).toEqual(all);
    expect(chosenViews(all, ['nothing'])).toEqual(all);
  });

  test.each([
    [{}, { views: null, meeting: null, every: 20 }],
    [{ every: '1' }, { views: null, meeting: null, every: 20 }],
    [{ every: '2' }, { views: null, meeting: null, every: 2 }],
    [{ every: '600' }, { views: null, meeting: null, every: 600 }],
    [{ every: '601' }, { views: null, meeting: null, every: 20 }],
    [
      { views: 'a,<b>,b@v1', meeting: 'm-1' },
      { views: ['a', 'b@v1'], meeting: 'm-1', every: 20 },
    ],
    [{ meeting: '../x' }, { views: null, meeting: null, every: 20 }],
  ])('an address %o is read as %o', (search, asked) => {
    expect(lobbyAsked(search)).toEqual(asked);
  });
});

test.each([
  [0, '0:00'],
  [59, '0:59'],
  [60, '1:00'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [3725, '1:02:05'],
])('%i seconds are said as %s', (seconds, said) => {
  expect(spent(seconds)).toBe(said);
});

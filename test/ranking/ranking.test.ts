import { describe, expect, test } from 'vitest';
import { viewAt } from '../../server/change/view-at.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { rankingAnswer } from '../../server/ranking/ranking.ts';
import { ranksOf } from '../../server/ranking/rules.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';

describe('ranks', () => {
  test.each([
    ['best first', [0.2, 0.9, 0.5], 'more', [3, 1, 2]],
    ['equals share a rank and the next is passed over', [0.5, 0.9, 0.5, 0.1], 'more', [2, 1, 2, 4]],
    ['all equal', [0, 0, 0], 'more', [1, 1, 1]],
    ['shares equal but for rounding', [0.1 + 0.2, 0.3], 'more', [1, 1]],
    ['less is better', [0.2, 0.9, 0.5], 'less', [1, 3, 2]],
    ['who has nothing that counts ranks after all others', [null, 0, 0.5, null], 'more', [3, 2, 1, 3]],
    ['the same where less is better', [null, 0, 0.5], 'less', [3, 1, 2]],
    ['nobody', [], 'more', []],
  ] as const)('%s', (_, shares, better, ranks) => expect(ranksOf([...shares], better)).toEqual(ranks));
});

eachEngine('the ranking of towns', (open) => {
  test('compares with any earlier day, and with none before anything was known', async () => {
    const store = await open();
    await fillCounty(store);
    const view = await viewAt(store, openViewer);
    const rows = async (since: string) =>
      (await rankingAnswer(store, view, { layer: 'venue-schedule', since })).rows.map(
        ({ name, rank, tied, rankBefore, shareBefore }) => [name, rank, tied, rankBefore, shareBefore],
      );
    expect(await rows('2026-10-23')).toEqual([
      ['望岭镇', 1, false, 2, 0],
      ['城关镇', 2, false, 1, 1 / 3],
    ]);
    expect(await rows('2026-08-31')).toEqual([
      ['望岭镇', 1, false, 1, 0],
      ['城关镇', 2, false, 1, 0],
    ]);
    expect((await rows('2026-01-01')).map(([, , , before]) => before)).toEqual([null, null]);
  });

  test('towns that tie stand in official order', async () => {
    const store = await open();
    await fillCounty(store);
    const view = await viewAt(store, openViewer);
    const { rows } = await rankingAnswer(store, view, { layer: 'organisation-turnaround', since: undefined });
    expect(rows.map(({ name, rank, tied, share, of }) => [name, rank, tied, share, of])).toEqual([
      ['城关镇', 1, true, null, 0],
      ['望岭镇', 1, true, null, 0],
    ]);
  });
});

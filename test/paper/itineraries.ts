import type { ItinerariesAnswer, Itinerary } from '../../server/route-plan/itinerary/answer.ts';

/** Names of teams that no itinerary, file or XML takes as they are. */
export const hostileNames = [
  '督查A组',
  '督查a组',
  "'纪委组'",
  '县委组织部百日行动阵地建设后进整顿暗访督查组一大队第二小组',
  `${'督'.repeat(27)}𠮷组`,
  'a/b\\c?d*e[f]g:h',
  '<甲> & "乙"\u0001',
  'History',
];

/** Two days of each team, with one stop and its way. */
export function itinerariesOf(teams: string[]): ItinerariesAnswer {
  const spot = { name: '县委大院 & <门>', lon: 107.1, lat: 33.2 };
  const stop = {
    ...{ code: '990127103208', name: '兴隆 & <村>', town: '石门镇', at: [107.2, 33.3] as [number, number] },
    ...{
      driveSec: 1800,
      arrive: 32_400,
      begin: 32_400,
      leave: 36_000,
      telephone: '0917-0000000',
      outcome: null,
      navigation: [],
    },
    ...{ parts: [{ zh: '30天未到', en: 'not visited' }], look: [{ zh: '看“三通”', en: 'look' }] },
  };
  const itinerary = (team: string, number: number, on: string): Itinerary => ({
    ...{ team, number, on, start: spot, end: spot, stops: [stop], rest: null, violations: [] },
    ...{ leave: 30_600, back: 37_800, backSec: 1800, driveSec: 3600 },
    legs: [
      [
        [107.1, 33.2],
        [107.2, 33.3],
      ],
      [],
    ],
  });
  return {
    ...{ plan: 'p', title: '<督查> & 计划', announced: true, published: true, today: '2026-10-30' },
    ...{ source: 'roads', noService: false, recordable: false },
    itineraries: teams.flatMap((team, at) => ['2026-10-30', '2026-10-31'].map((on) => itinerary(team, at, on))),
  };
}

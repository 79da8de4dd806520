import { describe, expect, test } from 'vitest';
import {
  isLed,
  type Organisation,
  overdueDays,
  type Problem,
  type Turnaround,
  turnaroundOf,
} from '../../server/organisation/rules.ts';

const on = '2026-10-30';
const problem = (dueOn: string | null, doneOn: string | null = null): Problem => ({
  text: '班子不健全',
  measure: null,
  dueOn,
  doneOn,
});
const turnaround = (given: Partial<Turnaround> = {}): Turnaround => ({
  namedBy: 'county',
  namedOn: '2026-08-20',
  problems: [],
  leaderId: 'leader',
  groupHeadId: 'head',
  groupUnits: ['县民政局'],
  guidingUnit: null,
  stationedOn: null,
  signedOffOn: null,
  ...given,
});
const organisation = (given: Partial<Organisation> = {}): Organisation => ({
  id: 'o',
  areaId: 'a',
  name: '谢家村党支部',
  field: 'village',
  screenedOn: '2026-08-25',
  turnaround: null,
  reportedOn: '2026-10-29',
  since: 1,
  ...given,
});

describe('a turnaround', () => {
  test.each([
    ['nothing reported', null, 'silent'],
    ['not screened', organisation({ screenedOn: null }), 'silent'],
    ['screened and not backward', organisation(), 'none'],
    ['signed off', organisation({ turnaround: turnaround({ signedOffOn: '2026-10-20' }) }), 'signed-off'],
    [
      'signed off, with a limit past and no group',
      organisation({
        turnaround: turnaround({ signedOffOn: '2026-10-20', leaderId: null, problems: [problem('2026-09-01')] }),
      }),
      'signed-off',
    ],
    ['no problem listed', organisation({ turnaround: turnaround() }), 'on-schedule'],
    ['due today', organisation({ turnaround: turnaround({ problems: [problem('2026-10-30')] }) }), 'on-schedule'],
    ['due yesterday', organisation({ turnaround: turnaround({ problems: [problem('2026-10-29')] }) }), 'overdue'],
    [
      'put right after its limit',
      organisation({ turnaround: turnaround({ problems: [problem('2026-10-01', '2026-10-09')] }) }),
      'on-schedule',
    ],
    ['no leader', organisation({ turnaround: turnaround({ leaderId: null }) }), 'no-group'],
    [
      'a leader without a group',
      organisation({ turnaround: turnaround({ groupHeadId: null, groupUnits: [] }) }),
      'no-group',
    ],
    [
      'no group and overdue: the broken rule shows',
      organisation({ turnaround: turnaround({ leaderId: null, problems: [problem('2026-10-01')] }) }),
      'no-group',
    ],
    [
      'named though the screening day is missing',
      organisation({ screenedOn: null, turnaround: turnaround() }),
      'on-schedule',
    ],
  ] as const)('%s', (_, given, state) => expect(turnaroundOf(given, on)).toBe(state));
});

test.each([
  [[], 0],
  [[problem(null)], 0],
  [[problem('2026-10-31')], 0],
  [[problem('2026-10-30')], 0],
  [[problem('2026-10-29'), problem('2026-10-20'), problem('2026-09-01', '2026-09-30')], 10],
])('the most overdue open problem counts', (problems, days) => expect(overdueDays(problems, on)).toBe(days));

test.each([
  ['leader', 'head', [], true],
  ['leader', null, ['县民政局'], true],
  ['leader', null, [], false],
  [null, 'head', ['县民政局'], false],
])('led by %s with a group of %s %s: %s', (leaderId, groupHeadId, groupUnits, led) =>
  expect(isLed(turnaround({ leaderId, groupHeadId, groupUnits }))).toBe(led),
);

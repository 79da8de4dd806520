import { describe, expect, test } from 'vitest';
import { proposedTask } from '../../server/meeting/step.message.ts';

const state = { zh: '从未督查', en: 'Never visited' };
const at = (layer: string, cls: string) => proposedTask({ layer, cls, name: '顾家崖', town: '松溪镇', state });

describe('a task proposed on the stage goes to who must do it', () => {
  test.each([
    ['venue-schedule', 'overdue', '松溪镇党委', '限期整改', true],
    ['organisation-turnaround', 'overdue', '松溪镇党委', '限期整改', true],
    ['organisation-turnaround', 'no-group', '县委组织部', '限期明确到位', false],
    ['inspection-findings', 'many', '松溪镇党委', '限期整改', true],
    ['inspection-coverage', 'never', '县委组织部', '限期到村督查', false],
    ['inspection-coverage', 'older', '县委组织部', '限期到村督查', false],
    ['inspection-window', 'none', '县委组织部', '限期到村督查', false],
    ['inspection-linkage', 'overdue', '县委组织部', '限期到村督查', false],
  ])('%s, %s: %s', (layer, cls, unit, what, ofPlace) => {
    const proposed = at(layer, cls);
    expect(proposed).toMatchObject({ ofPlace, unit: { zh: unit } });
    expect(proposed.title.zh).toBe(`顾家崖从未督查，${what}`);
  });
});

import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../server/db/open.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { eachEngine } from '../store/engines.ts';
import { told } from './told.ts';
import { fillWorld, idOf, leader, town } from './worlds.ts';

const viewers: Viewer[] = [
  town,
  { ...openViewer, id: 'village', role: 'village', places: ['area-4'] },
  { ...openViewer, id: 'finance', role: 'department', subjects: ['venue'] },
  { ...openViewer, id: 'civil', role: 'department', subjects: ['inspection'] },
  leader,
  { ...openViewer, id: 'screen', role: 'screen' },
  { ...openViewer, id: 'other', role: 'inspector', places: ['area-3'], sealed: ['另一组'] },
];

eachEngine('a world with unannounced plans and one without', (open) => {
  let withPlans: Store;
  let without: Store;
  let said: unknown[][];
  beforeAll(async () => {
    withPlans = await open();
    without = await open();
    said = [await fillWorld(withPlans, true), await fillWorld(without, false)];
    vi.useRealTimers();
  });

  test('a leader and a town who write are answered the same', () => {
    expect(said[0]).toHaveLength(2);
    expect(said[0]).toEqual(said[1]);
  });

  test('the meeting, its tasks and the routes of both are there', async () => {
    const office: Viewer = { ...openViewer, id: 'office', role: 'office', sealed: 'all' };
    const all = (await told(withPlans, office)).join('\n');
    for (const word of ['调度会', '整改到位', '改名5', '暗访组']) expect(all).toContain(word);
    const leaders = (await told(withPlans, leader)).join('\n');
    for (const word of ['调度会', '整改到位', '补齐台账']) expect(leaders).toContain(word);
  });

  test('a town is told nothing of a meeting’s agenda nor of another town’s task', async () => {
    const all = (await told(withPlans, town)).join('\n');
    expect(all).toContain('补齐台账');
    for (const word of ['整改到位', '抓紧', idOf(3, 2)]) expect(all).not.toContain(word);
  });

  describe.each(viewers)('$id', (viewer) => {
    test('is told the same, byte for byte', async () => {
      const [one, other] = [await told(withPlans, viewer), await told(without, viewer)];
      expect(one.length).toBeGreaterThan(15);
      expect(one).toEqual(other);
    });
  });

  test('the team on the plan and the office are told of it', async () => {
    const team: Viewer = { ...openViewer, id: 'team', role: 'inspector', places: ['area-3'], sealed: ['暗访组'] };
    expect(await told(withPlans, team)).not.toEqual(await told(without, team));
    const office: Viewer = { ...openViewer, id: 'office', role: 'office', sealed: 'all' };
    expect(await told(withPlans, office)).not.toEqual(await told(without, office));
  });
});

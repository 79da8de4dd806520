import type { Context } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';

const town: Viewer = { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] };
const inspector: Viewer = { ...openViewer, id: 'inspector', role: 'inspector', places: ['area-3'], sealed: ['一组'] };
const department: Viewer = { ...openViewer, id: 'd', role: 'department', subjects: ['venue', 'organisation'] };
const others: Record<string, Viewer> = {
  ...{ town, inspector, department },
  office: { ...officeViewer, id: 'office' },
  leader: { ...openViewer, id: 'leader' },
  village: { ...town, role: 'village' },
  'a town of fewer places': { ...town, places: ['area-2', 'area-3'] },
  'a department of one kind': { ...department, subjects: ['venue'] },
  'an inspector of another team': { ...inspector, sealed: ['二组'] },
  screen: { ...openViewer, id: 'screen', role: 'screen' },
};
const read = [
  '/api/rankings?layer=venue-schedule',
  '/api/layers/venue-schedule/values',
  '/api/summary',
  '/api/places/990100100',
];

eachEngine('a body kept to be sent again', (open) => {
  let versions: (viewer: Viewer) => Promise<(string | null)[]>;
  beforeAll(async () => {
    const store = await open();
    await fillCounty(store);
    let asking: Viewer | null = null;
    const whoAsks = async (_c: Context) => asking;
    const app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks });
    versions = async (viewer) => {
      asking = viewer;
      const answers: Response[] = [];
      for (const path of read) answers.push(await app.request(path));
      return answers.map((answer) => answer.headers.get('etag'));
    };
  });

  test('is one of each audience, and never another’s', async () => {
    const all: (string | null)[][] = [];
    for (const viewer of Object.values(others)) all.push(await versions(viewer));
    for (const [at, path] of read.entries()) {
      const told = all.map((tags) => tags[at]).filter((tag) => tag !== null);
      expect(told.length, path).toBeGreaterThan(3);
      expect(new Set(told).size, path).toBe(told.length);
    }
  });
  test.each([
    ['town', { ...town, id: 'second', places: [...town.places].reverse() as string[] }],
    ['department', { ...department, id: 'second', subjects: ['organisation', 'venue'] as const }],
    ['inspector', { ...inspector, id: 'second' }],
  ])('is the same for another account of the same rights: %s', async (role, second) => {
    const first = others[role];
    expect(first && (await versions(first))).toEqual(await versions(second));
  });
});

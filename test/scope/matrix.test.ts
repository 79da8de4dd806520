import type { Context } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { type Action, rights } from '../../server/rights/rights.message.ts';
import { type Role, roles, type Viewer } from '../../server/rights/view.ts';
import { createUsers } from '../../server/user/users.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';

const ownTown = ['area-2', 'area-3', 'area-4', 'area-5'];
const viewers: Record<Role, Viewer> = Object.fromEntries(
  roles.map((role) => {
    const places = role === 'town' ? ownTown : role === 'village' || role === 'inspector' ? ['area-3'] : 'county';
    const viewer: Viewer = { ...officeViewer, id: role, role, places, sealed: role === 'office' ? 'all' : [] };
    return [role, role === 'administrator' ? { ...viewer, places: [] } : viewer];
  }),
) as Record<Role, Viewer>;

interface Operation {
  'x-action'?: Action | 'public';
}
const methods = ['get', 'post', 'put', 'delete'] as const;

eachEngine('role × route × place', (open) => {
  let app: ReturnType<typeof createApp>;
  let asking: Viewer | null = null;
  let operations: { method: string; path: string; action: Action | 'public' | undefined }[];

  beforeAll(async () => {
    const store = await open();
    await fillCounty(store);
    const users = createUsers(store, { secure: false });
    const whoAsks = async (_c: Context) => asking;
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks, users });
    const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } });
    operations = Object.entries(paths).flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = (item as Record<string, Operation | undefined>)[method];
        return operation ? [{ method: method.toUpperCase(), path, action: operation['x-action'] }] : [];
      }),
    );
  });

  const sent = (method: string, path: string, viewer: Viewer | null) => {
    asking = viewer;
    const address = path
      .replaceAll('{code}', '990100000003')
      .replaceAll('{id}', 'venue-schedule')
      .replaceAll('{kind}', 'checklist');
    const headers = {
      origin: 'http://county',
      host: 'county',
      'content-type': 'application/json',
      'content-length': '2',
    };
    return app.request(`http://county${address}`, method === 'GET' ? {} : { method, headers, body: '{}' });
  };

  test('every route of the API names an action the table knows', () => {
    const described = new Set(
      operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const plain = ['GET /api/openapi.json', 'GET /tiles/:name', 'GET /files/:name', 'GET /screen/:token'];
    const unknown = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !described.has(route) && !plain.includes(route));
    expect([...new Set(unknown)]).toEqual([]);
    expect(operations.length).toBeGreaterThan(15);
    for (const { action, path } of operations) expect(action === 'public' || (action ?? '') in rights, path).toBe(true);
  });

  test('nobody known is asked to sign in, but for what is public', async () => {
    for (const { method, path, action } of operations) {
      if (action === 'public') continue;
      expect((await sent(method, path, null)).status, `${method} ${path}`).toBe(401);
    }
    for (const path of ['/tiles/x', '/files/x']) expect((await sent('GET', path, null)).status).toBe(401);
  });

  describe.each(roles)('%s', (role) => {
    test('is let to each route just as the table says', async () => {
      for (const { method, path, action } of operations) {
        if (action === undefined || action === 'public') continue;
        const { status } = await sent(method, path, viewers[role]);
        const refused = status === 403;
        const may = rights[action].reach[role] !== 'none';
        if (!may) expect(refused, `${role} ${method} ${path}`).toBe(true);
        // Which form of a place somebody may open, and whose sign-ins are listed, their own tests say.
        else if (
          method === 'GET' &&
          !path.includes('/forms/') &&
          path !== '/api/sessions' &&
          !path.startsWith('/api/visits')
        )
          expect([200, 400, 404], `${role} ${method} ${path}`).toContain(status);
      }
    });
  });

  test('a village of another town is for a town what a village is that there is not', async () => {
    const told = async (method: string, path: string, code: string) => {
      const answer = await sent(method, path.replaceAll('{code}', code), viewers.town);
      return `${answer.status} ${(await answer.text()).replaceAll(code, 'CODE')}`;
    };
    for (const { method, path } of operations.filter((one) => one.path.includes('{code}')))
      expect(await told(method, path, '990100000007'), path).toBe(await told(method, path, '990100000999'));
  });
});

import type { Context } from 'hono';
import { createApp } from '../../server/app.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { fillCounty } from '../api/small-county.ts';

export const office: Viewer = { ...officeViewer, id: 'account-office' };
export const finance: Viewer = { ...openViewer, id: 'account-finance', role: 'department', subjects: ['venue'] };
export const town: Viewer = {
  ...openViewer,
  id: 'account-town',
  role: 'town',
  places: ['area-2', 'area-3', 'area-4', 'area-5'],
};
export const village: Viewer = { ...town, id: 'account-village', role: 'village', places: ['area-4'] };
export const inspector: Viewer = {
  ...openViewer,
  id: 'account-inspector',
  role: 'inspector',
  places: ['area-3', 'area-4'],
  sealed: ['一组'],
};
export const leader: Viewer = { ...openViewer, id: 'account-leader' };

export const codeOf = (fid: number) => `99010000${String(fid).padStart(4, '0')}`;

/** What a form answers, as far as the tests look into it. */
interface Said {
  id: string;
  type: string;
  base: string;
  seq: number;
  parameter: string;
  values: Record<string, unknown> & { places: { code: string; findings: object[] }[] };
  writable: string[];
  options: {
    functions: { key: string }[];
    leaders: { id: string }[];
    milestones: { firstPlannedOn: string | null }[];
  };
  saved: { at: string; by: object | null } | null;
  merged: string[];
  proposed: string[] | undefined;
  theirs: Record<string, unknown>;
  conflicts: string[];
  savedBy: object | null;
  savedAt: string;
  faults: { field: string; code: string; text: string; confirmable: boolean }[];
  visit: string;
  number: string | null;
  visits: { id: string }[];
  place: { code: string; name: string };
  notes: { zh: string }[];
  fromOn: string;
  body: unknown;
  editions: { fromOn: string }[];
}

/** What the API answered: its status and its body. */
export interface Answered {
  status: number;
  body: Said;
}
export interface Forms {
  store: Store;
  get(viewer: Viewer, path: string): Promise<Answered>;
  /** The bytes of a file. */
  file(viewer: Viewer, path: string): Promise<Uint8Array>;
  send(viewer: Viewer, method: 'PUT' | 'POST' | 'DELETE', path: string, body: object): Promise<Answered>;
  changes(): Promise<{ seq: number; actor: string; action: string; subject: string; source: string | null }[]>;
}

/** The small county behind its API, with accounts for who saves. */
export async function openForms(store: Store): Promise<Forms> {
  await fillCounty(store);
  let asking: Viewer | null = null;
  const whoAsks = async (_c: Context) => asking;
  const app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks });
  const answered = async (response: Response): Promise<Answered> => ({
    status: response.status,
    body: (await response.json()) as Said,
  });
  return {
    store,
    get: async (viewer, path) => {
      asking = viewer;
      return answered(await app.request(`http://county/api${path}`));
    },
    file: async (viewer, path) => {
      asking = viewer;
      return new Uint8Array(await (await app.request(`http://county/api${path}`)).arrayBuffer());
    },
    send: async (viewer, method, path, body) => {
      asking = viewer;
      const text = JSON.stringify(body);
      const headers = {
        origin: 'http://county',
        host: 'county',
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      };
      return answered(await app.request(`http://county/api${path}`, { method, headers, body: text }));
    },
    changes: () =>
      store.db.selectFrom('change').select(['seq', 'actor', 'action', 'subject', 'source']).orderBy('seq').execute(),
  };
}

/** An account with its office-holder, so that a save has a name. */
export async function addAccount({ db }: Store, id: string, name: string): Promise<void> {
  const personId = newId();
  await db
    .insertInto('person')
    .values({ id: personId, name, post: '干事', unit: null, workPhone: null, position: null })
    .execute();
  await db
    .insertInto('account')
    .values({
      id,
      login: id,
      personId,
      role: 'town',
      state: 'active',
      places: '[]',
      subjects: '[]',
      teams: '[]',
      passwordHash: null,
      passwordAt: null,
      mustChange: 0,
      createdAt: '2026-10-30T00:00:00Z',
    })
    .execute();
}

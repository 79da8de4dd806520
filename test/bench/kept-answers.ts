import { Hono } from 'hono';
import { createApp } from '../../server/app.ts';
import type { Store } from '../../server/db/open.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { createUsers } from '../../server/user/users.ts';
import { addAccount } from '../user/signed-in.ts';
import { median, type Row } from './row.ts';

const atOnce = 200;
const rounds = 30;
type Ask = () => Response | Promise<Response>;

/** CPU of so many requests. Milliseconds. */
async function cpuOf(ask: Ask): Promise<number> {
  const begun = process.cpuUsage();
  for (let n = 0; n < atOnce; n++) await (await ask()).arrayBuffer();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** How many times as much a request costs as another, the two by turns. */
async function times(ask: Ask, bare: Ask): Promise<number> {
  for (let n = 0; n < 10; n++) for (const one of [ask, bare]) await cpuOf(one);
  const taken: number[] = [];
  for (let n = 0; n < rounds; n++) taken.push((await cpuOf(ask)) / (await cpuOf(bare)));
  return median(taken);
}

/** An answer that is kept, beside a route of the same framework that answers the same at once: to one who has it already, to one signed in, and sent whole. */
export async function keptAnswers(store: Store): Promise<Row[]> {
  const users = createUsers(store, { secure: false });
  const accountId = await addAccount(store, { login: 'leader1', role: 'leader' });
  const cookie = `session=${await users.sessions.open(accountId, { address: '', agent: '' })}`;
  const given = { store, distFolder: '.', startedAt: new Date(), version: 'bench' };
  const app = createApp({ ...given, whoAsks: async () => openViewer });
  const signedIn = createApp({ ...given, whoAsks: users.whoAsks, users });
  const address = 'http://county/api/areas';
  const headers = { 'accept-encoding': 'br', cookie };
  const whole = await app.request(address, { headers });
  const [etag, body] = [whole.headers.get('etag') ?? '', await whole.arrayBuffer()];
  const known = { headers: { ...headers, 'if-none-match': etag } };
  const bare = new Hono()
    .get('/api/areas', (c) => c.text('areas'))
    .get('/api/whole', (c) =>
      c.body(body, 200, { etag, 'content-type': 'application/json', 'content-encoding': 'br' }),
    );
  const word: Ask = () => bare.request(address, known);
  const aim = '≤ 3 ×';
  const asked = await signedIn.request(address, known);
  if (asked.status !== 304) throw new Error(`a kept answer was sent again: ${asked.status}`);
  return [
    {
      what: 'kept answer (304) ÷ a bare route',
      value: await times(() => app.request(address, known), word),
      ...{ unit: '×', aim },
    },
    {
      what: '… signed in ÷ a bare route that asks nobody',
      value: await times(() => signedIn.request(address, known), word),
      ...{ unit: '×', aim: null },
    },
    {
      what: '… sent whole ÷ a bare route that sends the same',
      value: await times(
        () => app.request(address, { headers }),
        () => bare.request('http://county/api/whole', { headers }),
      ),
      ...{ unit: '×', aim },
    },
  ];
}

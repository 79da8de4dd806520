// Serves the small county of the data folder given, to the office alone, and says its address.
import { serve } from '@hono/node-server';
import { createApp } from '../../../server/app.ts';
import { openStore } from '../../../server/db/open.ts';
import { readSetting } from '../../../server/db/setting.ts';
import { officeViewer } from '../../../server/person/open-viewer.ts';
import { fillCounty } from '../../api/small-county.ts';

const [dataDir = ''] = process.argv.slice(2);
const store = await openStore({ dataDir, databaseUrl: null });
if ((await readSetting(store, 'clock')) === null) await fillCounty(store);
const whoAsks = async () => ({ ...officeViewer, id: 'account-office' });
const app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks });
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
server.once('listening', () => {
  const at = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}\n`);
});

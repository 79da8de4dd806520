// Writes one change after another into the store of the folder given, and says each one's name once it is acknowledged.

import { write } from '../../../server/change/write.ts';
import { systemClock } from '../../../server/db/clock.ts';
import { newId } from '../../../server/db/id.ts';
import { openStore } from '../../../server/db/open.ts';
import { reportVenues } from '../../../server/venue/venue-actions.ts';
import { venue } from '../sample-records.ts';

const [dataDir = '', areaId = ''] = process.argv.slice(2);
const store = await openStore({ dataDir, databaseUrl: null });
process.stdout.write('open\n');
for (let paid = Date.now(); ; paid++) {
  const subject = newId();
  await write(store, { actor: 'writer', clock: systemClock }, async (tx) => {
    tx.change({ action: 'say', subject: 'test', subjectId: subject, placeId: null });
    await reportVenues(tx, [venue(areaId, { subsidyPaidFen: paid })]);
  });
  process.stdout.write(`${subject}\n`);
}

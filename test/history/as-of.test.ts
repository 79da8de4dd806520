import { expect, test } from 'vitest';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { dossierAnswer } from '../../server/dossier/dossier.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { layersAnswer, valuesAnswer } from '../../server/layer/answers.ts';
import { listAnswer } from '../../server/list/list.ts';
import { summaryAnswer } from '../../server/list/summary.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { rankingAnswer } from '../../server/ranking/ranking.ts';
import { scoresAnswer } from '../../server/ranking/scores-answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const later = '2026-11-06';
const town: Viewer = { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] };
const viewers = [officeViewer, openViewer, town];

/** Everything printed on a day, as text; `on` left out: as it stands now. */
async function printed(store: Store, on?: string): Promise<string[]> {
  const pages: string[] = [];
  for (const viewer of viewers) {
    const view = await viewAt(store, viewer, on);
    const { layers } = await layersAnswer(store, view);
    pages.push(JSON.stringify(await summaryAnswer(store, view)));
    pages.push(JSON.stringify(await dossierAnswer(store, view, '990100000004')));
    pages.push(JSON.stringify(await scoresAnswer(store, view, { since: undefined, hidden: false })));
    for (const { id } of layers) {
      const asked = { layer: id, classes: undefined, town: undefined, lang: 'zh' } as const;
      pages.push(JSON.stringify(await rankingAnswer(store, view, { layer: id, since: undefined })));
      pages.push(JSON.stringify((await listAnswer(store, view, asked)).answer));
      pages.push(JSON.stringify(await valuesAnswer(store, view, id)));
    }
  }
  return pages;
}

eachEngine('as of a day', (open) => {
  test('ranking, summary, list and dossier are what was printed on it, byte for byte, whatever was reported since', async () => {
    const store = await open();
    await fillCounty(store);
    const then = await printed(store);
    await write(store, { actor: 'office', clock: clockAt(later) }, async (tx) => {
      await writeSetting(tx, 'clock', later);
      await reportVenues(tx, [
        venue('area-4', { stage: 'built', reportedOn: later }),
        venue('area-5', { reportedOn: later }),
      ]);
      await recordVisits(tx, [
        {
          ...{ number: '2', occurredOn: later, state: 'made', level: 'city', announced: true, team: null },
          ...{ leaderId: null, reportedOn: later, places: [{ areaId: 'area-4', findings: [] }] },
        },
      ]);
    });
    expect(await printed(store, today)).toEqual(then);
    expect(await printed(store)).not.toEqual(then);
  });
});

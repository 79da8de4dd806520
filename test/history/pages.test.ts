import { beforeAll, expect, test } from 'vitest';
import { readHistory } from '../../server/change/history-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import type { HistoryEntry } from '../../server/history/answer.ts';
import { historyAnswer, pageEntries } from '../../server/history/place-history.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { codeOf } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const reports = 2 * pageEntries + 20;
const writer = { actor: 'town', clock: clockAt(today) };
const team: Viewer = { ...openViewer, id: 'team', role: 'inspector', sealed: ['一组'] };

eachEngine('a long history of a place', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    for (let paid = 1; paid <= reports; paid++) {
      await write(store, writer, (tx) => reportVenues(tx, [venue('area-5', { subsidyPaidFen: paid * 1_000_000 })]));
      if (paid === 3 || paid === reports - pageEntries + 2)
        await write(store, writer, (tx) =>
          recordVisits(
            tx,
            [1, 2, 3, 4].map((n) => ({
              ...{ number: `${paid}-${n}`, occurredOn: '2026-11-02', state: 'planned' as const },
              ...{ level: 'county' as const, announced: false, team: '一组', leaderId: null, reportedOn: today },
              places: [{ areaId: 'area-5', findings: [] }],
            })),
          ),
        );
    }
  }, 120_000);

  async function pagesOf(viewer: Viewer): Promise<HistoryEntry[][]> {
    const view = await viewAt(store, viewer);
    const pages: HistoryEntry[][] = [];
    for (let before: string | undefined; ; ) {
      const { entries, more } = await historyAnswer(store, view, codeOf(5), before);
      pages.push(entries);
      if (more === null) return pages;
      before = more;
    }
  }

  test.each([
    ['office', officeViewer],
    ['leader', openViewer],
    ['team', team],
  ])('comes 50 at a time, every change once, newest first, to the %s', async (_, viewer) => {
    const pages = await pagesOf(viewer);
    expect(pages.slice(0, -1).map((page) => page.length)).toEqual(pages.slice(1).map(() => pageEntries));
    const entries = pages.flat();
    const all = await readHistory(store, await viewAt(store, viewer), 'area-5');
    expect(entries.map(({ at, subject }) => [at, subject])).toEqual(all.map(({ at, subject }) => [at, subject]));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test.each([
    ['office', officeViewer],
    ['leader', openViewer],
  ])('says before and after, and what is corrected, also over the edge of a page, to the %s', async (_, viewer) => {
    const of = (await pagesOf(viewer)).flat().filter(({ subject }) => subject === 'venue');
    const reported = of.slice(0, reports);
    const paid = reported.map(({ fields }) => fields.find(({ title }) => title.zh === '已拨付补助'));
    const said = (value: unknown) => (value as { zh: string } | null | undefined)?.zh ?? null;
    expect(paid.slice(0, -1).map((field) => said(field?.before))).toEqual(
      paid.slice(1).map((field) => said(field?.after)),
    );
    expect(new Set(paid.map((field) => said(field?.after))).size).toBe(reports);
    expect(reported.slice(0, -1).map(({ corrects }) => corrects)).toEqual(reported.slice(1).map(({ id }) => id));
  });

  test('numbers of sealed plans tell nothing to whom they are sealed from, and go on over pages to their team', async () => {
    expect((await pagesOf(openViewer)).flat().some(({ id }) => id.includes('.'))).toBe(false);
    const sealed = (await pagesOf(team)).flat().filter(({ id }) => id.includes('.'));
    expect(sealed.map(({ id }) => id.split('.')[1])).toEqual(['4', '3', '2', '1', '4', '3', '2', '1']);
  });

  test('an entry that is none of the place’s, or is not known to the viewer, is refused', async () => {
    const view = await viewAt(store, openViewer);
    const hidden = (await pagesOf(team)).flat().find(({ id }) => id.includes('.'))?.id;
    for (const entry of ['999999', '0', hidden])
      await expect(historyAnswer(store, view, codeOf(5), entry)).rejects.toMatchObject({ code: 'parameter-malformed' });
  });
});

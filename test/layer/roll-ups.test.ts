import { beforeEach, expect, test } from 'vitest';
import { readAreasSeq } from '../../server/area/area-store.ts';
import { areasSeq } from '../../server/area/areas-seq.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import { countyFacts, readFacts, totalFacts } from '../../server/layer/facts.ts';
import { type Judged, judgeAll, judgedByTown, rollUp, rollUpsByTown } from '../../server/layer/judge.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { searchAnswer } from '../../server/search/search-answer.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { codeOf, inspector, office, openForms, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

/** What is worked out once says the same as worked out for each town and each write anew. */
eachEngine('what is worked out once', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  const report = (paid: number) =>
    write(store, { actor: 'x', clock: clockAt(today) }, (tx) =>
      reportVenues(tx, [venue('area-5', { subsidyPaidFen: paid })]),
    );

  test('roll-ups of towns, for every layer and everybody', async () => {
    await fillCounty(store);
    for (const viewer of [officeViewer, town, inspector])
      for (const facts of [countyFacts, totalFacts]) {
        const known = await facts(store, await viewAt(store, viewer));
        for (const layer of known.layers)
          for (const { id } of known.towns) {
            const own = judgeAll(known, layer).filter(({ place }) =>
              layer.level === 'town' ? place.id === id : place.townId === id,
            );
            expect(judgedByTown(known, layer).get(id) ?? []).toEqual(own);
            expect(rollUpsByTown(known, layer)(id)).toEqual(rollUp(layer, own));
          }
      }
  });

  test('judgements and roll-ups after reports are those of facts read anew, whichever layers were asked for meanwhile', async () => {
    await fillCounty(store);
    const reportOf = (id: string, paid: number) =>
      write(store, { actor: 'x', clock: clockAt(today) }, (tx) =>
        reportVenues(tx, [venue(id, { subsidyPaidFen: paid, stage: paid % 2 === 0 ? 'accepted' : 'not-started' })]),
      );
    const ids = (await countyFacts(store, await viewAt(store, officeViewer))).villages.map(({ id }) => id);
    for (let round = 0; round < 12; round++) {
      await reportOf(ids[round % ids.length] ?? '', round);
      const view = await viewAt(store, officeViewer);
      const known = await countyFacts(store, view);
      const anew = await readFacts(store, view);
      for (const [at, layer] of known.layers.entries()) {
        if ((at + round) % 3 === 0) continue;
        const told = (all: Judged[]) => all.map(({ place, at: is, verdict }) => [place.id, is, verdict]);
        expect(told(judgeAll(known, layer))).toEqual(told(judgeAll(anew, layer)));
        for (const { id } of known.towns) {
          expect(told(judgedByTown(known, layer).get(id) ?? [])).toEqual(told(judgedByTown(anew, layer).get(id) ?? []));
          expect(rollUpsByTown(known, layer)(id)).toEqual(rollUpsByTown(anew, layer)(id));
        }
      }
    }
  });

  test('when places last moved: not with a report, and with a change of names', async () => {
    const forms = await openForms(store);
    const both = async () => {
      const view = await viewAt(store, officeViewer);
      return [await areasSeq(store, view), await readAreasSeq(store, view)];
    };
    const first = await both();
    await report(1);
    await report(2);
    expect(await both()).toEqual(first);
    await forms.send(office, 'POST', '/areas/changes', {
      ...{ id: newId(), on: today, kind: 'rename', code: codeOf(3), name: '新三村', newCode: null },
    });
    const [moved, asked] = await both();
    expect(moved).toBe(asked);
    expect(moved).toBeGreaterThan(first[0] ?? 0);
    const past = await viewAt(store, officeViewer, '2026-09-30');
    expect(await areasSeq(store, past)).toBe(await readAreasSeq(store, past));
  });

  test('the search finds a new name at once, and after a report what it found before', async () => {
    const forms = await openForms(store);
    const found = async (q: string) => (await searchAnswer(store, await viewAt(store, officeViewer), q)).hits;
    const before = await found('村3');
    await report(1);
    expect(await found('村3')).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    await forms.send(office, 'POST', '/areas/changes', {
      ...{ id: newId(), on: today, kind: 'rename', code: codeOf(3), name: '新荷村', newCode: null },
    });
    expect((await found('新荷')).length).toBeGreaterThan(0);
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { verifyChains } from '../../server/audit/verify.ts';
import { daysAfter } from '../../server/calendar/rules.ts';
import { defaultRanking, defaultReleases } from '../../server/campaign/default-editions.message.ts';
import { adoptDefaults, readDefault } from '../../server/campaign/default-store.ts';
import { putEdition } from '../../server/campaign/edition-actions.ts';
import { readEdition } from '../../server/campaign/edition-store.ts';
import type { RankingFormula } from '../../server/campaign/formula/rules.ts';
import { lastSeq, viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { clockOf } from '../../server/db/clock.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { editionAnswer } from '../../server/form/edition-form.ts';
import { totalFacts } from '../../server/layer/facts.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { countedExternals, formulaOf, rankedOf } from '../../server/ranking/ranked.ts';
import { scoresAnswer } from '../../server/ranking/scores-answer.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine, newFolder } from '../store/engines.ts';

const released = join(import.meta.dirname, '../store/released');
const first = defaultReleases[0]?.ranking as RankingFormula;

async function openReleased(name: string): Promise<Store> {
  const dataDir = newFolder();
  writeFileSync(join(dataDir, 'county.sqlite'), gunzipSync(readFileSync(join(released, name))));
  mkdirSync(join(dataDir, 'files'), { recursive: true });
  return openStore({ dataDir, databaseUrl: null });
}

/** Towns and villages with their scores on a day: as answered, and as counted by a formula. */
async function scoresOn(store: Store, on: string, formula: RankingFormula) {
  const view = await viewAt(store, officeViewer, on);
  const answer = await scoresAnswer(store, view, { since: undefined, hidden: false });
  const counted = rankedOf(await totalFacts(store, view), formula, await countedExternals(store, view));
  const told = (rows: { score: number | null }[]) => rows.map(({ score }) => score).sort();
  return {
    answered: [...told(answer.towns), ...told(answer.villages)],
    counted: [...told(counted.towns), ...told(counted.villages)],
  };
}

/** Folders begun before the second release of the defaults, which came with schema 13. */
const begunWithFirst = readdirSync(released).filter((name) => Number(/\d+/.exec(name)?.[0]) < 13);

test('a folder begun with the defaults in force takes nothing over', async () => {
  const store = await openReleased('schema-13.sqlite.gz');
  const seq = await lastSeq(store);
  await adoptDefaults(store);
  expect(await lastSeq(store)).toBe(seq + (defaultReleases.length > 2 ? 1 : 0));
  await store.close();
});

describe.each(begunWithFirst.sort())('a folder released with %s takes a changed default over', (name) => {
  test('from the day it is opened on, by one change; every day before is scored as it was', async () => {
    const store = await openReleased(name);
    const seq = await lastSeq(store);
    const clock = await clockOf(store);
    const day = clock.today();
    await adoptDefaults(store);
    expect(await lastSeq(store)).toBe(seq + 1);
    await adoptDefaults(store);
    expect(await lastSeq(store)).toBe(seq + 1);
    expect((await verifyChains(store.db)).breaks).toEqual([]);
    for (let back = 1; back <= 60; back += 7) {
      const { answered, counted } = await scoresOn(store, daysAfter(day, -back), first);
      expect(answered).toEqual(counted);
    }
    const after = await viewAt(store, officeViewer, day);
    // One of these folders holds a formula that its county set: it stays.
    const own = await readEdition(store, after, 'ranking');
    const { answered, counted } = await scoresOn(store, day, own ?? defaultRanking);
    expect(answered).toEqual(counted);
    expect((await formulaOf(store, { ...after, seq })).body).toEqual(own ?? first);
    expect((await formulaOf(store, after)).body).toEqual(own ?? defaultRanking);
    expect(await readDefault(store, after, 'ranking')).toEqual({ fromOn: day, body: defaultRanking });
    expect((await readDefault(store, { ...after, seq }, 'ranking')).body).toEqual(first);
    await store.close();
  });
});

eachEngine('a changed default', (open) => {
  test('is a new folder’s from its first day, without a change', async () => {
    const store = await open();
    await adoptDefaults(store);
    expect(await lastSeq(store)).toBe(0);
    await fillCounty(store);
    await adoptDefaults(store);
    const view = await viewAt(store, officeViewer, daysAfter(today, -5));
    expect(await formulaOf(store, view)).toEqual({ fromOn: null, body: defaultRanking });
  });
  test('a formula saved before a class was split counts all its parts, one saved since only what it names', async () => {
    const store = await open();
    await writeSetting(store, 'defaults', '1');
    await fillCounty(store);
    const clock = await clockOf(store);
    const formula = (layer: string, classes: string[]): RankingFormula => ({
      ...first,
      parts: [{ layer, classes, measure: 'share', weight: 1, most: null }],
    });
    const put = (body: RankingFormula, back: number) =>
      write(store, { actor: 'office', clock }, (tx) =>
        putEdition(tx, { kind: 'ranking', fromOn: daysAfter(clock.today(), -back), body }),
      );
    const counted = async () => (await formulaOf(store, await viewAt(store, officeViewer))).body.parts[0]?.classes;
    await put(formula('venue-schedule', ['accepted', 'built']), 1);
    await adoptDefaults(store);
    expect(await counted()).toEqual(['accepted', 'built', 'built-late', 'built-overdue']);
    const { body } = await editionAnswer(store, 'ranking', 'zh');
    expect(body.parts[0]?.classes).toEqual(['accepted', 'built', 'built-late', 'built-overdue']);
    await put(formula('venue-schedule', ['accepted', 'built']), 0);
    expect(await counted()).toEqual(['accepted', 'built']);
  });
  test('leaves what the county set itself', async () => {
    const store = await open();
    await writeSetting(store, 'defaults', '1');
    await fillCounty(store);
    const clock = await clockOf(store);
    const own = { ...first, target: 42 };
    await write(store, { actor: 'office', clock }, (tx) =>
      putEdition(tx, { kind: 'ranking', fromOn: daysAfter(clock.today(), -1), body: own }),
    );
    await adoptDefaults(store);
    const view = await viewAt(store, officeViewer);
    expect((await formulaOf(store, view)).body).toEqual(own);
    expect((await readDefault(store, view, 'ranking')).body).toEqual(defaultRanking);
    expect((await readDefault(store, view, 'checklist')).fromOn).toBe(null);
  });
});

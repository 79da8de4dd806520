import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadFile } from '../../geodata/format/hand-over.ts';
import { towns, villages } from '../../geodata/sample/places.ts';
import { sampleLedgers } from '../../geodata/sample/write.ts';
import { readCells } from '../../geodata/sheet/read-cells.ts';
import { readLedgers } from '../../geodata/sheet/read-ledgers.ts';
import { Cells } from '../../server/import/cells.ts';
import { PeopleBook } from '../../server/import/people-book.ts';
import { type OrganisationReport, organisationOf, type VenueReport, venueOf } from '../../server/import/records.ts';
import { type TurnaroundState, turnaroundOf } from '../../server/organisation/rules.ts';
import { milestoneKeys, type ScheduleState, scheduleOf } from '../../server/venue/rules.ts';
import { golden } from './golden.ts';
import { lastReports, readSample, rowsOf, sampleFolder } from './read-sample.ts';

const { today } = golden;
const count = <Key extends string>(keys: Key[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, list]) => [key, list.length]));

let read: ReadFile[];
beforeAll(async () => {
  read = await readSample();
});

describe('the ledgers of the sample county', () => {
  test('are read without a warning or a refusal', () => {
    expect(read.filter(({ is }) => is !== 'ledger')).toEqual([]);
    expect(read.flatMap(({ notes }) => notes).filter(({ severity }) => severity !== 'understood')).toEqual([]);
  });
  test('are what the generator writes, cell for cell', async () => {
    for (const { name, bytes } of await sampleLedgers()) {
      const kept = new Uint8Array(readFileSync(join(sampleFolder, name)));
      expect(await readCells(name, bytes), name).toEqual(await readCells(name, kept));
    }
  });
  test('are small enough to ship: below 1.5 MB in all', async () => {
    const sizes = (await sampleLedgers()).map(({ name }) => readFileSync(join(sampleFolder, name)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });
  test('name people nobody can ring up', () => {
    const phones = [...rowsOf(read, 'responsibility'), ...rowsOf(read, 'linkage')].map(({ cells }) => cells.phone);
    expect(phones.filter((phone) => !/^000-0000\d{3}$/.test(String(phone)))).toEqual([]);
  });
});

describe('venues', () => {
  const schedule = (on: string): Map<string, ScheduleState> => {
    const venues = lastReports<VenueReport>(
      rowsOf(read, 'venue').filter(({ cells }) => String(cells.reportedOn) <= on),
      (row, before) =>
        venueOf(new Cells(row), { areaId: String(row.cells.code), reportedOn: String(row.cells.reportedOn) }, before),
    );
    return new Map(
      villages.map(({ code }) => {
        const venue = venues.get(code);
        return [code, scheduleOf(venue ? { ...venue, id: code, since: 1 } : null, on, 7)];
      }),
    );
  };

  test('stand so today', () => expect(count([...schedule(today).values()])).toEqual(golden.schedule));
  test.each(Object.entries(golden.scheduleOfTown))('stand so today in %s', (name, states) => {
    const own = towns.find((town) => town.name === name)?.villages ?? [];
    const all = schedule(today);
    expect(count(own.map(({ code }) => all.get(code) as string))).toEqual(states);
  });
  test('are accepted one after the other', () => {
    const accepted = ['2026-08-30', '2026-09-27', '2026-10-18', today].map(
      (on) => [...schedule(on).values()].filter((state) => state === 'accepted').length,
    );
    expect(accepted).toEqual([...accepted].sort((a, b) => a - b));
    expect(accepted[0]).toBe(0);
  });
  test('reach each step after the one before, and their stage says how far', () => {
    const stages = ['not-started', 'structure-underway', 'structure-done', 'fitting-out', 'built', 'accepted'];
    for (const { cells } of rowsOf(read, 'venue')) {
      const done = milestoneKeys.map((key) => cells[`${key}DoneOn`] as string | null);
      const reached = done.filter((day) => day !== null);
      expect(done.slice(0, reached.length)).toEqual(reached.toSorted());
      expect(reached.every((day) => day <= String(cells.reportedOn))).toBe(true);
      expect(cells.stage).toBe(stages[reached.length]);
    }
  });
  test('have all their items when accepted, and are paid in full only then', () => {
    for (const { cells } of rowsOf(read, 'venue')) {
      const items = Object.entries(cells).filter(([key]) => key.startsWith('item.'));
      expect(items).toHaveLength(19);
      if (cells.stage === 'accepted') {
        expect(items.every(([, has]) => has === true)).toBe(true);
        expect([cells.organisationAcceptedOn, cells.financeAcceptedOn].every(Boolean)).toBe(true);
      } else expect(Number(cells.subsidyPaidFen)).toBeLessThan(Number(cells.subsidyFen));
    }
  });
});

describe('organisations', () => {
  let last: Map<string, OrganisationReport>;
  beforeAll(() => {
    let ids = 0;
    const people = new PeopleBook([], () => `p${++ids}`);
    last = lastReports(rowsOf(read, 'organisation'), (row, before) =>
      organisationOf(
        new Cells(row),
        { areaId: String(row.cells.code), areaName: '', reportedOn: String(row.cells.reportedOn) },
        { before, people },
      ),
    );
  });
  test('stand so today', () => {
    const states = villages.map(({ code }): TurnaroundState => {
      const organisation = last.get(code);
      return turnaroundOf(organisation ? { ...organisation, id: code, since: 1 } : null, today);
    });
    expect(count(states)).toEqual(golden.turnaround);
    expect(count([...last.values()].flatMap(({ turnaround }) => turnaround?.namedBy ?? []))).toEqual(golden.namedBy);
  });
  test('that are backward have problems, each with a measure and a limit', () => {
    for (const { turnaround } of last.values())
      for (const { text, measure, dueOn } of turnaround?.problems ?? [])
        expect([text, measure, dueOn].every(Boolean)).toBe(true);
  });
  test('are signed off when every problem is put right', () => {
    for (const { turnaround } of last.values())
      if (turnaround?.signedOffOn) expect(turnaround.problems.every(({ doneOn }) => doneOn !== null)).toBe(true);
  });
});

describe('visits', () => {
  const visits = () => [...new Map(rowsOf(read, 'inspection').map(({ cells }) => [cells.number, cells])).values()];
  test('were made or are planned', () => {
    expect(count(visits().map(({ state }) => String(state)))).toEqual(golden.visits);
    for (const { state, occurredOn, announced } of visits())
      expect(state === 'made' ? String(occurredOn) <= today : String(occurredOn) > today && announced).toBe(true);
  });
  test('have not been everywhere', () => {
    const made = visits().filter(({ state }) => state === 'made');
    const visited = new Set(
      made.flatMap(({ town, villages: names }) => (names as string[]).map((name) => town + name)),
    );
    const never = villages.filter(({ name, town }) => !visited.has(town.name + name));
    expect(never).toHaveLength(golden.neverVisited);
  });
  test("of the linked leaders keep October's duty in some towns", () => {
    const linked = rowsOf(read, 'linkage').filter(({ cells }) => cells.town !== null);
    expect(linked).toHaveLength(golden.linkages);
    // A plan for 31 October is no visit yet.
    const october = visits().filter(({ state, occurredOn }) => state === 'made' && /^2026-10/.test(String(occurredOn)));
    const made = linked
      .filter(({ cells }) => cells.toOn === null)
      .map(({ cells }) => october.filter(({ leader }) => leader === cells.leader).length);
    expect({
      kept: made.filter((times) => times >= 2).length,
      once: made.filter((times) => times === 1).length,
      none: made.filter((times) => times === 0).length,
    }).toEqual(golden.linkage);
  });
});

test('the campaign is a hundred days from 17 August', async () => {
  const bytes = new Uint8Array(readFileSync(join(sampleFolder, '百日行动方案.csv')));
  const [plan] = await readLedgers('百日行动方案.csv', bytes);
  expect(plan).toMatchObject({ is: 'ledger', ledger: 'campaign' });
  expect(plan?.is === 'ledger' && plan.rows.flatMap(({ cells }) => cells.on ?? [])).toEqual([
    '2026-08-17',
    '2026-10-15',
    '2026-10-31',
    '2026-11-24',
  ]);
});

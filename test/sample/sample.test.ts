import { beforeAll, describe, expect, test } from 'vitest';
import type { LedgerFile, LedgerRow, ReadFile } from '../../geodata/format/hand-over.ts';
import { spoken, towns, villages } from '../../geodata/sample/places.ts';
import { sampleVisits } from '../../geodata/sample/visits.ts';
import { milestoneKeys } from '../../server/venue/rules.ts';
import { golden } from './golden.ts';
import { readSample, rowsOf } from './read-sample.ts';

const { today } = golden;
const firstDay = '2026-08-17';
const lastDay = '2026-11-24';
const townNames = new Set(towns.map(({ name }) => name));
const byCode = new Map(villages.map((village) => [village.code, village]));

let read: ReadFile[];
beforeAll(async () => {
  read = await readSample();
});

/** The village of the town that is called so, by its bare name or as spoken of. */
function villageNamed(town: unknown, name: unknown) {
  return villages.find((village) => village.town.name === town && [village.name, spoken(village)].includes(`${name}`));
}

const daysOf = (value: unknown): string[] => `${value ?? ''}`.match(/\d{4}-\d{2}-\d{2}/g) ?? [];

describe('places in the ledgers', () => {
  test('are known, and code, town and name say the same place', () => {
    for (const kind of ['venue', 'organisation'] as const) {
      for (const { cells } of rowsOf(read, kind)) {
        const village = byCode.get(`${cells.code}`);
        expect(village, `${cells.code}`).toBeDefined();
        expect(villageNamed(cells.town, cells.village), `${cells.town}${cells.village}`).toBe(village);
      }
    }
  });
  test('are told once in a ledger of a day', () => {
    for (const kind of ['venue', 'organisation'] as const) {
      const files = read.filter((file): file is LedgerFile => file.is === 'ledger' && file.ledger === kind);
      for (const [day, ledgers] of Map.groupBy(files, ({ file }) => daysOf(file)[0])) {
        const codes = ledgers.flatMap(({ rows }) => rows.map(({ cells }) => cells.code));
        expect(new Set(codes).size, `${kind} ${day}`).toBe(codes.length);
      }
    }
  });
  test('of leaders and of the responsible are known', () => {
    for (const { cells } of rowsOf(read, 'linkage'))
      if (cells.town !== null) expect(townNames).toContain(`${cells.town}`);
    for (const { cells } of rowsOf(read, 'responsibility')) {
      if (cells.village === null) expect(townNames).toContain(`${cells.town}`);
      else expect(villageNamed(cells.town, cells.village)?.code).toBe(cells.code);
    }
  });
  test('all have somebody of the town who answers for them', () => {
    const rows = rowsOf(read, 'responsibility');
    const ofVillages = rows.filter(({ cells }) => cells.function === 'town-leader').map(({ cells }) => cells.code);
    const ofTowns = rows.filter(({ cells }) => cells.function === 'town-secretary').map(({ cells }) => cells.town);
    expect(new Set(ofVillages)).toEqual(new Set(byCode.keys()));
    expect(new Set(ofTowns)).toEqual(townNames);
  });
});

describe('days in the ledgers', () => {
  test('planned ones of a venue are in order and within the campaign', () => {
    for (const { cells } of rowsOf(read, 'venue')) {
      const planned = milestoneKeys.map((key) => `${cells[`${key}PlannedOn`]}`);
      expect(planned, `${cells.code}`).toEqual(planned.toSorted());
      expect(
        planned.every((day) => day >= firstDay && day <= lastDay),
        `${cells.code} ${planned}`,
      ).toBe(true);
    }
  });
  test('a plan once told is kept, and nothing done is taken back', () => {
    for (const rows of Map.groupBy(rowsOf(read, 'venue'), ({ cells }) => cells.code).values())
      for (const [at, { cells }] of rows.entries()) {
        const before = rows[at - 1]?.cells ?? cells;
        for (const key of milestoneKeys) {
          expect(cells[`${key}PlannedOn`]).toBe(before[`${key}PlannedOn`]);
          if (before[`${key}DoneOn`] !== null) expect(cells[`${key}DoneOn`]).toBe(before[`${key}DoneOn`]);
        }
      }
  });
  test('of both bureaus lie after the building, and both only when accepted', () => {
    for (const { cells } of rowsOf(read, 'venue')) {
      const passed = [cells.organisationAcceptedOn, cells.financeAcceptedOn].flatMap(daysOf);
      expect(passed.length === 2, `${cells.code}`).toBe(cells.stage === 'accepted');
      for (const day of passed) expect(day >= `${cells.builtDoneOn}` && day <= `${cells.reportedOn}`).toBe(true);
    }
  });
  test('nothing is reported after today', () => {
    for (const kind of ['venue', 'organisation', 'inspection'] as const)
      for (const { cells } of rowsOf(read, kind)) expect(`${cells.reportedOn}` <= today).toBe(true);
  });
  test('a backward organisation is named before problems are put right, and signed off last', () => {
    for (const { cells } of rowsOf(read, 'organisation')) {
      const named = daysOf(cells.namedOn)[0];
      expect(named !== undefined, `${cells.code}`).toBe(cells.backward === true);
      if (named === undefined) continue;
      for (const day of daysOf(cells.doneOn)) expect(day > named && day <= `${cells.reportedOn}`).toBe(true);
      const [signedOff] = daysOf(cells.signedOffOn);
      if (signedOff) expect(daysOf(cells.doneOn).every((day) => day <= signedOff)).toBe(true);
    }
  });
});

describe('visits in the log', () => {
  const made = (): LedgerRow[] => rowsOf(read, 'inspection').filter(({ cells }) => cells.state === 'made');
  test('are of one to four villages of their town', () => {
    for (const { cells } of rowsOf(read, 'inspection')) {
      const names = cells.villages as string[];
      expect(names.length >= 1 && names.length <= 4, `${cells.number}`).toBe(true);
      for (const name of names) expect(villageNamed(cells.town, name), `${cells.town}${name}`).toBeDefined();
    }
  });
  test('are led, when a county leader leads them, by one of the linkage table', () => {
    const leaders = new Set(rowsOf(read, 'linkage').map(({ cells }) => cells.leader));
    for (const { cells } of made())
      if (cells.level === 'county' && cells.leader !== null) expect(leaders).toContain(cells.leader);
  });
  test('find in villages they have been to, and each finding is closed on its own day', () => {
    const told = sampleVisits();
    let closings = 0;
    for (const { cells } of made()) {
      const visit = told[Number(`${cells.number}`.slice(-3)) - 1];
      const findings = (cells.findings ?? []) as string[];
      const closed = (cells.closedOn ?? []) as string[];
      expect(findings, `${cells.number}`).toHaveLength(visit?.findings.length ?? -1);
      for (const [at, finding] of findings.entries()) {
        const real = visit?.findings[at]?.closedOn ?? '9999';
        expect(cells.villages).toContain(finding.split('：')[0]);
        expect(closed[at] || null, `${cells.number}`).toBe(real <= `${cells.reportedOn}` ? real : null);
        if (closed[at]) expect(closed[at] > `${cells.occurredOn}`).toBe(true);
        if (closed[at]) closings++;
      }
    }
    expect(closings).toBeGreaterThan(50);
  });
  test('find something about half of the time', () => {
    const visits = new Map(made().map(({ cells }) => [cells.number, cells]));
    const found = [...visits.values()].filter(({ findings }) => `${findings ?? ''}` !== '');
    expect(found.length / visits.size).toBeGreaterThan(0.4);
    expect(found.length / visits.size).toBeLessThan(0.8);
  });
});

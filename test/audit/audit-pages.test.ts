import { beforeAll, expect, test } from 'vitest';
import type { AuditAnswer, AuditRow } from '../../server/audit/answer.ts';
import { auditAnswer, auditRows, pageRows } from '../../server/audit/read-audit.ts';
import { type Stands, walkAudit } from '../../server/audit/walk-audit.ts';
import { recordEvent } from '../../server/change/audit-event.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { makeAccount } from '../../server/user/account/account-actions.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const auditor: Viewer = { ...openViewer, id: 'root', role: 'auditor', places: [] };
const clock = clockAt(today);
const sealed = (n: number) => ({
  ...{ number: `s${n}`, occurredOn: '2026-11-02', state: 'planned' as const, level: 'county' as const },
  ...{ announced: false, team: '一组', leaderId: null, reportedOn: today },
  places: [{ areaId: 'area-5', findings: [] }],
});

eachEngine('pages of the audit log', (open) => {
  let store: Store;
  let account = '';
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    await write(store, { actor: 'set-up', clock }, async (tx) => {
      const person = { name: '张三', post: '镇干部', unit: null, workPhone: null };
      account = await makeAccount(tx, {
        login: 'zhang3',
        ...person,
        role: 'town',
        places: [],
        subjects: [],
        teams: [],
      });
    });
    for (let round = 0; round < 5; round++) {
      await write(store, { actor: 'town', clock }, async (tx) => {
        await reportVenues(
          tx,
          Array.from({ length: 30 }, (_, n) => venue('area-5', { subsidyPaidFen: round * 100 + n + 1 })),
        );
        await recordVisits(tx, [sealed(round * 2), sealed(round * 2 + 1)]);
      });
      for (let n = 0; n < 6; n++)
        await recordEvent(store, {
          ...{ actor: n === 0 && round === 0 ? account : null, address: '', action: 'sign-in' },
          ...{ subject: `person${n}`, detail: {} },
        });
    }
  });

  async function pagesOf(viewer: Viewer, asked = {}): Promise<AuditAnswer[]> {
    const pages: AuditAnswer[] = [];
    for (let before: string | undefined; ; ) {
      const page = await auditAnswer(store, viewer, asked, before);
      pages.push(page);
      if (page.more === null) return pages;
      before = page.more;
    }
  }
  const rowsOf = (pages: AuditAnswer[]): AuditRow[] => pages.flatMap(({ rows }) => rows);

  test.each([
    ['office', officeViewer],
    ['audit administrator', auditor],
  ])('come 50 at a time, every entry once, newest first, with how many there are, to the %s', async (_, viewer) => {
    const pages = await pagesOf(viewer);
    expect(pages.slice(0, -1).map(({ rows }) => rows.length)).toEqual(pages.slice(1).map(() => pageRows));
    const rows = rowsOf(pages);
    expect(rows).toEqual(await auditRows(store, viewer, {}, 10_000));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.map(({ at }) => at)).toEqual(
      rows
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => rows.length));
    expect(rowsOf(await pagesOf(viewer, { kind: 'change' })).length).toBe(
      (await auditAnswer(store, viewer, { kind: 'change' })).total,
    );
  });

  test('tell an administrator nothing of sealed plans: neither rows nor where to go on from', async () => {
    const pages = await pagesOf(auditor);
    const changes = rowsOf(pages).filter(({ id }) => id.startsWith('c'));
    const { shown } = await store.db
      .selectFrom('change')
      .select((select) => select.fn.max('shown').as('shown'))
      .executeTakeFirstOrThrow();
    const told = changes.map(({ id }) => Number(id.slice(1)));
    // The account made has a number of its own, and an event tells of it.
    expect(told.length).toBe(Number(shown) - 1);
    const named = pages.flatMap(({ more }) => more ?? []);
    expect(named).toEqual(pages.slice(0, -1).map(({ rows }) => `${rows.at(-1)?.at}~${rows.at(-1)?.id}`));
  });

  test.each([
    ['login', 'zhang3'],
    ['login in capitals', 'Zhang3'],
    ['name', '张三'],
  ])('of one account are found by its %s', async (_, actor) => {
    const rows = rowsOf(await pagesOf(officeViewer, { actor }));
    expect(rows.map(({ actor: by, said }) => [by?.id, said.en])).toEqual([[account, 'Signed in: person0']]);
  });

  test('what is looked for in a long log comes a part of the log at a time, none left out', async () => {
    const asked = { q: 'person3' };
    const wanted = (await auditRows(store, officeViewer, asked, 1_000)).map(({ id }) => id);
    expect(wanted.length).toBe(5);
    const found: Stands[] = [];
    let parts = 0;
    for (let from: Stands | null = null; ; parts++) {
      const part: Awaited<ReturnType<typeof walkAudit>> = await walkAudit(store, officeViewer, asked, {
        ...{ from, most: 2, windows: 1, rows: 7 },
      });
      found.push(...part.entries);
      if (part.more === null) break;
      from = part.more;
    }
    expect(found.map(({ chain, number }) => `${chain}${number}`)).toEqual(wanted);
    expect(parts).toBeGreaterThan(10);
  });

  test.each(['', 'c5', '2026-10-30T00:00:00.000Z', '2026-10-30T00:00:00.000Z~x5', '2026-10-30T00:00:00.000Z~c5'])(
    'from what is no place in the log are refused: %s',
    async (before) => {
      await expect(auditAnswer(store, auditor, {}, before)).rejects.toMatchObject({ code: 'parameter-malformed' });
    },
  );
});

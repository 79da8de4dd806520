import { readXlsx } from 'hucre';
import { beforeEach, expect, test } from 'vitest';
import type { RankingFormula } from '../../server/campaign/formula/rules.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { PlaceRankAnswer, PreviewAnswer, RankHistoryAnswer, ScoresAnswer } from '../../server/ranking/answer.ts';
import { rankHistoryAnswer } from '../../server/ranking/rank-history.ts';
import { rankingWorkbook } from '../../server/ranking/ranking-workbook.ts';
import { twoDecimals } from '../../server/ranking/rules.ts';
import { scoresAnswer } from '../../server/ranking/scores-answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { today } from '../api/small-county.ts';
import {
  codeOf,
  type Forms,
  finance,
  inspector,
  leader,
  office,
  openForms,
  town,
  village,
} from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';
import { formula, named, scoreForms, told } from './score-forms.ts';

const screen: Viewer = { ...leader, id: 'screen', role: 'screen' };
const townCode = '990100100';

eachEngine('scores and ranks', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });
  const { setFormula, scores, hide, enter } = scoreForms(() => forms);

  test('count the layer’s own places: towns by their villages, villages by themselves, ties and the last marked', async () => {
    expect((await setFormula(formula)).status).toBe(200);
    const answer = await scores(leader);
    expect(told(answer.towns)).toEqual([
      ['望岭镇', 100, 1],
      ['城关镇', 33.33, 2],
    ]);
    expect(told(answer.villages)).toEqual([
      ['村3', 100, 1],
      ['=7村', 100, 1],
      ['村4', 0, 3],
      ['村5', 0, 3],
    ]);
    expect(answer.villages.map(({ tied, last }) => [tied, last])).toEqual([
      [true, null],
      [true, null],
      [true, 'within'],
      [true, 'within'],
    ]);
    expect(answer.towns.map(({ last, parts }) => [last, parts])).toEqual([
      [null, [{ counted: 1, of: 1, points: 100 }]],
      ['within', [{ counted: 1, of: 3, points: 33.33 }]],
    ]);
    expect(answer.formula.parts[0]).toMatchObject({ counted: ['built', 'accepted'], known: true, level: 'village' });
  });

  test('are compared with a week before, or any other day, as it was scored then', async () => {
    const answer = await scores(leader);
    expect([answer.since, answer.sinceMeeting]).toEqual(['2026-10-23', false]);
    const early = await scores(leader, '?since=2026-01-01');
    expect(early.towns.map(({ rankBefore }) => rankBefore)).toEqual([null, null]);
    expect((await forms.get(leader, '/ranking?since=2026-10-31')).status).toBe(400);
  });

  test('a town is told every town’s score and rank, of villages its own only, with their rank in the county', async () => {
    await setFormula(formula);
    const [all, own, one] = [await scores(leader), await scores(town), await scores(village)];
    expect(own.towns).toEqual(all.towns);
    expect(own.villages.map(({ name, rank }) => [name, rank])).toEqual([
      ['村3', 1],
      ['村4', 3],
      ['村5', 3],
    ]);
    expect(own.of).toEqual({ towns: 2, villages: 4 });
    expect(one.villages.map(({ name }) => name)).toEqual(['村4']);
    expect(JSON.stringify(own)).not.toContain('=7村');
  });

  test('are nobody’s who sees one kind of record or the villages of his plans only', async () => {
    for (const viewer of [finance, inspector]) {
      expect((await forms.get(viewer, '/ranking')).status).toBe(403);
      expect((await forms.get(viewer, '/ranking.xlsx')).status).toBe(404);
      expect((await forms.get(viewer, `/places/${codeOf(4)}/rank`)).status).toBe(403);
    }
    for (const viewer of [leader, town, village, screen, finance, inspector]) {
      expect((await hide(true, viewer)).status).toBe(403);
      expect((await enter(newId(), named(), {}, viewer)).status).toBe(403);
      expect((await forms.send(viewer, 'POST', '/ranking/preview', formula)).status).toBe(403);
      expect((await setFormula(formula, viewer)).status).toBe(403);
    }
  });

  test('what another formula would give stands beside today’s, and nothing is written', async () => {
    await setFormula(formula);
    const before = (await forms.changes()).length;
    const tried = { ...formula, parts: [{ ...formula.parts[0], layer: 'inspection-findings' }] };
    const answer = (await forms.send(office, 'POST', '/ranking/preview', tried)).body as unknown as PreviewAnswer;
    expect(answer.towns.map(({ name, score, rank, rankNow }) => [name, score, rank, rankNow])).toEqual([
      ['城关镇', 0, 1, 2],
      ['望岭镇', null, 2, 1],
    ]);
    expect((await forms.changes()).length).toBe(before);
    const refused = await forms.send(office, 'POST', '/ranking/preview', { ...formula, parts: [] });
    expect([refused.status, refused.body.faults[0]?.field]).toEqual([422, 'body.parts']);
  });

  test('two people who set the formula: the second sees the other’s and nothing is overwritten', async () => {
    const { base } = (await forms.get(office, '/editions/ranking')).body;
    const put = (body: RankingFormula, id = newId()) =>
      forms.send(office, 'PUT', '/editions/ranking', { id, base, fromOn: today, body });
    expect((await put({ ...formula, target: 80 })).status).toBe(200);
    const second = await put({ ...formula, target: 70 });
    expect([second.status, second.body.conflicts]).toEqual([409, ['body']]);
    expect(second.body.theirs).toMatchObject({ body: { target: 80 } });
    expect((await scores(leader)).formula.target).toBe(80);
    const foreign = await setFormula({ ...formula, parts: [{ ...formula.parts[0]!, layer: 'nothing' }] });
    expect([foreign.status, foreign.body.faults[0]?.code]).toEqual([422, 'layer-unknown']);
  });

  test('one switch hides every ranking from everybody, as if there were none, and shows them again', async () => {
    await enter(newId(), named({ place: townCode, kind: 'rank', rank: 12, of: 12 }));
    await enter(newId(), named({ place: townCode }));
    const seen = await forms.get(leader, '/ranking');
    expect((await hide(true)).status).toBe(200);
    const missing = (await forms.get(leader, '/nothing')).body;
    for (const viewer of [leader, town, village, screen])
      for (const path of ['/ranking', '/ranking?asOf=2026-10-29', '/ranking/history', '/rankings?layer=venue-stage'])
        expect([path, await forms.get(viewer, path)]).toEqual([path, { status: 404, body: missing }]);
    for (const path of ['/rankings?layer=venue-stage', '/rankings?layer=venue-stage&asOf=2026-10-29', '/ranking.xlsx'])
      expect([path, (await forms.get(office, path)).status]).toEqual([path, 404]);
    expect((await scores(office)).hidden).toBe(true);
    const standing = async (viewer: Viewer) =>
      (await forms.get(viewer, `/places/${townCode}/rank`)).body as unknown as PlaceRankAnswer;
    for (const viewer of [office, leader, town]) {
      const { row, of, externals } = await standing(viewer);
      expect([row, of, externals.map(({ kind }) => kind)]).toEqual([null, 0, ['criticised']]);
    }
    expect((await forms.changes()).at(-1)).toMatchObject({ subject: 'ranking', action: 'hide' });
    await hide(true);
    expect((await forms.changes()).filter(({ subject }) => subject === 'ranking')).toHaveLength(1);
    await hide(false);
    expect(told((await scores(leader)).towns)).toEqual(told((seen.body as unknown as ScoresAnswer).towns));
    expect((await standing(town)).row?.rank).toBeGreaterThan(0);
  });

  test('printed on a day they are the same when shown later as of that day', async () => {
    await setFormula(formula);
    await enter(newId(), named());
    const print = async (on?: string) => {
      const pages: string[] = [];
      for (const viewer of [officeViewer, openViewer, town]) {
        const view = await viewAt(forms.store, viewer, on);
        pages.push(JSON.stringify(await scoresAnswer(forms.store, view, { since: undefined, hidden: false })));
        pages.push(JSON.stringify(await rankHistoryAnswer(forms.store, view)));
      }
      return pages;
    };
    const then = await print();
    const later = '2026-11-06';
    await write(forms.store, { actor: 'office', clock: clockAt(later) }, async (tx) => {
      await writeSetting(tx, 'clock', later);
      await reportVenues(tx, [venue('area-5', { stage: 'built', reportedOn: later })]);
    });
    await setFormula({ ...formula, target: 50 });
    expect(await print(today)).toEqual(then);
    expect(await print()).not.toEqual(then);
  });

  test('a town’s line of ranks has every day, each as known and scored then', async () => {
    await setFormula(formula);
    const { days, towns } = (await forms.get(town, '/ranking/history')).body as unknown as RankHistoryAnswer;
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-09-30', today, 31]);
    const ranks = (on: string) => towns.map((one) => one.ranks[days.indexOf(on)]);
    expect(ranks(today)).toEqual((await scores(town)).towns.toSorted((a, b) => a.fid - b.fid).map(({ rank }) => rank));
    expect(ranks('2026-10-27')).toEqual([1, 2]);
  });

  test('the workbook counts every score from its parts, holds text as text, and leaves a row in the audit log', async () => {
    await setFormula({
      ...formula,
      parts: [
        ...formula.parts,
        { layer: 'organisation-named', measure: 'share', classes: [], weight: 3, most: null },
        { layer: 'venue-schedule', measure: 'deduction', classes: ['overdue', 'silent'], weight: 0.75, most: 1 },
        { layer: 'venue-schedule', measure: 'per-unit', classes: ['late', 'overdue'], weight: 0.35, most: 40 },
      ],
    });
    await enter(newId(), named({ source: '=HYPERLINK("x")' }));
    const view = await viewAt(forms.store, leader);
    const answer = await scoresAnswer(forms.store, view, { since: undefined, hidden: false });
    const { bytes } = await rankingWorkbook(answer, 'zh');
    const book = await readXlsx(bytes);
    const formulas = new Map<string, string>();
    for (const sheet of book.sheets)
      for (const [at, cell] of sheet.cells ?? []) if (cell.formula) formulas.set(`${sheet.name} ${at}`, cell.formula);
    for (const [name, rows] of [
      ['乡镇', answer.towns],
      ['村（社区）', answer.villages],
    ] as const) {
      const sheet = book.sheets.find((one) => one.name === name);
      for (const [n, row] of rows.entries()) {
        expect(sheet?.rows[n + 2]?.[3] ?? null).toBe(row.score ?? '');
        expect(formulas.get(`${name} ${n + 2},3`)).toContain('SUM(G');
        expect(recounted(sheet?.rows[n + 2] ?? [], answer)).toBe(row.score);
      }
    }
    const texts = book.sheets.find((one) => one.name === '上级通报与考评')?.rows[1] ?? [];
    expect(texts).toContain('=HYPERLINK("x")');
    expect([...formulas.keys()].some((key) => key.startsWith('上级通报与考评'))).toBe(false);
    await forms.get(leader, '/ranking.xlsx').catch(() => undefined);
    const noted = await forms.store.db.selectFrom('auditEvent').select('action').execute();
    expect(noted.map(({ action }) => action)).toContain('export-ranking');
  });
});

/** The score of a row of the workbook, counted from its counts by hand. */
function recounted(cells: readonly unknown[], { formula: { parts, belowZero } }: ScoresAnswer): number | null {
  const at = (part: number) => [Number(cells[4 + part * 3] ?? 0), Number(cells[5 + part * 3] ?? 0)] as const;
  const weights = parts.reduce(
    (sum, { measure, weight }, n) => sum + (measure === 'share' && at(n)[1] > 0 ? weight : 0),
    0,
  );
  if (weights === 0) return null;
  const points = parts.map(({ measure, weight, most }, n) => {
    const [counted, of] = at(n);
    if (of === 0) return 0;
    const raw =
      measure === 'share'
        ? (100 * weight * counted) / of / weights
        : -Math.min(weight * (measure === 'per-unit' ? counted / of : counted), most ?? 1e9);
    return twoDecimals(raw);
  });
  const sum = points.reduce((all, one) => all + one, Number(cells[4 + parts.length * 3 + 1]));
  return belowZero ? twoDecimals(sum) : Math.max(0, twoDecimals(sum));
}

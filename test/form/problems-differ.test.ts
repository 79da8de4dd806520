import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { ProposalsAnswer } from '../../server/proposal/answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { eachEngine } from '../store/engines.ts';
import { codeOf, type Forms, office, openForms, town } from './county-forms.ts';

interface Problem {
  text: string;
  measure: string | null;
  dueOn: string | null;
  doneOn: string | null;
}
type Turnaround = { problems: Problem[] };
const problem = (text: string, doneOn: string | null): Problem => ({
  text,
  measure: null,
  dueOn: '2026-10-20',
  doneOn,
});

eachEngine('a report on problems that takes back what was reported', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
    const turnaround = {
      ...{ namedBy: 'county', namedOn: '2026-09-01', leaderId: null, groupHeadId: null, groupUnits: ['县水利局'] },
      ...{ guidingUnit: null, stationedOn: null, signedOffOn: null },
      problems: [problem('班子不健全', null), problem('台账缺失', null)],
    };
    const listed = { name: '四村党支部', screenedOn: '2026-09-01', turnaround, reportedOn: '2026-10-10' };
    expect((await save(office, listed)).status).toBe(200);
  });
  const path = `/places/${codeOf(4)}/forms/organisation`;
  const standing = async (viewer: Viewer) => (await forms.get(viewer, path)).body.values['turnaround'] as Turnaround;
  const save = async (viewer: Viewer, change: object, more: object = {}) => {
    const { body } = await forms.get(viewer, path);
    const values = { ...body.values, ...change };
    return forms.send(viewer, 'PUT', path, { id: newId(), base: body.base, values, before: body.values, ...more });
  };
  /** The problems as they stand, with days they were put right on. */
  const put = async (viewer: Viewer, days: (string | null)[], more: object = {}, reportedOn = '2026-10-30') => {
    const turnaround = await standing(viewer);
    const problems = turnaround.problems.map((one, at) => ({ ...one, doneOn: days[at] ?? null }));
    return save(viewer, { turnaround: { ...turnaround, problems }, reportedOn }, more);
  };
  const outcome = ({ status, body }: Awaited<ReturnType<typeof save>>) =>
    status === 422 ? body.faults.map(({ field, code }) => `${field} ${code}`) : status;
  const because = (reason: string) => ({ confirm: true, reason });
  const dossier = async () => (await forms.get(office, `/places/${codeOf(4)}`)).body as unknown as DossierAnswer;
  const marks = async () =>
    (await dossier()).organisation?.turnaround?.marks.map(({ title, reason }) => [title.zh, reason]);
  const why = async () =>
    (await dossier()).verdicts.find(({ layer }) => layer === 'organisation-turnaround')?.why.zh ?? '';
  const first = (code: string) => [`turnaround.problems.0.doneOn ${code}`];

  test('a later or an equal day, and one after the last report, ask nothing', async () => {
    expect(outcome(await put(town, ['2026-10-10', '2026-10-11']))).toBe(200);
    expect(outcome(await put(town, ['2026-10-10', '2026-10-12']))).toBe(200);
    expect(await marks()).toEqual([]);
    expect(await why()).not.toContain('不一致');
  });
  test('a day moved to an earlier one needs a reason, is marked and told beside the lamp', async () => {
    await put(town, ['2026-10-20', null]);
    expect(outcome(await put(town, ['2026-10-19', null]))).toEqual(first('done-earlier'));
    expect(outcome(await put(town, ['2026-10-19', null], { confirm: true }))).toHaveLength(1);
    expect(outcome(await put(town, ['2026-10-19', null], because('原填有误')))).toBe(200);
    expect(await marks()).toEqual([['“班子不健全”原报2026年10月20日完成，后改为2026年10月19日', '原填有误']]);
    expect(await why()).toContain('；1个问题的整改完成日期前后报送不一致');
    expect(JSON.stringify((await forms.get(office, `/places/${codeOf(4)}/history`)).body)).toContain('原填有误');
    // What was asked once is not asked again, and a form holds nothing it would not send.
    expect(outcome(await put(town, ['2026-10-19', '2026-10-30']))).toBe(200);
    const turnaround = await standing(town);
    expect(turnaround.problems[0]).toEqual({ ...problem('班子不健全', '2026-10-19') });
  });
  test('one emptied is asked of the office too, and put right again it is no longer marked', async () => {
    await put(town, ['2026-10-20', null]);
    expect(outcome(await put(office, [null, null]))).toEqual(first('done-emptied'));
    expect(outcome(await put(office, [null, null], because('核查未整改')))).toBe(200);
    expect(await marks()).toEqual([['“班子不健全”原报2026年10月20日完成，后清空', '核查未整改']]);
    expect(outcome(await put(town, ['2026-10-20', null]))).toBe(200);
    expect(await marks()).toEqual([]);
  });
  test('one before the last report that had it open', async () => {
    expect(outcome(await put(town, ['2026-10-09', null]))).toEqual(first('done-unreported'));
    const { body } = await put(town, ['2026-10-09', null]);
    expect(body.faults[0]?.text).toContain('2026年10月10日');
    expect(outcome(await put(town, ['2026-10-09', null], because('漏报')))).toBe(200);
    expect(await marks()).toEqual([['“班子不健全”2026年10月10日报送时尚未完成，后报2026年10月9日完成', '漏报']]);
  });
  test('a problem that changed its place is still the same one, and another person’s save is met first', async () => {
    const { body: opened } = await forms.get(town, path);
    await put(office, ['2026-10-20', null]);
    const turnaround = opened.values['turnaround'] as Turnaround;
    const [one, other] = turnaround.problems as [Problem, Problem];
    const { body: now } = await forms.get(town, path);
    const turned = { ...turnaround, problems: [other, { ...one, doneOn: '2026-10-15' }] };
    const sent = { id: newId(), base: now.base, values: { ...now.values, turnaround: turned }, before: now.values };
    expect(outcome(await forms.send(town, 'PUT', path, sent))).toEqual(['turnaround.problems.1.doneOn done-earlier']);
  });
  test('a request accepted that words the problem anew keeps what was said of it', async () => {
    await put(town, ['2026-10-20', null]);
    await put(town, ['2026-10-19', null], because('原填有误'));
    const turnaround = await standing(town);
    const [one, other] = turnaround.problems as [Problem, Problem];
    const reworded = { ...turnaround, problems: [{ ...one, text: '班子成员不齐' }, other] };
    expect((await save(town, { turnaround: reworded })).body.proposed).toEqual(['turnaround.problems.text']);
    const { proposals } = (await forms.get(office, '/proposals?state=waiting')).body as unknown as ProposalsAnswer;
    const [wish] = proposals;
    const decision = { id: newId(), base: wish?.base, decision: 'accepted', answer: null };
    expect((await forms.send(office, 'PUT', `/proposals/${wish?.id}`, decision)).status).toBe(200);
    expect(await marks()).toEqual([['“班子成员不齐”原报2026年10月20日完成，后改为2026年10月19日', '原填有误']]);
  });
});

import { expect, test } from 'vitest';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import type { AgendaVersion, AgendaVersionListed, MeetingAnswer } from '../../server/meeting/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { addAccount, codeOf, leader, office, openForms, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const today = '2026-10-30';
const uuid = () => crypto.randomUUID();
const late = (area: string, plannedOn: string) =>
  venue(area, {
    milestones: [{ key: 'built' as const, plannedOn, doneOn: null }],
    reportedOn: today,
    at: endOfDay(today),
  });

eachEngine('agendas', (open) => {
  async function begun() {
    const forms = await openForms(await open());
    const report = (...venues: ReturnType<typeof late>[]) =>
      write(forms.store, { actor: 'office', clock: clockAt(today) }, (tx) => reportVenues(tx, venues));
    const query = async (more: string) =>
      (await forms.get(office, `/meetings/items?layer=venue-schedule&${more}`)).body as unknown as {
        items: AgendaItem[];
        count: number;
      };
    const item = (title: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
      ...{ id: uuid(), kind: 'text', title, layer: null, place: null, text: '', minutes: 2 },
      ...more,
    });
    const id = uuid();
    const keep = (items: AgendaItem[], base = '', more: object = {}, viewer = office) =>
      forms.send(viewer, 'PUT', `/meetings/${id}`, {
        ...{ id: uuid(), base, body: { title: '周例会', heldOn: today, items, ...more } },
      });
    const versions = async () =>
      ((await forms.get(office, `/meetings/${id}/versions`)).body as unknown as { versions: AgendaVersionListed[] })
        .versions;
    return { forms, report, query, item, id, keep, versions };
  }

  test('every village more than N days late: the bound itself is not among them', async () => {
    const { report, query } = await begun();
    // 3 is nine days late, 4 eight, 7 seven.
    await report(late('area-3', '2026-10-21'), late('area-4', '2026-10-22'), late('area-7', '2026-10-23'));
    const places = async (above: number) =>
      (await query(`class=overdue,late&above=${above}`)).items.map(({ place }) => place);
    expect(await places(6)).toEqual([codeOf(3), codeOf(4), codeOf(7)]);
    expect(await places(7)).toEqual([codeOf(3), codeOf(4)]);
    expect(await places(8)).toEqual([codeOf(3)]);
    expect(await places(9)).toEqual([]);
  });

  test('by town order, worst first in each; or the worst of the county first', async () => {
    const { report, query } = await begun();
    await report(late('area-3', '2026-10-27'), late('area-4', '2026-10-25'), late('area-7', '2026-10-01'));
    const of = async (order: string) =>
      (await query(`class=overdue,late&order=${order}`)).items.map(({ place }) => place);
    expect(await of('town')).toEqual([codeOf(4), codeOf(3), codeOf(7)]);
    expect(await of('worst')).toEqual([codeOf(7), codeOf(4), codeOf(3)]);
  });

  test('says how many there are, also when fewer are taken', async () => {
    const { report, query } = await begun();
    await report(late('area-3', '2026-10-27'), late('area-4', '2026-10-25'), late('area-7', '2026-10-01'));
    const { items, count } = await query('class=overdue,late&most=2');
    expect([items.length, count]).toEqual([2, 3]);
    const own = await query('class=overdue,late&town=990100101');
    expect(own.items.map(({ place }) => place)).toEqual([codeOf(7)]);
  });

  test('each agenda kept is a version; notes and the meeting’s course are none; one is taken back as a new version', async () => {
    const { forms, item, id, keep, versions } = await begun();
    await addAccount(forms.store, office.id, '周文清');
    const one = [item('一'), item('二')];
    const first = await keep(one);
    const second = await keep([item('三')], first.body.base, { lengthMin: 30 });
    await forms.send(office, 'POST', `/meetings/${id}/note`, { id: uuid(), item: 'x', note: '记录' });
    await forms.send(office, 'POST', `/meetings/${id}/move`, { id: uuid(), move: 'begin' });
    expect((await versions()).map(({ number, items, current }) => [number, items, current])).toEqual([
      [2, 1, true],
      [1, 2, false],
    ]);
    expect((await versions())[0]?.savedBy).toMatchObject({ name: '周文清' });
    const earlier = (await forms.get(office, `/meetings/${id}/versions/1`)).body as unknown as AgendaVersion;
    expect(earlier.items).toEqual(one);
    expect((await keep(earlier.items, second.body.base)).status).toBe(200);
    expect((await versions()).map(({ number, items }) => [number, items])).toEqual([
      [3, 2],
      [2, 1],
      [1, 2],
    ]);
    expect((await forms.get(office, `/meetings/${id}/versions/9`)).status).toBe(404);
    for (const viewer of [town, leader]) expect((await forms.get(viewer, `/meetings/${id}/versions`)).status).toBe(403);
  });

  test('two at one agenda: the second is shown the first’s, who kept it, and writes nothing until he chooses', async () => {
    const { forms, item, id, keep } = await begun();
    await addAccount(forms.store, office.id, '周文清');
    const { base } = (await keep([item('一')])).body;
    const theirs = [item('对方的')];
    await keep(theirs, base);
    const met = await keep([item('我的')], base);
    expect(met.status).toBe(409);
    expect(met.body.theirs).toMatchObject({ body: { items: theirs } });
    expect(met.body.savedBy).toMatchObject({ name: '周文清' });
    const kept = (await forms.get(office, `/meetings/${id}`)).body as unknown as MeetingAnswer;
    expect(kept.items).toEqual(theirs);
    // On the base they were shown, their own is kept; the same as what stands is no conflict.
    expect((await keep([item('我的')], met.body.base)).status).toBe(200);
  });

  test('the same agenda sent twice is one version, and two who wrote the same are not at odds', async () => {
    const { item, keep, versions } = await begun();
    const items = [item('一')];
    const { base } = (await keep(items)).body;
    expect((await keep(items, base)).status).toBe(200);
    expect((await keep(items, 'ff')).status).toBe(200);
    expect(await versions()).toHaveLength(1);
  });

  test('a copy brings its places to today’s state, keeps what was written by hand, and leaves out what is no more', async () => {
    const { forms, report, query, item, id, keep } = await begun();
    await report(late('area-4', '2026-10-01'));
    const [place] = (await query('class=overdue')).items;
    const gone = item('已撤的村', { kind: 'place', place: '990199999999' });
    await keep([
      place as AgendaItem,
      item('讲话', { text: '稿' }),
      item('重点：4村', { kind: 'place', place: codeOf(4), layer: 'venue-schedule' }),
      gone,
    ]);
    await report(venue('area-4', { stage: 'built', reportedOn: today, at: endOfDay(today) }));
    const copied = (await forms.get(office, `/meetings/${id}/copied`)).body as unknown as {
      items: AgendaItem[];
      left: number;
    };
    expect(place?.title).toMatch(/^城关镇村4：超期/);
    expect(copied.items.map(({ title }) => title)).toEqual(['城关镇村4：建成待验收', '讲话', '重点：4村']);
    expect(copied.left).toBe(1);
    expect(copied.items.map((one) => one.id)).not.toContain(place?.id);
  });

  test.each([
    ['a meeting of no minutes', { lengthMin: 0 }, 'lengthMin'],
    ['a meeting longer than a day’s work', { lengthMin: 721 }, 'lengthMin'],
  ])('%s is refused by its field', async (_, more, field) => {
    const { item, keep } = await begun();
    const { status, body } = await keep([item('一')], '', more);
    expect([status, body.faults.map((fault) => fault.field)]).toEqual([422, [field]]);
  });

  test('a picture that is not kept cannot be shown, and only an item of that kind has one', async () => {
    const { item, keep } = await begun();
    const name = `${'0'.repeat(64)}.jpg`;
    for (const one of [
      item('图', { kind: 'picture', picture: name }),
      item('图', { kind: 'picture' }),
      item('字', { picture: name }),
    ]) {
      const { status, body } = await keep([one]);
      expect([status, body.faults.map(({ field }) => field)]).toEqual([422, ['items.0.picture']]);
    }
  });

  test('a saved view keeps its whole address in the agenda', async () => {
    const { forms, item, id, keep } = await begun();
    const search = 'at=107.5%2C33.5%2C9&classes=overdue&layer=venue-schedule&since=2026-10-23&visits=1';
    await keep([item('总览', { kind: 'view', layer: 'venue-schedule', search })]);
    const kept = (await forms.get(office, `/meetings/${id}`)).body as unknown as MeetingAnswer;
    expect(kept.items[0]?.search).toBe(search);
  });
});

import { beforeEach, expect, test } from 'vitest';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { codeOf, type Forms, office, openForms, town } from './county-forms.ts';

interface Dossier {
  place: { code: string };
  formerNames: { name: string }[];
  visits: { number: string; formerly: string[]; findings: { text: string }[] }[];
  merged: { name: string; venue: { reportedOn: string } | null; organisation: object | null }[];
}

eachEngine('what was reported of a village that is merged away', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
    const task = {
      place: codeOf(3),
      title: '补齐台账',
      about: 'venue',
      dueOn: '2026-11-09',
      personId: null,
      unit: '城关镇',
    };
    expect((await forms.send(office, 'PUT', `/tasks/${newId()}`, { id: newId(), ...task })).status).toBe(200);
    const merge = { kind: 'merge', code: codeOf(3), into: codeOf(5), name: null, newCode: null, on: '2026-10-30' };
    expect((await forms.send(office, 'POST', '/areas/changes', { id: newId(), ...merge })).status).toBe(200);
  });
  const dossier = async (code: string, viewer = office) =>
    (await forms.get(viewer, `/places/${code}`)).body as unknown as Dossier;

  test.each([codeOf(5), codeOf(3)])('stands in the dossier under its old name, asked for by %s', async (code) => {
    for (const viewer of [office, town]) {
      const { place, visits, merged, formerNames } = await dossier(code, viewer);
      expect(place.code).toBe(codeOf(5));
      expect(merged).toMatchObject([{ name: '村3', venue: { reportedOn: '2026-09-25' }, organisation: null }]);
      expect(visits).toMatchObject([{ number: '1', formerly: ['村3'], findings: [{ text: '无公示' }] }]);
      expect(formerNames).toEqual([]);
    }
  });

  test('keeps its tasks, which say what it was called', async () => {
    const { tasks } = (await forms.get(office, `/tasks?place=${codeOf(5)}`)).body as unknown as { tasks: object[] };
    expect(tasks).toMatchObject([{ title: '补齐台账', place: { code: codeOf(5), name: '村5', formerly: '村3' } }]);
  });

  test.each(['村3', 'cun3', 'c3'])('is found by search as %s', async (q) => {
    const { body } = await forms.get(office, `/search?q=${encodeURIComponent(q)}`);
    expect(body).toMatchObject({ hits: [{ code: codeOf(5), how: 'former', matched: '村3' }] });
  });

  test('is on the days before as it was', async () => {
    const { body } = await forms.get(office, `/places/${codeOf(5)}?asOf=2026-10-29`);
    expect(body).toMatchObject({ visits: [], merged: [] });
    expect((await forms.get(office, `/places/${codeOf(3)}?asOf=2026-10-29`)).body).toMatchObject({
      visits: [{ number: '1', formerly: [] }],
    });
  });

  test('goes on to where that is merged next', async () => {
    const merge = { kind: 'merge', code: codeOf(5), into: codeOf(4), name: null, newCode: null, on: '2026-10-31' };
    expect((await forms.send(office, 'POST', '/areas/changes', { id: newId(), ...merge })).status).toBe(200);
    await write(forms.store, { actor: 'test', clock: clockAt('2026-10-31') }, (tx) =>
      writeSetting(tx, 'clock', '2026-10-31'),
    );
    const { place, merged, visits } = await dossier(codeOf(3));
    expect([place.code, merged.map(({ name }) => name)]).toEqual([codeOf(4), ['村5', '村3']]);
    expect(visits).toMatchObject([{ formerly: ['村3'] }]);
  });
});

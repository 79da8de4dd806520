import { expect, test } from 'vitest';
import { noticeOf, withPlaces } from '../../server/live/touched.ts';
import type { Viewer } from '../../server/rights/view.ts';
import type { SavedViewsAnswer } from '../../server/saved-view/answer.ts';
import { viewLimits, viewSearch } from '../../server/saved-view/rules.ts';
import { addAccount, leader, office, openForms, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';

const screen: Viewer = { ...leader, id: 'screen', role: 'screen' };
const uuid = () => crypto.randomUUID();

eachEngine('saved views', (open) => {
  async function begun() {
    const forms = await openForms(await open());
    const save = (viewer: Viewer, view: string, more: object = {}) =>
      forms.send(viewer, 'PUT', `/views/${view}`, {
        ...{ id: uuid(), title: '望岭未开工', search: 'layer=venue-stage&at=107.5,33.5,9', shared: false },
        ...more,
      });
    const views = async (viewer: Viewer) =>
      ((await forms.get(viewer, '/views')).body as unknown as SavedViewsAnswer).views;
    const remove = (viewer: Viewer, view: string) =>
      forms.send(viewer, 'DELETE' as 'POST', `/views/${view}`, { id: uuid() });
    return { forms, save, views, remove };
  }

  test('a private view is its owner’s alone; a shared one everybody’s to open, his to change', async () => {
    const { forms, save, views } = await begun();
    await addAccount(forms.store, office.id, '周文清');
    const [own, shared] = [uuid(), uuid()];
    expect((await save(office, own)).status).toBe(200);
    expect((await save(office, shared, { title: '全县周例会', shared: true })).status).toBe(200);
    expect(await views(office)).toMatchObject([
      { title: '全县周例会', own: true, shared: true, by: null },
      { title: '望岭未开工', own: true, shared: false },
    ]);
    expect(await views(town)).toEqual([
      expect.objectContaining({ id: shared, title: '全县周例会', own: false, shared: true, by: '干事' }),
    ]);
    for (const id of [own, shared]) {
      const [foreign, missing] = [await save(town, id), await save(town, id, { title: '' })];
      expect([foreign.status, missing.status]).toEqual([404, 404]);
    }
  });

  test('the live line names a shared view, and one shared until now; of a private one nobody hears', async () => {
    const { forms, save } = await begun();
    const [own, shared] = [uuid(), uuid()];
    const heard = async (viewer: Viewer) => {
      const rows = await forms.store.db.selectFrom('change').where('subject', '=', 'view').selectAll().execute();
      const last = rows.toSorted((a, b) => a.seq - b.seq).slice(-1);
      return noticeOf(viewer, await withPlaces(forms.store, last)).subjects;
    };
    await save(office, own);
    for (const viewer of [office, leader, town]) expect(await heard(viewer)).toEqual([]);
    await save(office, shared, { shared: true });
    expect(await heard(leader)).toEqual(['view']);
    await save(office, shared, { shared: false });
    expect(await heard(leader)).toEqual(['view']);
    await save(office, shared, { title: '改名', shared: false });
    expect(await heard(leader)).toEqual([]);
  });

  test('another’s view answers like one that is not there, byte for byte', async () => {
    const { save, remove } = await begun();
    const id = uuid();
    await save(office, id);
    expect(await remove(town, id)).toEqual(await remove(town, uuid()));
  });

  test('sharing is the county’s; a screen keeps none', async () => {
    const { save } = await begun();
    expect((await save(town, uuid(), { shared: true })).status).toBe(403);
    expect((await save(town, uuid())).status).toBe(200);
    expect((await save(screen, uuid())).status).toBe(403);
  });

  test('is renamed and removed; said twice it is one change', async () => {
    const { forms, save, views, remove } = await begun();
    const [id, sent] = [uuid(), uuid()];
    await save(office, id, { id: sent });
    await save(office, id, { id: sent });
    await save(office, id, { title: '新名字' });
    expect((await views(office)).map(({ title }) => title)).toEqual(['新名字']);
    await remove(office, id);
    expect(await views(office)).toEqual([]);
    const changes = (await forms.changes()).filter(({ subject }) => subject === 'view');
    expect(changes.map(({ action }) => action)).toEqual(['save', 'save', 'end']);
  });

  test('needs a name, and a person keeps a hundred', async () => {
    const { forms, save } = await begun();
    expect((await save(office, uuid(), { title: ' ' })).body.faults.map(({ field }) => field)).toEqual(['title']);
    const row = { owner: office.id, shared: 0, body: '{"title":"x","search":""}', since: 1, until: null };
    await forms.store.db
      .insertInto('savedView')
      .values(Array.from({ length: viewLimits.each - 1 }, () => ({ ...row, id: uuid() })))
      .execute();
    expect((await save(office, uuid())).status).toBe(200);
    expect((await save(office, uuid())).status).toBe(409);
  });
});

test('what is the viewer’s own is not kept with a view', () => {
  expect(viewSearch('theme=dark&lang=en&form=venue&at=1,2,3&layer=x&webgl=off&evil=1')).toBe('at=1%2C2%2C3&layer=x');
});

import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../server/db/id.ts';
import { eachEngine } from '../store/engines.ts';
import { type Answered, codeOf, type Forms, office, openForms, town } from './county-forms.ts';

/** 同一编号 — the id of a save stands for one request of one person and for nothing else. */
eachEngine('a save under an id that was used', (open) => {
  let forms: Forms;
  let id: string;
  beforeEach(async () => {
    forms = await openForms(await open());
    id = newId();
  });

  const venue = (fid: number) => `/places/${codeOf(fid)}/forms/venue`;
  const filled = async (fid: number, change: object, viewer = town) => {
    const { body } = await forms.get(viewer, venue(fid));
    const items = { ...(body.values.items as object), ...(change as { items?: object }).items };
    return { id, base: body.base, values: { ...body.values, ...change, items }, before: body.values };
  };
  const task = { place: codeOf(4), title: '限期建成', unit: '城关镇党委', personId: null, about: null, limit: null };
  const isUsed = ({ status, body }: Answered) =>
    expect([status, body.type]).toEqual([409, '/problems/submission-used']);

  test('with the same request gives the first answer, whatever the order of its keys', async () => {
    const sent = await filled(4, { items: { hall: false } });
    const first = await forms.send(town, 'PUT', venue(4), sent);
    const turned = Object.fromEntries(Object.entries(sent).toReversed());
    const before = (await forms.changes()).length;
    expect(await forms.send(town, 'PUT', `${venue(4)}?lang=en`, turned)).toEqual(first);
    expect((await forms.changes()).length).toBe(before);
  });

  test.each<[string, (sent: Awaited<ReturnType<typeof filled>>) => Promise<Answered>]>([
    [
      'another body',
      (sent) =>
        forms.send(town, 'PUT', venue(4), {
          ...sent,
          values: { ...sent.values, items: { ...sent.values.items, hall: true } },
        }),
    ],
    ['another record', async () => forms.send(town, 'PUT', venue(5), await filled(5, { stage: 'not-started' }))],
    [
      'another form',
      async () =>
        forms.send(town, 'PUT', `/places/${codeOf(4)}/forms/organisation`, {
          id,
          base: (await forms.get(town, `/places/${codeOf(4)}/forms/organisation`)).body.base,
          values: (await forms.get(town, `/places/${codeOf(4)}/forms/organisation`)).body.values,
        }),
    ],
  ])('with %s is refused, and nothing is stored', async (_, again) => {
    const sent = await filled(4, { items: { hall: false } });
    expect((await forms.send(town, 'PUT', venue(4), sent)).status).toBe(200);
    const before = (await forms.changes()).length;
    isUsed(await again(sent));
    expect((await forms.changes()).length).toBe(before);
  });

  test('of an edition with another number is refused: what was answered first stands', async () => {
    const { body } = await forms.get(office, '/editions/routeWeights');
    const sent = { id, base: body.base, fromOn: '2026-10-30', body: body.body, confirm: false };
    const weights = body.body as Record<string, number>;
    const [key = ''] = Object.keys(weights).filter((name) => typeof weights[name] === 'number');
    const first = { ...sent, body: { ...weights, [key]: 13 } };
    expect((await forms.send(office, 'PUT', '/editions/routeWeights', first)).status).toBe(200);
    isUsed(await forms.send(office, 'PUT', '/editions/routeWeights', { ...sent, body: { ...weights, [key]: 17 } }));
    expect((await forms.get(office, '/editions/routeWeights')).body.body).toMatchObject({ [key]: 13 });
  });

  test('of another task, or of a move of it, is refused', async () => {
    const first = newId();
    const sent = { id, ...task, dueOn: '2026-11-10' };
    expect((await forms.send(office, 'PUT', `/tasks/${first}`, sent)).status).toBe(200);
    isUsed(await forms.send(office, 'PUT', `/tasks/${newId()}`, sent));
    const move = { id, to: 'closed', note: null, dueOn: null, meeting: null };
    isUsed(await forms.send(office, 'POST', `/tasks/${first}/move`, move));
  });

  test('by a release that kept no request is refused: what it stood for is not known', async () => {
    const sent = await filled(4, { items: { hall: false } });
    await forms.send(town, 'PUT', venue(4), sent);
    await forms.store.db.updateTable('submission').set({ hash: null }).execute();
    isUsed(await forms.send(town, 'PUT', venue(4), sent));
  });
});

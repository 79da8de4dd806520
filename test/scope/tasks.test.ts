import { beforeAll, describe, expect, test } from 'vitest';
import { viewAt } from '../../server/change/view-at.ts';
import type { Store } from '../../server/db/open.ts';
import { dossierAnswer } from '../../server/dossier/dossier.ts';
import { historyAnswer } from '../../server/history/place-history.ts';
import { LiveHub } from '../../server/live/hub.ts';
import { saveMeeting } from '../../server/meeting/meeting-save.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { moveTask, saveTask } from '../../server/task/task-save.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { Reader, until } from '../live/reader.ts';
import { eachEngine } from '../store/engines.ts';

const code = '990100000004';
const id = (at: number) => `01989999-9999-7999-8999-${String(at).padStart(12, '0')}`;
const office = { ...officeViewer, id: 'office' };
const viewers: Record<string, Viewer> = {
  town: { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] },
  'the other town': { ...openViewer, id: 'other', role: 'town', places: ['area-6', 'area-7'] },
  leader: { ...openViewer, id: 'leader' },
  'the department of organisation': { ...openViewer, id: 'd1', role: 'department', subjects: ['organisation'] },
  'the department of venues': { ...openViewer, id: 'd2', role: 'department', subjects: ['venue'] },
  inspector: { ...openViewer, id: 'inspector', role: 'inspector', places: ['area-4'] },
};
const hearsOfTask = ['town', 'leader', 'the department of organisation'];

eachEngine('a task about an organisation', (open) => {
  let store: Store;
  let hub: LiveHub;
  const readers = new Map<string, Reader>();
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    hub = new LiveHub(store, { gatherMs: 1 });
    for (const [name, viewer] of Object.entries(viewers)) {
      const given = { viewer, owner: viewer.id, session: null, lastId: null, cut: null, alive: async () => true };
      readers.set(name, new Reader((await hub.open(given)).body));
    }
    await until(() => [...readers.values()].every(({ events }) => events.length === 1));
    const sent = {
      personId: null,
      unit: '城关镇党委',
      dueOn: '2026-11-09',
      title: '整改到位',
      about: 'organisation' as const,
    };
    await saveTask(store, office, id(1), { id: id(2), place: code, ...sent });
    await until(() => [...readers.values()].every(({ changes }) => changes.length === 1));
    await saveMeeting(store, office, id(3), { id: id(4), base: '', body: { title: '会', heldOn: today, items: [] } });
    await until(() => [...readers.values()].every(({ changes }) => changes.length === 2));
    hub.close();
  });

  test.each(Object.keys(viewers))('is heard of by its own alone: %s', (name) => {
    const [task, meeting] = readers.get(name)?.changes.map(({ notice }) => notice) ?? [];
    const hears = hearsOfTask.includes(name);
    expect([task?.subjects, task?.places]).toEqual(hears ? [['task'], [4]] : [[], []]);
    expect(meeting?.subjects).toEqual(name === 'leader' ? ['meeting'] : []);
  });

  test.each(Object.keys(viewers).filter((name) => name !== 'the other town'))(
    'stands in the history of its place for those alone: %s',
    async (name) => {
      const view = await viewAt(store, viewers[name] ?? openViewer);
      const { entries } = await historyAnswer(store, view, code);
      const { history } = await dossierAnswer(store, view, code);
      const hears = hearsOfTask.includes(name);
      expect(entries.some(({ subject }) => subject === 'task')).toBe(hears);
      expect(history.some(({ title }) => /交办/.test(title.zh))).toBe(hears);
    },
  );

  describe('moved by a town', () => {
    test('names no meeting it cannot see', async () => {
      const move = { to: 'remedied' as const, note: null, dueOn: null };
      const sent = moveTask(store, viewers.town ?? office, id(1), { id: id(5), ...move, meeting: id(3) });
      await expect(sent).rejects.toMatchObject({ code: 'meeting-unknown' });
    });
  });
});

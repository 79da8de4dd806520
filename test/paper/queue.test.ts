import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { viewAt } from '../../server/change/view-at.ts';
import { paperQueueOf } from '../../server/paper/job/queue.ts';
import { nextOf, type Queued, queueLimits } from '../../server/paper/job/rules.ts';
import { runPaper } from '../../server/paper/job/run-paper.ts';
import { finance, inspector, leader, office, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { openPapers } from './county-papers.ts';

/** The processes this one starts from now on. */
function startedFromNow(): ChildProcess[] {
  const started: ChildProcess[] = [];
  const hear = (said: unknown) => void started.push((said as { process: ChildProcess }).process);
  subscribe('child_process', hear);
  onTestFinished(() => void unsubscribe('child_process', hear));
  return started;
}

describe('who is next', () => {
  const job = (account: string, state: Queued['state'] = 'waiting', turn: number | null = null): Queued => ({
    ...{ account, state, turn },
  });
  test.each([
    ['nobody waits', [job('a', 'running', 0)], null],
    ['who asked first', [job('a'), job('b')], 0],
    ['who has nothing under way before who has', [job('a', 'running', 0), job('a'), job('b')], 2],
    ['who was served longest ago', [job('a', 'done', 3), job('b', 'done', 2), job('a'), job('b')], 3],
    ['who was never served before who was', [job('a', 'done', 0), job('a'), job('b')], 2],
  ])('%s', (_, jobs, next) => expect(nextOf(jobs)).toBe(next));
});

eachEngine('papers in the background', (open) => {
  const opened = async () => openPapers(await open());
  const unknown = '00000000-0000-4000-8000-000000000000';

  test('two are made at a time, a third waits and says how many are before it', async () => {
    const { ask, over, meeting } = await opened();
    const [one, two, three] = [
      await ask(office, 'ledger', { meeting }),
      await ask(leader, 'ledger', { meeting }),
      await ask(office, 'minutes', { meeting }),
    ].map(({ body }) => body);
    expect([one?.state, two?.state, three?.state]).toEqual(['running', 'running', 'waiting']);
    expect(three?.before).toBe(0);
    for (const [viewer, job] of [[office, one] as const, [leader, two] as const, [office, three] as const]) {
      const whole = await over(viewer, job?.id ?? '');
      expect(whole).toMatchObject({ state: 'done', fault: null });
      expect(whole.done, 'made whole').toBe(whole.of);
    }
  });

  test('the same id is one job; too many of one account are refused with a sentence, others go on', async () => {
    const { ask, meeting } = await opened();
    const id = crypto.randomUUID();
    for (const again of [id, id]) expect((await ask(office, 'ledger', { meeting }, again)).body.id).toBe(id);
    for (let more = 1; more < queueLimits.perAccount; more++)
      expect((await ask(office, 'ledger', { meeting })).status).toBe(200);
    const refused = await ask(office, 'ledger', { meeting });
    expect(refused.status).toBe(429);
    expect(JSON.stringify(refused.body)).toContain(String(queueLimits.perAccount));
    expect((await ask(leader, 'ledger', { meeting })).status).toBe(200);
  });

  test('somebody else’s is like one there is not', async () => {
    const { ask, get, send, over, meeting } = await opened();
    const { id } = (await ask(office, 'ledger', { meeting })).body;
    await over(office, id);
    const told = async (method: 'GET' | 'DELETE', path: string, of: string) => {
      const address = path.replace('{id}', of);
      const { status, body } = method === 'GET' ? await get(leader, address) : await send(leader, method, address, {});
      return `${status} ${JSON.stringify(body).replaceAll(of, 'ID')}`;
    };
    for (const [method, path] of [
      ['GET', '/papers/{id}'],
      ['GET', '/papers/{id}/file'],
      ['DELETE', '/papers/{id}'],
    ] as const)
      expect(await told(method, path, id)).toBe(await told(method, path, unknown));
    expect(await told('GET', '/papers/{id}', id)).toMatch(/^404/);
    expect((await get(leader, '/papers')).body).toEqual({ papers: [] });
    expect(JSON.stringify((await get(office, '/papers')).body)).toContain(id);
  });

  test('given up, it is gone, its process too, and the next begins', async () => {
    const { ask, look, send, over, store, meeting } = await opened();
    const jobs = [];
    for (let at = 0; at < 3; at++) jobs.push((await ask(office, 'ledger', { meeting })).body);
    const [first, , third] = jobs.map(({ id }) => id) as [string, string, string];
    expect((await send(office, 'DELETE', `/papers/${first}`, {})).status).toBe(200);
    expect((await look(office, first)).status).toBe(404);
    expect((await over(office, third)).state).toBe('done');
    const view = await viewAt(store, office);
    const stop = new AbortController();
    const { dataDir, databaseUrl, engine } = store;
    const to = join(dataDir, 'never');
    const ending = runPaper(
      {
        ...{ place: { dataDir, databaseUrl }, engine, kind: 'ledger', asked: { meeting } },
        ...{ view, lang: 'zh', by: '', at: '', to },
      },
      stop.signal,
      () => undefined,
    );
    stop.abort();
    expect((await ending).end).toEqual({ said: 'stopped' });
    expect(existsSync(to)).toBe(false);
  });

  test('an atlas given up while it is drawn is drawn no further: its process ends, no file is left, nothing is written down', async () => {
    const { ask, look, send, store } = await opened();
    const started = startedFromNow();
    const { id } = (await ask(office, 'atlas', { pages: 'both', ink: 'colour' })).body;
    await expect.poll(() => started.length).toBe(1);
    expect((await look(office, id)).body.state).toBe('running');
    expect((await send(office, 'DELETE', `/papers/${id}`, {})).status).toBe(200);
    await expect.poll(() => started[0]?.signalCode).toBe('SIGKILL');
    expect((await look(office, id)).status).toBe(404);
    expect(readdirSync(join(store.dataDir, 'papers'))).toEqual([]);
    expect(await store.db.selectFrom('auditEvent').selectAll().where('action', '=', 'export-paper').execute()).toEqual(
      [],
    );
  });

  test('what one process has compiled the next finds in the data folder', async () => {
    const { made, store, meeting } = await opened();
    await made(office, 'ledger', { meeting });
    const kept = readdirSync(join(store.dataDir, 'compiled'), { recursive: true });
    await made(office, 'ledger', { meeting });
    expect(kept.length).toBeGreaterThan(50);
    expect(readdirSync(join(store.dataDir, 'compiled'), { recursive: true })).toHaveLength(kept.length);
  });

  test('what cannot be made says why in both languages; a right that is missing is refused at once', async () => {
    const { ask, get, over } = await opened();
    const { id } = (await ask(office, 'minutes', { meeting: 'none' })).body;
    expect((await over(office, id)).state).toBe('failed');
    const said = async (lang: string) =>
      ((await get(office, `/papers/${id}?lang=${lang}`)).body as { fault?: string }).fault;
    expect(await said('zh')).toMatch(/\p{Script=Han}/u);
    expect(await said('en')).toMatch(/^[A-Z]/);
    for (const viewer of [town, finance]) expect((await ask(viewer, 'minutes', { meeting: 'none' })).status).toBe(403);
    expect((await ask(office, 'minutes', { meeting: 'none', more: 1 })).status).toBe(400);
    expect((await ask(inspector, 'tasks', {})).status).toBe(403);
    expect((await ask(town, 'tasks', { state: 'gone' })).status).toBe(400);
  });

  test('each is written down: who by function, what, as of when', async () => {
    const { made, get, store } = await opened();
    const { paper } = await made(office, 'tasks', {});
    const events = await store.db.selectFrom('auditEvent').selectAll().where('action', '=', 'export-paper').execute();
    expect(events).toHaveLength(1);
    const detail = JSON.parse(events[0]?.detail ?? '{}') as Record<string, unknown>;
    const { seq } = (await get(leader, '/layers/venue-schedule/values')).body;
    expect(detail).toMatchObject({ kind: 'tasks', by: '县委组织部', seq, on: '2026-10-30' });
    expect(events[0]).toMatchObject({ actor: office.id, subject: '交办事项台账 2026-10-30' });
    const shown = (await get(office, '/layers/venue-schedule/values')).body.seq;
    expect(paper.seq).toBe(shown);
  });

  test('an ended session or a closed server leaves nothing behind', async () => {
    const { ask, look, made, store, meeting } = await opened();
    const queue = paperQueueOf(store);
    const { paper } = await made(office, 'ledger', { meeting });
    const { id } = (await ask(office, 'ledger', { meeting })).body;
    const other = (await ask(leader, 'ledger', { meeting })).body.id;
    queue.end(office.id, 'some other session');
    expect((await look(office, id)).status).toBe(200);
    queue.end(office.id, null);
    for (const gone of [id, paper.id]) expect((await look(office, gone)).status).toBe(404);
    expect((await look(leader, other)).status).toBe(200);
    await queue.close();
    expect((await look(leader, other)).status).toBe(404);
    expect(existsSync(join(store.dataDir, 'papers')) ? readdirSync(join(store.dataDir, 'papers')) : []).toEqual([]);
    expect((await ask(leader, 'ledger', { meeting })).status).toBe(503);
  });
});

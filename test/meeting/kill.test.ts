import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MeetingAnswer, StepAnswer } from '../../server/meeting/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { codeOf } from '../form/county-forms.ts';
import { newFolder } from '../store/engines.ts';

const cycles = 4;
const uuid = () => crypto.randomUUID();

interface Server {
  ask<Answer>(path: string): Promise<Answer>;
  send(method: 'PUT' | 'POST', path: string, body: object): Promise<{ seq: number }>;
  kill(): Promise<unknown>;
}

async function serve(dataDir: string): Promise<Server> {
  const script = join(import.meta.dirname, 'child/meeting-server.ts');
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const address = said.toString().trim();
  const headers = { origin: address, 'content-type': 'application/json' };
  const answered = async (response: Response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    ask: async (path) => answered(await fetch(`${address}/api${path}`)),
    send: async (method, path, body) =>
      answered(await fetch(`${address}/api${path}`, { method, headers, body: JSON.stringify(body) })),
    kill: () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      return ended;
    },
  };
}

test('a decision, a note and where the meeting stands outlive kill -9 once they are acknowledged, each once', async () => {
  const dataDir = newFolder();
  let server = await serve(dataDir);
  const { items } = await server.ask<{ items: AgendaItem[] }>('/meetings/proposed?template=weekly');
  const meeting = uuid();
  await server.send('PUT', `/meetings/${meeting}`, {
    ...{ id: uuid(), base: '' },
    body: { title: '调度会', heldOn: '2026-10-30', items },
  });
  await server.send('POST', `/meetings/${meeting}/move`, { id: uuid(), move: 'begin' });
  const number = items.findIndex(({ kind, place }) => kind === 'place' && place === codeOf(4));
  expect(number).toBeGreaterThan(0);
  const acknowledged: { title: string; seq: number }[] = [];
  for (let cycle = 0; cycle < cycles; cycle++) {
    await server.send('POST', `/meetings/${meeting}/at`, { item: number });
    const item = items[number]?.id;
    await server.send('POST', `/meetings/${meeting}/note`, { id: uuid(), item, note: `意见${cycle}` });
    const title = `决定${cycle}`;
    const sent = {
      ...{ id: uuid(), task: uuid(), item, place: codeOf(4), title, unit: '城关镇党委' },
      ...{ personId: null, dueOn: '2026-11-06', about: 'venue' },
    };
    const { seq } = await server.send('POST', `/meetings/${meeting}/decisions`, sent);
    await server.kill();
    acknowledged.push({ title, seq });
    server = await serve(dataDir);
    const resumed = await server.ask<MeetingAnswer>(`/meetings/${meeting}`);
    expect([resumed.at, resumed.state]).toEqual([number, 'running']);
    const step = await server.ask<StepAnswer>(`/meetings/${meeting}/items/${number}`);
    expect(step.note).toBe(`意见${cycle}`);
    expect(step.decided.map((task) => task.title).sort()).toEqual(acknowledged.map((one) => one.title));
    // What was sent and never heard back is sent again as it was: still one decision, under the same number.
    expect((await server.send('POST', `/meetings/${meeting}/decisions`, sent)).seq).toBe(seq);
  }
  await server.kill();
}, 90_000);

import type { APIRequestContext } from 'playwright-core';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { writerHeaders } from './county.ts';

/** A way to write as the person the context is signed in as; fails for anything but 200. */
export function writerOf(request: APIRequestContext, address: string) {
  return async (method: 'PUT' | 'POST', path: string, body: object): Promise<void> => {
    const answer = await request.fetch(`${address}/api${path}`, {
      method,
      headers: await writerHeaders(request, address),
      data: { id: crypto.randomUUID(), ...body },
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  };
}

/** A running meeting of so many items, the first of the proposed agenda; made by who the context is signed in as. */
export async function heldMeeting(
  request: APIRequestContext,
  address: string,
  { count, change = (items) => items }: { count: number; change?: (items: AgendaItem[]) => AgendaItem[] },
): Promise<{ id: string; items: AgendaItem[] }> {
  const proposed = await request.get(`${address}/api/meetings/proposed?template=each`);
  const { items: all } = (await proposed.json()) as { items: AgendaItem[] };
  const items = change(all).slice(0, count);
  if (items.length < count) throw new Error(`only ${items.length} items`);
  const id = crypto.randomUUID();
  const write = writerOf(request, address);
  await write('PUT', `/meetings/${id}`, { base: '', body: { title: '每周调度会', heldOn: '2026-10-30', items } });
  await write('POST', `/meetings/${id}/move`, { move: 'begin' });
  return { id, items };
}

import { expect, test } from 'vitest';
import { type AgendaItem, noteOf } from '../../server/meeting/rules.ts';
import { office } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { begunMeeting } from './begun-meeting.ts';

eachEngine('items of an agenda', (open) => {
  test('an item has an id of its own kind: what means something else to a program is refused, and breaks no paper', async () => {
    const { forms, keep, kept, items, id, decision, decide } = await begunMeeting(await open());
    const [first, ...rest] = items;
    for (const bad of ['constructor', '__proto__', 'toString', '']) {
      const refused = await keep('调度会', String(kept.body.base), [{ ...first, id: bad } as AgendaItem, ...rest]);
      expect([refused.status, refused.body.type]).toEqual([400, '/problems/parameter-malformed']);
      const note = { id: crypto.randomUUID(), item: bad, note: '试' };
      expect((await forms.send(office, 'POST', `/meetings/${id}/note`, note)).status).toBe(400);
      expect((await decide(decision({ item: bad }))).status).toBe(400);
    }
    expect(noteOf({ notes: {} }, 'constructor')).toBe('');
  });

  test('what is said or decided at an item that is not on the agenda is refused and says so', async () => {
    const { forms, id, items, decision, decide, meeting } = await begunMeeting(await open());
    const note = (item: string, text: string) =>
      forms.send(office, 'POST', `/meetings/${id}/note`, { id: crypto.randomUUID(), item, note: text });
    for (const refused of [
      await note(crypto.randomUUID(), '没有这一项'),
      await decide(decision({ item: crypto.randomUUID() })),
    ])
      expect([refused.status, refused.body.type]).toEqual([409, '/problems/item-unknown']);
    expect((await note(items[0]?.id ?? '', '有这一项')).status).toBe(200);
    expect((await meeting()).notes).toEqual({ [items[0]?.id ?? '']: '有这一项' });
  });
});

import { expect, test } from 'vitest';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import type { ChangesAnswer } from '../../server/meeting/answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { codeOf, finance, inspector, leader, office, town, village } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';
import { begunMeeting, today } from './begun-meeting.ts';

const screen: Viewer = { ...leader, id: 'screen', role: 'screen' };

eachEngine('where a meeting stands and what it compares', (open) => {
  const begun = async (given?: { begin?: boolean }) => begunMeeting(await open(), given);

  test('where it stands is kept, within the agenda, and writes no change', async () => {
    const { forms, id, meeting, items } = await begun();
    const before = (await forms.changes()).length;
    await forms.send(office, 'POST', `/meetings/${id}/at`, { item: 3 });
    expect((await meeting()).at).toBe(3);
    expect((await meeting(screen)).at).toBe(3);
    await forms.send(office, 'POST', `/meetings/${id}/at`, { item: 900 });
    expect((await meeting()).at).toBe(items.length - 1);
    expect((await forms.changes()).length).toBe(before);
    expect((await forms.send(leader, 'POST', `/meetings/${id}/at`, { item: 0 })).status).toBe(403);
    for (const viewer of [town, village, finance, inspector])
      expect((await forms.get(viewer, `/meetings/${id}`)).status).toBe(403);
  });

  test('figures taken over are those of the moment they are kept: a write just before is among them', async () => {
    const { forms, move, meeting } = await begun();
    const writes = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const writing = write(forms.store, { actor: 'office', clock: clockAt(today) }, async (tx) => {
      await reportVenues(tx, [venue('area-4', { stage: 'built', reportedOn: today, at: endOfDay(today) })]);
      writes.resolve();
      await finish.promise;
    });
    await writes.promise;
    const taken = move('refresh');
    for (let asked = 0; asked < 3; asked++) await meeting();
    finish.resolve();
    await writing;
    expect((await taken).status).toBe(200);
    expect((await meeting()).newer).toBe(0);
  });

  test('the next meeting compares with this one: what got better, what became of its decisions, who was silent', async () => {
    const { decision, decide, move, report, pass, forms } = await begun();
    const [sent, other] = [decision(), decision({ title: '补齐台账' })];
    await decide(sent);
    await decide(other);
    await move('end');
    await report();
    await pass(town, sent.task, 'remedied');
    const changes = (await forms.get(office, '/meetings/changes')).body as unknown as ChangesAnswer;
    expect(changes.meeting).toBe('调度会');
    expect(changes.decisions).toEqual({ kept: 1, open: 1, overdue: 0 });
    const venues = changes.layers.find(({ id }) => id === 'venue-schedule');
    expect(venues?.up.map(({ code }) => code)).toEqual([codeOf(4)]);
    expect(venues?.down).toEqual([]);
    const quiet = changes.quiet.flatMap(({ villages }) => villages);
    expect(quiet.length).toBeGreaterThan(0);
    expect(quiet).not.toContain('4村');
  });

  test('a leader sees the same frozen figures as the office, and nothing of sealed plans', async () => {
    const { step } = await begun();
    const [own, his] = [await step(), await step(undefined, leader)];
    expect(his.values?.classes).toBe(own.values?.classes);
    expect(his.proposal?.dueOn).toBe(own.proposal?.dueOn);
  });
});

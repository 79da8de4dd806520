import { expect, test } from 'vitest';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import { writeSetting } from '../../server/db/setting.ts';
import type { LayerDaysAnswer } from '../../server/history/answer.ts';
import type { SummaryAnswer } from '../../server/list/answer.ts';
import { putMeeting } from '../../server/meeting/meeting-store.ts';
import type { MeetingState } from '../../server/meeting/rules.ts';
import type { RankingAnswer, ScoresAnswer } from '../../server/ranking/answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { leader, office, openForms, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';

eachEngine('since the last meeting', (open) => {
  async function held() {
    const forms = await openForms(await open());
    const hold = (id: string, on: string, state: MeetingState) =>
      write(forms.store, { actor: 'office', clock: clockAt(on) }, async (tx) => {
        await writeSetting(tx, 'clock', on);
        const { last } = await tx.db.selectFrom('sequence').select('last').executeTakeFirstOrThrow();
        const frozen = state === 'planned' ? null : { seq: last, shown: last, on, at: endOfDay(on) };
        await putMeeting(tx, { id, state, body: { title: '会', heldOn: on, items: [], frozen, notes: {} } }, 'end');
      });
    const asked = async <Answer>(viewer: Viewer, path: string) =>
      (await forms.get(viewer, path)).body as unknown as Answer;
    const since = async (viewer: Viewer, asOf = '') => {
      const day = asOf && `asOf=${asOf}`;
      const { since, sinceMeeting } = await asked<ScoresAnswer>(viewer, `/ranking?${day}`);
      const ranking = await asked<RankingAnswer>(viewer, `/rankings?layer=venue-stage&${day}`);
      const { lastMeetingOn } = await asked<SummaryAnswer>(viewer, `/summary?${day}`);
      expect([ranking.since, lastMeetingOn]).toEqual([since, sinceMeeting ? since : null]);
      return [since, sinceMeeting];
    };
    return { hold, since, asked };
  }

  test('ranks and comparison begin at its day, or a week before where none was held', async () => {
    const { hold, since } = await held();
    expect(await since(leader)).toEqual(['2026-10-23', false]);
    await hold(newId(), '2026-11-02', 'ended');
    await hold(newId(), '2026-11-05', 'planned');
    const running = newId();
    await hold(running, '2026-11-09', 'running');
    expect(await since(leader)).toEqual(['2026-11-02', true]);
    await hold(running, '2026-11-09', 'ended');
    expect(await since(leader)).toEqual(['2026-11-02', true]);
    await hold(newId(), '2026-11-12', 'planned');
    expect(await since(office)).toEqual(['2026-11-09', true]);
  });

  test('of a past day, the last one known then; a meeting of that very day is not compared with', async () => {
    const { hold, since } = await held();
    for (const on of ['2026-11-02', '2026-11-09']) await hold(newId(), on, 'ended');
    await hold(newId(), '2026-11-12', 'planned');
    expect(await since(leader, '2026-11-09')).toEqual(['2026-11-02', true]);
    expect(await since(leader, '2026-11-02')).toEqual(['2026-10-26', false]);
    expect(await since(leader, '2026-11-10')).toEqual(['2026-11-09', true]);
  });

  test('who may not see meetings is not told of them', async () => {
    const { hold, since } = await held();
    await hold(newId(), '2026-11-02', 'ended');
    await hold(newId(), '2026-11-05', 'planned');
    expect(await since(town)).toEqual(['2026-10-29', false]);
  });

  test('every day played names the day its ranking is compared with, as that day’s own ranking does', async () => {
    const { hold, asked } = await held();
    await hold(newId(), '2026-11-02', 'ended');
    await hold(newId(), '2026-11-05', 'planned');
    const { days } = await asked<LayerDaysAnswer>(leader, '/layers/venue-stage/days?from=2026-10-25');
    for (const { on, since } of days)
      expect([on, since]).toEqual([
        on,
        (await asked<RankingAnswer>(leader, `/rankings?layer=venue-stage&asOf=${on}`)).since,
      ]);
    expect(new Set(days.map(({ since }) => since))).toContain('2026-11-02');
  });
});

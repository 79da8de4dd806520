import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { savedBy } from '../save/save-once.ts';
import type { AgendaVersion, AgendaVersionListed } from './answer.ts';
import { baseOfMeeting, sentOfMeeting } from './meeting-save.ts';
import { currentMeeting, meetingHistory } from './meeting-store.ts';
import { budgetOf, type MeetingBody } from './rules.ts';

/** GET /api/meetings/{meeting}/versions — every agenda the meeting had, the newest first; notes, and where it stood, make none. */
export async function versionsAnswer(store: Store, id: string): Promise<{ versions: AgendaVersionListed[] }> {
  const agendas = await agendasOf(store, id);
  const versions = await Promise.all(
    agendas.map(async ({ since, body }, at): Promise<AgendaVersionListed> => {
      const saved = await savedBy(store, since);
      const { title, heldOn, items } = body;
      return {
        ...{ number: at + 1, title, heldOn, items: items.length, minutes: budgetOf(items) },
        ...{ savedAt: saved?.at ?? '', savedBy: saved?.by ?? null, current: at === agendas.length - 1 },
      };
    }),
  );
  return { versions: versions.reverse() };
}

/** GET /api/meetings/{meeting}/versions/{number} — an earlier agenda whole, to be taken back as a new version. */
export async function versionAnswer(store: Store, id: string, number: number): Promise<AgendaVersion> {
  const found = (await agendasOf(store, id))[number - 1];
  if (!found) throw new Refusal('meeting-unknown');
  return { number, ...sentOfMeeting(found.body) };
}

/** The versions in which the agenda itself differs from the one before, oldest first. */
async function agendasOf(store: Store, id: string): Promise<{ since: number; body: MeetingBody }[]> {
  if (!(await currentMeeting(store, id))) throw new Refusal('meeting-unknown');
  const all = await meetingHistory(store, id);
  return all.filter(({ body }, at) => at === 0 || baseOfMeeting(body) !== baseOfMeeting(all[at - 1]?.body ?? body));
}

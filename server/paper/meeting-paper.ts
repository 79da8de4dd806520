import { readAreas } from '../area/area-store.ts';
import { fullNamesOf } from '../area/full-names.ts';
import { type CampaignStand, readStand } from '../campaign/stand-store.ts';
import { readSetting } from '../db/setting.ts';
import { Refusal } from '../http/refusal.ts';
import type { LayerAnswer } from '../layer/answer.ts';
import { layersAnswer } from '../layer/answers.ts';
import type { StepAnswer } from '../meeting/answer.ts';
import { currentMeeting } from '../meeting/meeting-store.ts';
import type { MeetingBody } from '../meeting/rules.ts';
import { meetingView, stepAnswer } from '../meeting/step-answer.ts';
import { readPicture } from '../picture/keep-picture.ts';
import type { LocalDate } from '../rights/view.ts';
import type { TaskAnswer } from '../task/answer.ts';
import { tasksAnswer } from '../task/tasks-answer.ts';
import { type CountyPicture, countyPicture } from './county-picture.ts';
import { fullStep, fullTask } from './full-step.ts';
import type { PaperGiven } from './kind.ts';

/** Everything the papers of a meeting are made of: each figure is one the API gives for the same frozen sequence; places go by their full names. */
export interface MeetingPaper {
  county: string;
  body: MeetingBody;
  on: LocalDate;
  /** Where the campaign stands on that day. */
  campaign: CampaignStand | null;
  steps: StepAnswer[];
  layers: Map<string, LayerAnswer>;
  /** Tasks given or moved in this meeting. */
  tasks: TaskAnswer[];
  picture: CountyPicture | null;
  /** Kept pictures of its items by name. */
  pictures: Map<string, Uint8Array>;
  /** Places by code. */
  fids: Map<string, number>;
  /** Who exported it, by function, and when. */
  by: string;
  at: string;
}

/** Gathers a meeting for paper; refuses `meeting-unknown`. */
export async function meetingPaper(
  { store, view: now, lang, by, at, say }: PaperGiven,
  id: string,
): Promise<MeetingPaper> {
  const viewer = now.user;
  const meeting = await currentMeeting(store, id);
  if (!meeting) throw new Refusal('meeting-unknown');
  const view = await meetingView(store, viewer, meeting);
  const [areas, layers, all, county, picture, campaign] = await Promise.all([
    readAreas(store, view),
    layersAnswer(store, view),
    tasksAnswer(store, now),
    readSetting(store, 'county'),
    countyPicture(store, view),
    readStand(store, view),
  ]);
  const full = fullNamesOf(areas);
  const steps: StepAnswer[] = [];
  for (const number of meeting.body.items.keys()) {
    say(number, 2 * meeting.body.items.length);
    steps.push(fullStep(await stepAnswer(store, viewer, { meeting: id, number, lang }), full));
  }
  return {
    county: areas.find(({ kind }) => kind === 'county')?.name ?? county ?? '',
    body: meeting.body,
    on: view.on,
    campaign,
    steps,
    layers: new Map(layers.layers.map((layer) => [layer.id, layer])),
    tasks: all.tasks
      .filter(({ meetingId, steps: taken }) => meetingId === id || taken.some(({ meeting: of }) => of === id))
      .map((task) => fullTask(task, full)),
    picture,
    pictures: new Map(
      meeting.body.items.flatMap(({ picture: name = null }) => {
        const bytes = name === null ? null : readPicture(store, name);
        return name !== null && bytes ? [[name, bytes] as const] : [];
      }),
    ),
    fids: new Map(areas.map(({ code, fid }) => [code, fid])),
    by,
    at,
  };
}

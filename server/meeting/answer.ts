import { z } from '@hono/zod-openapi';
import { areasSchema } from '../area/answer.ts';
import { compareSchema } from '../history/answer.ts';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import { lampSchema, layersSchema, valuesSchema } from '../layer/answer.ts';
import { campaignStates, visitsSchema } from '../list/answer.ts';
import { subjects } from '../rights/view.ts';
import { taskChoicesSchema, taskSchema } from '../task/answer.ts';
import { itemKinds, meetingStates } from './rules.ts';

const state = z.enum(meetingStates);
const item = z
  .object({
    id: z.string(),
    kind: z.enum(itemKinds),
    title: z.string(),
    layer: maybe(z.string()),
    place: maybe(z.string()),
    text: maybe(z.string()),
    minutes: z.number(),
    search: maybe(z.string()).optional(),
    picture: maybe(z.string()).optional(),
  })
  .openapi('AgendaItem');
const agenda = {
  title: z.string(),
  heldOn: day,
  items: z.array(item),
  /** Minutes the meeting is to take; null or left out: nobody said. */
  lengthMin: maybe(z.number()).optional(),
};

const listed = z.object({
  id: z.string(),
  title: z.string(),
  heldOn: day,
  state,
  items: count,
  minutes: z.number(),
  /** Minutes it is to take; null: nobody said. */
  lengthMin: maybe(z.number()),
  decisions: count,
});
/** A meeting in the list. */
export type MeetingListed = z.infer<typeof listed>;

/** GET /api/meetings */
export const meetingsSchema = z.object({ meetings: z.array(listed) }).openapi('Meetings');

export const meetingSchema = z
  .object({
    ...agenda,
    id: z.string(),
    base: z.string(),
    state,
    /** Day the figures are judged on, the instant of the newest change in them, and its number; null before it began. */
    frozen: maybe(z.object({ on: day, at: z.string(), seq: count })),
    /** Changes of the county's records since then; 0 before it began. */
    newer: count,
    /** Number of the item it stands at, from 0. */
    at: count,
    /** Whether the user may prepare and lead it. */
    writable: z.boolean(),
    /** Whether the user may decide at its items. */
    decides: z.boolean(),
    /** By item; none for who only looks. */
    notes: z.record(z.string(), z.string()),
    /** Instants: begun, gone to the item it stands at, and the server's now. */
    times: z.object({ begunAt: maybe(z.string()), movedAt: maybe(z.string()), now: z.string() }),
  })
  .openapi('Meeting');
/** GET /api/meetings/{meeting} */
export type MeetingAnswer = z.infer<typeof meetingSchema>;

export const runningSchema = z
  .object({ meeting: maybe(z.object({ id: z.string(), title: z.string() })) })
  .openapi('RunningMeeting');
/** GET /api/meetings/running — the meeting being held now; null when there is none. */
export type RunningAnswer = z.infer<typeof runningSchema>;

export const groundSchema = z
  .object({
    areas: areasSchema,
    layers: layersSchema,
    campaign: maybe(
      z.object({
        title: text,
        state: z.enum(campaignStates),
        day: count,
        daysLeft: count,
        daysTo: count,
        daysSince: count,
      }),
    ),
  })
  .openapi('MeetingGround');
/** GET /api/meetings/{meeting}/ground — places and layers as the frozen figures know them, and where the campaign stands on their day. */
export type GroundAnswer = z.infer<typeof groundSchema>;

/** GET /api/meetings/proposed */
export const proposedSchema = z.object({ items: z.array(item) });
/** GET /api/meetings/items */
export const foundItemsSchema = z.object({ items: z.array(item), count });
/** GET /api/meetings/{meeting}/copied */
export const copiedItemsSchema = z.object({ items: z.array(item), left: count });

const version = z.object({
  number: count,
  title: z.string(),
  heldOn: day,
  items: count,
  minutes: z.number(),
  savedAt: z.string(),
  savedBy: maybe(z.object({ name: maybe(z.string()), post: maybe(z.string()) })),
  current: z.boolean(),
});
/** 历次版本 — one of the agendas a meeting had, numbered from 1. */
export type AgendaVersionListed = z.infer<typeof version>;
/** GET /api/meetings/{meeting}/versions */
export const versionsSchema = z.object({ versions: z.array(version) }).openapi('AgendaVersions');

export const versionSchema = z.object({ ...agenda, number: count }).openapi('AgendaVersion');
/** GET /api/meetings/{meeting}/versions/{number} */
export type AgendaVersion = z.infer<typeof versionSchema>;

const changedPlace = z.object({
  fid: count,
  code: z.string(),
  name: z.string(),
  town: z.string(),
  from: text,
  to: text,
});
/** A place that changed its class. */
export type ChangedPlace = z.infer<typeof changedPlace>;

export const changesSchema = z
  .object({
    /** The day compared with, and the title of its meeting; null where it is that of none. */
    since: day,
    meeting: maybe(z.string()),
    /** Of each main layer which places got better, which worse, and which changed with time; never added up over layers. */
    layers: z.array(
      z.object({
        id: z.string(),
        title: text,
        up: z.array(changedPlace),
        down: z.array(changedPlace),
        aged: z.array(changedPlace),
      }),
    ),
    /** Decisions of that meeting: put right or signed off, within their limit, past it. */
    decisions: z.object({ kept: count, open: count, overdue: count }),
    /** Villages none of whose records moved since then, by town. */
    quiet: z.array(z.object({ town: z.string(), villages: z.array(z.string()) })),
  })
  .openapi('MeetingChanges');
/** 上次会议以来 — which places changed class, what became of its decisions, and who reported nothing. */
export type ChangesAnswer = z.infer<typeof changesSchema>;

export const stepSchema = z
  .object({
    number: count,
    of: count,
    item,
    on: day,
    dataAt: maybe(z.string()),
    newer: count,
    /** The layer's column as frozen; null where the item shows none. */
    values: maybe(valuesSchema),
    place: maybe(
      z.object({
        fid: count,
        code: z.string(),
        name: z.string(),
        town: z.string(),
        state: text,
        lamp: lampSchema,
        why: text,
      }),
    ),
    facts: z.array(z.object({ title: text, value: z.string() })),
    /** Places of the layer by class, best first; none for a place. */
    counts: z.array(z.object({ id: z.string(), title: text, lamp: lampSchema, count })),
    /** Every place of the layer that calls for something, the worst first. */
    worst: z.array(z.object({ code: z.string(), name: z.string(), town: z.string(), why: text })),
    changes: maybe(changesSchema),
    /** The layer then and now, for the map of what changed; null for any other item. */
    compare: maybe(compareSchema),
    /**
     * 常用视图 — what a saved view shows beside `values`, nothing of it newer than the figures: the column of the day compared with, what changed since,
     * its visits; each null where it shows none. Null for any other item.
     */
    saved: maybe(z.object({ from: maybe(valuesSchema), compare: maybe(compareSchema), visits: maybe(visitsSchema) })),
    /** Tasks of the place from before this meeting; for an item of tasks every one not signed off. */
    previous: z.array(taskSchema),
    /** Decided at this item. */
    decided: z.array(taskSchema),
    note: z.string(),
    /** What a new task begins with; null where there is no place to give one to. */
    proposal: maybe(
      z.object({
        place: z.string(),
        title: z.string(),
        unit: z.string(),
        personId: maybe(z.string()),
        /** Office-holders who answer for the place and its town, in their function. */
        people: taskChoicesSchema.shape.people,
        dueOn: day,
        about: maybe(z.enum(subjects)),
      }),
    ),
  })
  .openapi('MeetingStep');
/** GET /api/meetings/{meeting}/items/{number} — all a step shows, from the frozen figures. */
export type StepAnswer = z.infer<typeof stepSchema>;

/** What a save of a meeting answers. */
export const keptSchema = z.object({ seq: count, base: maybe(z.string()) });
/** POST /api/meetings/{meeting}/at */
export const stoodSchema = z.object({ at: count, movedAt: z.string() });

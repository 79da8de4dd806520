import { z } from '@hono/zod-openapi';
import { editionBodies } from '../campaign/edition-bodies.ts';
import type { EditionBodies, EditionKind } from '../campaign/rules.ts';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import type { LocalDate } from '../rights/view.ts';
import type { saved } from '../save/bodies.ts';
import {
  formOf,
  namedSchema as named,
  personSchema as person,
  type Saver,
  savedBySchema as savedBy,
  titledSchema as titled,
} from '../save/form-parts.ts';
import { milestoneKeys, stages } from '../venue/rules.ts';

const words = z.string();
const checklistItem = z.object({ key: z.string(), group: z.enum(['rooms', 'connections', 'haves']), title: text });
const venueValues = z.object({
  stage: maybe(z.enum(stages)),
  reportedOn: maybe(day),
  items: z.record(z.string(), maybe(z.boolean())),
  milestones: z.array(z.object({ key: z.enum(milestoneKeys), plannedOn: maybe(day), doneOn: maybe(day) })),
  organisationAcceptedOn: maybe(day),
  financeAcceptedOn: maybe(day),
  subsidyFen: maybe(z.number()),
  subsidyPaidFen: maybe(z.number()),
});
/** 阵地填报 — `stage` null: nothing reported yet. `reportedOn` is null when a form opens and means today; a day gone by may be given. Money in fen. */
export type VenueFormValues = z.infer<typeof venueValues>;
export const venueFormSchema = formOf(
  venueValues,
  z.object({
    stages: z.array(titled),
    checklist: z.array(checklistItem),
    /** `firstPlannedOn` where the plan in force is not the first. */
    milestones: z.array(titled.extend({ firstPlannedOn: maybe(day) })),
  }),
).openapi('VenueForm');
export type VenueFormAnswer = z.infer<typeof venueFormSchema>;

const turnaround = z.object({
  namedBy: z.enum(['city', 'county']),
  namedOn: maybe(day),
  problems: z.array(z.object({ text: words, measure: maybe(words), dueOn: maybe(day), doneOn: maybe(day) })),
  leaderId: maybe(z.string()),
  groupHeadId: maybe(z.string()),
  groupUnits: z.array(words),
  guidingUnit: maybe(words),
  stationedOn: maybe(day),
  signedOffOn: maybe(day),
});
const organisationValues = z.object({
  name: words,
  field: words,
  screenedOn: maybe(day),
  reportedOn: maybe(day),
  turnaround: maybe(turnaround),
});
/** 后进整顿填报 — `turnaround` null: not backward. `reportedOn` as with the venue. */
export type OrganisationFormValues = z.infer<typeof organisationValues>;
export const organisationFormSchema = formOf(
  organisationValues,
  z.object({ people: z.array(person), leaders: z.array(person) }),
).openapi('OrganisationForm');
export type OrganisationFormAnswer = z.infer<typeof organisationFormSchema>;

const responsibleValues = z.record(z.string(), maybe(named));
/** 责任人 — by function of the place; null: nobody. */
export type ResponsibleFormValues = z.infer<typeof responsibleValues>;
export const responsibleFormSchema = formOf(responsibleValues, z.object({ functions: z.array(titled) })).openapi(
  'ResponsibleForm',
);
export type ResponsibleFormAnswer = z.infer<typeof responsibleFormSchema>;

/**
 * PUT of a form: the whole form as it stands on the screen. `id` is minted once for a save and sent again with each retry. `before` are the
 * values the form was opened with; without it the server finds them by `base`. `confirm` says yes to what a fault with `confirmable` asks.
 */
export interface FormSave<Values> {
  id: string;
  base: string;
  values: Values;
  before?: Values;
  confirm?: boolean;
  /** Why, where a fault is `reasoned`. */
  reason?: string;
}

/** What a save answers; the same to the same save sent again. `base` is null where nothing is left to change. */
export type SavedAnswer = z.infer<typeof saved>;

/**
 * 409 `saved-meanwhile` — beside the sentence. `theirs` has every field the other changed, by path (`items.hall`,
 * `milestones.built.doneOn`; a list without keys such as `turnaround.problems` is one field); `conflicts` those of them this person changed too.
 */
export interface SavedMeanwhile {
  base: string;
  theirs: Record<string, unknown>;
  conflicts: string[];
  savedBy: Saver | null;
  savedAt: string | null;
}

/** 422 `form-faulty` — beside the sentence. `field` is a path; entries of lists by their place: `turnaround.problems.0.doneOn`. */
export interface FormFaulty {
  faults: { field: string; code: string; text: string; confirmable: boolean; reasoned: boolean }[];
}

/** POST /api/areas/changes — dated; `on` is the first day of the new state. `confirm` answers what is asked: a name the town has, places that do not touch. */
export type AreaChange = { id: string; on: LocalDate; confirm?: boolean | undefined } & (
  | { kind: 'rename'; code: string; name: string; newCode: string | null }
  /** `code` ends, `into` continues, under another name or code where given. */
  | { kind: 'merge'; code: string; into: string; name: string | null; newCode: string | null }
  /** A new village beside `code`, without boundaries until the next import. */
  | { kind: 'split'; code: string; name: string; newCode: string }
  | { kind: 'move'; code: string; town: string; newCode: string | null }
);

export const areaChangedSchema = z
  .object({
    seq: count,
    place: z.object({ code: z.string(), name: words, kind: z.enum(['county', 'town', 'village']) }),
    notes: z.array(text),
  })
  .openapi('AreaChanged');
/** `notes` say what stays to be done, in sentences. */
export type AreaChanged = z.infer<typeof areaChangedSchema>;

export const areaChangesSchema = z
  .object({
    today: day,
    changes: z.array(
      z.object({
        /** Names it when it is withdrawn. */
        change: z.string(),
        kind: z.enum(['rename', 'merge', 'split', 'move']),
        on: day,
        /** The place as it stands from the day on; of a merge the one merged into. */
        code: z.string(),
        name: words,
        town: maybe(words),
        /** The village that ends with a merge. */
        ended: maybe(words),
        formerName: maybe(words),
        formerTown: maybe(words),
        saved: savedBy,
        withdrawn: maybe(savedBy.extend({ reason: words })),
        /** Why it cannot be withdrawn; null where it can, and where it was. */
        blocked: maybe(text),
      }),
    ),
  })
  .openapi('AreaChanges');
/** GET /api/areas/changes — the newest first. */
export type AreaChangesAnswer = z.infer<typeof areaChangesSchema>;

const kinds = Object.keys(editionBodies) as [EditionKind, ...EditionKind[]];
const { checklist, thresholds, campaign, routeWeights, ranking, bulletin, holidays } = editionBodies;
/** What an edition holds is answered as it is sent. */
const editionBody = z.union([
  ...([checklist.shape.body, thresholds.shape.body, campaign.shape.body, routeWeights.shape.body] as const),
  ...([ranking.shape.body, bulletin.shape.body, holidays.shape.body] as const),
]);
export const editionSchema = z
  .object({
    kind: z.enum(kinds),
    base: z.string(),
    today: day,
    fromOn: day,
    body: editionBody,
    editions: z.array(z.object({ fromOn: day, body: editionBody })),
  })
  .openapi('Edition');
/** GET /api/editions/{kind} — the edition in force today (`fromOn`, `body`), and the first days of all, oldest first. */
export type EditionAnswer = z.infer<typeof editionSchema>;
/** The answer of one kind of edition. */
export type EditionOf<Kind extends EditionKind> = Omit<EditionAnswer, 'kind' | 'body'> & {
  kind: Kind;
  body: EditionBodies[Kind];
};

/** PUT /api/editions/{kind} — in force from `fromOn` on. One that begins before today is refused `confirm-needed` without `confirm`: it judges days again that were shown already. */
export interface EditionSave<Kind extends EditionKind = EditionKind> {
  id: string;
  base: string;
  fromOn: LocalDate;
  body: EditionBodies[Kind];
  confirm?: boolean;
}

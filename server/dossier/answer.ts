import { z } from '@hono/zod-openapi';
import { place } from '../area/answer.ts';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import { doneDifferenceKinds } from '../save/done-days/rules.ts';
import { venueMarks } from '../venue/marks/rules.ts';
import { milestoneKeys } from '../venue/rules.ts';

const person = z
  .object({ name: maybe(z.string()), post: maybe(z.string()), unit: maybe(z.string()), workPhone: maybe(z.string()) })
  .openapi('Person');
export type PersonAnswer = z.infer<typeof person>;

const reportAge = z.object({ days: count, stale: z.boolean() });
/** 上次报送距今 — in days; `stale` beyond the county's limit. */
export type ReportAge = z.infer<typeof reportAge>;

const turnaround = z.object({
  namedBy: z.enum(['city', 'county']),
  namedOn: maybe(day),
  problems: z.array(
    z.object({
      text: z.string(),
      measure: maybe(z.string()),
      dueOn: maybe(day),
      doneOn: maybe(day),
      overdueDays: count,
    }),
  ),
  marks: z.array(z.object({ key: z.enum(doneDifferenceKinds), title: text, reason: maybe(z.string()) })),
  leader: maybe(person),
  groupHead: maybe(person),
  groupUnits: z.array(z.string()),
  guidingUnit: maybe(z.string()),
  stationedOn: maybe(day),
  signedOffOn: maybe(day),
});

const merged = z.object({
  name: z.string(),
  code: z.string(),
  untilOn: day,
  venue: maybe(z.object({ stageTitle: text, reportedOn: day })),
  organisation: maybe(z.object({ name: z.string(), open: count })),
});
/** A place merged into another, and what was last reported of it. */
export type MergedPlace = z.infer<typeof merged>;

export const dossierSchema = z
  .object({
    seq: count,
    on: day,
    kind: z.enum(['county', 'town', 'village']),
    place,
    path: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })),
    formerNames: z.array(z.object({ name: z.string(), code: z.string(), untilOn: day })),
    verdicts: z.array(z.object({ layer: z.string(), class: z.string(), value: maybe(z.number()), why: text })),
    rollUps: z.array(z.object({ layer: z.string(), counts: z.array(count), share: maybe(z.number()) })),
    venue: maybe(
      z.object({
        stage: z.string(),
        stageTitle: text,
        reportedOn: day,
        reportAge,
        items: z.array(z.object({ key: z.string(), group: z.string(), title: text, has: maybe(z.boolean()) })),
        /** What does not go together, and the reason given for it; null: none was given. */
        marks: z.array(z.object({ key: z.enum(venueMarks), title: text, reason: maybe(z.string()) })),
        milestones: z.array(
          z.object({
            key: z.enum(milestoneKeys),
            title: text,
            plannedOn: maybe(day),
            doneOn: maybe(day),
            firstPlannedOn: maybe(day),
            moves: count,
            state: z.enum(['done', 'done-late', 'passed', 'ahead', 'late', 'overdue', 'no-plan']),
            lateDays: count,
          }),
        ),
        organisationAcceptedOn: maybe(day),
        financeAcceptedOn: maybe(day),
        subsidyFen: maybe(count),
        subsidyPaidFen: maybe(count),
      }),
    ),
    organisation: maybe(
      z.object({ name: z.string(), screenedOn: maybe(day), reportAge, turnaround: maybe(turnaround) }),
    ),
    visits: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        on: day,
        level: z.string(),
        levelTitle: text,
        announced: z.boolean(),
        team: maybe(z.string()),
        leader: maybe(person),
        findings: z.array(z.object({ text: z.string(), closedOn: maybe(day) })),
        /** Name of the place visited, where that was merged into this one since. */
        formerly: z.array(z.string()),
      }),
    ),
    /** Places merged into this one, and what was last reported of them; latest first. */
    merged: z.array(merged),
    responsible: z.array(z.object({ function: z.string(), title: text, person })),
    linkage: maybe(z.object({ leader: person, fromOn: day })),
    history: z.array(z.object({ at: z.string(), on: day, action: z.string(), title: text, source: maybe(z.string()) })),
  })
  .openapi('Dossier');
/** GET /api/places/:code?asOf= — the dossier 一村一档. For a town or the county `venue`, `organisation` are null and `villages` has the roll-up by layer. */
export type DossierAnswer = z.infer<typeof dossierSchema>;

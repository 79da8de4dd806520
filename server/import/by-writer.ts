import { organisationOnTop, plainTurnaround } from '../organisation/on-top-of.ts';
import type { OwnedForm } from '../rights/field-rights/rules.ts';
import type { Role } from '../rights/view.ts';
import { byRight } from '../save/proposal/by-right.ts';
import type { Cell } from '../save/proposal/rules.ts';
import { onTopOf } from '../venue/on-top-of.ts';
import { type MilestoneKey, milestoneKeys } from '../venue/rules.ts';
import type { OrganisationReport, VenueReport } from './records.ts';

/** What a row comes to for the sender of the file: what is recorded, what is asked for, what is neither. */
export interface ByWriter<Report> {
  /** Null where what is left cannot be recorded. */
  own: Report | null;
  cells: Cell[];
  foreign: string[];
}

/** A venue row on top of what stood, by the rights of the role that hands it in. */
export function venueBy(role: Role, before: VenueReport | null, report: VenueReport): ByWriter<VenueReport> {
  const parted = byRight({ form: 'venue', role }, venueFields(before), venueFields(report));
  const { stage, ...rest } = parted.own;
  return { ...parted, own: stage === null ? null : onTopOf(before, { ...report, ...rest, stage }) };
}

/** The same of an organisation. */
export function organisationBy(
  role: Role,
  before: OrganisationReport | null,
  report: OrganisationReport,
): ByWriter<OrganisationReport> {
  const parted = byRight({ form: 'organisation', role }, organisationFields(before), organisationFields(report));
  return { ...parted, own: organisationOnTop(before, { ...report, ...parted.own }) };
}

/** What a file asks for, of one place. */
export interface Wish {
  areaId: string;
  form: OwnedForm;
  cells: Cell[];
}

function venueFields(venue: VenueReport | null) {
  const dates = (key: MilestoneKey) => {
    const { plannedOn = null, doneOn = null } = venue?.milestones.find((one) => one.key === key) ?? {};
    return { key, plannedOn, doneOn };
  };
  return {
    stage: venue?.stage ?? null,
    items: venue?.items ?? {},
    milestones: milestoneKeys.map(dates),
    organisationAcceptedOn: venue?.organisationAcceptedOn ?? null,
    financeAcceptedOn: venue?.financeAcceptedOn ?? null,
    subsidyFen: venue?.subsidyFen ?? null,
    subsidyPaidFen: venue?.subsidyPaidFen ?? null,
  };
}

function organisationFields(organisation: OrganisationReport | null) {
  const { name = '', field = '', screenedOn = null, turnaround = null } = organisation ?? {};
  return { name, field, screenedOn, turnaround: plainTurnaround(turnaround) };
}

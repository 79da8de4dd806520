import type { Role } from '../view.ts';

/** What somebody may do to a field: set it, ask for it, or neither. */
export type FieldRight = 'write' | 'propose' | 'none';

/** The forms whose fields have owners. */
export const ownedForms = ['venue', 'organisation'] as const;
export type OwnedForm = (typeof ownedForms)[number];

/** In the order of office, department, town, village: `w` sets it, `p` asks for it, `-` neither. Nobody else sets anything here. */
function of(signs: string): Partial<Record<Role, FieldRight>> {
  const [office = '-', department = '-', town = '-', village = '-'] = signs.split(' ');
  const right = (sign: string): FieldRight => (sign === 'w' ? 'write' : sign === 'p' ? 'propose' : 'none');
  return { office: right(office), department: right(department), town: right(town), village: right(village) };
}

/**
 * 字段权限表 — who sets which field, the one table every door goes by: form, file, template and API. A town reports what was done; what it is measured by
 * (plans, limits, the list of backward organisations, who leads, acceptance, sign-off) is set above it. The first pattern that fits a path holds;
 * `*` stands for one name, and a pattern holds for all below it. `stage.accepted` is the stage turned into 验收合格, or from it into another.
 */
export const fieldRights: Record<
  OwnedForm,
  readonly (readonly [pattern: string, Partial<Record<Role, FieldRight>>])[]
> = {
  venue: [
    ['stage.accepted', of('w - p p')],
    ['stage', of('w - w w')],
    ['items', of('w - w w')],
    ['reportedOn', of('w - w w')],
    ['milestones.*.plannedOn', of('w - p p')],
    ['milestones.acceptance.doneOn', of('w - p p')],
    ['milestones.*.doneOn', of('w - w w')],
    ['organisationAcceptedOn', of('w - - -')],
    ['financeAcceptedOn', of('- w - -')],
    ['subsidyFen', of('w w - -')],
    ['subsidyPaidFen', of('w w - -')],
  ],
  organisation: [
    ['name', of('w - w -')],
    ['field', of('w - w -')],
    ['screenedOn', of('w - w -')],
    ['reportedOn', of('w - w -')],
    ['turnaround.guidingUnit', of('w - w -')],
    ['turnaround.stationedOn', of('w - w -')],
    ['turnaround.problems.new', of('w - w -')],
    ['turnaround.problems.measure', of('w - w -')],
    ['turnaround.problems.doneOn', of('w - w -')],
    ['turnaround', of('w - p -')],
  ],
};

/** What a role may do to the field at a path; a field the table does not name is nobody's. */
export function fieldRight(form: OwnedForm, role: Role, path: string): FieldRight {
  const found = fieldRights[form].find(([pattern]) => covers(pattern, path));
  return found?.[1][role] ?? 'none';
}

/** Top fields of a form that a role may set or ask for, wholly or in part. */
export function openFields(form: OwnedForm, role: Role): string[] {
  const open = fieldRights[form].filter(([, rights]) => (rights[role] ?? 'none') !== 'none');
  return [...new Set(open.map(([pattern]) => pattern.split('.')[0] ?? ''))];
}

function covers(pattern: string, path: string): boolean {
  const names = path.split('.');
  return pattern.split('.').every((name, at) => name === names[at] || (name === '*' && names[at] !== undefined));
}

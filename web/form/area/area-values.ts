import type { AreasAnswer } from '../../../server/area/answer.ts';
import { areaChangeFaults, type DatedPlace } from '../../../server/area/rules.ts';
import type { AreaChange } from '../../../server/form/form-answers.ts';
import type { Fault } from '../../../server/save/rules.ts';

/** A change of places as typed: the fields of every kind, so that what was typed for one is there for another. */
export interface AreaValues {
  kind: AreaChange['kind'];
  on: string;
  code: string | null;
  into: string | null;
  town: string | null;
  name: string | null;
  newCode: string | null;
}

/** What is sent of a change: the members of its kind. */
export function changeOf(id: string, { kind, on, code, into, town, name, newCode }: AreaValues): AreaChange {
  const common = { id, on, code: code ?? '' };
  switch (kind) {
    case 'rename':
      return { ...common, kind, name: name ?? '', newCode };
    case 'merge':
      return { ...common, kind, into: into ?? '', name, newCode };
    case 'split':
      return { ...common, kind, name: name ?? '', newCode: newCode ?? '' };
    case 'move':
      return { ...common, kind, town: town ?? '', newCode };
  }
}

/** What is wrong with a change as typed, by the places of today; since when each stands and whether another has the name the server says. */
export function areaFaults(typed: AreaValues, areas: Pick<AreasAnswer, 'towns' | 'villages'>): Fault[] {
  const places = [...areas.towns, ...areas.villages].map(
    ({ fid, code, name, town }): DatedPlace => ({
      ...{ id: String(fid), code, name, fromOn: null },
      kind: town === 0 ? 'town' : 'village',
      parentId: town === 0 ? null : String(town),
    }),
  );
  const placeOf = (code: string | null) => places.find((one) => one.code === code) ?? null;
  const holder = placeOf(typed.newCode);
  return areaChangeFaults(changeOf('', typed), {
    place: placeOf(typed.code),
    into: typed.kind === 'merge' ? placeOf(typed.into) : null,
    town: typed.kind === 'move' ? placeOf(typed.town) : null,
    holders: holder ? [holder] : [],
    replaceable: [],
    pending: [],
    namesake: null,
  });
}

import { daysAfter } from '../calendar/rules.ts';
import type { AreaChange } from '../form/form-answers.ts';
import type { LocalDate } from '../rights/view.ts';
import { type Fault, isRealDay, textFaults, type UntellingCode } from '../save/rules.ts';

/** A place a change concerns, as it stands without an end. */
export interface DatedPlace {
  id: string;
  kind: string;
  code: string;
  name: string;
  parentId: string | null;
  /** First day it stands as it does; null where that is not known. */
  fromOn: LocalDate | null;
}

/** What a change of places is judged by; null where there is no such place. */
export interface Concerned<Place extends DatedPlace = DatedPlace> {
  /** The place of `code`. */
  place: Place | null;
  /** The village merged into. */
  into: Place | null;
  /** The town moved to. */
  town: Place | null;
  /** Places that have the new code on the day or later. */
  holders: readonly { id: string; name: string }[];
  /** Ids of places that stand as they do by a change of places, which another of the same day replaces. */
  replaceable: readonly string[];
  /** Changes to come of the places chosen: the field, the place, and the day from which it changes or ends. */
  pending: readonly { field: 'code' | 'into'; name: string; on: LocalDate }[];
  /** Another place of the town it lies in then (of the county for a town) whose name is the same; null where there is none, or not known. */
  namesake: string | null;
}

/**
 * What is wrong with a change of places: a day that is none or lies before the place, a place not chosen or of another kind, a name missing, a code
 * malformed or another's, nothing new, a change of the same place that is to come; a name the town has already, which may be confirmed.
 */
export function areaChangeFaults(change: AreaChange, concerned: Concerned): Fault[] {
  const { place } = concerned;
  const pending = pendingFaults(change.on, concerned);
  if (pending.length > 0) return pending;
  const faults = [...dayFaults(change, concerned), ...ownFaults(change, concerned)];
  const unchanged = faults.length === 0 && place !== null && isUnchanged(change, place);
  return unchanged ? [{ field: 'name', code: 'nothing-changed' }] : [...faults, ...nameFaults(change, concerned)];
}

/** A name another place of the town has. */
function nameFaults({ kind }: AreaChange, { namesake }: Concerned): Fault[] {
  if (namesake === null) return [];
  return [{ field: kind === 'move' ? 'town' : 'name', code: 'name-taken', value: namesake, confirmable: true }];
}

function ownFaults(change: AreaChange, { place, into, town, holders }: Concerned): Fault[] {
  const ownIds = [place?.id, into?.id];
  switch (change.kind) {
    case 'rename':
      return [
        ...placeFaults('code', change.code, place, ['village', 'town']),
        ...textFaults('name', change.name, 60, true),
        ...codeFaults(change.newCode, holders, ownIds),
      ];
    case 'merge':
      return [
        ...placeFaults('code', change.code, place, ['village']),
        ...mergeFaults(change.into, place, into),
        ...textFaults('name', change.name, 60),
        ...codeFaults(change.newCode, holders, ownIds),
      ];
    case 'split':
      return [
        ...placeFaults('code', change.code, place, ['village']),
        ...textFaults('name', change.name, 60, true),
        ...(change.newCode === '' ? [fault('newCode', 'missing')] : codeFaults(change.newCode, holders, [])),
      ];
    case 'move':
      return [
        ...placeFaults('code', change.code, place, ['village']),
        ...placeFaults('town', change.town, town, ['town']),
        ...(town !== null && town.id === place?.parentId ? [fault('town', 'nothing-changed')] : []),
        ...codeFaults(change.newCode, holders, ownIds),
      ];
  }
}

const fault = (field: string, code: UntellingCode): Fault => ({ field, code });

function placeFaults(field: string, code: string, found: DatedPlace | null, kinds: string[]): Fault[] {
  if (code === '') return [fault(field, 'missing')];
  if (found !== null && kinds.includes(found.kind)) return [];
  return [fault(field, field === 'town' ? 'town-unknown' : 'village-unknown')];
}

function mergeFaults(code: string, ending: DatedPlace | null, into: DatedPlace | null): Fault[] {
  const faults = placeFaults('into', code, into, ['village']);
  if (faults.length > 0 || ending === null || into === null) return faults;
  if (into.id === ending.id) return [fault('into', 'same-place')];
  return into.parentId === ending.parentId ? [] : [fault('into', 'other-town')];
}

/** What is to come of a place is withdrawn before it changes earlier; one that will have ended changes no more. */
function pendingFaults(on: LocalDate, { pending, place, into }: Concerned): Fault[] {
  return pending.flatMap(({ field, name, on: from }) => {
    const goesOn = (field === 'code' ? place : into) !== null;
    return isRealDay(on) && goesOn && on >= from
      ? []
      : [{ field, code: 'change-pending' as const, value: `${name} ${from}` }];
  });
}

/** A version lasts a day at least; that of a place that goes on gives way to another of the same day. */
function dayFaults({ kind, on }: AreaChange, { place, into, replaceable }: Concerned): Fault[] {
  if (!isRealDay(on)) return [{ field: 'on', code: 'day-not-real' }];
  const first = (one: DatedPlace | null, goesOn: boolean): LocalDate[] => {
    if (!one?.fromOn) return [];
    return [goesOn && replaceable.includes(one.id) ? one.fromOn : daysAfter(one.fromOn, 1)];
  };
  const earliest = [...first(place, kind !== 'merge'), ...first(into, true)].sort().at(-1);
  return earliest === undefined || on >= earliest ? [] : [{ field: 'on', code: 'day-before', value: earliest }];
}

/** A code is free where no other place has it; that of a place that ends with the change is. */
function codeFaults(code: string | null, holders: Concerned['holders'], ownIds: (string | undefined)[]): Fault[] {
  if (code === null) return [];
  if (!/^[\p{L}\p{N}_-]{1,40}$/u.test(code)) return [fault('newCode', 'code-malformed')];
  const other = holders.find(({ id }) => !ownIds.includes(id));
  return other ? [{ field: 'newCode', code: 'code-taken', value: other.name }] : [];
}

const isUnchanged = (change: AreaChange, place: DatedPlace) =>
  change.kind === 'rename' && change.name.trim() === place.name && (change.newCode ?? place.code) === place.code;

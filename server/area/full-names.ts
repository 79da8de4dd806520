import { fullName } from '../../geodata/area/suffix.zh.ts';
import type { Area } from './area-store.ts';

/** A place of an answer, by its code. */
interface Coded {
  code: string;
  name: string;
}

/** 全称 — by the code of a place, what it is called where a document is sent out; the name it has where the code is of no place now. */
export type FullName = (place: Coded) => string;

/** Full names of the places of a view: 后马家沟村 and 花园社区, where a map says 后马家沟 and 花园. */
export function fullNamesOf(areas: Pick<Area, 'kind' | 'code' | 'name' | 'officialName'>[]): FullName {
  const names = new Map(
    areas.map(({ kind, code, name, officialName }) => [code, kind === 'village' ? fullName(name, officialName) : name]),
  );
  return ({ code, name }) => names.get(code) ?? name;
}

/** The same place under its full name. */
export const withFullName = <Place extends Coded>(place: Place, full: FullName): Place => ({
  ...place,
  name: full(place),
});

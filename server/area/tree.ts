import type { AreaKind } from '../../geodata/area/area.ts';
import { heirOf, lastBy, type TreePlace } from '../change/place-tree.ts';
import type { LocalDate } from '../rights/view.ts';

/** What of the pieces of a boundary edition is drawn as which place on a day. */
export interface DrawnTree {
  county: { fid: number; name: string };
  towns: { fid: number; code: string; name: string }[];
  villages: { piece: number; fid: number; code: string; name: string; townFid: number }[];
}

/** 区划 — places as a map of the day draws them: every piece under the village it is part of, every village in its town. */
export function treeOn(tree: readonly TreePlace[], on: LocalDate): DrawnTree {
  const last = lastBy(tree, on);
  const standing = [...last.values()].filter(({ toOn }) => toOn === null || toOn > on);
  const of = (kind: AreaKind) => standing.filter((place) => place.kind === kind);
  const [county] = of('county');
  return {
    county: { fid: county?.fid ?? 0, name: county?.name ?? '' },
    towns: of('town').map(({ fid, code, name }) => ({ fid, code, name })),
    villages: [...last.values()].flatMap(({ id, fid: piece, kind }) => {
      const heir = kind === 'village' ? heirOf(last, id, on) : null;
      if (heir === null) return [];
      const { fid, code, name, parentId } = heir;
      return [{ piece, fid, code, name, townFid: (parentId === null ? undefined : last.get(parentId))?.fid ?? 0 }];
    }),
  };
}

/** The days from `on` at which places are merged or moved. */
export function turnsFrom(tree: readonly TreePlace[], on: LocalDate): LocalDate[] {
  const days = tree.flatMap(({ fromOn, toOn }) => [fromOn, toOn]).filter((day) => day !== null && day > on);
  return [on, ...new Set(days.filter((day) => day !== null).sort())];
}

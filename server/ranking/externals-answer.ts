import { readEdition } from '../campaign/edition-store.ts';
import type { RankingFormula } from '../campaign/formula/rules.ts';
import type { Store } from '../db/open.ts';
import { countyFacts } from '../layer/facts.ts';
import type { View } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import type { ExternalAnswer } from './answer.ts';
import { valuesOf } from './external-save.ts';
import { readExternals, readExternalVersions } from './external-store.ts';
import { externalPoints, isCounted } from './rules.ts';

/** 上级结果 as shown: of all places the user sees, or of those named. `points` is what each adds to the score: none before the campaign's first day. */
export async function externalsAnswer(
  store: Store,
  view: View,
  formula: RankingFormula,
  areaIds?: ReadonlySet<string>,
): Promise<ExternalAnswer[]> {
  const externals = (await readExternals(store, view)).filter((one) => areaIds?.has(one.areaId) ?? true);
  const [versions, { areas }, campaign] = await Promise.all([
    readExternalVersions(
      store,
      view,
      externals.map(({ id }) => id),
    ),
    countyFacts(store, view),
    readEdition(store, view, 'campaign'),
  ]);
  const byId = new Map(areas.map((area) => [area.id, area]));
  return externals.flatMap((external): ExternalAnswer[] => {
    const area = byId.get(external.areaId);
    if (!area) return [];
    const values = valuesOf(external, area.code);
    return [
      {
        ...values,
        id: external.id,
        base: baseOf(values),
        ...{ fid: area.fid, name: area.name },
        town: area.kind === 'village' ? (byId.get(area.parentId ?? '')?.name ?? '') : null,
        points: isCounted(external, campaign) ? externalPoints(external, formula.external) : 0,
        former: versions
          .filter(({ id, since }) => id === external.id && since < external.since)
          .map(({ at, ...version }) => {
            const { place: _place, ...said } = valuesOf(version, '');
            return { at, values: said };
          }),
      },
    ];
  });
}

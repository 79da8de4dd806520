import type { AreaFeature } from './area.ts';
import type { Place, Report } from './defect.ts';

const digits = { county: 6, town: 9, village: 12 } as const;

/**
 * Checks what places are called: codes missing or of the wrong length, codes of another town, names missing or twice in a town, the same
 * feature twice, one code for two places. Gives the places without those that stand twice. Sets without national codes are checked for
 * names only.
 */
export function checkNames(places: Place[], report: Report): Place[] {
  const isNational = (area: AreaFeature) =>
    area.code !== null && new RegExp(`^\\d{${digits[area.kind]}}$`).test(area.code);
  const hasNational = places.filter(({ area }) => isNational(area)).length > places.length / 2;
  for (const place of places) {
    const { code, name, kind, townCode } = place.area;
    if (name === '') report(place, 'name-missing', 'warning', { feature: place.number });
    if (!hasNational) continue;
    if (code === null) report(place, 'code-missing', 'warning');
    else if (!isNational(place.area)) {
      report(place, 'code-digits', 'refused', { digits: code.length, expected: digits[kind] });
    } else if (kind === 'village' && townCode && !code.startsWith(townCode))
      report(place, 'code-other-town', 'warning', { townCode });
  }
  const kept = withoutTwins(places, report);
  if (hasNational) sameNames(kept, report);
  return kept;
}

function withoutTwins(places: Place[], report: Report): Place[] {
  const byCode = new Map<string, Place>();
  return places.filter((place) => {
    const { code, kind, name } = place.area;
    if (code === null) return true;
    const key = `${kind} ${code}`;
    const first = byCode.get(key);
    if (!first) {
      byCode.set(key, place);
      return true;
    }
    if (JSON.stringify(first.area.shape) === JSON.stringify(place.area.shape) && first.area.name === name) {
      report(place, 'feature-twice', 'repaired');
      return false;
    }
    const isNational = /^\d{6}(\d{3}(\d{3})?)?$/.test(code);
    report(place, 'code-twice', isNational ? 'refused' : 'warning', { other: first.area.name });
    return true;
  });
}

function sameNames(places: Place[], report: Report): void {
  const byName = new Map<string, Place>();
  for (const place of places) {
    const { kind, name, townCode, townName, code } = place.area;
    if (kind !== 'village' || name === '') continue;
    const key = `${townCode ?? townName} ${name}`;
    const first = byName.get(key);
    if (first && first.area.code !== code) {
      report(place, 'name-twice-in-town', 'warning', {
        town: townName ?? townCode ?? '',
        other: first.area.code ?? '',
      });
    }
    byName.set(key, place);
  }
}

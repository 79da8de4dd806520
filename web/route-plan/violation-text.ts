import type { Violation } from '../../server/route-plan/timing/rules.ts';
import { routeWords } from '../message/route/route-words.ts';
import { fill, type Lang } from '../ui/format.ts';

/** What of a route does not hold, in words. */
export function violationText(violation: Violation, lang: Lang): string {
  const minutes = 'bySec' in violation ? Math.ceil(violation.bySec / 60) : 0;
  return fill(routeWords(lang).violations[violation.is], { minutes });
}

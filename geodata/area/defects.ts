import type { Note } from '../note.ts';
import type { AreaFeature } from './area.ts';
import { borderEdges } from './border-edges.ts';
import { cutSpikes } from './border-spikes.ts';
import { checkNames } from './check-names.ts';
import type { Place, Report } from './defect.ts';
import { checkGaps } from './gaps.ts';
import { mendRings } from './mend-rings.ts';
import { checkOverlaps } from './overlaps.ts';
import { moveBackShifted } from './shifted-place.ts';
import { checkStrays } from './stray-places.ts';

/** Of one kind of defect this many are noted singly; a whole file drawn the other way round is one sentence, not thousands. */
const mostOfAKind = 12;

/**
 * 边界缺陷 — checks the places of one file and mends what can be mended without guessing. Every defect becomes a note with place and kind:
 * `repaired` where the areas given back are already right, `warning` where a person should look, `refused` where the place cannot be taken
 * as it is. Areas come back closed, two-dimensional, exteriors counter-clockwise; features that stand twice come back once.
 */
export function findDefects(areas: AreaFeature[], file: string): { areas: AreaFeature[]; notes: Note[] } {
  const notes: Note[] = [];
  const report: Report = ({ number, area }, code, severity, values) => {
    const at = { file, feature: number, areaCode: area.code ?? undefined, areaName: area.name || `#${number}` };
    notes.push({ code, severity, at, values: area.code === null ? { areaCode: '\u2014', ...values } : values });
  };
  let places: Place[] = areas.map((area, i) => ({ number: i + 1, area }));
  places = checkNames(places, report);
  const strays = checkStrays(places, report);
  for (const place of places) {
    const hadShape = place.area.shape !== null;
    mendRings(place, report);
    if (!place.area.shape && !strays.has(place)) report(place, hadShape ? 'shape-empty' : 'shape-missing', 'refused');
  }
  for (const kind of ['county', 'town', 'village'] as const)
    checkBorders(
      places.filter(({ area }) => area.kind === kind),
      report,
    );
  return { areas: places.map(({ area }) => area), notes: condensed(notes, file) };
}

function checkBorders(places: Place[], report: Report): void {
  if (places.length < 2) return;
  moveBackShifted(places, report);
  cutSpikes(places, report);
  const edges = borderEdges(places);
  checkOverlaps(places, edges, report);
  checkGaps(places, edges, report);
}

function condensed(notes: Note[], file: string): Note[] {
  return [...Map.groupBy(notes, ({ code }) => code).values()].flatMap((same) => {
    if (same.length <= mostOfAKind) return same;
    const shown = same.slice(0, 3);
    const severity = (same[0] as Note).severity;
    const rest: Note = {
      code: 'more-of-the-same',
      severity,
      at: { file },
      values: { count: same.length - shown.length },
    };
    return [...shown, rest];
  });
}

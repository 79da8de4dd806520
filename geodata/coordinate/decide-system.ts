import type { Position } from 'geojson';
import type { CoordinateReading } from '../format/hand-over.ts';
import type { Note } from '../note.ts';
import { type CoordinateSystem, degreesSystem } from './coordinate-system.ts';
import { systemOfCode } from './epsg.ts';
import { plainZone, prefixedZone, systemOfGaussKruger, zonePrefixOf } from './gauss-kruger.ts';
import { type Anchor, isNear, type KnownPlaces, median, offsetM, pairPlaces } from './known-county.ts';
import { systemOfPrj } from './prj.ts';

/** What a file shows about its coordinates. `points` is a thin sample of its vertices. */
export interface CoordinateFacts {
  file: string;
  prj: string | null;
  crsName: string | null;
  declared: string | null;
  known: KnownPlaces | null;
  anchors: Anchor[];
  points: Position[];
  /** Whether names or codes are Chinese. */
  isChinese: boolean;
}

export interface Decision {
  reading: CoordinateReading;
  toWgs84: (position: Position) => Position;
  notes: Note[];
}

interface Candidate {
  system: CoordinateSystem;
  swappedAxes: boolean;
  basis: CoordinateReading['basis'];
}

/** Farther than this from where the county's own villages lie, a reading is wrong. */
const nearEnoughM = 3_000;

/**
 * Decides in which coordinates a file is written: by its .prj or crs member, by declaration, by degrees, by the zone number in front of the
 * easting, or by trying which reading puts its places onto the county already known. Null with a `question` when nothing decides.
 */
export function decideSystem(facts: CoordinateFacts): { decision: Decision | null; notes: Note[] } {
  const notes: Note[] = [];
  const warn = (code: string, values: Record<string, string | number> = {}) =>
    notes.push({ code, severity: 'warning', at: { file: facts.file }, values });
  const stated = statedCandidate(facts, warn) ?? declaredCandidate(facts, warn);
  let chosen = stated ?? guessedCandidate(facts);
  const wrong = chosen && facts.known ? isElsewhere(chosen, facts) : false;
  if (facts.known && (!chosen || wrong)) {
    const better = bestOnCounty(facts);
    if (better && chosen && stated) warn('crs-contradicted', { said: chosen.system.name, system: better.system.name });
    else if (wrong && !better) warn('far-from-county');
    chosen = better ?? chosen;
  }
  if (!chosen) {
    notes.push({ code: 'crs-unknown', severity: 'question', at: { file: facts.file } });
    return { decision: null, notes };
  }
  if (chosen.system.datum !== 'modern') warn('old-datum', { datum: chosen.system.datum });
  const { system, swappedAxes, basis } = chosen;
  if (isAbroad(chosen, facts)) warn('outside-china', { system: system.name });
  if (swappedAxes) notes.push({ code: 'axes-swapped', severity: 'repaired', at: { file: facts.file } });
  const toWgs84 = readingOf(chosen);
  return { decision: { reading: { system: system.name, basis, swappedAxes }, toWgs84, notes }, notes };
}

/** Gauss-Krüger zones and old datums are China's own. */
function isAbroad(chosen: Candidate, { points }: CoordinateFacts): boolean {
  if (points.length === 0 || (chosen.system.falseEastingM === undefined && chosen.system.datum === 'modern'))
    return false;
  const placed = points.map(readingOf(chosen));
  const [lon, lat] = [median(placed.map(([x = 0]) => x)), median(placed.map(([, y = 0]) => y))];
  return !(lon > 72 && lon < 138 && lat > 0.8 && lat < 56);
}

const readingOf =
  ({ system, swappedAxes }: Candidate) =>
  (position: Position) =>
    system.toWgs84(swappedAxes ? [position[1] ?? Number.NaN, position[0] ?? Number.NaN] : position);

type Warn = (code: string, values?: Record<string, string | number>) => void;

function statedCandidate(facts: CoordinateFacts, warn: Warn): Candidate | null {
  const system =
    facts.prj !== null ? systemOfPrj(facts.prj) : facts.crsName !== null ? systemOfCode(facts.crsName) : null;
  if (!system) {
    if (facts.prj !== null) warn('prj-not-understood');
    else if (facts.crsName !== null) warn('crs-name-not-understood', { name: facts.crsName });
    return null;
  }
  if (facts.points.length > 0 && system.isDegrees !== areDegrees(facts.points)) {
    warn('prj-contradicted', { said: system.name });
    return null;
  }
  const [x, y] = [median(facts.points.map(([px = 0]) => px)), median(facts.points.map(([, py = 0]) => py))];
  const eastingM = system.falseEastingM;
  const swappedAxes =
    eastingM !== undefined
      ? y > 1e7 || (x > 1e6 && x < 1e7 && y > 1e5 && y < 9e5)
      : isSwappedDegrees(facts, system.isDegrees);
  const zone = zonePrefixOf(swappedAxes ? y : x);
  if (eastingM !== undefined && eastingM < 1e6 && zone !== null) {
    const prefixed = systemOfGaussKruger(prefixedZone(zone, system.datum));
    warn('crs-contradicted', { said: system.name, system: prefixed.name });
    return { system: prefixed, swappedAxes, basis: 'zone-prefix' };
  }
  return { system, swappedAxes, basis: 'prj' };
}

function declaredCandidate(facts: CoordinateFacts, warn: Warn): Candidate | null {
  if (facts.declared === null) return null;
  const system = systemOfCode(facts.declared);
  if (!system) {
    warn('declared-not-understood', { declared: facts.declared });
    return null;
  }
  if (system.isDegrees !== areDegrees(facts.points)) return null;
  return { system, swappedAxes: false, basis: 'declared' };
}

function guessedCandidate(facts: CoordinateFacts): Candidate | null {
  if (facts.points.length === 0) return { system: degreesSystem('WGS 84'), swappedAxes: false, basis: 'range' };
  if (areDegrees(facts.points)) {
    return { system: degreesSystem('WGS 84'), swappedAxes: isSwappedDegrees(facts, true), basis: 'range' };
  }
  const x = median(facts.points.map(([px = 0]) => px));
  const y = median(facts.points.map(([, py = 0]) => py));
  for (const [easting, northing, swappedAxes] of [
    [x, y, false],
    [y, x, true],
  ] as const) {
    const zone = zonePrefixOf(easting);
    if (zone !== null && northing > 0 && northing < 7e6) {
      return { system: systemOfGaussKruger(prefixedZone(zone)), swappedAxes, basis: 'zone-prefix' };
    }
  }
  return null;
}

function areDegrees(points: Position[]): boolean {
  const fitting = points.filter(([x = 0, y = 0]) => Math.abs(x) <= 180.01 && Math.abs(y) <= 180.01);
  return fitting.length >= points.length * 0.9;
}

/** Latitude first: certain when "latitudes" go beyond 90, and when a Chinese file would lie outside China otherwise. */
function isSwappedDegrees(facts: CoordinateFacts, isDegrees: boolean): boolean {
  if (!isDegrees || facts.points.length === 0) return false;
  const x = median(facts.points.map(([px = 0]) => px));
  const y = median(facts.points.map(([, py = 0]) => py));
  return Math.abs(y) > 90 || (facts.isChinese && x >= 3 && x <= 54 && y >= 73 && y <= 136);
}

/** How far a reading puts the file's places from the county's own; null when too few are the same to tell. */
function distanceFromCountyM(candidate: Candidate, facts: CoordinateFacts): number | null {
  if (!facts.known) return null;
  const convert = readingOf(candidate);
  const pairs = pairPlaces(facts.anchors, facts.known);
  if (pairs.length >= 3) {
    return median(pairs.map(({ place, label }) => Math.hypot(...offsetM(convert(place.position), label)))) || 0;
  }
  const near = facts.points.filter((point) => isNear(facts.known as KnownPlaces, convert(point))).length;
  return near >= facts.points.length * 0.7 ? 0 : Number.POSITIVE_INFINITY;
}

function isElsewhere(candidate: Candidate, facts: CoordinateFacts): boolean {
  const distance = distanceFromCountyM(candidate, facts);
  return distance !== null && !(distance <= nearEnoughM * 3);
}

function bestOnCounty(facts: CoordinateFacts): Candidate | null {
  const ranked = trials(facts)
    .map((candidate) => ({ candidate, distance: distanceFromCountyM(candidate, facts) ?? Number.POSITIVE_INFINITY }))
    .filter(({ distance }) => distance <= nearEnoughM)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate ?? null;
}

function trials(facts: CoordinateFacts): Candidate[] {
  const basis = 'known-county' as const;
  const both = (system: CoordinateSystem) => [false, true].map((swappedAxes) => ({ system, swappedAxes, basis }));
  if (areDegrees(facts.points)) return both(degreesSystem('WGS 84'));
  const meridians = Array.from({ length: 21 }, (_, i) => 75 + i * 3);
  const zones = meridians.map((meridian) => systemOfGaussKruger(plainZone(meridian)));
  const prefixed = facts.points[0] ? facts.points[0].map(zonePrefixOf).filter((zone) => zone !== null) : [];
  const others = [...prefixed.map((zone) => systemOfGaussKruger(prefixedZone(zone))), systemOfCode('EPSG:3857')];
  return [...zones, ...others.filter((system) => system !== null)].flatMap(both);
}

import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { Feature, Point } from 'geojson';
import type { LonLat } from '../../geodata/area/area.ts';
import type { GroundFile } from '../../geodata/format/hand-over.ts';
import { readInForce } from '../campaign/edition-store.ts';
import { clockOf } from '../db/clock.ts';
import { filePath } from '../db/files.ts';
import type { Store } from '../db/open.ts';
import { readSetting } from '../db/setting.ts';
import { openFindings } from '../inspection/rules.ts';
import { type CountyFacts, countyFacts } from '../layer/facts.ts';
import type { PlaceFacts } from '../layer/layer.ts';
import { readResponsibilities } from '../person/responsibility.ts';
import type { View } from '../rights/view.ts';
import type { Text } from '../words/text.ts';
import type { ChoicesAnswer, ChoiceVillage } from './answer.ts';
import type { Spot, Team } from './rules.ts';
import { countyOffice, officeOf } from './score.message.ts';
import { scoreOf } from './score.ts';
import { readTeams } from './team-store.ts';

/** What the ground of the map was made of; null where the county gave none. */
async function groundParts(store: Store): Promise<{ name: string; places: GroundFile[]; roads: GroundFile[] } | null> {
  const name = await readSetting(store, 'ground');
  if (name === null) return null;
  const parts: { places: GroundFile[]; roads: GroundFile[] } = deserialize(readFileSync(filePath(store.dataDir, name)));
  return { name, ...parts };
}

/** GET /api/route-plans/choices — every village of the user with what a visit on the view's day is worth, and the teams there are. */
export async function choicesAnswer(store: Store, view: View): Promise<ChoicesAnswer> {
  const [facts, teams, weights, ground, duties, navigation] = await Promise.all([
    countyFacts(store, view),
    readTeams(store, view),
    readInForce(store, view, 'routeWeights'),
    groundParts(store),
    readResponsibilities(store, view),
    readSetting(store, 'navigation'),
  ]);
  const points = pointsOf(ground?.places ?? []);
  const at = (area: { code: string; label: LonLat | null }) => points.get(area.code) ?? area.label;
  const byId = new Map(facts.areas.map((area) => [area.id, area]));
  const telephones = telephonesOf(facts, duties);
  const villages = facts.villages.flatMap((place): ChoiceVillage[] => {
    const area = byId.get(place.id);
    const where = area && at(area);
    if (!area || !where) return [];
    return [
      {
        code: area.code,
        fid: area.fid,
        name: area.name,
        town: byId.get(place.townId)?.fid ?? 0,
        at: where,
        ...scoreOf(place, facts.standard, weights),
        look: lookAt(place, facts),
        telephone: telephones.get(place.id) ?? null,
      },
    ];
  });
  const offices = officesOf(facts, ground?.places ?? []);
  return {
    on: view.on,
    today: (await clockOf(store)).today(),
    villages,
    teams,
    proposed: proposedTeams(facts, teams, offices),
    offices,
    weights: weights,
    navigation: navigation === 'yes',
  };
}

const isPoint = (feature: GroundFile['features'][number]): feature is Feature<Point> =>
  feature.geometry.type === 'Point';

function pointsOf(places: GroundFile[]): Map<string, LonLat> {
  return new Map(
    places
      .flatMap(({ features }) => features.filter(isPoint))
      .map(({ properties, geometry }) => [
        String(properties?.code ?? ''),
        [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0],
      ]),
  );
}

/** The county's office stands in its first town, each town's in its seat; where the map knows no seat, in the middle. */
function officesOf({ areas, towns }: CountyFacts, places: GroundFile[]): Spot[] {
  const seats = new Map(
    places
      .flatMap(({ features }) => features.filter(isPoint))
      .filter(({ properties }) => properties?.townSeat === true || properties?.townSeat === 1)
      .map(({ properties, geometry }) => [String(properties?.town ?? ''), geometry.coordinates]),
  );
  const byId = new Map(areas.map((area) => [area.id, area]));
  const spots = towns.flatMap(({ id, name }): Spot[] => {
    const point = seats.get(name) ?? byId.get(id)?.label;
    return point ? [{ name: officeOf(name), lon: point[0] ?? 0, lat: point[1] ?? 0 }] : [];
  });
  const [first] = spots;
  return first ? [{ ...first, name: countyOffice }, ...spots] : [];
}

const workingDay = { fromMin: 510, untilMin: 1050, rest: { fromMin: 690, untilMin: 810, lengthMin: 60 } };
const mostProposed = 3;

/** Teams that made the last visits of the county and have no record yet. */
function proposedTeams({ visits }: CountyFacts, teams: Team[], offices: Spot[]): Team[] {
  const known = new Set(teams.map(({ name }) => name));
  const [office] = offices;
  if (!office) return [];
  const names = visits.flatMap(({ level, team }) =>
    level === 'county' && team !== null && !known.has(team) ? [team] : [],
  );
  return [...new Set(names)]
    .slice(0, mostProposed)
    .sort()
    .map((name) => ({ id: `new-${name}`, name, start: office, end: office, ...workingDay }));
}

/** 到村看什么 — findings still open, the checklist items it lacks. */
function lookAt({ id, visits, venue }: PlaceFacts, { standard, checklist }: CountyFacts): Text[] {
  const findings = openFindings(visits, id, standard.on).map(({ text }): Text => ({ zh: text, en: text }));
  const lacking = venue ? checklist.filter(({ key }) => venue.items[key] === false).map(({ title }) => title) : [];
  return [...findings, ...lacking];
}

/** Office numbers of who answers for each village: its secretary, else anybody. */
function telephonesOf(
  { people }: CountyFacts,
  duties: { areaId: string; function: string; personId: string }[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { areaId, function: duty, personId } of duties) {
    const phone = people.get(personId)?.workPhone;
    if (phone && (duty === 'party-secretary' || !found.has(areaId))) found.set(areaId, phone);
  }
  return found;
}

import type { LonLat } from '../../../geodata/area/area.ts';
import { readAreas } from '../../area/area-store.ts';
import { viewAt } from '../../change/view-at.ts';
import type { Store } from '../../db/open.ts';
import { Refusal } from '../../http/refusal.ts';
import { reachOf } from '../../rights/may-write.ts';
import type { View, Viewer } from '../../rights/view.ts';
import type { ChoiceVillage } from '../answer.ts';
import { choicesAnswer } from '../choices.ts';
import { withVisitsMade } from '../plan-answer.ts';
import { readPlan } from '../plan-store.ts';
import { countyRoads } from '../roads/county-roads.ts';
import { travelBetween } from '../roads/travel.ts';
import type { PlanBody, PlanRoute, Team, TravelSource } from '../rules.ts';
import { shiftsOf } from '../rules.ts';
import { heldOf, timeRoute } from '../timing/rules.ts';
import type { ItinerariesAnswer, Itinerary, ItineraryStop } from './answer.ts';

/** GET /api/route-plans/{plan}/itineraries — of a plan the user sees, with all villages on it. */
export async function itinerariesAnswer(store: Store, viewer: Viewer, id: string): Promise<ItinerariesAnswer> {
  const kept = await readPlan(store, viewer, id);
  if (!kept) throw new Refusal('plan-unknown');
  const body = await withVisitsMade(store, kept.body);
  const view = await viewAt(store, viewer);
  const { villages, navigation, towns, today } = await villagesOf(store, view);
  const itineraries: SourcedItinerary[] = [];
  for (const { team, on } of shiftsOf(body)) {
    const route = body.routes.find((one) => one.team === team.id && one.on === on);
    const known = route?.stops.filter((code) => villages.has(code)) ?? [];
    if (!route || known.length === 0) continue;
    itineraries.push(
      await itineraryOf(store, { body, team, route: { ...route, stops: known }, villages, towns, navigation }),
    );
  }
  return {
    plan: id,
    title: body.title,
    announced: body.announced,
    published: body.published,
    today,
    source: itineraries[0]?.source ?? 'roads',
    noService: itineraries.some(({ noService }) => noService),
    recordable: body.published && reachOf(viewer, 'record-visit') !== 'none',
    itineraries: itineraries.map(({ source: _source, noService: _none, ...itinerary }) => itinerary),
  };
}

/** An itinerary with what its times rest on. */
interface SourcedItinerary extends Itinerary {
  source: TravelSource;
  noService: boolean;
}

interface Known {
  villages: Map<string, ChoiceVillage>;
  towns: Map<number, string>;
  navigation: boolean;
}

/** Every village by its code, for every user: a plan gives an inspector villages that were out of sight. What is planned elsewhere stays out. */
async function villagesOf(store: Store, view: View): Promise<Known & { today: string }> {
  const whole: View = { ...view, user: { ...view.user, places: 'county' } };
  const [{ villages, navigation, today }, areas] = await Promise.all([
    choicesAnswer(store, whole),
    readAreas(store, whole),
  ]);
  const towns = new Map(areas.flatMap(({ kind, fid, name }) => (kind === 'town' ? [[fid, name]] : [])));
  return { villages: new Map(villages.map((village) => [village.code, village])), navigation, today, towns };
}

interface ItineraryGiven extends Known {
  body: PlanBody;
  team: Team;
  route: PlanRoute;
}

async function itineraryOf(
  store: Store,
  { body, team, route, villages, towns, navigation }: ItineraryGiven,
): Promise<SourcedItinerary> {
  const given = new Map(body.villages.map((village) => [village.code, village]));
  const stops = route.stops.flatMap((code) => villages.get(code) ?? []);
  const points: LonLat[] = [
    [team.start.lon, team.start.lat],
    ...stops.map(({ at }) => at),
    [team.end.lon, team.end.lat],
  ];
  const { seconds, source, noService = false } = await travelBetween(store, points);
  const timed = timeRoute(
    team,
    { start: 0, end: points.length - 1 },
    stops.map(({ code, serviceMin }, at) => {
      const stay = given.get(code);
      return { code, place: at + 1, serviceMin: stay?.serviceMin ?? serviceMin, windows: stay?.windows ?? [] };
    }),
    (from, to) => seconds[from * points.length + to] ?? Number.POSITIVE_INFINITY,
    heldOf(route),
  );
  const roads = await countyRoads(store);
  const legs = await Promise.all(
    points.slice(1).map(async (to, at) => (await roads.times.path(points[at] as LonLat, to)) ?? []),
  );
  // Brought only where it is wanted: the shifted coordinates come with a library.
  const links = navigation ? (await import('./navigation.ts')).navigationLinks : () => [];
  const { leave, back, backSec, rest, driveSec, violations } = timed;
  return {
    ...{ team: team.name, number: body.teams.indexOf(team), on: route.on, start: team.start, end: team.end },
    ...{ leave, back, backSec, rest, driveSec, violations, legs, source, noService },
    stops: stops.map(({ code, name, town, at, parts, look, telephone }, index): ItineraryStop => {
      const { driveSec: drive = 0, arrive = 0, begin = 0, leave: left = 0 } = timed.stops[index] ?? {};
      return {
        ...{ code, name, at, look, telephone, arrive, begin },
        town: towns.get(town) ?? '',
        driveSec: drive,
        leave: left,
        parts: parts.map(({ said }) => said),
        outcome: body.visits[code]?.outcome ?? null,
        navigation: links(name, at),
      };
    }),
  };
}

import { isMade } from '../inspection/rules.ts';
import type { CountyFacts } from '../layer/facts.ts';
import { type Judged, judgeAll } from '../layer/judge.ts';
import type { Layer, PlaceFacts } from '../layer/layer.ts';
import { badnessOf } from '../list/list.ts';
import type { LocalDate } from '../rights/view.ts';
import { type Stood, type Way, wayOf } from './rules.ts';

/** A place on two days: as judged on each (none where it was not known), its class counted as the later day's layer has it. */
export interface Move {
  place: PlaceFacts;
  was: Judged | undefined;
  is: Judged | undefined;
  way: Way;
}

/** Every place of a layer known on either day, by fid, and which way it went: what every comparison of two days is made from. */
export function movesOf(before: CountyFacts, after: CountyFacts, layer: Layer): Move[] {
  const [from, to] = [judgedBy(before, layer), judgedBy(after, layer)];
  const badness = badnessOf(layer);
  const stood = (one: Judged | undefined): Stood | undefined =>
    one && {
      class: one.verdict.class,
      badness: badness[one.at] ?? 0,
      counts: layer.classes[one.at]?.lamp !== 'outside',
    };
  const days = { from: before.view.on, to: after.view.on };
  const fids = [...new Set([...from.keys(), ...to.keys()])].sort((a, b) => a - b);
  return fids.flatMap((fid) => {
    const [was, is] = [from.get(fid), to.get(fid)];
    const place = (is ?? was)?.place;
    if (!place) return [];
    const recorded = !was || !is || isRecorded(was.place, is.place, { touches: layer.touches, days });
    return [{ place, was, is, way: wayOf(stood(was), stood(is), recorded) }];
  });
}

/** The layer's places by fid, their classes counted as the later day's layer has them; none where the day did not know the layer. */
function judgedBy(facts: CountyFacts, layer: Layer): Map<number, Judged> {
  const own = facts.layers.find(({ id }) => id === layer.id);
  const index = new Map(layer.classes.map(({ id }, at) => [id, at]));
  return new Map(
    (own && facts.view.seq > 0 ? judgeAll(facts, own) : []).map((one) => [
      one.place.fid,
      { ...one, at: index.get(one.verdict.class) ?? 0 },
    ]),
  );
}

/** Whether any record of a place that a layer goes by is another on the later day: a version, a visit made, a finding signed off, a leader in charge. */
function isRecorded(
  was: PlaceFacts,
  is: PlaceFacts,
  { touches, days }: { touches: string[]; days: { from: LocalDate; to: LocalDate } },
): boolean {
  return recordsOf(was, touches, days.from) !== recordsOf(is, touches, days.to);
}

/** What is recorded of a place by a day, as one text. A plan is no record of it until the visit is made, so that who may know of plans sees no other figure. */
function recordsOf(place: PlaceFacts, touches: string[], on: LocalDate): string {
  const { venue, organisation, tasks, linkage } = place;
  const visits = place.visits
    .filter((visit) => isMade(visit, on))
    .map(({ id, occurredOn, level, leaderId, places }) => {
      const findings = places.filter(({ areaId }) => areaId === place.id).flatMap((own) => own.findings);
      return [id, occurredOn, level, leaderId, findings.map(({ text, closedOn }) => [text, closedOn])];
    });
  const records: Record<string, unknown> = {
    venue: venue?.since ?? null,
    organisation: organisation?.since ?? null,
    visit: visits.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    linkage: linkage && [linkage.id, linkage.leaderId],
    task: tasks.map(({ id, since }) => `${id} ${since}`).sort(),
  };
  return JSON.stringify(touches.map((subject) => records[subject] ?? null));
}

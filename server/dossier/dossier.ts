import type { Area } from '../area/area-store.ts';
import { placeAnswer } from '../area/areas-answer.ts';
import { changeTitle, functionTitle } from '../area/dossier-words.message.ts';
import { localDateOf } from '../calendar/local-day.ts';
import { daysBetween } from '../calendar/rules.ts';
import { readHistory } from '../change/history-store.ts';
import type { Store } from '../db/open.ts';
import { isMade } from '../inspection/rules.ts';
import { visitLevelTitles } from '../inspection/visit-level.message.ts';
import { markText } from '../layer/declared/venue-check.layer.ts';
import { doneDifferenceText } from '../layer/done-difference.message.ts';
import { type CountyFacts, countyFacts, placesAtHand, totalFacts } from '../layer/facts.ts';
import { judgeAll, rollUp, rollUpsByTown } from '../layer/judge.ts';
import type { PlaceFacts } from '../layer/layer.ts';
import { placeCalled, placeOf } from '../layer/place-of.ts';
import { reportAge } from '../layer/report-age.ts';
import { problemDifferences } from '../organisation/marks/rules.ts';
import type { Organisation } from '../organisation/rules.ts';
import { readResponsibilities } from '../person/responsibility.ts';
import type { View } from '../rights/view.ts';
import { readReasons } from '../save/reason-store.ts';
import { marksOf } from '../venue/marks/rules.ts';
import { milestoneTitles, stageTitles } from '../venue/milestone-titles.message.ts';
import { milestoneStates } from '../venue/rules.ts';
import { allOf } from '../words/phrase.message.ts';
import type { DossierAnswer, PersonAnswer } from './answer.ts';
import { mergedInto } from './merged-into.ts';

/** 一村一档 — GET /api/places/:code. A code the place had before finds it too. */
export async function dossierAnswer(store: Store, view: View, code: string): Promise<DossierAnswer> {
  const early = readEarly(store, view, code);
  const [facts, totals, known] = await Promise.all([countyFacts(store, view), totalFacts(store, view), early]);
  const area = placeOf(facts, code);
  const byId = new Map(facts.areas.map((one) => [one.id, one]));
  const place = [...facts.villages, ...facts.towns].find(({ id }) => id === area.id) ?? null;
  const isVillage = area.kind === 'village' && place !== null;
  const [{ duties, reasons, history }, merged] = await Promise.all([
    known?.id === area.id ? known : readOwn(store, view, area.id),
    mergedInto(store, view, { heirId: area.id, merged: facts.merged }),
  ]);
  return {
    seq: view.shown,
    on: view.on,
    kind: area.kind,
    place: placeAnswer(area, byId),
    path: pathOf(area, byId),
    formerNames: facts.formerNames
      .filter((one) => one.id === area.id && !one.merged && (one.name !== area.name || one.code !== area.code))
      .map(({ name, code: old, untilOn }) => ({ name, code: old, untilOn })),
    verdicts: place ? verdictsOf(facts, place) : [],
    rollUps: area.kind === 'village' ? [] : rollUpsOf(totals, area),
    venue: place && isVillage ? venueOf(facts, place, reasons.venue) : null,
    organisation: place && isVillage ? organisationOf(facts, place, reasons.organisation) : null,
    visits: area.kind === 'village' && place ? visitsOf(facts, place) : [],
    merged,
    responsible: duties.map(({ function: duty, personId }) => ({
      function: duty,
      title: functionTitle(duty),
      person: personOf(facts, personId) ?? nobody,
    })),
    linkage: place?.linkage
      ? { leader: personOf(facts, place.linkage.leaderId) ?? nobody, fromOn: place.linkage.fromOn }
      : null,
    history: history.map(({ at, action, subject, files }) => ({
      at,
      on: localDateOf(new Date(at)),
      action,
      title: changeTitle(subject, action),
      source: files.length === 1 ? (files[0] ?? null) : null,
    })),
  };
}

/** What is read of one place alone. */
async function readOwn(store: Store, view: View, id: string) {
  const [duties, reasons, history] = await Promise.all([
    readResponsibilities(store, view, id),
    readReasons(store, view, id),
    readHistory(store, view, id),
  ]);
  return { id, duties, reasons, history };
}

/** The same beside the facts, in one round to the database, where the place is known without them. */
async function readEarly(store: Store, view: View, code: string) {
  const places = await placesAtHand(store, view);
  const area = places && placeCalled(places, code);
  return area ? readOwn(store, view, area.id) : null;
}

const nobody: PersonAnswer = { name: null, post: null, unit: null, workPhone: null };

function pathOf(area: Area, byId: Map<string, Area>): DossierAnswer['path'] {
  const parent = area.parentId === null ? undefined : byId.get(area.parentId);
  const { code, name, kind } = area;
  return [...(parent ? pathOf(parent, byId) : []), { code, name, kind }];
}

function personOf({ people }: CountyFacts, id: string | null): PersonAnswer | null {
  const person = id === null ? undefined : people.get(id);
  if (!person) return null;
  const { name, post, unit, workPhone } = person;
  return { name, post, unit, workPhone };
}

function verdictsOf({ layers, standard }: CountyFacts, place: PlaceFacts): DossierAnswer['verdicts'] {
  return layers
    .filter(({ level }) => level === place.kind)
    .map((layer) => ({ layer: layer.id, ...layer.judge(place, standard) }));
}

function rollUpsOf(facts: CountyFacts, area: Area): DossierAnswer['rollUps'] {
  return facts.layers
    .filter(({ level }) => level === 'village' || area.kind === 'county')
    .map((layer) => {
      if (area.kind !== 'county') return { layer: layer.id, ...rollUpsByTown(facts, layer)(area.id) };
      return { layer: layer.id, ...rollUp(layer, judgeAll(facts, layer)) };
    });
}

function venueOf(
  facts: CountyFacts,
  { venue }: PlaceFacts,
  reasons: ReadonlyMap<string, string>,
): DossierAnswer['venue'] {
  if (venue === null) return null;
  return {
    stage: venue.stage,
    stageTitle: stageTitles[venue.stage],
    reportedOn: venue.reportedOn,
    reportAge: ageOf(facts, venue.reportedOn),
    items: facts.checklist.map(({ key, group, title }) => ({ key, group, title, has: venue.items[key] ?? null })),
    milestones: milestoneStates(venue, facts.view.on, facts.standard.thresholds.venueLateDays).map((one) => ({
      ...one,
      title: milestoneTitles[one.key],
    })),
    marks: marksOf(
      venue,
      facts.checklist.map(({ key }) => key),
    ).map((key) => ({ key, title: markText(key, venue, facts.checklist), reason: reasons.get(key) ?? null })),
    organisationAcceptedOn: venue.organisationAcceptedOn,
    financeAcceptedOn: venue.financeAcceptedOn,
    subsidyFen: venue.subsidyFen,
    subsidyPaidFen: venue.subsidyPaidFen,
  };
}

const ageOf = ({ view, standard }: CountyFacts, reportedOn: string) =>
  reportAge(reportedOn, view.on, standard.thresholds.reportStaleDays);

function organisationOf(
  facts: CountyFacts,
  { organisation }: PlaceFacts,
  reasons: ReadonlyMap<string, string>,
): DossierAnswer['organisation'] {
  if (organisation === null) return null;
  const { name, screenedOn, turnaround, reportedOn } = organisation;
  return {
    name,
    screenedOn,
    reportAge: ageOf(facts, reportedOn),
    turnaround: turnaround && {
      ...turnaround,
      problems: turnaround.problems.map(({ text, measure, dueOn, doneOn }) => ({
        ...{ text, measure, dueOn, doneOn },
        overdueDays: doneOn === null && dueOn !== null ? Math.max(0, daysBetween(dueOn, facts.view.on)) : 0,
      })),
      marks: problemMarks(organisation, reasons),
      leader: personOf(facts, turnaround.leaderId),
      groupHead: personOf(facts, turnaround.groupHeadId),
    },
  };
}

/** How the reports of problems differ, one mark a kind, with the reason given. */
function problemMarks(organisation: Organisation, reasons: ReadonlyMap<string, string>) {
  const kinds = Map.groupBy(problemDifferences(organisation), ({ kind }) => kind);
  return [...kinds].map(([key, found]) => ({
    ...{ key, reason: reasons.get(key) ?? null },
    title: allOf(found.map((one) => doneDifferenceText(one, { zh: one.problem, en: one.problem }))),
  }));
}

function visitsOf(facts: CountyFacts, place: PlaceFacts): DossierAnswer['visits'] {
  return place.visits
    .filter((visit) => isMade(visit, facts.view.on))
    .map(({ id, number, occurredOn, level, announced, team, leaderId, places }) => ({
      id,
      number,
      on: occurredOn,
      level,
      levelTitle: visitLevelTitles[level],
      announced,
      team,
      leader: personOf(facts, leaderId),
      findings: places.find(({ areaId }) => areaId === place.id)?.findings ?? [],
      formerly: places.find(({ areaId }) => areaId === place.id)?.formerly ?? [],
    }));
}

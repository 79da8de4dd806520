import { daysAfter, daysBetween } from '../calendar/rules.ts';
import { readEdition } from '../campaign/edition-store.ts';
import { viewAt } from '../change/view-at.ts';
import { type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import { type Reports, readFacts, reportsForward, totalFacts, totalView } from '../layer/facts.ts';
import { type LocalDate, scopeKey, type View } from '../rights/view.ts';
import type { RankHistoryAnswer } from './answer.ts';
import { countedExternals, formulaOf, rankedOf } from './ranked.ts';

/** Days looked back at where no campaign says when it began, and the most looked back at at all. */
const usualDays = 30;
const mostDays = 120;

interface DayRanks {
  on: LocalDate;
  towns: Map<number, { rank: number; score: number }>;
}
const kept = new WeakMap<Epoch, Map<string, Promise<DayRanks>>>();
const mostKept = 2000;

/** GET /api/ranking/history — the towns' ranks from the campaign's first day to the view's, each day as known and scored then. */
export async function rankHistoryAnswer(store: Store, view: View): Promise<RankHistoryAnswer> {
  const campaign = await readEdition(store, view, 'campaign');
  const first = campaign?.firstOn ?? daysAfter(view.on, -usualDays);
  const count = Math.max(1, Math.min(mostDays, daysBetween(first, view.on) + 1));
  const days: DayRanks[] = [];
  const walk = reportsForward(store);
  for (let back = count - 1; back >= 0; back--)
    days.push(await ranksOn(store, await viewAt(store, view.user, daysAfter(view.on, -back)), walk));
  const { towns } = await totalFacts(store, view);
  return {
    days: days.map(({ on }) => on),
    towns: towns.map(({ fid }) => ({
      fid,
      ranks: days.map((day) => day.towns.get(fid)?.rank ?? null),
      scores: days.map((day) => day.towns.get(fid)?.score ?? null),
    })),
  };
}

/** The ranks of a day, read once and kept. */
function ranksOn(store: Store, view: View, walk: Reports): Promise<DayRanks> {
  const own = kept.get(epochOf(store)) ?? new Map<string, Promise<DayRanks>>();
  kept.set(epochOf(store), own);
  const key = `${scopeKey(totalView(view).user)} ${view.seq} ${view.on}`;
  const before = own.get(key);
  if (before) return before;
  const reading = readRanks(store, view, walk);
  own.set(key, reading);
  reading.catch(() => own.delete(key));
  if (own.size > mostKept) own.delete(own.keys().next().value ?? '');
  return reading;
}

async function readRanks(store: Store, view: View, walk: Reports): Promise<DayRanks> {
  // Other requests have their turn between two days.
  await new Promise((resolve) => setImmediate(resolve));
  const { on } = view;
  if (view.seq === 0) return { on, towns: new Map() };
  const [facts, { body }, externals] = await Promise.all([
    readFacts(store, totalView(view), { reports: walk }),
    formulaOf(store, view),
    countedExternals(store, view),
  ]);
  const { towns } = rankedOf(facts, body, externals);
  return {
    on,
    towns: new Map(
      towns.flatMap(({ place, rank, score }) => (score === null ? [] : [[place.fid, { rank, score }] as const])),
    ),
  };
}

import { type FullName, fullNamesOf, withFullName } from '../../area/full-names.ts';
import { defaultBulletin } from '../../campaign/bulletin/default-bulletin.message.ts';
import type { BulletinName, BulletinTable, BulletinTemplate } from '../../campaign/bulletin/rules.ts';
import { countdownText, rewordedStand } from '../../campaign/countdown.message.ts';
import { readEdition } from '../../campaign/edition-store.ts';
import type { Countdown } from '../../campaign/rules.ts';
import type { Store } from '../../db/open.ts';
import { layersAnswer, valuesAnswer } from '../../layer/answers.ts';
import { countyFacts } from '../../layer/facts.ts';
import { listAnswer } from '../../list/list.ts';
import { summaryAnswer } from '../../list/summary.ts';
import { changesSince } from '../../meeting/changes.ts';
import type { ScoreRow, ScoresAnswer } from '../../ranking/answer.ts';
import { scoresAnswer } from '../../ranking/scores-answer.ts';
import { isRankingHidden } from '../../ranking/switch.ts';
import type { View } from '../../rights/view.ts';
import { tasksAnswer } from '../../task/tasks-answer.ts';
import { fill, type Language } from '../../words/fill.ts';
import { dayText } from '../../words/phrase.message.ts';
import { placeLine, townAndPlace } from '../../words/place-name/rules.ts';
import { shareText } from '../../words/share/rules.ts';
import { bulletinWords } from './bulletin.message.ts';

/** A table of a bulletin, its cells in the order of {@link BulletinTable}'s columns; `rows` null where rankings are hidden. */
interface BulletinRows {
  rows: string[][] | null;
  /** Said below it; empty or left out: nothing. */
  note?: string;
}
/** Everything a bulletin may name; each figure is the API's at the same sequence. */
export interface BulletinFigures {
  template: BulletinTemplate;
  values: Record<BulletinName, string>;
  tables: Record<BulletinTable, BulletinRows>;
}

const schedule = 'venue-schedule';

/** Gathers what a bulletin's template names, for a view. */
export async function bulletinFigures(store: Store, view: View, lang: Language): Promise<BulletinFigures> {
  const asked = { layer: schedule, classes: ['overdue'], town: undefined, lang };
  const [template, facts, summary, { layers }, { tasks }, changes, hidden] = await Promise.all([
    readEdition(store, view, 'bulletin'),
    countyFacts(store, view),
    summaryAnswer(store, view),
    layersAnswer(store, view),
    tasksAnswer(store, view),
    // As the ranking beside it: a meeting of the day itself is no day to compare with.
    changesSince(store, view, { earlierDay: true }),
    isRankingHidden(store),
  ]);
  const scores = hidden ? null : await scoresAnswer(store, view, { since: undefined, hidden });
  const overdue = (await listAnswer(store, view, asked)).answer.rows;
  const county = async (id: string) => {
    const layer = layers.find((one) => one.id === id);
    const { counts, share } = (await valuesAnswer(store, view, id)).county;
    const of = (wanted: string) => counts[layer?.classes.findIndex((one) => one.id === wanted) ?? -1] ?? 0;
    return { of, share: shareText(share) };
  };
  const [venue, turnaround, coverage] = [
    await county(schedule),
    await county('organisation-turnaround'),
    await county('inspection-coverage'),
  ];
  const late = tasks.filter(({ overdueDays }) => overdueDays > 0);
  const { visitWindowDays: days } = facts.standard.thresholds;
  const used = template ?? defaultBulletin[lang];
  const backward = layers.find(({ id }) => id === 'organisation-turnaround')?.classes.map(({ id }) => id) ?? [];
  const venues = changes.layers.find(({ id }) => id === schedule);
  return {
    template: summary.campaign ? reworded(used, summary.campaign, lang) : used,
    values: {
      county: facts.areas.find(({ kind }) => kind === 'county')?.name ?? '',
      townCommittees: bulletinWords[lang].committees(facts.towns.map(({ name }) => name)),
      day: dayText(view.on)[lang],
      year: view.on.slice(0, 4),
      issue: '',
      campaign: summary.campaign?.title[lang] ?? '',
      ...dayValues(summary.campaign, lang),
      countdown: summary.campaign ? countdownText(summary.campaign, lang) : '',
      villageCount: String(facts.villages.length),
      acceptedCount: String(venue.of('accepted')),
      builtCount: String(venue.of('built') + venue.of('built-late') + venue.of('built-overdue')),
      builtInTimeCount: String(venue.of('built')),
      builtLateCount: String(venue.of('built-late')),
      builtOverdueCount: String(venue.of('built-overdue')),
      onScheduleCount: String(venue.of('on-schedule')),
      lateCount: String(venue.of('late')),
      overdueCount: String(venue.of('overdue')),
      unplannedCount: String(venue.of('unplanned')),
      silentCount: String(venue.of('silent')),
      completionShare: venue.share,
      backwardCount: String(
        backward.filter((id) => id !== 'silent' && id !== 'none').reduce((all, id) => all + turnaround.of(id), 0),
      ),
      turnaroundOverdueCount: String(turnaround.of('overdue')),
      // A template of the county's own that does not name the days has them with the share: never 督查覆盖率 without its days.
      coverageShare: used.body.includes('{coverageDays}')
        ? coverage.share
        : fill(bulletinWords[lang].within, { share: coverage.share, days }),
      coverageDays: String(days),
      taskCount: String(tasks.length),
      taskOpenCount: String(tasks.filter(({ state }) => state !== 'closed').length),
      taskOverdueCount: String(late.length),
      since: dayText(changes.since)[lang],
      moves: changes.layers.map((one) => movesText(one, lang)).join(bulletinWords[lang].between),
      betterCount: String(venues?.up.length ?? 0),
      worseCount: String(venues?.down.length ?? 0),
    },
    tables: tablesOf({ scores, overdue, late, changes, full: fullNamesOf(facts.areas), lang }),
  };
}

/** The campaign's day and the days left: a dash where there is none, as outside of it. */
function dayValues(campaign: Countdown | null, lang: Language) {
  const { nothing } = bulletinWords[lang];
  if (campaign === null || campaign.state === 'ahead' || campaign.state === 'over')
    return { campaignDay: nothing, daysLeft: nothing };
  return { campaignDay: String(campaign.day), daysLeft: String(campaign.daysLeft) };
}

/** A template as it reads on the day: what it says of the campaign's day gives way where that day is outside of it. */
function reworded(template: BulletinTemplate, at: Countdown, lang: Language): BulletinTemplate {
  const say = (text: string) => rewordedStand(text, at, lang);
  return { ...template, head: say(template.head), title: say(template.title), body: say(template.body) };
}

interface Tabled {
  scores: ScoresAnswer | null;
  overdue: Awaited<ReturnType<typeof listAnswer>>['answer']['rows'];
  late: Awaited<ReturnType<typeof tasksAnswer>>['tasks'];
  changes: Awaited<ReturnType<typeof changesSince>>;
  full: FullName;
  lang: Language;
}

function tablesOf({ scores, overdue, late, changes, full, lang }: Tabled): BulletinFigures['tables'] {
  const { nothing } = bulletinWords[lang];
  const score = (row: ScoreRow) => (row.score === null ? nothing : row.score.toFixed(2).replace('-', '−'));
  const rank = ({ rank: at, tied }: ScoreRow) => (tied ? fill(bulletinWords[lang].tied, { rank: at }) : String(at));
  const moved = (sides: ('up' | 'down')[]) => {
    const all = changes.layers.flatMap((layer) =>
      sides.flatMap((side) => layer[side]).map((one) => ({ layer, ...one })),
    );
    return all.map(({ layer, from, to, ...place }, at) => [
      ...[String(at + 1), layer.title[lang]],
      ...[placeLine(withFullName(place, full), lang), from[lang], to[lang]],
    ]);
  };
  return {
    townRanking: {
      rows: scores?.towns.map((row) => [rank(row), row.name, score(row), rankChange(row, lang)]) ?? null,
    },
    lastVillages: {
      rows:
        scores?.villages
          .filter(({ last }) => last === 'within')
          .map((row) => [rank(row), row.town ?? '', full(row), score(row)]) ?? null,
      note: scores?.cut.villages.said[lang] ?? '',
    },
    overdueVillages: {
      rows: overdue.map((row, at) => [
        ...[String(at + 1), row.town, full(row), String(row.value ?? ''), row.why[lang]],
      ]),
    },
    overdueTasks: {
      rows: late.map(({ place, title, unit, person, dueOn, overdueDays }, at) => [
        ...[String(at + 1), townAndPlace(withFullName(place, full), lang), title, unit, person?.name ?? ''],
        ...[dayText(dueOn)[lang], String(overdueDays)],
      ]),
    },
    worsened: { rows: moved(['down']) },
    changes: { rows: moved(['down', 'up']) },
  };
}

/** What moved in one layer, in words; layers are never added up. */
function movesText({ title, up, down, aged }: Tabled['changes']['layers'][number], lang: Language): string {
  const values = { layer: title[lang], better: up.length, worse: down.length, aged: aged.length };
  return fill(bulletinWords[lang].moves, values);
}

function rankChange({ rank, rankBefore }: ScoreRow, lang: Language): string {
  const words = bulletinWords[lang];
  if (rankBefore === null) return words.nothing;
  const count = rankBefore - rank;
  return count === 0 ? words.same : fill(count > 0 ? words.up : words.down, { count: Math.abs(count) });
}

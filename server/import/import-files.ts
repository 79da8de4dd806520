import { endOfDay } from '../calendar/local-day.ts';
import type { BuiltFiles } from '../child/jobs.ts';
import { buildLimits, type Limits, readLimits } from '../child/limits.ts';
import { runChild } from '../child/run-child.ts';
import { type Clock, clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import type { LocalDate, Role } from '../rights/view.ts';
import { changeCounts, fileReport, type ImportPlan, planImport } from './plan/plan.ts';
import { recognise } from './recognise.ts';
import { blocks, type ImportReport } from './report.ts';
import { readStored } from './stored.ts';
import { writeImport } from './write-import.ts';

/** How an import is run. */
export interface ImportOptions {
  /** Everything is done but the writing. */
  dryRun?: boolean;
  /** `EPSG:n` declared for map files that do not say it themselves. */
  crs?: string | null;
  /** Answers given beforehand: numbers of visits that are the ones of the store, `early` for visits before the campaign, marks of venues (`built-items` …) that are so, `county=990127` for the county that is meant, `same-name` for names a town has twice. */
  confirmed?: string[];
  /** Time the import goes by; the store's own when left out. */
  clock?: Clock;
  actor: string;
  /** The role whose rights by field hold for what the files say; left out, the office’s own shell, which carries what every department said. */
  by?: Role;
  /** The files are the invented county: the store is marked so and its clock stands on this day. */
  sample?: { today: LocalDate };
  limits?: { read?: Partial<Limits>; build?: Partial<Limits> };
}

/**
 * 导入 — recognises files and folders, reads them in a capped child process, meets them with the store, and writes all of it in one
 * transaction, or nothing: not on a dry run, and not while anything is refused or waits for an answer.
 */
export async function importFiles(store: Store, paths: string[], options: ImportOptions): Promise<ImportReport> {
  const begun = performance.now();
  const limits = {
    read: { ...readLimits, ...options.limits?.read },
    build: { ...buildLimits, ...options.limits?.build },
  };
  const report: ImportReport = {
    state: 'not-written',
    files: [],
    changes: [],
    notes: [],
    questions: [],
    refused: [],
    seconds: 0,
    peakMb: 0,
  };
  const end = (state: ImportReport['state']): ImportReport => {
    report.state = state;
    report.seconds = Math.round(performance.now() - begun) / 1000;
    return report;
  };
  const { groups, notes } = recognise(paths, limits.read);
  sort(notes, report);
  if (groups.length === 0) return end('not-written');

  const clock = clockFor(options) ?? (await clockOf(store));
  const stored = await readStored(store, clock.today());
  const read = await runChild(
    { job: 'read', groups, known: stored.known, declared: options.crs ?? null },
    limits.read,
    groups[0]?.file ?? '',
  );
  if ('refused' in read) {
    sort([read.refused], report);
    return end('not-written');
  }
  report.peakMb = Math.round(read.peakMb);
  report.files = read.result.map(fileReport);
  const plan = planImport(read.result, stored, {
    today: clock.today(),
    confirmed: options.confirmed ?? [],
    by: options.by ?? null,
  });
  sort(plan.notes, report);
  const built = blocks(report) ? null : await draw(plan, limits.build, report);
  report.changes = changeCounts(plan, built);
  if (blocks(report)) return end('not-written');
  const writes =
    report.changes.some(({ added, changed }) => added + changed > 0) ||
    plan.people.changed().length > 0 ||
    plan.venues.wishes.length + plan.organisations.wishes.length > 0;
  if (options.dryRun) return end('dry-run');
  if (!writes) return end('nothing-to-write');
  end('written');
  await writeImport(store, {
    plan,
    built,
    before: stored.baseEdition,
    report,
    clock,
    actor: options.actor,
    sample: options.sample ?? null,
  });
  return end('written');
}

function clockFor({ clock, sample }: ImportOptions): Clock | null {
  if (clock || !sample) return clock ?? null;
  const at = new Date(endOfDay(sample.today));
  return { now: () => at, today: () => sample.today };
}

/** Draws the county in the child, and says how its borders stand to those in force. */
async function draw(plan: ImportPlan, limits: Limits, report: ImportReport): Promise<BuiltFiles | null> {
  if (!plan.build) return null;
  const file = plan.build.county ? (report.files.find(({ is }) => is === 'boundaries')?.file ?? '') : '';
  const outcome = await runChild(plan.build, limits, file);
  if ('refused' in outcome) {
    sort([outcome.refused], report);
    return null;
  }
  report.peakMb = Math.max(report.peakMb, Math.round(outcome.peakMb));
  const built = outcome.result;
  sort([...(built.county?.notes ?? []), ...(built.ground?.notes ?? [])], report);
  if (plan.build.inForce && plan.build.county) {
    const at = { file };
    const metres = built.awayM.toFixed(2);
    if (!built.county) sort([{ code: 'boundaries-same', severity: 'understood', at, values: { metres } }], report);
    else if (built.movedFids.length > 0) {
      sort([{ code: 'boundaries-moved', severity: 'warning', at, values: { count: built.movedFids.length } }], report);
    }
  }
  return built;
}

function sort(notes: ImportReport['notes'], report: ImportReport): void {
  for (const note of notes) {
    if (note.severity === 'question') report.questions.push(note);
    else if (note.severity === 'refused') report.refused.push(note);
    else report.notes.push(note);
  }
}

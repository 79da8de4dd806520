import { putAreas, putMapEdition, putShapes } from '../area/area-actions.ts';
import type { MapEdition } from '../area/map-edition-store.ts';
import { endOfDay } from '../calendar/local-day.ts';
import { defaultCampaignTitle, defaultChecklist, defaultThresholds } from '../campaign/default-editions.message.ts';
import { putEdition } from '../campaign/edition-actions.ts';
import { type Transaction, write } from '../change/write.ts';
import type { BuiltFiles } from '../child/jobs.ts';
import type { Clock } from '../db/clock.ts';
import { saveFile } from '../db/files.ts';
import { newId } from '../db/id.ts';
import type { Store } from '../db/open.ts';
import { writeSetting } from '../db/setting.ts';
import { setLinkages } from '../inspection/linkage-actions.ts';
import { recordVisits } from '../inspection/visit-actions.ts';
import { reportOrganisations } from '../organisation/organisation-actions.ts';
import { savePeople } from '../person/people.ts';
import { setResponsibilities } from '../person/responsibility.ts';
import { propose } from '../save/proposal/proposal-actions.ts';
import { reportVenues } from '../venue/venue-actions.ts';
import { recordImport } from './import-store.ts';
import { pendingMaps } from './pending-maps.ts';
import type { ImportPlan } from './plan/plan.ts';
import type { ImportReport } from './report.ts';

export interface ImportToWrite {
  plan: ImportPlan;
  built: BuiltFiles | null;
  /** The map edition in force, whose ground or boundaries stay when only the other is new. */
  before: MapEdition | null;
  report: ImportReport;
  clock: Clock;
  actor: string;
  sample: { today: string } | null;
}

/**
 * Writes a whole import in one transaction. Files go first, under the names of their hashes: should the transaction fail, they lie there
 * unused. At a first import everything is written in the order the county came to know it, `at` the end of that day.
 */
export async function writeImport(store: Store, given: ImportToWrite): Promise<void> {
  const { plan, built, report, clock, actor, sample } = given;
  const importId = newId();
  const edition = built && saveEdition(store.dataDir, built, given.before);
  const pending = await pendingMaps(store, { plan, built, edition });
  if (pending.undrawn) {
    const file = report.files.find(({ is }) => is === 'boundaries')?.file ?? '';
    report.notes.push({ code: 'pending-map-undrawn', severity: 'warning', at: { file } });
  }
  const parts = built?.groundParts ? saveFile(store.dataDir, built.groundParts, 'ground') : null;
  await write(store, { actor, importId, clock }, async (tx) => {
    const at = plan.first ? endOfDay(plan.firstOn) : undefined;
    await putAreas(tx, plan.areas.changed, at);
    if (built?.county) await putShapes(tx, shapesOf(plan, built), at);
    if (edition) await putMapEdition(tx, edition, { at, days: pending.days });
    if (parts) await writeSetting(tx, 'ground', parts);
    await writePeople(tx, plan, at);
    await writeReports(tx, plan);
    for (const wish of [...plan.venues.wishes, ...plan.organisations.wishes])
      await propose(tx, { ...wish, on: plan.today });
    if (sample) {
      await writeSetting(tx, 'sample', 'yes');
      await writeSetting(tx, 'clock', sample.today);
    }
    const county = plan.areas.areas.find(({ kind }) => kind === 'county');
    if (county) await writeSetting(tx, 'county', county.name);
    await recordImport(tx, {
      id: importId,
      at: clock.now().toISOString(),
      actor,
      files: [...new Set(report.files.map(({ file }) => file))],
      report: JSON.stringify(report),
    });
  });
}

function saveEdition(dataDir: string, built: BuiltFiles, before: MapEdition | null): MapEdition | null {
  const { county, ground } = built;
  const drawn = county && {
    tiles: saveFile(dataDir, county.tiles, 'pmtiles'),
    plain: saveFile(dataDir, county.plain, 'json'),
    boundaries: saveFile(dataDir, county.boundaries, 'geojson'),
    bounds: county.bounds,
  };
  const save = (bytes: Uint8Array | null, extension: string) => bytes && saveFile(dataDir, bytes, extension);
  const painted = ground && {
    groundImage: save(ground.image, 'webp'),
    groundTiles: save(ground.tiles, 'pmtiles'),
    groundPlain: save(ground.plain, 'json'),
    groundBounds: ground.imageBounds,
  };
  if (!drawn && !(before && painted)) return null;
  const bare = { groundImage: null, groundTiles: null, groundPlain: null, groundBounds: null };
  const base = before ?? drawn;
  return base && { ...bare, ...base, ...drawn, ...painted };
}

function shapesOf(plan: ImportPlan, built: BuiltFiles) {
  const ids = new Map(plan.areas.areas.map(({ fid, id }) => [fid, id]));
  return (built.county?.metrics ?? []).flatMap((metrics) => {
    const areaId = ids.get(metrics.fid);
    return areaId ? [{ areaId, metrics }] : [];
  });
}

/** What has no reporting day of its own: people, linkages, responsibilities, and the editions the records are judged by. */
async function writePeople(tx: Transaction, plan: ImportPlan, at: string | undefined): Promise<void> {
  await savePeople(tx, plan.people.changed(), at);
  await setLinkages(tx, plan.linkages.records, at);
  await setResponsibilities(tx, plan.responsibilities.records, at);
  if (plan.first) {
    await putEdition(tx, { kind: 'checklist', fromOn: plan.firstOn, body: defaultChecklist }, at);
    await putEdition(tx, { kind: 'thresholds', fromOn: plan.firstOn, body: defaultThresholds }, at);
  }
  const { campaign } = plan.campaign;
  if (!campaign) return;
  const body = campaign.title.zh === '' ? { ...campaign, title: defaultCampaignTitle } : campaign;
  const fromOn = plan.first && plan.firstOn < campaign.firstOn ? plan.firstOn : campaign.firstOn;
  await putEdition(tx, { kind: 'campaign', fromOn, body }, at);
}

/** Reports day by day; at a first import each day's as of its end, later all as of now. */
async function writeReports(tx: Transaction, plan: ImportPlan): Promise<void> {
  const { venues, organisations, visits } = plan;
  if (!plan.first) {
    await reportVenues(tx, venues.reports);
    await reportOrganisations(tx, organisations.reports);
    await recordVisits(tx, visits.reports);
    return;
  }
  const reports = [venues.reports, organisations.reports, visits.reports];
  const days = new Set(reports.flatMap((list) => list.map(({ reportedOn }) => reportedOn)));
  for (const day of [...days].sort()) {
    const at = endOfDay(day);
    const ofDay = <Report extends { reportedOn: string }>(list: Report[]) =>
      list.filter(({ reportedOn }) => reportedOn === day).map((report) => ({ ...report, at }));
    await reportVenues(tx, ofDay(venues.reports));
    await reportOrganisations(tx, ofDay(organisations.reports));
    await recordVisits(tx, ofDay(visits.reports));
  }
}

import type { ChecklistItem } from '../venue/rules.ts';
import { inspectionCoverage } from './declared/inspection-coverage.layer.ts';
import { inspectionFindings } from './declared/inspection-findings.layer.ts';
import { inspectionLinkage } from './declared/inspection-linkage.layer.ts';
import { inspectionWindow } from './declared/inspection-window.layer.ts';
import { organisationNamed } from './declared/organisation-named.layer.ts';
import { organisationReported } from './declared/organisation-reported.layer.ts';
import { organisationTurnaround } from './declared/organisation-turnaround.layer.ts';
import { taskOpen } from './declared/task-open.layer.ts';
import { venueAcceptance } from './declared/venue-acceptance.layer.ts';
import { venueCheck } from './declared/venue-check.layer.ts';
import { venueChecklist } from './declared/venue-checklist.layer.ts';
import { venueItem } from './declared/venue-item.layer.ts';
import { venueReported } from './declared/venue-reported.layer.ts';
import { venueSchedule } from './declared/venue-schedule.layer.ts';
import { venueStage } from './declared/venue-stage.layer.ts';
import { venueSubsidy } from './declared/venue-subsidy.layer.ts';
import type { Layer, Thresholds } from './layer.ts';
import { withLimits } from './limits.ts';

/** 图层 — every layer in the order of the menu, the items of a checklist left out. Their words name limits as `{visitDueDays}`. */
export const layers: Layer[] = [
  venueSchedule,
  venueStage,
  venueChecklist,
  venueAcceptance,
  venueSubsidy,
  venueCheck,
  venueReported,
  organisationTurnaround,
  organisationNamed,
  organisationReported,
  inspectionCoverage,
  inspectionWindow,
  inspectionFindings,
  inspectionLinkage,
  taskOpen,
];

/** All layers as the editions in force make them: their limits in words, and one for each item of the checklist after the checklist's own. */
export function layersFor(checklist: ChecklistItem[], thresholds: Thresholds): Layer[] {
  return layers
    .flatMap((layer) => (layer === venueChecklist ? [layer, ...checklist.map(venueItem)] : [layer]))
    .map((layer) => withLimits(layer, { items: checklist.length, ...thresholds }));
}

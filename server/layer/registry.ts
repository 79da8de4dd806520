import type { ChecklistItem } from '../venue/rules.ts';
import { inspectionCoverage } from './inspection-coverage.layer.ts';
import { inspectionFindings } from './inspection-findings.layer.ts';
import { inspectionLinkage } from './inspection-linkage.layer.ts';
import { inspectionWindow } from './inspection-window.layer.ts';
import type { Layer, Thresholds } from './layer.ts';
import { withLimits } from './limits.ts';
import { organisationNamed } from './organisation-named.layer.ts';
import { organisationReported } from './organisation-reported.layer.ts';
import { organisationTurnaround } from './organisation-turnaround.layer.ts';
import { taskOpen } from './task-open.layer.ts';
import { venueAcceptance } from './venue-acceptance.layer.ts';
import { venueCheck } from './venue-check.layer.ts';
import { venueChecklist } from './venue-checklist.layer.ts';
import { venueItem } from './venue-item.layer.ts';
import { venueReported } from './venue-reported.layer.ts';
import { venueSchedule } from './venue-schedule.layer.ts';
import { venueStage } from './venue-stage.layer.ts';
import { venueSubsidy } from './venue-subsidy.layer.ts';

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

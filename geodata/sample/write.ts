import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaignPlan, linkageList, responsibilityList } from './county-ledgers.ts';
import { inspectionLog } from './inspection-log.ts';
import { organisationLedgers } from './organisation-ledgers.ts';
import type { SampleFile } from './sheet-file.ts';
import { venueLedgers } from './venue-ledgers.ts';
import { drafts, writeGeography } from './write-geography.ts';

/** 示例台账 — the ledgers the invented county's offices hand over in the first 75 days of the campaign; the same at every run. */
export async function sampleLedgers(): Promise<SampleFile[]> {
  return [
    ...(await venueLedgers()),
    ...(await organisationLedgers()),
    inspectionLog(),
    await linkageList(),
    await responsibilityList(),
    campaignPlan(),
  ];
}

// `npm run sample` — the ledgers anew; boundaries, lines and elevation too where their drafts lie beside the repository.
if (import.meta.main) {
  const folder = join(import.meta.dirname, 'files');
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of await sampleLedgers()) writeFileSync(join(folder, name), bytes);
  if (existsSync(drafts)) await writeGeography(folder);
}

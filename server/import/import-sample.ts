import type { Store } from '../db/open.ts';
import type { Language } from '../words/fill.ts';
import { importFiles } from './import-files.ts';
import { printReport } from './print-report.ts';

/** The day the invented county is written for: day 75 of its campaign. */
const sampleToday = '2026-10-30';

/** Imports the sample county as a user would import a real one; the report when it could not be written, else null. */
export async function importSample(store: Store, folder: string, lang: Language): Promise<string | null> {
  const report = await importFiles(store, [folder], { actor: 'sample', sample: { today: sampleToday } });
  return report.state === 'written' ? null : printReport(report, lang);
}

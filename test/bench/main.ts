// `npm run bench [page|as-of|api|import|map|live|viewers|keeping|meeting|papers|routes|worlds|growth|ten-years|engines]`: every figure of README.md beside this file, ratios side by side in one run.
import type { Row } from './row.ts';
import { printRows } from './row.ts';

const parts: Record<string, () => Promise<Row[]>> = {
  page: async () => (await import('./page.ts')).benchPage(),
  'as-of': async () => (await import('./as-of.ts')).benchAsOf(),
  api: async () => (await import('./api.ts')).benchApi(),
  import: async () => (await import('./import.ts')).benchImport(),
  map: async () => (await import('./map.ts')).benchMap(),
  live: async () => (await import('./live.ts')).benchLive(),
  viewers: async () => (await import('./viewers.ts')).benchViewers(),
  routes: async () => (await import('./routes.ts')).benchRoutes(),
  meeting: async () => (await import('./meeting.ts')).benchMeeting(),
  papers: async () => (await import('./papers.ts')).benchPapers(),
  worlds: async () => (await import('./worlds.ts')).benchWorlds(),
  engines: async () => (await import('./engines.ts')).benchEngines(),
  growth: async () => (await import('./growth.ts')).benchGrowth(),
  'ten-years': async () => (await import('./ten-years.ts')).benchTenYears(),
  keeping: async () => (await import('./keeping.ts')).benchKeeping(),
};

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = asked.filter((word) => !(word in parts));
if (unknown.length > 0) {
  process.stderr.write(`No bench named ${unknown.join(', ')}: choose from ${Object.keys(parts).join(', ')}.\n`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  const part = parts[name];
  if (part) printRows(name, await part());
}
process.exit(0);

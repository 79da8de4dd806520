/** The types of what TypeScript takes from `prepare.mjs`, which must run where no TypeScript can be read. */
export function readStart(
  argv: string[],
  env: NodeJS.ProcessEnv,
): { lang: 'zh' | 'en'; development: boolean; given: string[] };

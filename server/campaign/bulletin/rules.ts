import { type Fault, textFaults } from '../../save/rules.ts';

/** 通报模板 — the bulletin as the office words it, with `{names}` for what is filled in; a line of `body` beginning with “# ” is a heading, with “## ” one below it. */
export interface BulletinTemplate {
  /** Red line at the head. */
  head: string;
  /** 文号 */
  number: string;
  title: string;
  addressee: string;
  body: string;
  signature: string;
}

/** What is filled in as a word or number. */
export const bulletinNames = [
  'county',
  'townCommittees',
  'day',
  'year',
  'issue',
  'campaign',
  'campaignDay',
  'daysLeft',
  'countdown',
  'villageCount',
  'acceptedCount',
  'builtCount',
  'builtInTimeCount',
  'builtLateCount',
  'builtOverdueCount',
  'onScheduleCount',
  'lateCount',
  'overdueCount',
  'unplannedCount',
  'silentCount',
  'completionShare',
  'backwardCount',
  'turnaroundOverdueCount',
  'coverageShare',
  'coverageDays',
  'taskCount',
  'taskOpenCount',
  'taskOverdueCount',
  'since',
  'moves',
  'betterCount',
  'worseCount',
] as const;
export type BulletinName = (typeof bulletinNames)[number];

/** What is filled in as a table; it stands in a line of its own. */
export const bulletinTables = [
  'townRanking',
  'lastVillages',
  'overdueVillages',
  'overdueTasks',
  'worsened',
  'changes',
] as const;
export type BulletinTable = (typeof bulletinTables)[number];

const most: Record<keyof BulletinTemplate, number> = {
  head: 60,
  number: 60,
  title: 120,
  addressee: 120,
  body: 20_000,
  signature: 120,
};
const placeholder = /\{([^{}]*)\}/g;

/** The table a line stands for; null for a line of text. */
export function tableOf(line: string): BulletinTable | null {
  const name = /^\{(\w+)\}$/.exec(line.trim())?.[1];
  return bulletinTables.find((one) => one === name) ?? null;
}

/** Puts values in place of their names; one that is not known stays as it is. */
export const filled = (text: string, values: Record<BulletinName, string>): string =>
  text.replaceAll(placeholder, (whole, name: string) => values[name as BulletinName] ?? whole);

/** What is wrong with a template: a name there is not, a brace left open, a table within a line of text, a part that is missing or too long. */
export function bulletinFaults(template: BulletinTemplate): Fault[] {
  return (Object.keys(most) as (keyof BulletinTemplate)[]).flatMap((part): Fault[] => {
    const field = `body.${part}`;
    const needed = part === 'head' || part === 'title' || part === 'body';
    return [
      ...textFaults(field, template[part], most[part], needed),
      ...template[part].split('\n').flatMap((line) => lineFaults(field, line, part === 'body')),
    ];
  });
}

function lineFaults(field: string, line: string, mayTable: boolean): Fault[] {
  if (mayTable && tableOf(line) !== null) return [];
  const names = [...line.matchAll(placeholder)].map(([, name = '']) => name);
  const odd = line.replaceAll(placeholder, '').match(/[{}]/)?.[0];
  return [
    ...(odd === undefined ? [] : [{ field, code: 'placeholder-open', value: line.trim().slice(0, 40) } as const]),
    ...names.flatMap((name): Fault[] => {
      if (bulletinTables.some((one) => one === name))
        return [{ field, code: 'placeholder-in-line', value: `{${name}}` }];
      return bulletinNames.some((one) => one === name)
        ? []
        : [{ field, code: 'placeholder-unknown', value: `{${name}}` }];
    }),
  ];
}

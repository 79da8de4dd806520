import { parseArgs } from 'node:util';
import { type ConfigurationFault, configurationFaults } from './words/configuration.message.ts';
import { fill, type Language } from './words/fill.ts';

/** An argument or variable that cannot be used, with the sentence to print before leaving with exit code 1. */
export interface ConfigurationProblem {
  fault: ConfigurationFault;
  sentence: string;
}

/** A command's arguments, read. */
export interface Arguments {
  /** What follows `--name`, or null where it is not given. */
  value(name: string): string | null;
  /** Whether the flag stands there. */
  flag(name: string): boolean;
  /** The words without dashes, in order. */
  words: string[];
  lang: Language;
  /** PostgreSQL's address from `DATABASE_URL`; null for the embedded store. */
  databaseUrl: string | null;
  problem(fault: ConfigurationFault, values?: Record<string, string>): ConfigurationProblem;
}

/** Options by name; `lacking` is the fault of one without its value, where it has a sentence of its own. */
type Options = Record<string, { type: 'string' | 'boolean'; lacking?: ConfigurationFault }>;

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;

/**
 * Reads `--name value`, `--name=value`, `--flag` and words, with the variables `DATABASE_URL`, `LC_ALL` and `LANG`; `--lang` is an option
 * of every command. Refuses an option not among `options` with the fault `unknown`, one without its value, another language than the
 * two, and a database address that is not PostgreSQL's.
 */
export function readArguments(
  argv: string[],
  env: NodeJS.ProcessEnv,
  { options, unknown }: { options: Options; unknown: ConfigurationFault },
): Arguments | ConfigurationProblem {
  const known: Options = { ...options, lang: text };
  const { values, tokens, positionals } = parseArgs({
    args: argv,
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const named = typeof values.lang === 'string' ? values.lang : null;
  const lang = languageOf(named, env);
  const problem: Arguments['problem'] = (fault, filled = {}) => ({
    fault,
    sentence: fill(configurationFaults[fault][lang ?? languageOf(null, env) ?? 'zh'], filled),
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!option || (option.type === 'boolean' && token.value !== undefined))
      return problem(unknown, { argument: argv[token.index] ?? token.rawName });
    const swallowed = !token.inlineValue && token.value?.startsWith('--');
    if (option.type === 'string' && (!token.value || swallowed))
      return problem(option.lacking ?? 'argument-without-value', { argument: token.rawName });
  }
  if (lang === null) return problem('language-unknown', { value: named ?? '' });
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) return problem('database-address-unknown');
  return {
    value: (name) => (typeof values[name] === 'string' ? values[name] : null),
    flag: (name) => values[name] === true,
    words: positionals,
    lang,
    databaseUrl,
    problem,
  };
}

/** Tells a problem from what was read. */
export function isProblem<T extends object>(read: T | ConfigurationProblem): read is ConfigurationProblem {
  return 'fault' in read;
}

/** Null when a language is named that the product does not have. Without one the surroundings decide; Chinese is the default. */
function languageOf(named: string | null, env: NodeJS.ProcessEnv): Language | null {
  if (named !== null) return named === 'zh' || named === 'en' ? named : null;
  return /^en/i.test(env.LC_ALL || env.LANG || '') ? 'en' : 'zh';
}

import { BlockList } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { readProxies } from './http/address.ts';
import { type RouteService, readRouteService } from './route-plan/roads/service.ts';
import { type ConfigurationFault, configurationFaults } from './words/configuration.message.ts';
import { fill, type Language } from './words/fill.ts';

/** How the server is started. Paths are absolute; `databaseUrl` null means the embedded store in `dataDir`. */
export interface Configuration {
  dataDir: string;
  port: number;
  host: string;
  databaseUrl: string | null;
  /** Start without the sample county. */
  empty: boolean;
  /** Login of the office account a one-time link is printed for; null for none. */
  officeLink: string | null;
  /** Files of the certificate and its key; null for plain HTTP. */
  tls: { cert: string; key: string } | null;
  /** Proxies whose word is taken on where a request came from. */
  proxies: BlockList;
  /** Names the server is served under, lower case; empty for every name. */
  names: string[];
  /** Folder a backup is made into each night, and the file of its key; null for none. */
  backup: { to: string; key: string } | null;
  /** Route server on the intranet; null: the county's own roads. */
  routeService: RouteService | null;
  lang: Language;
}

/** An argument or variable that cannot be used, with the sentence to print before leaving with exit code 1. */
export interface ConfigurationProblem {
  fault: ConfigurationFault;
  sentence: string;
}

export const defaultPort = 8321;
const defaultHost = '127.0.0.1';

/**
 * Reads the server's arguments (`--data DIR --port N --host H --tls CERT KEY --backup FOLDER --key FILE --route-service osrm|valhalla=URL --trusted-proxy ADDRESS[/n],… --host-name NAME,… --office-link LOGIN --empty --lang zh|en`, also `--port=N`) and the variables `DATABASE_URL`,
 * `PORT`, `HOST`, `LC_ALL`, `LANG`; arguments win. Refuses with a problem: an unknown argument, one without its value, a port out of
 * 1–65535, a database address that is not PostgreSQL's, a language other than the two.
 */
export function readConfiguration(argv: string[], env: NodeJS.ProcessEnv): Configuration | ConfigurationProblem {
  const { given, rest } = readArguments(
    argv,
    [
      '--data',
      '--port',
      '--host',
      '--lang',
      '--tls',
      '--backup',
      '--key',
      '--route-service',
      '--trusted-proxy',
      '--host-name',
      '--office-link',
    ],
    ['--empty'],
  );
  const lang = languageOf(given.get('--lang'), env);
  const problem = (fault: ConfigurationFault, values: Record<string, string> = {}): ConfigurationProblem => ({
    fault,
    sentence: fill(configurationFaults[fault][lang ?? languageOf(undefined, env) ?? 'zh'], values),
  });
  const cert = given.get('--tls');
  const key = cert === undefined ? undefined : rest.shift();
  if (given.has('--tls') && (cert === undefined || key === undefined || key.startsWith('--')))
    return problem('tls-incomplete');
  if (rest[0] !== undefined) return problem('argument-unknown', { argument: rest[0] });
  const empty = [...given].find(([, value]) => value === undefined);
  if (empty) return problem('argument-without-value', { argument: empty[0] });
  if (lang === null) return problem('language-unknown', { value: given.get('--lang') ?? '' });
  const portText = given.get('--port') ?? (env.PORT || String(defaultPort));
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : 0;
  if (port < 1 || port > 65_535) return problem('port-unusable', { value: portText });
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) return problem('database-address-unknown');
  const dataDir = resolve(given.get('--data') ?? '.data');
  const named = given.get('--route-service');
  const routeService = named === undefined ? null : readRouteService(named);
  if (named !== undefined && routeService === null) return problem('route-service-unknown', { value: named });
  const proxies = readProxies(given.get('--trusted-proxy') ?? 'none');
  if (given.has('--trusted-proxy') && proxies === null)
    return problem('proxy-malformed', { value: given.get('--trusted-proxy') ?? '' });
  const nightly = given.get('--backup');
  return {
    dataDir,
    port,
    host: given.get('--host') ?? (env.HOST || defaultHost),
    databaseUrl,
    empty: given.has('--empty'),
    officeLink: given.get('--office-link') ?? null,
    proxies: proxies ?? new BlockList(),
    names: (given.get('--host-name') ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    tls: cert !== undefined && key !== undefined ? { cert: resolve(cert), key: resolve(key) } : null,
    backup:
      nightly === undefined ? null : { to: resolve(nightly), key: resolve(given.get('--key') ?? `${dataDir}.key`) },
    routeService,
    lang,
  };
}

/** Tells a problem from a configuration. */
export function isProblem<T extends object>(read: T | ConfigurationProblem): read is ConfigurationProblem {
  return 'fault' in read;
}

/** How the import command is called. */
export interface ImportCall {
  paths: string[];
  dryRun: boolean;
  /** `EPSG:n`, `GCJ-02` or `BD-09` declared for files that do not say it; null when not declared. */
  crs: string | null;
  /** Answers to questions of an import before: numbers of visits, `early`, marks of venues such as `built-items`. */
  confirmed: string[];
  dataDir: string;
  databaseUrl: string | null;
  lang: Language;
}

/**
 * Reads `FOLDER|FILES… [--dry-run] [--crs EPSG:n] [--confirm NUMBERS|CODES] [--data DIR] [--lang zh|en]`. Refuses as {@link readConfiguration} does, and when no file
 * is named or the system of coordinates is neither `EPSG:` with a number nor one of the two of online maps.
 */
export function readImportCall(argv: string[], env: NodeJS.ProcessEnv): ImportCall | ConfigurationProblem {
  const { given, rest } = readArguments(argv, ['--data', '--crs', '--confirm', '--lang'], ['--dry-run']);
  const lang = languageOf(given.get('--lang'), env);
  const problem = (fault: ConfigurationFault, values: Record<string, string> = {}): ConfigurationProblem => ({
    fault,
    sentence: fill(configurationFaults[fault][lang ?? languageOf(undefined, env) ?? 'zh'], values),
  });
  const unknown = rest.find((word) => word.startsWith('--'));
  if (unknown !== undefined) return problem('import-argument-unknown', { argument: unknown });
  const empty = [...given].find(([, value]) => value === undefined);
  if (empty) return problem('argument-without-value', { argument: empty[0] });
  if (lang === null) return problem('language-unknown', { value: given.get('--lang') ?? '' });
  const crs = given.get('--crs') ?? null;
  if (crs !== null && !/^(EPSG:\d{4,6}|GCJ-?02|BD-?09)$/i.test(crs)) return problem('system-unknown', { value: crs });
  if (rest.length === 0) return problem('import-without-files');
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) return problem('database-address-unknown');
  return {
    paths: rest,
    dryRun: given.has('--dry-run'),
    crs: crs?.toUpperCase().replace(/^(GCJ|BD)-?/, '$1-') ?? null,
    confirmed: (given.get('--confirm') ?? '').split(/[,，]/).flatMap((word) => word.trim() || []),
    dataDir: resolve(given.get('--data') ?? '.data'),
    databaseUrl,
    lang,
  };
}

/** How the audit command is called. */
export type AuditCall = Pick<ImportCall, 'dataDir' | 'databaseUrl' | 'lang'>;

/** Reads `verify [--data DIR] [--lang zh|en]`. Refuses as {@link readConfiguration} does, and another word than `verify`. */
export function readAuditCall(argv: string[], env: NodeJS.ProcessEnv): AuditCall | ConfigurationProblem {
  const { given, rest } = readArguments(argv, ['--data', '--lang'], []);
  const lang = languageOf(given.get('--lang'), env);
  const problem = (fault: ConfigurationFault, values: Record<string, string> = {}): ConfigurationProblem => ({
    fault,
    sentence: fill(configurationFaults[fault][lang ?? languageOf(undefined, env) ?? 'zh'], values),
  });
  const unknown = rest[0] === 'verify' ? rest[1] : (rest[0] ?? '');
  if (unknown !== undefined) return problem('audit-argument-unknown', { argument: unknown });
  const empty = [...given].find(([, value]) => value === undefined);
  if (empty) return problem('argument-without-value', { argument: empty[0] });
  if (lang === null) return problem('language-unknown', { value: given.get('--lang') ?? '' });
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) return problem('database-address-unknown');
  return { dataDir: resolve(given.get('--data') ?? '.data'), databaseUrl, lang };
}

/** How the backup commands are called. */
export interface BackupCall {
  what: 'make' | 'verify' | 'restore';
  /** The backup named; null: the newest of `to`. */
  file: string | null;
  dataDir: string;
  databaseUrl: string | null;
  /** Folder of the backups. */
  to: string;
  /** File of the key. */
  key: string;
  lang: Language;
}

/**
 * Reads `[verify [FILE] | restore FILE] [--data DIR] [--to FOLDER] [--key FILE] [--lang zh|en]`. Backups go to the data folder's `backups` and the
 * key lies beside the data folder, unless named. Refuses as {@link readConfiguration} does.
 */
export function readBackupCall(argv: string[], env: NodeJS.ProcessEnv): BackupCall | ConfigurationProblem {
  const { given, rest } = readArguments(argv, ['--data', '--to', '--key', '--lang'], []);
  const lang = languageOf(given.get('--lang'), env);
  const problem = (fault: ConfigurationFault, values: Record<string, string> = {}): ConfigurationProblem => ({
    fault,
    sentence: fill(configurationFaults[fault][lang ?? languageOf(undefined, env) ?? 'zh'], values),
  });
  const what = rest[0] === 'verify' || rest[0] === 'restore' ? rest[0] : 'make';
  const [file, unknown] = what === 'make' ? [undefined, rest[0]] : [rest[1], rest[2]];
  if (unknown !== undefined) return problem('backup-argument-unknown', { argument: unknown });
  if (what === 'restore' && (file === undefined || !given.has('--data'))) return problem('restore-incomplete');
  const empty = [...given].find(([, value]) => value === undefined);
  if (empty) return problem('argument-without-value', { argument: empty[0] });
  if (lang === null) return problem('language-unknown', { value: given.get('--lang') ?? '' });
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) return problem('database-address-unknown');
  const dataDir = resolve(given.get('--data') ?? '.data');
  const to = resolve(given.get('--to') ?? (file === undefined ? join(dataDir, 'backups') : dirname(file)));
  return {
    what,
    file: file === undefined ? null : resolve(file),
    dataDir,
    databaseUrl,
    to,
    key: resolve(given.get('--key') ?? `${what === 'restore' ? '.data' : dataDir}.key`),
    lang,
  };
}

function readArguments(argv: string[], valued: string[], flags: string[]) {
  const given = new Map<string, string | undefined>();
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const [name, inline] = splitOnce(argv[i] as string);
    if (valued.includes(name)) {
      const next = argv[i + 1];
      if (inline !== undefined) given.set(name, inline || undefined);
      else if (next !== undefined && !next.startsWith('--')) given.set(name, argv[++i]);
      else given.set(name, undefined);
    } else if (flags.includes(name) && inline === undefined) given.set(name, '');
    else rest.push(argv[i] as string);
  }
  return { given, rest };
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return word.startsWith('--') && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, undefined];
}

/** Null when a language is named that the product does not have. Without one the surroundings decide; Chinese is the default. */
function languageOf(named: string | undefined, env: NodeJS.ProcessEnv): Language | null {
  if (named !== undefined) return named === 'zh' || named === 'en' ? named : null;
  return /^en/i.test(env.LC_ALL || env.LANG || '') ? 'en' : 'zh';
}

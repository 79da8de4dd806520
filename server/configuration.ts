import { BlockList } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { type ConfigurationProblem, flag, isProblem, readArguments, text } from './arguments.ts';
import { readProxies } from './http/address.ts';
import { type RouteService, readRouteService } from './http/route-service.ts';
import type { Language } from './words/fill.ts';
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

const defaultPort = 8321;
const defaultHost = '127.0.0.1';

const serverOptions = {
  data: text,
  port: text,
  host: text,
  tls: { ...text, lacking: 'tls-incomplete' },
  backup: text,
  key: text,
  'route-service': text,
  'trusted-proxy': text,
  'host-name': text,
  'office-link': text,
  empty: flag,
} as const;

/**
 * Reads the server's arguments (`--data DIR --port N --host H --tls CERT KEY --backup FOLDER --key FILE --route-service osrm|valhalla=URL --trusted-proxy ADDRESS[/n],… --host-name NAME,… --office-link LOGIN --empty --lang zh|en`, also `--port=N`) and the variables `DATABASE_URL`,
 * `PORT`, `HOST`, `LC_ALL`, `LANG`; arguments win. Refuses with a problem: an unknown argument, one without its value, a port out of
 * 1–65535, a database address that is not PostgreSQL's, a language other than the two.
 */
export function readConfiguration(argv: string[], env: NodeJS.ProcessEnv): Configuration | ConfigurationProblem {
  const read = readArguments(argv, env, { options: serverOptions, unknown: 'argument-unknown' });
  if (isProblem(read)) return read;
  const { value, problem, lang, databaseUrl } = read;
  const cert = value('tls');
  const [key, stray] = cert === null ? [undefined, read.words[0]] : read.words;
  if (cert !== null && key === undefined) return problem('tls-incomplete');
  if (stray !== undefined) return problem('argument-unknown', { argument: stray });
  const portText = value('port') ?? (env.PORT || String(defaultPort));
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : 0;
  if (port < 1 || port > 65_535) return problem('port-unusable', { value: portText });
  const dataDir = resolve(value('data') ?? '.data');
  const named = value('route-service');
  const routeService = named === null ? null : readRouteService(named);
  if (named !== null && routeService === null) return problem('route-service-unknown', { value: named });
  const trusted = value('trusted-proxy');
  const proxies = readProxies(trusted ?? 'none');
  if (trusted !== null && proxies === null) return problem('proxy-malformed', { value: trusted });
  const nightly = value('backup');
  return {
    dataDir,
    port,
    host: value('host') ?? (env.HOST || defaultHost),
    databaseUrl,
    empty: read.flag('empty'),
    officeLink: value('office-link'),
    proxies: proxies ?? new BlockList(),
    names: (value('host-name') ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    tls: cert !== null && key !== undefined ? { cert: resolve(cert), key: resolve(key) } : null,
    backup: nightly === null ? null : { to: resolve(nightly), key: resolve(value('key') ?? `${dataDir}.key`) },
    routeService,
    lang,
  };
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
  const read = readArguments(argv, env, {
    options: { data: text, crs: text, confirm: text, 'dry-run': flag },
    unknown: 'import-argument-unknown',
  });
  if (isProblem(read)) return read;
  const { value, problem, words, lang, databaseUrl } = read;
  const crs = value('crs');
  if (crs !== null && !/^(EPSG:\d{4,6}|GCJ-?02|BD-?09)$/i.test(crs)) return problem('system-unknown', { value: crs });
  if (words.length === 0) return problem('import-without-files');
  return {
    paths: words,
    dryRun: read.flag('dry-run'),
    crs: crs?.toUpperCase().replace(/^(GCJ|BD)-?/, '$1-') ?? null,
    confirmed: (value('confirm') ?? '').split(/[,，]/).flatMap((word) => word.trim() || []),
    dataDir: resolve(value('data') ?? '.data'),
    databaseUrl,
    lang,
  };
}

/** How the audit command is called. */
export type AuditCall = Pick<ImportCall, 'dataDir' | 'databaseUrl' | 'lang'>;

/** Reads `verify [--data DIR] [--lang zh|en]`. Refuses as {@link readConfiguration} does, and another word than `verify`. */
export function readAuditCall(argv: string[], env: NodeJS.ProcessEnv): AuditCall | ConfigurationProblem {
  const read = readArguments(argv, env, { options: { data: text }, unknown: 'audit-argument-unknown' });
  if (isProblem(read)) return read;
  const { value, problem, words, lang, databaseUrl } = read;
  const unknown = words[0] === 'verify' ? words[1] : (words[0] ?? '');
  if (unknown !== undefined) return problem('audit-argument-unknown', { argument: unknown });
  return { dataDir: resolve(value('data') ?? '.data'), databaseUrl, lang };
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
  const read = readArguments(argv, env, {
    options: { data: text, to: text, key: text },
    unknown: 'backup-argument-unknown',
  });
  if (isProblem(read)) return read;
  const { value, problem, words, lang, databaseUrl } = read;
  const what = words[0] === 'verify' || words[0] === 'restore' ? words[0] : 'make';
  const [file, unknown] = what === 'make' ? [undefined, words[0]] : [words[1], words[2]];
  if (unknown !== undefined) return problem('backup-argument-unknown', { argument: unknown });
  if (what === 'restore' && (file === undefined || value('data') === null)) return problem('restore-incomplete');
  const dataDir = resolve(value('data') ?? '.data');
  const to = resolve(value('to') ?? (file === undefined ? join(dataDir, 'backups') : dirname(file)));
  return {
    what,
    file: file === undefined ? null : resolve(file),
    dataDir,
    databaseUrl,
    to,
    key: resolve(value('key') ?? `${what === 'restore' ? '.data' : dataDir}.key`),
    lang,
  };
}

import { readFileSync } from 'node:fs';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { isProblem } from './arguments.ts';
import { RefusalLog } from './audit/refusals.ts';
import { backUpNightly } from './backup/nightly.ts';
import { adoptDefaults } from './campaign/default-store.ts';
import { presentClockFault } from './change/clock-watch.ts';
import { lastSeq } from './change/view-at.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { checkBeside } from './db/check-file.ts';
import { clockOf } from './db/clock.ts';
import { openStore, type Store } from './db/open.ts';
import { readSetting } from './db/setting.ts';
import { StartProblem } from './db/start-problem.ts';
import { http2Limits, serveHttp2 } from './http/http2.ts';
import { connectionLimits, limitConnections, mostConnections, mostConnectionsOfAddress } from './http/limits.ts';
import { portProblem } from './http/port.ts';
import { RequestLog } from './http/request-log.ts';
import { importSample } from './import/import-sample.ts';
import { addSamplePeople } from './import/sample-people.message.ts';
import { LiveHub } from './live/hub.ts';
import { paperQueueOf } from './paper/job/queue.ts';
import { nameRouteService } from './route-plan/roads/service.ts';
import { readySearch } from './search/search-answer.ts';
import type { AccountLink } from './user/answer.ts';
import { linkForOffice } from './user/office-link.ts';
import { offerSetUp } from './user/session/set-up.ts';
import { createUsers } from './user/users.ts';
import { withDaysSaid } from './words/day.message.ts';
import { fill, type Language } from './words/fill.ts';
import { saidAtStart, startSentences } from './words/start.message.ts';

const root = join(import.meta.dirname, '..');

/** Starts the product: opens the store, brings in the sample county where there is none, serves page and API, prints the address. */
async function start(): Promise<void> {
  const configuration = readConfiguration(process.argv.slice(2), process.env);
  if (isProblem(configuration)) return leave(configuration.sentence);
  const { lang } = configuration;
  const taken = await portProblem(configuration.port, configuration.host);
  if (taken) return leave(fill(startSentences[taken][lang], { port: configuration.port }));
  let store: Store;
  try {
    store = await openStore(configuration);
  } catch (problem) {
    if (!(problem instanceof StartProblem)) throw problem;
    return leave(fill(startSentences[problem.code][lang], problem.values));
  }
  await adoptDefaults(store);
  if (!configuration.empty && (await lastSeq(store)) === 0) {
    process.stdout.write(`${saidAtStart.sample[lang]}\n`);
    const fault = await importSample(store, join(root, 'geodata/sample/files'), lang);
    if (fault !== null) {
      await store.close();
      return leave(fault);
    }
  }
  if ((await readSetting(store, 'sample')) === 'yes') await addSamplePeople(store);
  await sayClock(store, lang);
  let tls: { cert: Buffer; key: Buffer } | null = null;
  try {
    tls = configuration.tls && {
      cert: readFileSync(configuration.tls.cert),
      key: readFileSync(configuration.tls.key),
    };
    if (tls) createSecureContext(tls);
  } catch {
    await store.close();
    return leave(fill(startSentences['tls-unusable'][lang], { ...configuration.tls }));
  }
  const { officeLink: login } = configuration;
  const officeLink = login === null ? null : await linkForOffice(store, login);
  if (login !== null && officeLink === null) {
    await store.close();
    return leave(fill(startSentences['office-link-unknown'][lang], { login }));
  }
  listen(store, configuration, { tls, setUp: await offerSetUp(store), officeLink });
}

/** Says at the start what is wrong with the clock. */
async function sayClock(store: Store, lang: Language): Promise<void> {
  const fault = await presentClockFault(store);
  if (fault === null) return;
  const values = { today: (await clockOf(store)).today(), hours: Math.round(fault.byMs / 3_600_000) };
  process.stdout.write(`${fill(saidAtStart[`clock-${fault.is}`][lang], withDaysSaid(values, lang))}\n`);
}

interface Opened {
  tls: { cert: Buffer; key: Buffer } | null;
  /** One-time token of the first account; null when there is one. */
  setUp: string | null;
  /** The link asked for by `--office-link`; null for none. */
  officeLink: AccountLink | null;
}

function listen(store: Store, configuration: Configuration, { tls, setUp, officeLink }: Opened): void {
  nameRouteService(store, configuration.routeService);
  const { port, host, lang, backup } = configuration;
  const nightly = backup && backUpNightly(configuration, backup);
  const { proxies, names } = configuration;
  const users = createUsers(store, { secure: tls !== null });
  const live = new LiveHub(store);
  const log = new RequestLog(store.dataDir);
  const turnedAway = new RefusalLog(store);
  const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const app = createApp({
    store,
    distFolder: join(root, 'dist'),
    startedAt: new Date(),
    version,
    whoAsks: users.whoAsks,
    users,
    live,
    log,
    turnedAway,
    servedAs: {
      ...{ tls: tls !== null, proxies, names },
      unnamedProxy: (address) =>
        void process.stdout.write(`${fill(saidAtStart['proxy-unnamed'][lang], { address })}\n`),
    },
  });
  const listener = { fetch: app.fetch, port, hostname: host };
  const server = serve(
    tls
      ? {
          ...listener,
          createServer: createSecureServer,
          serverOptions: { ...connectionLimits, ...http2Limits, ...tls },
        }
      : { ...listener, serverOptions: connectionLimits },
  );
  const breakOff = tls ? serveHttp2(server as Http2SecureServer) : () => undefined;
  if ('maxConnections' in server) server.maxConnections = mostConnections;
  limitConnections(server, mostConnectionsOfAddress, proxies);
  server.once('listening', () => {
    const addresses = addressesOf(host).map((address) => `${tls ? 'https' : 'http'}://${address}:${port}`);
    setTimeout(readySearch, 200, store).unref();
    checkBeside(store).catch((problem: unknown) => console.error('the file was not checked', problem));
    process.stdout.write(`${fill(saidAtStart.ready[lang], { address: addresses.join('  ') })}\n`);
    if (setUp !== null)
      process.stdout.write(`${fill(saidAtStart['set-up'][lang], { address: `${addresses[0]}/set-up#${setUp}` })}\n`);
    if (officeLink !== null) {
      const values = { login: configuration.officeLink ?? '', address: `${addresses[0]}${officeLink.address}` };
      process.stdout.write(`${fill(saidAtStart['office-link'][lang], values)}\n`);
    }
    if (!tls && host !== '127.0.0.1') process.stdout.write(`${saidAtStart['plain-http'][lang]}\n`);
  });
  server.once('error', (problem: NodeJS.ErrnoException) => {
    const code = problem.code === 'EACCES' ? 'port-not-allowed' : 'port-taken';
    store.close().finally(() => leave(fill(startSentences[code][lang], { port })));
  });
  const stop = () => {
    live.close();
    turnedAway.end();
    nightly?.stop();
    const papers = paperQueueOf(store).close();
    server.close(() =>
      papers
        .then(() => users.guard.keep(store).catch(() => undefined))
        .then(() => store.close())
        .finally(() => process.exit(0)),
    );
    breakOff();
    if ('closeAllConnections' in server) server.closeAllConnections();
    setTimeout(() => process.exit(0), 3_000).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
}

/** This machine's own name, and where others on the intranet find it when the server listens to them. */
function addressesOf(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host === '127.0.0.1' ? 'localhost' : host];
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  return ['localhost', ...others];
}

function leave(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
  process.exit(1);
}

await start();

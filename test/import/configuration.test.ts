import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isProblem, readConfiguration, readImportCall } from '../../server/configuration.ts';

describe('how the server is started', () => {
  test('without arguments: .data, port 8321, this machine only, Chinese', () => {
    const read = readConfiguration([], {});
    if (isProblem(read)) throw new Error(read.sentence);
    const { proxies, ...rest } = read;
    expect(proxies.rules).toEqual([]);
    expect(rest).toEqual({
      dataDir: resolve('.data'),
      port: 8321,
      host: '127.0.0.1',
      names: [],
      databaseUrl: null,
      empty: false,
      officeLink: null,
      tls: null,
      backup: null,
      routeService: null,
      lang: 'zh',
    });
  });
  test('arguments win over variables', () => {
    const read = readConfiguration(['--port=9000', '--data', 'x', '--empty'], { PORT: '1', LANG: 'en_US.UTF-8' });
    expect(read).toMatchObject({ port: 9000, dataDir: resolve('x'), empty: true, lang: 'en' });
  });
  test.each([
    [['--port', '0'], {}, 'port-unusable', '“0”'],
    [['--port', '65536'], {}, 'port-unusable', '65536'],
    [['--port', '80a'], {}, 'port-unusable', '80a'],
    [[], { PORT: 'x' }, 'port-unusable', '“x”'],
    [['--port'], {}, 'argument-without-value', '--port'],
    [['--office-link'], {}, 'argument-without-value', '--office-link'],
    [['--route-service', 'google=http://x'], {}, 'route-service-unknown', 'google=http://x'],
    [['--route-service', 'osrm=ftp://x'], {}, 'route-service-unknown', 'osrm=ftp://x'],
    [['--tls', 'a.crt'], {}, 'tls-incomplete', '--tls'],
    [['--tls', 'a.crt', '--empty'], {}, 'tls-incomplete', '--tls'],
    [['--data', '--empty'], {}, 'argument-without-value', '--data'],
    [['--verbose'], {}, 'argument-unknown', '--verbose'],
    [['folder'], {}, 'argument-unknown', 'folder'],
    [['--lang', 'fr'], {}, 'language-unknown', 'fr'],
    [[], { DATABASE_URL: 'mysql://x' }, 'database-address-unknown', 'DATABASE_URL'],
  ])('%j %j is answered by a sentence', (argv, env, fault, names) => {
    const read = readConfiguration(argv, env);
    expect(isProblem(read) && read.fault).toBe(fault);
    expect(isProblem(read) && read.sentence).toContain(names);
  });
  test.each([1, 65_535])('port %d is one', (port) => {
    expect(readConfiguration(['--port', String(port)], {})).toMatchObject({ port });
  });
});

describe('how the import is called', () => {
  test('files, folder, dry run and a declared system', () => {
    expect(readImportCall(['a.zip', 'b', '--dry-run', '--crs', 'epsg:4547', '--data=d'], {})).toEqual({
      paths: ['a.zip', 'b'],
      dryRun: true,
      crs: 'EPSG:4547',
      confirmed: [],
      dataDir: resolve('d'),
      databaseUrl: null,
      lang: 'zh',
    });
  });
  test('answers given beforehand: numbers of visits, one after another', () => {
    const read = readImportCall(['a', '--confirm', 'DC2026-180，DC2026-181, early'], {});
    expect(read).toMatchObject({ confirmed: ['DC2026-180', 'DC2026-181', 'early'] });
  });
  test.each(['GCJ-02', 'bd09'])('%s of online maps can be declared', (crs) => {
    expect(readImportCall(['a', '--crs', crs], {})).toMatchObject({ crs: crs === 'bd09' ? 'BD-09' : 'GCJ-02' });
  });
  test.each([
    [[], 'import-without-files'],
    [['--dry'], 'import-argument-unknown'],
    [['a', '--crs', '4547'], 'system-unknown'],
    [['a', '--crs'], 'argument-without-value'],
  ])('%j is answered by a sentence', (argv, fault) => {
    const read = readImportCall(argv, {});
    expect(isProblem(read) && read.fault).toBe(fault);
  });
});

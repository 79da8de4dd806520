import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isProblem } from '../../server/arguments.ts';
import { readAuditCall, readBackupCall, readConfiguration, readImportCall } from '../../server/configuration.ts';
import { readStart } from '../../server/prepare.mjs';

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
    [['--tls', '--empty'], {}, 'tls-incomplete', '--tls'],
    [['--tls', 'a.crt', 'a.key', 'b.key'], {}, 'argument-unknown', 'b.key'],
    [['--data', '--empty'], {}, 'argument-without-value', '--data'],
    [['--data='], {}, 'argument-without-value', '--data'],
    [['--data', ''], {}, 'argument-without-value', '--data'],
    [['--lang'], {}, 'argument-without-value', '--lang'],
    [['--empty=yes'], {}, 'argument-unknown', '--empty=yes'],
    [['--no-empty'], {}, 'argument-unknown', '--no-empty'],
    [['--__proto__', 'x'], {}, 'argument-unknown', '--__proto__'],
    [['-p', '9000'], {}, 'argument-unknown', '-p'],
    [['--verbose'], {}, 'argument-unknown', '--verbose'],
    [['folder'], {}, 'argument-unknown', 'folder'],
    [['--lang', 'fr'], {}, 'language-unknown', 'fr'],
    [[], { DATABASE_URL: 'mysql://x' }, 'database-address-unknown', 'DATABASE_URL'],
  ])('%j %j is answered by a sentence', (argv, env, fault, names) => {
    const read = readConfiguration(argv, env);
    expect(isProblem(read) && read.fault).toBe(fault);
    expect(isProblem(read) && read.sentence).toContain(names);
  });
  test('every option there is', () => {
    const words =
      '--data d --host 0.0.0.0 --tls a.crt a.key --backup b --key k --route-service osrm=http://r --trusted-proxy loopback --host-name A,b --lang en';
    expect(readConfiguration(words.split(' '), {})).toMatchObject({
      dataDir: resolve('d'),
      host: '0.0.0.0',
      tls: { cert: resolve('a.crt'), key: resolve('a.key') },
      backup: { to: resolve('b'), key: resolve('k') },
      routeService: { kind: 'osrm' },
      names: ['a', 'b'],
      lang: 'en',
    });
  });
  test('given twice, the last holds', () => {
    expect(readConfiguration(['--port', '1', '--port=2'], {})).toMatchObject({ port: 2 });
  });
  test.each([1, 65_535])('port %d is one', (port) => {
    expect(readConfiguration(['--port', String(port)], {})).toMatchObject({ port });
  });
});

describe('what a start reads first', () => {
  test.each([
    [[], {}, { lang: 'zh', development: false, given: [] }],
    [[], { LANG: 'en_GB.UTF-8' }, { lang: 'en' }],
    [['--lang=zh'], { LANG: 'en_GB.UTF-8' }, { lang: 'zh', given: ['--lang=zh'] }],
    [['--lang', 'en'], {}, { lang: 'en', given: ['--lang', 'en'] }],
    [['en'], {}, { lang: 'zh', given: ['en'] }],
    [['--dev', '--port', '1'], {}, { development: true, given: ['--port', '1'] }],
  ])('%j %j', (argv, env, read) => expect(readStart(argv, env)).toMatchObject(read));
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
    [['a', '--port', '1'], 'import-argument-unknown'],
  ])('%j is answered by a sentence', (argv, fault) => {
    const read = readImportCall(argv, {});
    expect(isProblem(read) && read.fault).toBe(fault);
  });
});

describe('how a backup is called', () => {
  test.each([
    [[], { what: 'make', file: null, to: resolve('.data/backups'), key: resolve('.data.key') }],
    [['--data', 'd', '--to=t', '--key', 'k'], { what: 'make', to: resolve('t'), key: resolve('k') }],
    [['verify'], { what: 'verify', file: null, to: resolve('.data/backups') }],
    [['verify', 'f/x'], { what: 'verify', file: resolve('f/x'), to: resolve('f') }],
    [['restore', 'f/x', '--data', 'n'], { what: 'restore', dataDir: resolve('n'), key: resolve('.data.key') }],
  ])('%j', (argv, call) => expect(readBackupCall(argv, {})).toMatchObject(call));
  test.each([
    [['--dry-run'], 'backup-argument-unknown'],
    [['make'], 'backup-argument-unknown'],
    [['verify', 'a', 'b'], 'backup-argument-unknown'],
    [['restore', 'a'], 'restore-incomplete'],
    [['restore', '--data', 'd'], 'restore-incomplete'],
    [['--to'], 'argument-without-value'],
  ])('%j is answered by a sentence', (argv, fault) => expect(readBackupCall(argv, {})).toMatchObject({ fault }));
});

describe('how the audit is called', () => {
  test('verify, and the folder', () =>
    expect(readAuditCall(['verify', '--data', 'd', '--lang=en'], {})).toEqual({
      dataDir: resolve('d'),
      databaseUrl: null,
      lang: 'en',
    }));
  test.each([[[]], [['read']], [['verify', 'x']], [['verify', '--port=1']]])('%j is answered by a sentence', (argv) =>
    expect(readAuditCall(argv, {})).toMatchObject({ fault: 'audit-argument-unknown' }),
  );
});

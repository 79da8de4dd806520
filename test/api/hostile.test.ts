import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { createUsers } from '../../server/user/users.ts';
import { eachEngine } from '../store/engines.ts';
import { describedOperations, type Operation, type Schema } from './described-operations.ts';
import { fillCounty } from './small-county.ts';

/** What an address may be spoilt with, as it is sent. */
const addresses = [
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%E0%A4%A',
  '..%2F..%2Fetc%2Fpasswd',
  '__proto__',
  'constructor',
  '-1',
  '99999999999999999999',
  '%27%20or%201=1--',
  '%25_%25',
  'x'.repeat(3000),
];
/** What takes the place of a value, as it stands in JSON. */
const texts = [String.raw`"\u0000"`, String.raw`"甲\ud800乙"`, '"__proto__"', `"${'长'.repeat(60_000)}"`, '7', 'null'];
const numbers = ['2147483648', '9007199254740993', '-1', '1e308', '0.1', '1e999', '"1"', 'null'];
const lists = [
  `[${'null,'.repeat(2000)}null]`,
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  '{"__proto__":{"polluted":true}}',
];

/** Long searches and what runs on after its answer are asked by their own tests. */
const apart = /\/live|\/solve|\/backup/;

/** A body that is right by its schema, or nearly. */
function rightBody(schema: Schema, schemas: Record<string, Schema>, name = ''): unknown {
  const known = schema.$ref ? schemas[schema.$ref.split('/').at(-1) ?? ''] : undefined;
  if (known) return rightBody(known, schemas, name);
  const [first] = schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [];
  if (first) return rightBody(first, schemas, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, value]) => [key, rightBody(value, schemas, key)]),
    );
  if (type === 'array') return schema.items ? [rightBody(schema.items, schemas, name)] : [];
  if (type === 'number' || type === 'integer') return 1;
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return textFor(schema, name);
}

let made = 0;
function textFor({ format, pattern }: Schema, name: string): string {
  if (format === 'uuid') {
    made += 1;
    return `01989999-9999-7999-8999-${String(made).padStart(12, '0')}`;
  }
  if (pattern?.includes('0-9a-f]{0,64}')) return '';
  if (/on$|day|date/i.test(name)) return '2026-10-30';
  return /code|place/i.test(name) ? '990100000003' : '一组';
}

/** The body as text with one value after the other replaced by each of what may stand in its place. */
function spoilt(value: unknown): string[] {
  if (Array.isArray(value)) return [...lists, ...value.flatMap((one) => spoilt(one).map((text) => `[${text}]`))];
  if (value === null || typeof value !== 'object') return typeof value === 'number' ? numbers : texts;
  const whole = Object.entries(value).map(([key, one]) => [JSON.stringify(key), JSON.stringify(one)] as const);
  const written = (at: number, text: string) =>
    `{${whole.map(([key, one], own) => `${key}:${own === at ? text : one}`).join(',')}}`;
  return [
    ...lists,
    written(-1, '').replace('{', `{"__proto__":{"polluted":true}${whole.length > 0 ? ',' : ''}`),
    ...Object.values(value).flatMap((one, at) => spoilt(one).map((text) => written(at, text))),
  ];
}

eachEngine('whatever is sent', (open) => {
  let app: ReturnType<typeof createApp>;
  let operations: Operation[];
  let schemas: Record<string, Schema>;
  const faults: string[] = [];

  beforeAll(async () => {
    const store = await open();
    await fillCounty(store);
    const users = createUsers(store, { secure: false });
    const whoAsks = async () => ({ ...officeViewer, id: 'office' });
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks, users });
    ({ operations, schemas } = describedOperations(app));
    operations = operations.filter(({ path }) => !apart.test(path));
  });
  beforeEach(() => {
    faults.length = 0;
    vi.spyOn(console, 'error').mockImplementation((...said) => {
      faults.push(said.map(String).join(' ').slice(0, 300));
    });
    return () => vi.restoreAllMocks();
  });

  const named = (path: string) =>
    path
      .replaceAll('{code}', '990100000003')
      .replaceAll('{id}', 'venue-schedule')
      .replaceAll('{kind}', 'checklist')
      .replaceAll(/\{\w+\}/g, '01989999-9999-7999-8999-000000000000');
  const send = async ({ method }: Operation, address: string, body?: string) => {
    const length = String(Buffer.byteLength(body ?? ''));
    const headers = { origin: 'http://county', host: 'county', 'content-type': 'application/json' };
    const sent =
      method === 'GET' ? {} : { method, headers: { ...headers, 'content-length': length }, body: body ?? '' };
    const { status } = await app.request(`http://county${address}`, sent);
    if (status >= 500) faults.push(`${method} ${address.slice(0, 80)} ${status} ${body?.slice(0, 120)}`);
  };

  test('in an address, it is refused or answered, and is no fault of the server', async () => {
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      const right = named(operation.path);
      for (const bad of addresses) {
        const places = operation.path.split('/').flatMap((part, at) => (part.startsWith('{') ? [at] : []));
        for (const at of places) await send(operation, right.split('/').with(at, bad).join('/'));
        for (const name of operation.query) await send(operation, `${right}?${name}=${bad}`);
      }
    }
    for (const bad of addresses)
      for (const folder of ['tiles', 'files', 'assets', 'screen'])
        expect((await app.request(`http://county/${folder}/${bad}`)).status, bad).not.toBe(500);
    expect(faults).toEqual([]);
  });

  test('in a body, field by field, it is refused or kept, and is no fault of the server', async () => {
    for (const operation of operations) {
      if (operation.body === null) continue;
      const right = rightBody(operation.body, schemas);
      for (const body of spoilt(right)) await send(operation, named(operation.path), body);
    }
    expect(faults).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  describe('a form', () => {
    test.each([String.raw`"\u0000"`, String.raw`"\ud800"`, String.raw`"甲\u0007"`])(
      '%s is refused as text',
      async (bad) => {
        const body = `{"id":"01989999-9999-7999-8999-000000099999","base":"","values":{"a":{"name":${bad},"post":null,"unit":null,"workPhone":null}}}`;
        const length = String(Buffer.byteLength(body));
        const headers = {
          origin: 'http://county',
          host: 'county',
          'content-type': 'application/json',
          'content-length': length,
        };
        const answer = await app.request('http://county/api/places/990100000003/forms/responsible', {
          method: 'PUT',
          headers,
          body,
        });
        expect(answer.status).toBe(400);
        expect(await answer.text()).toContain('text-unprintable');
      },
    );
  });
});

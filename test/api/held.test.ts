import type { RouteHandler } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { type Answered, versionedJson } from '../../server/http/answer.ts';
import { reading, sending, streaming, writing } from '../../server/request/described.ts';

const answer = z.object({ name: z.string(), villages: z.number().nullable() });
type Answer = z.infer<typeof answer>;
const about = { summary: '', action: 'look', params: {} } as const;
const read = reading({ ...about, path: '/read', query: {}, answer });
const write = writing({ ...about, path: '/write', method: 'post', body: z.strictObject({}), answer });
const send = sending({ ...about, path: '/send', query: {}, media: 'image/png' });
const stream = streaming({ ...about, path: '/stream', method: 'post', body: z.strictObject({}), events: z.string() });

type Reader = RouteHandler<typeof read>;
type Writer = RouteHandler<typeof write>;
const versioned = <Given extends object>(given: Given) => versionedJson({} as Context, '', async () => given);
type Versioned<Given extends object> = () => ReturnType<typeof versioned<Given>>;
type Given<Body> = () => Answered<Body>;

/** The compiler is the judge: a line that no longer holds is an error of the types, which the check looks through. */
describe('a handler gives what its route says', () => {
  test('the answer as described passes, for reads kept by version, reads anew and writes', () => {
    expectTypeOf<Versioned<Answer>>().toExtend<Reader>();
    expectTypeOf<Given<Answer>>().toExtend<Reader>();
    expectTypeOf<Given<Answer>>().toExtend<Writer>();
  });
  test('a version the client has passes for any answer', () => {
    expectTypeOf<Given<never>>().toExtend<Reader>();
  });
  test('a field of another type passes for no handler', () => {
    expectTypeOf<Versioned<{ name: number; villages: null }>>().not.toExtend<Reader>();
    expectTypeOf<Versioned<{ name: null; villages: null }>>().not.toExtend<Reader>();
    expectTypeOf<Given<{ name: number; villages: null }>>().not.toExtend<Writer>();
  });
  test('a missing field passes for no handler', () => {
    expectTypeOf<Versioned<{ name: string }>>().not.toExtend<Reader>();
    expectTypeOf<Given<{ name: string }>>().not.toExtend<Writer>();
  });
  test('a response that does not say what it carries passes for no handler', () => {
    expectTypeOf<() => Response>().not.toExtend<Reader>();
    expectTypeOf<() => Promise<Response>>().not.toExtend<Reader>();
    expectTypeOf<() => Response>().not.toExtend<Writer>();
  });
  test('what is no JSON is sent as a response of its own', () => {
    expectTypeOf<() => Response>().toExtend<RouteHandler<typeof send>>();
    expectTypeOf<() => Promise<Response>>().toExtend<RouteHandler<typeof stream>>();
  });
  test('a route keeps its path and method as they are written, for the page to look them up', () => {
    expectTypeOf<(typeof read)['path']>().toEqualTypeOf<'/read'>();
    expectTypeOf<(typeof write)['path']>().toEqualTypeOf<'/write'>();
    expectTypeOf<(typeof write)['method']>().toEqualTypeOf<'post'>();
  });
});

import { describe, expect, expectTypeOf, test } from 'vitest';
import type { TasksAnswer } from '../../server/task/answer.ts';
import { address, ask, send } from '../../web/api.ts';

describe('the address of a route', () => {
  test('parameters stand where the path names them, the others in the query', () => {
    expect(address('/places/{code}/history', { code: '990127', before: '7', lang: 'en' })).toBe(
      '/api/places/990127/history?before=7&lang=en',
    );
    expect(address('/route-plans/{plan}/files/{kind}', { plan: 'p1', kind: 'gpx' })).toBe(
      '/api/route-plans/p1/files/gpx',
    );
  });
  test('what is null or left out is not asked', () => {
    expect(address('/ranking.xlsx', { asOf: null, since: undefined, lang: 'zh' })).toBe('/api/ranking.xlsx?lang=zh');
    expect(address('/tasks', {})).toBe('/api/tasks');
  });
  test.each([
    ['a/b', 'a%2Fb'],
    ['云岫', '%E4%BA%91%E5%B2%AB'],
    ['x?y#z', 'x%3Fy%23z'],
    ['{code}', '%7Bcode%7D'],
  ])('a parameter of the path stays one part of it: %s', (code, part) => {
    expect(address('/places/{code}/history', { code })).toBe(`/api/places/${part}/history`);
  });
  test('what stands in the query is written for it', () => {
    expect(address('/search', { q: 'a&b=c 云' })).toBe('/api/search?q=a%26b%3Dc+%E4%BA%91');
  });
});

/** The compiler is the judge: a line that no longer holds is an error of the types, which the check looks through. */
describe('a call of the page is checked against its route', () => {
  type Asks = Parameters<typeof ask<'/places/{code}/history'>>[1];
  type Moves = Parameters<typeof send<'POST', '/tasks/{task}/move'>>;
  test('the answer is what the route describes, by its address alone', () => {
    expectTypeOf(ask<'/tasks'>).returns.resolves.toEqualTypeOf<TasksAnswer>();
    expectTypeOf(send<'PUT', '/tasks/{task}'>).returns.resolves.toEqualTypeOf<{ seq: number }>();
  });
  test('no address passes that no route has, by that method', () => {
    expectTypeOf<'/places/{code}/histories'>().not.toExtend<Parameters<typeof ask>[0]>();
    expectTypeOf<'/tasks/{task}/move'>().not.toExtend<Parameters<typeof ask>[0]>();
    expectTypeOf<'/tasks'>().not.toExtend<Parameters<typeof send<'POST', '/tasks/{task}/move'>>[1]>();
  });
  test('a file is addressed and not asked: it carries no JSON', () => {
    expectTypeOf<'/audit.xlsx'>().not.toExtend<Parameters<typeof ask>[0]>();
    expectTypeOf<'/audit.xlsx'>().toExtend<Parameters<typeof address>[0]>();
  });
  test('no parameter passes that is missing, unknown or of another type', () => {
    expectTypeOf<{ code: string }>().toExtend<Asks>();
    expectTypeOf<object>().not.toExtend<Asks>();
    expectTypeOf<{ code: number }>().not.toExtend<Asks>();
    expectTypeOf<{ code: string; lang: 'fr' }>().not.toExtend<Asks>();
    expectTypeOf<keyof Asks>().toEqualTypeOf<'code' | 'asOf' | 'lang' | 'before'>();
  });
  test('no body passes that the route would refuse for its fields', () => {
    const moved = { id: '', to: 'closed', note: null, dueOn: null, meeting: null } as const;
    expectTypeOf<typeof moved>().toExtend<Moves[3]>();
    expectTypeOf<Omit<typeof moved, 'note'>>().not.toExtend<Moves[3]>();
    expectTypeOf<Omit<typeof moved, 'to'> & { to: 'lost' }>().not.toExtend<Moves[3]>();
  });
});

import { describe, expect, test } from 'vitest';
import { type Register, registerSchema } from '../../server/register/declaration.ts';
import { day, type defineRegister, flag } from '../../server/register/define.ts';
import { type RecordValues, recordFaults, stateOf } from '../../server/register/rules.ts';
import { villageCommittee } from '../../server/register/shipped/village-committee.register.ts';
import { everyKind } from './pieces.ts';

const on = '2026-10-30';

describe('a register', () => {
  test.each([villageCommittee, everyKind])('$id survives JSON', (one) =>
    expect(registerSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one),
  );

  test.each<[string, (one: Register) => void, string]>([
    ['a state asks of a field there is not', (one) => put(one, { is: 'set', field: 'nobody' }), 'states.done: nobody'],
    ['… of one every object has', (one) => put(one, { is: 'set', field: 'constructor' }), 'states.done: constructor'],
    ['a day is asked of a text', (one) => put(one, { is: 'reached', field: 'note' }), 'states.done: note'],
    [
      'an option there is not',
      (one) => put(one, { is: 'among', field: 'grade', options: ['best'] }),
      'states.done: best',
    ],
    ['a limit there is not', (one) => put(one, { is: 'most', field: 'years', than: { limit: 'x' } }), 'states.done: x'],
    [
      'two states of one id',
      (one) => void one.states.push(one.states[0] as Register['states'][number]),
      'states.2: done',
    ],
    ['a goal of a state there is not', (one) => void one.goal.states.push('never'), 'goal: never'],
    [
      'a sentence with a hole',
      (one) => void Object.assign(one.states[0]?.why ?? {}, { en: '{nobody}' }),
      'states.done.why: nobody',
    ],
    ['a day worked out from itself', (one) => work(one, 'endsOn', 'warnOn'), 'fields.endsOn: endsOn'],
    ['a day worked out from a text', (one) => work(one, 'endsOn', 'note'), 'fields.endsOn: note'],
    ['a state called silent', (one) => void Object.assign(one.states[0] ?? {}, { id: 'silent' }), 'states.0: silent'],
    [
      'more than 200 nodes',
      (one) => {
        const many = Array.from({ length: 50 }, () => ({ is: 'set' as const, field: 'note' }));
        put(one, { is: 'all', of: Array.from({ length: 4 }, () => ({ is: 'all' as const, of: many })) });
      },
      'states: 206',
    ],
  ])('is refused where %s, with the part that is wrong', (_, spoil, said) => {
    const one = JSON.parse(JSON.stringify(everyKind)) as Register;
    spoil(one);
    const { error } = registerSchema.safeParse(one);
    expect(error?.issues.map(({ message }) => message)).toContain(said);
  });

  test('a wrong field, condition or limit does not compile', () => {
    const fields = { on: day('日期', 'Date'), done: flag('完成', 'Done') };
    type Asked = Parameters<Parameters<typeof defineRegister<typeof fields, 'near'>>[0]['states']>[0];
    type Knows<Key, Of> = Key extends Of ? true : false;
    // Each line compiles only where the type says so.
    const known: Knows<'isWithin', keyof Asked['on']> & Knows<'near', Parameters<Asked['on']['isWithin']>[0]> = true;
    const dayOfFlag: Knows<'isReached', keyof Asked['done']> = false;
    const otherLimit: Knows<'far', Parameters<Asked['on']['isWithin']>[0]> = false;
    const otherField: Knows<'off', keyof Asked> = false;
    const flagAsDay: Knows<'done', Parameters<Asked['on']['isBefore']>[0]> = false;
    expect([known, dayOfFlag, otherLimit, otherField, flagAsDay]).toEqual([true, false, false, false, false]);
  });
});

/** Sets the condition of a register's first state. */
function put(one: Register, when: Register['states'][number]['when']): void {
  Object.assign(one.states[0] ?? {}, { when });
}
/** Works a day out from another. */
function work(one: Register, id: string, from: string): void {
  Object.assign(one.fields[id]?.kind ?? {}, { from });
}

describe('a village committee on 30 October 2026', () => {
  const judged = (values: RecordValues | null) =>
    stateOf(villageCommittee, values, { on, limits: villageCommittee.limits })?.id ?? 'silent';
  test.each<[string, RecordValues | null, string]>([
    ['of which nothing was reported', null, 'silent'],
    ['elected', { lastOn: '2021-10-01', term: 'y5', electedOn: '2026-10-12' }, 'elected'],
    ['elected, its last election left blank', { electedOn: '2026-10-12' }, 'elected'],
    ['of whose last election nothing is known', { term: 'y5' }, 'unclear'],
    ['whose term was left blank', { lastOn: '2021-10-01' }, 'silent'],
    ['whose term ends today', { lastOn: '2021-10-30', term: 'y5' }, 'near'],
    ['whose term ended yesterday', { lastOn: '2021-10-29', term: 'y5' }, 'overdue'],
    ['whose term ended, extended until today', { lastOn: '2021-08-01', term: 'y5', extendedTo: on }, 'extended'],
    ['whose extension ended yesterday', { lastOn: '2021-08-01', term: 'y5', extendedTo: '2026-10-29' }, 'overdue'],
    ['on the day of the reminder', { lastOn: '2022-04-30', term: 'y5' }, 'near'],
    ['the day before it', { lastOn: '2022-05-01', term: 'y5' }, 'term'],
    ['elected three years ago for three', { lastOn: '2023-11-15', term: 'y3' }, 'near'],
  ])('%s', (_, values, id) => {
    const blanks = values && { extendedTo: null, electedOn: null, reason: null, ...values };
    expect(judged(blanks)).toBe(id);
  });

  const faults = (values: RecordValues) =>
    recordFaults(villageCommittee, values, { on, limits: villageCommittee.limits }).map(
      ({ field, code }) => `${field} ${code}`,
    );
  test.each<[string, RecordValues, string[]]>([
    ['nothing', { lastOn: '2022-05-01', term: 'y5' }, []],
    ['a term expired without a reason', { lastOn: '2021-08-01', term: 'y5' }, ['reason missing']],
    ['elected before the last election', { lastOn: '2026-10-02', electedOn: '2026-10-01' }, ['electedOn day-before']],
    ['elected on a day to come', { lastOn: '2022-05-01', electedOn: '2026-10-31' }, ['electedOn day-to-come']],
    [
      'extended by more than a year',
      { lastOn: '2022-05-01', term: 'y5', extendedTo: '2028-05-02' },
      ['extendedTo day-after'],
    ],
    ['extended by a year', { lastOn: '2022-05-01', term: 'y5', extendedTo: '2028-05-01' }, []],
    ['a term of four years', { term: 'y4' }, ['term item-unknown']],
    ['a field there is not', { members: 30 }, ['members item-unknown']],
    ['a day that is worked out', { dueOn: '2027-05-01' }, ['dueOn item-unknown']],
  ])('wrong with it is %s', (_, values, found) => expect(faults(values)).toEqual(found));
});

describe('a field of each kind', () => {
  const faults = (values: RecordValues) =>
    recordFaults(everyKind, { begunOn: '2026-10-01', ...values }, { on, limits: everyKind.limits }).map(
      ({ field, code }) => `${field} ${code}`,
    );
  test.each<[RecordValues, string[]]>([
    [{}, []],
    [{ begunOn: null }, ['begunOn missing']],
    [{ begunOn: '2026-10-31' }, ['begunOn day-to-come']],
    [{ begunOn: '2026-02-30' }, ['begunOn day-not-real']],
    [{ plannedOn: '2030-01-01' }, []],
    [{ note: '字'.repeat(20) }, []],
    [{ note: '字'.repeat(21) }, ['note too-long']],
    [{ note: 5 }, ['note item-unknown']],
    [{ years: 0 }, ['years number-out']],
    [{ years: 10 }, []],
    [{ years: 2.5 }, ['years number-out']],
    [{ years: '3' }, ['years number-out']],
    [{ grade: 'toString' }, ['grade item-unknown']],
    [{ shared: 'yes' }, ['shared item-unknown']],
    [{ spent: -1 }, ['spent money-malformed']],
    [{ spent: 0 }, []],
    [{ six: { place: true } }, []],
    [{ six: { other: true } }, ['six item-unknown']],
    [{ six: {} }, []],
  ])('%j', (values, found) => expect(faults(values)).toEqual(found));
});

import {
  checklist,
  choice,
  day,
  defineRegister,
  flag,
  money,
  state,
  text,
  whole,
  workedDay,
} from '../../server/register/define.ts';

/** A register with a field of every kind. */
export const everyKind = defineRegister({
  id: 'every-kind',
  title: ['各类字段', 'Every kind'],
  ledger: ['各类字段台账', 'Ledger of every kind'],
  about: 'village',
  fields: {
    note: text('说明', 'Note', { most: 20 }),
    begunOn: day('开工日期', 'Begun on', { done: true, needed: true }),
    plannedOn: day('计划日期', 'Planned for'),
    years: whole('年限', 'Years', { least: 1, most: 10, unit: ['年', 'years'] }),
    endsOn: workedDay('期满日期', 'Ends on', 'begunOn', { years: 'years' }),
    warnOn: workedDay('提醒日期', 'Reminder', 'endsOn', { monthsBefore: { limit: 'warnMonths' } }),
    grade: choice('等次', 'Grade', { good: ['好', 'Good'], fair: ['一般', 'Fair'], poor: ['差', 'Poor'] }),
    shared: flag('共建', 'Shared'),
    spent: money('金额', 'Amount'),
    six: checklist('六有', 'Six haves', { place: ['有场所', 'Place'], flag: ['有党旗', 'Flag'] }),
  },
  limits: { warnMonths: 6, days: 10, least: 3 },
  states: ({ six, begunOn }) => [
    state('done', ['达标', 'Met'], ['done', ['达', 'M']], six.isComplete, ['{begunOn}达标。', 'Met on {begunOn}.']),
    state('begun', ['已开工', 'Begun'], ['steady', ['开', 'B']], begunOn.isSet, [
      '{begunOn}开工。',
      'Begun on {begunOn}.',
    ]),
  ],
  goal: { states: ['done'], target: 0.8 },
});

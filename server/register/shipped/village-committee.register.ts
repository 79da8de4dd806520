import { all, choice, day, defineRegister, not, state, text, workedDay } from '../define.ts';

/** 村（居）民委员会换届台账 — when a village committee's term ends, and when it was elected. One running record a village. */
export const villageCommittee = defineRegister({
  id: 'village-committee',
  title: ['村（居）民委员会换届', 'Village committee elections'],
  ledger: ['村（居）民委员会换届台账', 'Village committee election ledger'],
  about: 'village',
  fields: {
    lastOn: day('本届产生日期', 'Last elected', {
      done: true,
      headers: ['上次换届时间', '上届换届时间', '上次换届日期'],
    }),
    term: choice(
      '任期（年）',
      'Term (years)',
      { y3: ['3年', '3 years'], y5: ['5年', '5 years'] },
      { headers: ['任期'] },
    ),
    dueOn: workedDay('届满日期', 'Term ends', 'lastOn', { years: 'term' }),
    remindOn: workedDay('提醒日期', 'Reminder', 'dueOn', { monthsBefore: { limit: 'remindMonths' } }),
    latestOn: workedDay('延期最晚至', 'Latest extension', 'dueOn', { monthsAfter: { limit: 'extensionMonths' } }),
    extendedTo: day('批准延期至', 'Extended to'),
    electedOn: day('选举日期', 'Elected on', { done: true, headers: ['完成换届日期', '换届完成时间'] }),
    reason: text('未按期换届原因', 'Reason for delay', { headers: ['未换届原因'] }),
  },
  limits: { remindMonths: 6, extensionMonths: 12 },
  states: ({ lastOn, dueOn, remindOn, extendedTo, electedOn }) => [
    state('elected', ['已换届', 'Elected'], ['done', ['换', 'E']], electedOn.isSet, [
      '{electedOn}完成换届选举。',
      'Elected on {electedOn}.',
    ]),
    state('unclear', ['底数不清（无本届日期）', 'Last election unknown'], ['late', ['底', 'U']], lastOn.isEmpty, [
      '未填报本届产生日期，届满日期无法推算。',
      'The last election is left blank, so the end of the term cannot be worked out.',
    ]),
    state(
      'extended',
      ['已批准延期', 'Extension approved'],
      ['near', ['延', 'X']],
      all(extendedTo.isSet, not(extendedTo.isPast())),
      ['{dueOn}届满，已批准延期至{extendedTo}。', 'The term ended on {dueOn}; extended to {extendedTo}.'],
    ),
    state('overdue', ['届满未换届', 'Term expired, not elected'], ['overdue', ['超', 'O']], dueOn.isPast(), [
      '{dueOn}届满，尚未换届。',
      'The term ended on {dueOn} without an election.',
    ]),
    state(
      'near',
      ['{remindMonths}个月内届满', 'Term ends within {remindMonths} months'],
      ['near', ['临', 'N']],
      remindOn.isReached,
      ['{dueOn}届满，已到提醒日期（{remindOn}）。', 'The term ends on {dueOn}; the reminder was due on {remindOn}.'],
    ),
    state('term', ['任期内', 'In term'], ['steady', ['任', 'T']], dueOn.isSet, [
      '任期至{dueOn}。',
      'In term until {dueOn}.',
    ]),
  ],
  checks: ({ dueOn, extendedTo, electedOn, reason }) => [
    electedOn.notBefore('lastOn'),
    extendedTo.notBefore('dueOn'),
    extendedTo.notAfter('latestOn'),
    reason.neededWhen(dueOn.isPast()),
  ],
  goal: { states: ['elected', 'term'], target: 1 },
});

import { daysBetween } from '../../calendar/rules.ts';
import { type CoverageLimits, type CoverageState, coverageOf, lastVisit } from '../../inspection/rules.ts';
import { visitLevelTitles } from '../../inspection/visit-level.message.ts';
import { counted, dayText, reportedText, sentence } from '../../words/phrase.message.ts';
import type { Text } from '../../words/text.ts';
import type { Layer } from '../layer.ts';

/** 督查覆盖率 — the one name of the share of villages visited within the window; two layers count it. */
export const coverageTitle: Text = {
  zh: '督查覆盖率（{visitWindowDays}天内）',
  en: 'Covered within {visitWindowDays} {visitWindowDays|day|days}',
};

/** The limits a visit so many days ago lies between. */
function withinText(
  state: Exclude<CoverageState, 'never'>,
  { visitFreshDays: fresh, visitDueDays: due, visitWindowDays: window }: CoverageLimits,
): Text {
  switch (state) {
    case 'fresh':
      return { zh: `未超过${fresh}天`, en: `within ${fresh} days` };
    case 'due':
      return { zh: `超过${fresh}天、未超过${due}天`, en: `more than ${fresh} days, within ${due}` };
    case 'window':
      return { zh: `超过${due}天、未超过${window}天`, en: `more than ${due} days, within ${window}` };
    case 'older':
      return { zh: `超过${window}天`, en: `more than ${window} days` };
  }
}

/** 督查覆盖 — the main layer of inspections: how long ago the last visit was. */
export const inspectionCoverage: Layer = {
  id: 'inspection-coverage',
  theme: 'inspection',
  parent: null,
  level: 'village',
  title: { zh: '督查覆盖', en: 'Inspection coverage' },
  definition: {
    zh: '距最近一次督查（省、市、县、镇任一级）的天数：{visitFreshDays}天内、{afterVisitFreshDays}至{visitDueDays}天、{afterVisitDueDays}至{visitWindowDays}天、超过{visitWindowDays}天；从未督查的单列。计划中的督查不算。',
    en: 'Days since the last visit made by any level: within {visitFreshDays}, {afterVisitFreshDays}–{visitDueDays}, {afterVisitDueDays}–{visitWindowDays}, more than {visitWindowDays}; never visited apart. Planned visits do not count.',
  },
  source: { zh: '督查记录', en: 'Inspection log' },
  unit: { zh: '天', en: 'days' },
  classes: [
    {
      id: 'fresh',
      title: { zh: '{visitFreshDays}天内', en: 'Within {visitFreshDays} {visitFreshDays|day|days}' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '新', en: 'W' },
    },
    {
      id: 'due',
      title: { zh: '{afterVisitFreshDays}至{visitDueDays}天', en: '{afterVisitFreshDays}–{visitDueDays} days' },
      lamp: 'good',
      hatch: 'rising',
      letter: { zh: '近', en: 'A' },
    },
    {
      id: 'window',
      title: { zh: '{afterVisitDueDays}至{visitWindowDays}天', en: '{afterVisitDueDays}–{visitWindowDays} days' },
      lamp: 'steady',
      hatch: 'level',
      letter: { zh: '中', en: 'F' },
    },
    {
      id: 'older',
      title: { zh: '超过{visitWindowDays}天', en: 'More than {visitWindowDays} {visitWindowDays|day|days}' },
      lamp: 'near',
      hatch: 'falling',
      letter: { zh: '久', en: 'M' },
    },
    {
      id: 'never',
      title: { zh: '从未督查', en: 'Never visited' },
      lamp: 'late',
      hatch: 'cross',
      letter: { zh: '无', en: 'N' },
    },
  ],
  touches: ['visit', 'edition'],
  judge({ visits }, { on, thresholds }) {
    const found = coverageOf(visits, on, thresholds);
    const last = lastVisit(visits, on);
    if (last === null || found === 'never')
      return {
        class: 'never',
        value: null,
        why: sentence('截至{day}尚未督查。（来源：督查记录）', 'Not visited as of {day} (source: inspection log).', {
          day: dayText(on),
        }),
      };
    const days = daysBetween(last.occurredOn, on);
    const values = {
      day: dayText(last.occurredOn),
      days,
      count: counted(days, 'day'),
      level: visitLevelTitles[last.level],
      limit: withinText(found, thresholds),
      source: reportedText('inspection', last.reportedOn),
    };
    const why =
      days === 0
        ? sentence('今天（{day}）{level}督查。{source}', 'Visited today ({day}) by the {level}{source}.', values)
        : sentence(
            '最近一次是{day}的{level}督查，距今{days}天，{limit}。{source}',
            'Last visited on {day} by the {level}, {count} ago: {limit}{source}.',
            values,
          );
    return { class: found, value: days, why };
  },
  rollUp: {
    title: coverageTitle,
    classes: ['fresh', 'due', 'window'],
    outside: [],
    target: 1,
    better: 'more',
  },
  kpis: [
    {
      id: 'inspection-covered',
      title: { zh: '累计督查村', en: 'Ever visited' },
      classes: ['fresh', 'due', 'window', 'older'],
      better: 'more',
    },
    {
      id: 'inspection-never',
      title: { zh: '从未督查的村', en: 'Villages never visited' },
      classes: ['never'],
      better: 'less',
    },
  ],
};

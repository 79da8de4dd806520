import { silent, silentText } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';
import { reportedClasses, reportedVerdict } from '../reported-classes.message.ts';

/** 报送时效 — how long ago each venue was last reported on, whatever the report said. */
export const venueReported: Layer = {
  id: 'venue-reported',
  theme: 'venue',
  parent: 'venue-schedule',
  level: 'village',
  title: { zh: '阵地报送时效', en: 'Age of the village centre report' },
  definition: {
    zh: '阵地建设台账上次报送距今的天数：{reportStaleDays}天以内为近期报送，超过{reportStaleDays}天为久未报送，从未报送的单列。',
    en: 'Days since the village centre was last reported on: within {reportStaleDays}, or more than {reportStaleDays} (not heard from); never reported shown separately.',
  },
  source: { zh: '各镇阵地建设台账', en: 'Village centre ledgers of the towns' },
  unit: { zh: '天', en: 'days' },
  classes: [...reportedClasses, silent],
  touches: ['venue', 'edition'],
  judge({ venue }, standard) {
    if (venue === null) return { class: 'silent', value: null, why: silentText('venue', standard.on) };
    return reportedVerdict('venue', venue.reportedOn, standard);
  },
  rollUp: {
    title: {
      zh: '阵地建设{reportStaleDays}天内报送率',
      en: 'Village centres reported within {reportStaleDays} {reportStaleDays|day|days}',
    },
    classes: ['recent'],
    outside: [],
    target: 1,
    better: 'more',
  },
  kpis: [
    {
      id: 'venue-stale',
      title: { zh: '阵地久未报送', en: 'Village centres not heard from' },
      classes: ['stale'],
      better: 'less',
    },
  ],
};

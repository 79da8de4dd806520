import { turnaroundOf } from '../../organisation/rules.ts';
import { dayText, reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';
import { reportedClasses, reportedVerdict } from '../reported-classes.message.ts';

/** 整顿报送时效 — how long ago each weak organisation not yet signed off was last reported on. */
export const organisationReported: Layer = {
  id: 'organisation-reported',
  theme: 'organisation',
  parent: 'organisation-turnaround',
  level: 'village',
  title: { zh: '整顿报送时效', en: 'Age of the overhaul report' },
  definition: {
    zh: '未销号的后进党组织上次报送距今的天数：{reportStaleDays}天以内为近期报送，超过{reportStaleDays}天为久未报送；未列为后进和已销号的不计，从未报送的单列。',
    en: 'Days since a weak organisation not yet signed off was last reported on: within {reportStaleDays}, or more than {reportStaleDays} (not heard from); others do not count; never reported shown separately.',
  },
  source: { zh: '党组织台账', en: 'Organisation ledgers' },
  unit: { zh: '天', en: 'days' },
  classes: [
    {
      id: 'none',
      title: { zh: '未列为后进或已销号', en: 'Not listed, or signed off' },
      lamp: 'outside',
      hatch: 'level',
      letter: { zh: '无', en: 'N' },
    },
    ...reportedClasses,
    silent,
  ],
  touches: ['organisation', 'edition'],
  judge({ organisation }, standard) {
    const { on } = standard;
    // Not screened is not reported, on this layer as on the overhaul itself: “not listed” is for who was looked at.
    if (organisation === null || turnaroundOf(organisation, on) === 'silent')
      return { class: 'silent', value: null, why: silentText('organisation', on) };
    const { turnaround, reportedOn } = organisation;
    const signedOff = turnaround !== null && turnaround.signedOffOn !== null && turnaround.signedOffOn <= on;
    if (turnaround !== null && !signedOff) return reportedVerdict('organisation', reportedOn, standard);
    const values = { day: dayText(on), source: reportedText('organisation', reportedOn) };
    const why = signedOff
      ? sentence(
          '截至{day}，后进党组织已销号，不计。{source}',
          'Signed off as of {day}, so it does not count{source}.',
          values,
        )
      : sentence(
          '截至{day}，未列为后进党组织，不计。{source}',
          'Not listed as of {day}, so it does not count{source}.',
          values,
        );
    return { class: 'none', value: null, why };
  },
  rollUp: {
    title: {
      zh: '后进整顿{reportStaleDays}天内报送率',
      en: 'Overhauls reported within {reportStaleDays} {reportStaleDays|day|days}',
    },
    classes: ['recent'],
    outside: ['none'],
    target: 1,
    better: 'more',
  },
  kpis: [
    {
      id: 'organisation-stale',
      title: { zh: '整顿久未报送', en: 'Overhauls not heard from' },
      classes: ['stale'],
      better: 'less',
    },
  ],
};

import { turnaroundOf } from '../../organisation/rules.ts';
import { fields } from '../../words/field/rules.ts';
import { dayText, reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';
import { notBackwardNow } from '../not-backward.message.ts';

/** 认定级别 — by whom an organisation was listed as weak, signed-off ones apart. */
export const organisationNamed: Layer = {
  id: 'organisation-named',
  theme: 'organisation',
  parent: 'organisation-turnaround',
  level: 'village',
  title: fields.namedBy,
  definition: {
    zh: '后进党组织的认定级别（市定、县定），已销号的单列；不定比例、应整尽整。',
    en: 'Whether the city or the county listed the organisation as weak; those signed off are shown separately. No quota.',
  },
  source: { zh: '党组织台账', en: 'Organisation ledger' },
  unit: null,
  classes: [
    ...notBackwardNow,
    {
      id: 'county',
      title: fields.namedByCounty,
      lamp: 'near',
      hatch: 'rising',
      letter: { zh: '县', en: 'A' },
    },
    {
      id: 'city',
      title: fields.namedByCity,
      lamp: 'late',
      hatch: 'cross',
      letter: { zh: '市', en: 'M' },
    },
    silent,
  ],
  touches: ['organisation'],
  judge({ organisation }, { on }) {
    const state = turnaroundOf(organisation, on);
    if (organisation === null || state === 'silent')
      return { class: 'silent', value: null, why: silentText('organisation', on) };
    const source = reportedText('organisation', organisation.reportedOn);
    const { turnaround } = organisation;
    if (turnaround === null)
      return {
        class: 'none',
        value: null,
        why: sentence('未列为后进党组织。{source}', 'Not listed as weak{source}.', { source }),
      };
    if (turnaround.signedOffOn !== null) {
      const values = { day: dayText(turnaround.signedOffOn), source };
      return {
        class: 'signed-off',
        value: null,
        why: sentence('{day}已销号。{source}', 'Signed off on {day}{source}.', values),
      };
    }
    const day =
      turnaround.namedOn === null
        ? { zh: '', en: '' }
        : sentence('{day}', ' on {day}', { day: dayText(turnaround.namedOn) });
    return turnaround.namedBy === 'city'
      ? {
          class: 'city',
          value: null,
          why: sentence('{day}认定为市定后进党组织。{source}', 'Listed as weak by the city{day}{source}.', {
            day,
            source,
          }),
        }
      : {
          class: 'county',
          value: null,
          why: sentence('{day}认定为县定后进党组织。{source}', 'Listed as weak by the county{day}{source}.', {
            day,
            source,
          }),
        };
  },
  rollUp: {
    title: { zh: '销号率', en: 'Signed off' },
    classes: ['signed-off'],
    outside: ['none', 'silent'],
    target: 1,
    better: 'more',
  },
  kpis: [],
};

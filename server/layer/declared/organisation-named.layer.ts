import { turnaroundOf } from '../../organisation/rules.ts';
import { dayText, reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';

/** 认定级别 — by whom an organisation was named backward, signed-off ones apart. */
export const organisationNamed: Layer = {
  id: 'organisation-named',
  theme: 'organisation',
  parent: 'organisation-turnaround',
  level: 'village',
  title: { zh: '认定级别', en: 'Named by' },
  definition: {
    zh: '后进党组织由市定还是县定；已销号的单列。“应整尽整”，不设名额。',
    en: 'Whether city or county named the organisation backward; those signed off apart. All that are, no quota.',
  },
  source: { zh: '党组织台账', en: 'Organisation ledger' },
  unit: null,
  classes: [
    {
      id: 'none',
      title: { zh: '未列为后进', en: 'Not backward' },
      lamp: 'none',
      hatch: 'none',
      letter: { zh: '正', en: 'N' },
    },
    {
      id: 'signed-off',
      title: { zh: '已销号', en: 'Signed off' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '销', en: 'S' },
    },
    {
      id: 'county',
      title: { zh: '县定', en: 'Named by the county' },
      lamp: 'near',
      hatch: 'rising',
      letter: { zh: '县', en: 'A' },
    },
    {
      id: 'city',
      title: { zh: '市定', en: 'Named by the city' },
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
        why: sentence('未列为后进党组织。{source}', 'Not named backward.{source}', { source }),
      };
    if (turnaround.signedOffOn !== null) {
      const values = { day: dayText(turnaround.signedOffOn), source };
      return {
        class: 'signed-off',
        value: null,
        why: sentence('{day}已销号。{source}', 'Signed off on {day}.{source}', values),
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
          why: sentence('{day}由市里认定为后进党组织。{source}', 'Named backward by the city{day}.{source}', {
            day,
            source,
          }),
        }
      : {
          class: 'county',
          value: null,
          why: sentence('{day}由县里认定为后进党组织。{source}', 'Named backward by the county{day}.{source}', {
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

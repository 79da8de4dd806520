import { acceptanceOf } from '../../venue/rules.ts';
import { dayText, reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';

/** 达标验收 — which of the two departments has accepted. */
export const venueAcceptance: Layer = {
  id: 'venue-acceptance',
  theme: 'venue',
  parent: 'venue-schedule',
  level: 'village',
  title: { zh: '达标验收', en: 'Acceptance' },
  definition: {
    zh: '组织部与财政局分别逐村验收，两部门均合格才算验收合格；目标是阵地建设清零、不漏一村。',
    en: 'Accepted when both departments have signed off the village. Goal: none outstanding.',
  },
  source: { zh: '各镇阵地建设台账（两部门验收日期）', en: 'Village centre ledgers (dates of both departments)' },
  unit: null,
  classes: [
    {
      id: 'both',
      title: { zh: '两部门验收合格', en: 'Accepted by both departments' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '验', en: 'A' },
    },
    {
      id: 'organisation',
      title: { zh: '仅组织部验收', en: 'Organisation dept. only' },
      lamp: 'good',
      hatch: 'rising',
      letter: { zh: '组', en: 'O' },
    },
    {
      id: 'finance',
      title: { zh: '仅财政局验收', en: 'Finance bureau only' },
      lamp: 'steady',
      hatch: 'falling',
      letter: { zh: '财', en: 'F' },
    },
    {
      id: 'awaiting',
      title: { zh: '两部门均未验收', en: 'Accepted by neither' },
      lamp: 'near',
      hatch: 'level',
      letter: { zh: '待', en: 'B' },
    },
    {
      id: 'not-yet',
      title: { zh: '未建成', en: 'Not yet built' },
      lamp: 'none',
      hatch: 'none',
      letter: { zh: '建', en: 'N' },
    },
    silent,
  ],
  touches: ['venue'],
  judge({ venue }, { on }) {
    if (venue === null) return { class: 'silent', value: null, why: silentText('venue', on) };
    const state = acceptanceOf(venue);
    const { organisationAcceptedOn: first, financeAcceptedOn: second } = venue;
    const source = reportedText('venue', venue.reportedOn);
    const values = { first: first ? dayText(first) : '', second: second ? dayText(second) : '', source };
    const why = {
      both:
        first && second
          ? sentence(
              '组织部{first}、财政局{second}验收合格。{source}',
              'Accepted by the organisation department on {first} and by the finance bureau on {second}{source}.',
              values,
            )
          : sentence(
              '台账报送为“验收合格”，未填两部门验收日期。{source}',
              'Reported as accepted, without the dates of the two departments{source}.',
              values,
            ),
      organisation: sentence(
        '组织部{first}已验收，财政局尚未验收。{source}',
        'Accepted by the organisation department on {first}, not yet by the finance bureau{source}.',
        values,
      ),
      finance: sentence(
        '财政局{second}已验收，组织部尚未验收。{source}',
        'Accepted by the finance bureau on {second}, not yet by the organisation department{source}.',
        values,
      ),
      awaiting: sentence(
        '已建成，两部门均未验收。{source}',
        'Built, accepted by neither department yet{source}.',
        values,
      ),
      'not-yet': sentence(
        '尚未建成，未到验收阶段。{source}',
        'Not built yet, so not ready for acceptance{source}.',
        values,
      ),
    }[state];
    return { class: state, value: null, why };
  },
  rollUp: { title: { zh: '验收合格率', en: 'Accepted' }, classes: ['both'], outside: [], target: 1, better: 'more' },
  kpis: [
    {
      id: 'venue-awaiting',
      title: { zh: '已建成、未全部验收合格', en: 'Built, not accepted by both' },
      classes: ['organisation', 'finance', 'awaiting'],
      better: 'less',
    },
  ],
};

import { linkageVisits } from '../inspection/rules.ts';
import type { Layer } from './layer.ts';
import { dayText, sentence } from './phrase.message.ts';

/** 包抓督查 — whether the linked county leader made this month's visits to his town. A layer of towns. */
export const inspectionLinkage: Layer = {
  id: 'inspection-linkage',
  theme: 'inspection',
  parent: 'inspection-coverage',
  level: 'town',
  title: { zh: '包抓领导到镇督查', en: 'Linked leader’s visits' },
  definition: {
    zh: '包抓县级领导每月到所包镇督查不少于{linkageVisitsPerMonth}次（次数由县里按版本设定），按当月已实施、由其带队的督查计。',
    en: 'The county leader linked to a town visits it at least {linkageVisitsPerMonth} times a month (the county sets the number): visits made this month that he led.',
  },
  source: { zh: '督查记录、联系包抓表', en: 'Inspection log and linkage list' },
  unit: { zh: '次', en: 'visits' },
  largerIsBetter: true,
  classes: [
    {
      id: 'kept',
      title: { zh: '当月已达标', en: 'Kept this month' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '达', en: 'K' },
    },
    {
      id: 'part',
      title: { zh: '当月去过，未达标', en: 'Some, not enough' },
      lamp: 'near',
      hatch: 'rising',
      letter: { zh: '差', en: 'S' },
    },
    {
      id: 'none',
      title: { zh: '当月未去', en: 'None this month' },
      lamp: 'late',
      hatch: 'cross',
      letter: { zh: '无', en: 'N' },
    },
    {
      id: 'unlinked',
      title: { zh: '没有包抓领导', en: 'No linked leader' },
      lamp: 'outside',
      hatch: 'level',
      letter: { zh: '—', en: 'O' },
    },
  ],
  touches: ['visit', 'linkage', 'edition'],
  judge({ visits, linkage }, { on, thresholds, personName }) {
    if (linkage === null)
      return {
        class: 'unlinked',
        value: null,
        why: sentence(
          '截至{day}，联系包抓表中没有该镇的包抓领导。',
          'By {day} the linkage list names no leader for this town.',
          { day: dayText(on) },
        ),
      };
    const made = linkageVisits(visits, linkage.leaderId, on);
    const count = made.length;
    const due = thresholds.linkageVisitsPerMonth;
    const values = { day: dayText(on), count, due, name: personName(linkage.leaderId) ?? '—' };
    const why = sentence(
      '包抓领导{name}截至{day}当月到镇督查{count}次，应不少于{due}次。（来源：督查记录、联系包抓表）',
      '{name}, linked to this town, made {count} of {due} visits this month by {day} (source: inspection log, linkage list).',
      values,
    );
    return { class: count >= due ? 'kept' : count > 0 ? 'part' : 'none', value: count, why };
  },
  rollUp: {
    title: { zh: '达标镇占比', en: 'Towns kept' },
    classes: ['kept'],
    outside: ['unlinked'],
    target: 1,
    better: 'more',
  },
  kpis: [],
};

import { lastVisit, openFindings } from '../../inspection/rules.ts';
import { counted, dayText, sentence } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';

/** 未销号问题 — findings of inspections that are still open. */
export const inspectionFindings: Layer = {
  id: 'inspection-findings',
  theme: 'inspection',
  parent: 'inspection-coverage',
  level: 'village',
  title: { zh: '未销号问题', en: 'Open findings' },
  definition: {
    zh: '历次督查在该村发现、截至当日尚未销号的问题个数；从未督查的村不计。',
    en: 'Findings of all visits to the village not signed off by the day; villages never visited do not count.',
  },
  source: { zh: '督查记录', en: 'Inspection log' },
  unit: { zh: '个', en: 'findings' },
  classes: [
    {
      id: 'clear',
      title: { zh: '无未销号问题', en: 'None open' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '清', en: 'N' },
    },
    { id: 'few', title: { zh: '1至2个', en: '1–2' }, lamp: 'near', hatch: 'rising', letter: { zh: '少', en: '1' } },
    {
      id: 'many',
      title: { zh: '3个及以上', en: '3 and more' },
      lamp: 'late',
      hatch: 'cross',
      letter: { zh: '多', en: '3' },
    },
    {
      id: 'never',
      title: { zh: '从未督查', en: 'Never visited' },
      lamp: 'outside',
      hatch: 'level',
      letter: { zh: '无', en: 'E' },
    },
  ],
  touches: ['visit'],
  judge({ id, visits }, { on }) {
    if (lastVisit(visits, on) === null)
      return {
        class: 'never',
        value: null,
        why: sentence(
          '截至{day}从未督查，尚无问题记录。（来源：督查记录）',
          'Not visited as of {day}; no findings on record (source: inspection log).',
          { day: dayText(on) },
        ),
      };
    const open = openFindings(visits, id, on);
    const values = {
      day: dayText(on),
      count: open.length,
      findings: counted(open.length, 'finding'),
      first: open[0]?.text ?? '',
    };
    if (open.length === 0)
      return {
        class: 'clear',
        value: 0,
        why: sentence(
          '截至{day}，发现的问题已全部销号。（来源：督查记录）',
          'All findings signed off as of {day} (source: inspection log).',
          values,
        ),
      };
    const why = sentence(
      '截至{day}有{count}个问题未销号，如“{first}”。（来源：督查记录）',
      'Open findings as of {day}: {findings} (source: inspection log).',
      values,
    );
    return { class: open.length >= 3 ? 'many' : 'few', value: open.length, why };
  },
  rollUp: {
    title: { zh: '问题清零率', en: 'All signed off' },
    classes: ['clear'],
    outside: ['never'],
    target: 1,
    better: 'more',
  },
  kpis: [
    {
      id: 'inspection-open',
      title: { zh: '有未销号问题', en: 'With open findings' },
      classes: ['few', 'many'],
      better: 'less',
    },
  ],
};

import { visitsWithin } from '../inspection/rules.ts';
import type { Layer } from './layer.ts';
import { counted, dayText, sentence } from './phrase.message.ts';

/** 窗口期督查次数 — how often a village was visited in the window. */
export const inspectionWindow: Layer = {
  id: 'inspection-window',
  theme: 'inspection',
  parent: 'inspection-coverage',
  level: 'village',
  title: { zh: '近{visitWindowDays}天督查次数', en: 'Visits in {visitWindowDays} days' },
  definition: {
    zh: '截至当日的{visitWindowDays}天内（天数由县里按版本设定）到过该村的督查次数，不论级别；过多也是负担。',
    en: 'How many visits of any level a village had in the {visitWindowDays} days up to the day (the county sets the number); too many are a burden too.',
  },
  source: { zh: '督查记录', en: 'Inspection log' },
  unit: { zh: '次', en: 'visits' },
  largerIsBetter: true,
  classes: [
    {
      id: 'three',
      title: { zh: '3次及以上', en: '3 and more' },
      lamp: 'scale-5',
      hatch: 'none',
      letter: { zh: '三', en: '3' },
    },
    { id: 'two', title: { zh: '2次', en: '2' }, lamp: 'scale-4', hatch: 'rising', letter: { zh: '二', en: '2' } },
    { id: 'one', title: { zh: '1次', en: '1' }, lamp: 'scale-2', hatch: 'none', letter: { zh: '一', en: '1' } },
    { id: 'none', title: { zh: '0次', en: 'None' }, lamp: 'near', hatch: 'falling', letter: { zh: '〇', en: 'N' } },
  ],
  touches: ['visit', 'edition'],
  judge({ visits }, { on, thresholds }) {
    const found = visitsWithin(visits, on, thresholds.visitWindowDays);
    const count = found.length;
    const values = { days: thresholds.visitWindowDays, day: dayText(on), count, visits: counted(count, 'visit') };
    const why =
      count === 0
        ? sentence(
            '截至{day}的{days}天内没有督查到过。（来源：督查记录）',
            'No visit in the {days} days up to {day} (source: inspection log).',
            values,
          )
        : sentence(
            '截至{day}的{days}天内督查{count}次。（来源：督查记录）',
            '{visits} in the {days} days up to {day} (source: inspection log).',
            values,
          );
    return { class: count >= 3 ? 'three' : count === 2 ? 'two' : count === 1 ? 'one' : 'none', value: count, why };
  },
  rollUp: {
    title: { zh: '{visitWindowDays}天内到过', en: 'Visited within {visitWindowDays} days' },
    classes: ['one', 'two', 'three'],
    outside: [],
    target: 1,
    better: 'more',
  },
  kpis: [],
};

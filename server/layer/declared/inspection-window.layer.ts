import { visitsWithin } from '../../inspection/rules.ts';
import { tripsOf } from '../../inspection/trip.rules.ts';
import { counted, dayText, sentence } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';
import { coverageTitle } from './inspection-coverage.layer.ts';

/** 窗口期督查次数 — how often a village was visited in the window. */
export const inspectionWindow: Layer = {
  id: 'inspection-window',
  theme: 'inspection',
  parent: 'inspection-coverage',
  level: 'village',
  title: { zh: '{visitWindowDays}天内督查次数', en: 'Visits within {visitWindowDays} {visitWindowDays|day|days}' },
  definition: {
    zh: '截至当日{visitWindowDays}天内（含第{visitWindowDays}天，天数由本县按版本设定）到该村的督查次数，不论级别，同一行程重复登记的只算一次。',
    en: 'Visits of any level to a village within {visitWindowDays} {visitWindowDays|day|days} up to the day, day {visitWindowDays} included (the county sets the number); one trip recorded twice counts once.',
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
    const found = tripsOf(visitsWithin(visits, on, thresholds.visitWindowDays));
    const count = found.length;
    const values = { days: thresholds.visitWindowDays, day: dayText(on), count, visits: counted(count, 'visit') };
    const why =
      count === 0
        ? sentence(
            '截至{day}，近{days}天未督查。（来源：督查记录）',
            'No visit within {days} {days|day|days} up to {day} (source: inspection log).',
            values,
          )
        : sentence(
            '截至{day}，{days}天内督查{count}次。（来源：督查记录）',
            '{visits} within {days} {days|day|days} up to {day} (source: inspection log).',
            values,
          );
    return { class: count >= 3 ? 'three' : count === 2 ? 'two' : count === 1 ? 'one' : 'none', value: count, why };
  },
  rollUp: {
    title: coverageTitle,
    classes: ['one', 'two', 'three'],
    outside: [],
    target: 1,
    better: 'more',
  },
  kpis: [],
};

import type { ChecklistItem } from '../../venue/rules.ts';
import { fields } from '../../words/field/rules.ts';
import { reportedText, sentence, silentText } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';

/** 单项 — one layer for each item of the checklist: has it, lacks it, not reported. */
export function venueItem({ key, title }: ChecklistItem): Layer {
  return {
    id: `venue-item-${key}`,
    theme: 'venue',
    parent: 'venue-checklist',
    level: 'village',
    title,
    definition: sentence(
      '“{title}”一项：有、缺、未填报。',
      'Whether the village centre has the item “{title}”, lacks it or has not reported it.',
      {
        title,
      },
    ),
    source: { zh: '各镇阵地建设台账', en: 'Village centre ledgers of the towns' },
    unit: null,
    classes: [
      {
        id: 'has',
        title: { zh: fields.has.zh, en: 'Has it' },
        lamp: 'good',
        hatch: 'none',
        letter: { zh: '有', en: 'H' },
      },
      {
        id: 'lacks',
        title: { zh: fields.lacks.zh, en: 'Lacks it' },
        lamp: 'near',
        hatch: 'falling',
        letter: { zh: '缺', en: 'L' },
      },
      {
        id: 'silent',
        title: { zh: '未填报', en: 'Not reported' },
        lamp: 'silent',
        hatch: 'dots',
        letter: { zh: '未', en: '?' },
      },
    ],
    touches: ['venue'],
    judge({ venue }, { on }) {
      if (venue === null) return { class: 'silent', value: null, why: silentText('venue', on) };
      const state = venue.items[key];
      const values = { title, source: reportedText('venue', venue.reportedOn) };
      if (state === undefined)
        return {
          class: 'silent',
          value: null,
          why: sentence('台账没有填报“{title}”。{source}', 'The ledger leaves “{title}” blank{source}.', values),
        };
      return state
        ? { class: 'has', value: 1, why: sentence('有“{title}”。{source}', 'Has “{title}”{source}.', values) }
        : {
            class: 'lacks',
            value: 0,
            why: sentence('缺“{title}”。{source}', 'Lacks “{title}”{source}.', values),
          };
    },
    rollUp: {
      title: { zh: `${title.zh}具备率`, en: `With ${title.en}` },
      classes: ['has'],
      outside: [],
      target: 1,
      better: 'more',
    },
    kpis: [],
  };
}

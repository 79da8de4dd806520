import { checklistCount } from '../../venue/rules.ts';
import { listed } from '../../words/names/rules.ts';
import { reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';

/** 达标项数 — how many of the checklist's items each venue has. */
export const venueChecklist: Layer = {
  id: 'venue-checklist',
  theme: 'venue',
  parent: 'venue-schedule',
  level: 'village',
  title: { zh: '达标清单项数', en: 'Checklist items' },
  definition: {
    zh: '一厅六室、三通、九有共{items}项（以当日生效的清单版本为准）中已具备的项数；未填报的项按不具备计。',
    en: 'How many of the {items} items (one hall and six rooms, three connections, nine haves; by the edition in force) the village centre has; an item not reported counts as lacking.',
  },
  source: { zh: '各镇阵地建设台账', en: 'Village centre ledgers of the towns' },
  unit: { zh: '项', en: 'items' },
  largerIsBetter: true,
  classes: [
    {
      id: 'all',
      title: { zh: '达标清单齐全', en: 'All items' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '全', en: 'A' },
    },
    {
      id: 'four-fifths',
      title: { zh: '80%以上不足100%', en: '80 % or more, not all' },
      lamp: 'scale-4',
      hatch: 'none',
      letter: { zh: '八', en: '8' },
    },
    {
      id: 'half',
      title: { zh: '50%以上不足80%', en: '50 % to below 80 %' },
      lamp: 'scale-3',
      hatch: 'rising',
      letter: { zh: '五', en: '5' },
    },
    {
      id: 'fifth',
      title: { zh: '20%以上不足50%', en: '20 % to below 50 %' },
      lamp: 'scale-2',
      hatch: 'falling',
      letter: { zh: '二', en: '2' },
    },
    {
      id: 'few',
      title: { zh: '不足20%', en: 'Below 20 %' },
      lamp: 'scale-1',
      hatch: 'level',
      letter: { zh: '少', en: 'B' },
    },
    silent,
  ],
  touches: ['venue', 'edition'],
  judge({ venue }, { on, checklist }) {
    if (venue === null) return { class: 'silent', value: null, why: silentText('venue', on) };
    const { has, reported, of } = checklistCount(venue, checklist);
    const share = of === 0 ? 1 : has / of;
    const found =
      share >= 1 ? 'all' : share >= 0.8 ? 'four-fifths' : share >= 0.5 ? 'half' : share >= 0.2 ? 'fifth' : 'few';
    const lacking = checklist.filter(({ key }) => venue.items[key] !== true);
    const named = lacking.slice(0, 4).map(({ title }) => title);
    const others = lacking.length - named.length;
    const names = {
      zh: listed(
        named.map(({ zh }) => zh),
        'zh',
      ),
      en: listed([...named.map(({ en }) => en), ...(others > 0 ? [`${others} more`] : [])], 'en'),
    };
    const lack =
      lacking.length === 0
        ? ''
        : sentence('，缺{names}{more}', '; lacking {names}', { names, more: others > 0 ? '等' : '' });
    const missing = of - reported;
    const blank = missing === 0 ? '' : sentence('（其中{missing}项未填报）', ' ({missing} not reported)', { missing });
    const values = { has, of, lack, blank, source: reportedText('venue', venue.reportedOn) };
    return {
      class: found,
      value: has,
      why: sentence(
        '{of}项中已具备{has}项{lack}{blank}。{source}',
        '{has} of {of} items{lack}{blank}{source}.',
        values,
      ),
    };
  },
  rollUp: { title: { zh: '清单齐全率', en: 'All items' }, classes: ['all'], outside: [], target: 1, better: 'more' },
  kpis: [
    {
      id: 'venue-all-items',
      title: { zh: '{items}项齐全', en: 'All {items} items' },
      classes: ['all'],
      better: 'more',
    },
  ],
};

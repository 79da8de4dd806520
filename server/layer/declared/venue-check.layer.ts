import {
  type Difference,
  differenceKinds,
  differencesOf,
  lackingOf,
  marksOf,
  type VenueMark,
} from '../../venue/marks/rules.ts';
import { stepTitles } from '../../venue/milestone-titles.message.ts';
import type { ChecklistItem, Venue } from '../../venue/rules.ts';
import { allOf, reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Text } from '../../words/text.ts';
import { doneDifferenceText } from '../done-difference.message.ts';
import type { Layer } from '../layer.ts';

/** A mark in words: how many items lack, or each difference of reports. */
export function markText(mark: VenueMark, venue: Venue, checklist: ChecklistItem[]): Text {
  const keys = checklist.map(({ key }) => key);
  const values = { of: keys.length, lack: lackingOf(venue, keys).length };
  switch (mark) {
    case 'accepted-items':
      return sentence('验收合格，但达标清单{of}项缺{lack}项', 'accepted, but {lack} of {of} items lacking', values);
    case 'paid-early':
      return sentence('两部门验收前已足额拨付补助', 'paid in full before the two departments accepted', values);
    case 'built-items':
      return sentence('建成，但达标清单{of}项缺{lack}项', 'built, but {lack} of {of} items lacking', values);
    default:
      return allOf(
        differencesOf(venue, keys)
          .filter(({ kind }) => kind === mark)
          .map((one) => differenceText(one, checklist)),
      );
  }
}

function differenceText(one: Difference, checklist: ChecklistItem[]): Text {
  if (one.kind === 'item-emptied') {
    const item = checklist.find(({ key }) => key === one.item)?.title ?? { zh: one.item, en: one.item };
    return sentence('“{item}”原已填报，后清空', '“{item}” reported once and left blank since', { item });
  }
  return doneDifferenceText(one, stepTitles[one.step]);
}

const isDifference = (mark: VenueMark) => (differenceKinds as readonly VenueMark[]).includes(mark);

/** 达标核对 — whether acceptance, payment and the checklist of a venue go together. */
export const venueCheck: Layer = {
  id: 'venue-check',
  theme: 'venue',
  parent: 'venue-schedule',
  level: 'village',
  title: { zh: '达标核对', en: 'Acceptance checks' },
  definition: {
    zh: '核对验收、拨付与达标清单（{items}项）是否一致：验收合格但清单不全、两部门验收前已足额拨付、建成但清单不全，以及前后报送不一致（实际完成日期、验收日期前移或清空、早于尚未完成的报送，清单项清空），依次取最先符合的一项；未填报的项按缺项计；按进度部分拨付不计。',
    en: 'Whether acceptance, payment and the checklist ({items} items) go together: accepted with items lacking, paid in full before the two departments accepted, built with items lacking, and reports that differ from earlier ones (an actual or acceptance date moved to an earlier day or left blank, one before a report that had it still open, an item left blank); the first that fits counts. An item not reported counts as lacking; payment in part as the work goes on does not count.',
  },
  source: { zh: '各镇阵地建设台账', en: 'Village centre ledgers of the towns' },
  unit: { zh: '项', en: 'items lacking' },
  classes: [
    {
      id: 'clear',
      title: { zh: '未发现问题', en: 'Nothing found' },
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '齐', en: 'C' },
    },
    {
      id: 'not-yet',
      title: { zh: '尚未建成', en: 'Not built yet' },
      lamp: 'none',
      hatch: 'none',
      letter: { zh: '建', en: 'N' },
    },
    {
      id: 'reports-differ',
      title: { zh: '前后报送不一致', en: 'Reports differ' },
      lamp: 'near',
      hatch: 'rising',
      letter: { zh: '改', en: 'D' },
    },
    {
      id: 'built-items',
      title: { zh: '建成但达标清单不全', en: 'Built, items lacking' },
      lamp: 'near',
      hatch: 'falling',
      letter: { zh: '缺', en: 'L' },
    },
    {
      id: 'paid-early',
      title: { zh: '验收前已足额拨付', en: 'Paid in full before acceptance' },
      lamp: 'late',
      hatch: 'rising',
      letter: { zh: '拨', en: 'P' },
    },
    {
      id: 'accepted-items',
      title: { zh: '验收合格但达标清单不全', en: 'Accepted, items lacking' },
      lamp: 'late',
      hatch: 'level',
      letter: { zh: '验', en: 'A' },
    },
    silent,
  ],
  touches: ['venue', 'edition'],
  judge({ venue }, { on, checklist }) {
    if (venue === null) return { class: 'silent', value: null, why: silentText('venue', on) };
    const keys = checklist.map(({ key }) => key);
    const marks = marksOf(venue, keys);
    const source = reportedText('venue', venue.reportedOn);
    const [first] = marks;
    if (first === undefined) {
      const built = venue.stage === 'built' || venue.stage === 'accepted';
      const why = built
        ? sentence('达标清单{of}项齐全。{source}', 'All {of} items present{source}.', { of: keys.length, source })
        : sentence('尚未建成，未足额拨付补助。{source}', 'Not built yet and not paid in full{source}.', { source });
      return { class: built ? 'clear' : 'not-yet', value: null, why };
    }
    const all = allOf(marks.map((mark) => markText(mark, venue, checklist)));
    const lack = lackingOf(venue, keys).length;
    const ofItems = marks.includes('accepted-items') || marks.includes('built-items');
    return {
      class: isDifference(first) ? 'reports-differ' : first,
      value: ofItems ? lack : null,
      why: sentence('{all}。{source}', 'To check: {all}{source}.', { all, source }),
    };
  },
  rollUp: {
    title: { zh: '核对无问题率', en: 'Nothing found' },
    classes: ['clear'],
    outside: ['not-yet', 'silent'],
    target: 1,
    better: 'more',
  },
  kpis: [
    {
      id: 'venue-accepted-items',
      title: { zh: '验收合格但清单不全', en: 'Accepted, items lacking' },
      classes: ['accepted-items'],
      better: 'less',
    },
    {
      id: 'venue-paid-early',
      title: { zh: '验收前已足额拨付', en: 'Paid before acceptance' },
      classes: ['paid-early'],
      better: 'less',
    },
    {
      id: 'venue-built-items',
      title: { zh: '建成但清单不全', en: 'Built, items lacking' },
      classes: ['built-items'],
      better: 'less',
    },
    {
      id: 'venue-reports-differ',
      title: { zh: '前后报送不一致', en: 'Reports differ' },
      classes: ['reports-differ'],
      better: 'less',
    },
  ],
};

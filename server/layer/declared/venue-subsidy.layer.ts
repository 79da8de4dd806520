import { subsidyOf } from '../../venue/rules.ts';
import { fields } from '../../words/field/rules.ts';
import { reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Layer } from '../layer.ts';

const wan = (fen: number | null) => ((fen ?? 0) / 1_000_000).toFixed(2);
const yuan = (fen: number | null) => ((fen ?? 0) / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 });

/** 补助拨付 — how much of the subsidy set for a venue is paid. */
export const venueSubsidy: Layer = {
  id: 'venue-subsidy',
  theme: 'venue',
  parent: 'venue-schedule',
  level: 'village',
  title: { zh: '补助拨付', en: 'Subsidy paid' },
  definition: {
    zh: '已拨付补助与核定补助之比：足额、部分、未拨；没有核定补助的不计入。',
    en: 'Subsidy paid against the approved subsidy: in full, in part, or not yet. Village centres without an approved subsidy do not count.',
  },
  source: { zh: '各镇阵地建设台账', en: 'Village centre ledgers of the towns' },
  unit: { zh: '万元', en: '¥10,000' },
  largerIsBetter: true,
  classes: [
    {
      id: 'paid',
      title: fields.subsidyFull,
      lamp: 'done',
      hatch: 'none',
      letter: { zh: '足', en: 'P' },
    },
    {
      id: 'part',
      title: { zh: '部分拨付', en: 'Paid in part' },
      lamp: 'steady',
      hatch: 'rising',
      letter: { zh: '部', en: 'A' },
    },
    {
      id: 'unpaid',
      title: { zh: '尚未拨付', en: 'Not paid yet' },
      lamp: 'near',
      hatch: 'falling',
      letter: { zh: '待', en: 'N' },
    },
    {
      id: 'none',
      title: { zh: '无核定补助', en: 'No approved subsidy' },
      lamp: 'outside',
      hatch: 'level',
      letter: { zh: '无', en: 'O' },
    },
    silent,
  ],
  touches: ['venue'],
  judge({ venue }, { on }) {
    if (venue === null) return { class: 'silent', value: null, why: silentText('venue', on) };
    const state = subsidyOf(venue);
    const values = {
      due: wan(venue.subsidyFen),
      paid: wan(venue.subsidyPaidFen),
      dueYuan: yuan(venue.subsidyFen),
      paidYuan: yuan(venue.subsidyPaidFen),
      source: reportedText('venue', venue.reportedOn),
    };
    const why =
      state === 'none'
        ? sentence('没有核定补助。{source}', 'No approved subsidy{source}.', values)
        : venue.subsidyPaidFen === null
          ? sentence(
              '核定补助{due}万元，未填报拨付金额，按未拨付计。{source}',
              '¥{dueYuan} approved; no payment was reported, so it counts as not paid{source}.',
              values,
            )
          : sentence(
              '核定补助{due}万元，已拨付{paid}万元。{source}',
              '¥{paidYuan} of ¥{dueYuan} paid{source}.',
              values,
            );
    return { class: state, value: venue.subsidyPaidFen === null ? null : Number(wan(venue.subsidyPaidFen)), why };
  },
  rollUp: {
    title: { zh: '足额拨付率', en: 'Paid in full' },
    classes: ['paid'],
    outside: ['none'],
    target: null,
    better: 'more',
  },
  kpis: [],
};

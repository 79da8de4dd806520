import type { LocalDate } from '../rights/view.ts';
import { counted, dayText, reportedText, sentence } from '../words/phrase.message.ts';
import type { LayerClass, Thresholds, Verdict } from './layer.ts';
import { reportAge } from './report-age.ts';

/** 上次报送距今 — the two classes of what was reported, by the limit in force. */
export const reportedClasses: LayerClass[] = [
  {
    id: 'recent',
    title: { zh: '{reportStaleDays}天以内报送', en: 'Within {reportStaleDays} {reportStaleDays|day|days}' },
    lamp: 'done',
    hatch: 'none',
    letter: { zh: '近', en: 'R' },
  },
  {
    id: 'stale',
    title: {
      zh: '久未报送（超过{reportStaleDays}天）',
      en: 'No report for over {reportStaleDays} {reportStaleDays|day|days}',
    },
    lamp: 'late',
    hatch: 'cross',
    letter: { zh: '久', en: 'L' },
  },
];

/** The verdict on something last reported on a day. */
export function reportedVerdict(
  ledger: 'venue' | 'organisation',
  reportedOn: LocalDate,
  { on, thresholds: { reportStaleDays } }: { on: LocalDate; thresholds: Pick<Thresholds, 'reportStaleDays'> },
): Verdict {
  const { days, stale } = reportAge(reportedOn, on, reportStaleDays);
  const values = {
    ...{ day: dayText(reportedOn), days, count: counted(days, 'day'), limit: reportStaleDays },
    source: reportedText(ledger, reportedOn),
  };
  const why = stale
    ? sentence(
        '{day}报送后未再报送，上次报送距今{days}天，超过{limit}天，久未报送。{source}',
        'Last reported on {day}, {count} ago, past the {limit}-day limit: not heard from since{source}.',
        values,
      )
    : sentence(
        '最近一次{day}报送，上次报送距今{days}天，未超过{limit}天。{source}',
        'Last reported on {day}, {count} ago, within the {limit}-day limit{source}.',
        values,
      );
  return { class: stale ? 'stale' : 'recent', value: days, why };
}

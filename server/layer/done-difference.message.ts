import type { DoneDifference } from '../save/done-days/rules.ts';
import { dayText, sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';

/** A difference of reports in words; `of` is what was to be done. */
export function doneDifferenceText({ kind, before, now }: DoneDifference, of: Text): Text {
  const values = { of, before: dayText(before), now: now === null ? '' : dayText(now) };
  switch (kind) {
    case 'done-emptied':
      return sentence(
        '“{of}”原报{before}完成，后清空',
        '“{of}” was reported done on {before} and has since been left blank',
        values,
      );
    case 'done-earlier':
      return sentence(
        '“{of}”原报{before}完成，后改为{now}',
        '“{of}” was reported done on {before}, then on {now}',
        values,
      );
    case 'done-unreported':
      return sentence(
        '“{of}”{before}报送时尚未完成，后报{now}完成',
        '“{of}” was still open in the report of {before}, then reported done on {now}',
        values,
      );
  }
}

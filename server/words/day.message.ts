import type { LocalDate } from '../rights/view.ts';
import { daysSaid } from './days-said/rules.ts';
import { namesSaid } from './names/rules.ts';
import type { Text } from './text.ts';

const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });

const days = new Map<LocalDate, Text>();

/** A date in words, 2026年3月5日 and 5 Mar 2026. */
export function dayText(on: LocalDate): Text {
  const known = days.get(on);
  if (known) return known;
  const [year, month, day] = on.split('-').map(Number);
  const said = { zh: `${year}年${month}月${day}日`, en: english.format(new Date(`${on}T00:00:00Z`)) };
  days.set(on, said);
  return said;
}

/** The values of a sentence with their days in words and their names listed. */
export function withDaysSaid(
  values: Record<string, string | number>,
  lang: 'zh' | 'en',
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      namesSaid(
        daysSaid(value, (day) => dayText(day)[lang]),
        lang,
      ),
    ]),
  );
}

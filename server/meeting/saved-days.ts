import { seen, viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { compareAnswer } from '../history/compare.ts';
import { valuesAnswer } from '../layer/answers.ts';
import { countyFacts } from '../layer/facts.ts';
import { visitsAnswer } from '../list/visits-answer.ts';
import type { LocalDate, View } from '../rights/view.ts';
import { isRealDay } from '../save/rules.ts';
import type { StepAnswer } from './answer.ts';

/** What the address of a saved view says of days: the one shown (null: that of the figures), the one compared with, and whether visits are shown. */
export interface SavedDays {
  asOf: LocalDate | null;
  since: LocalDate | null;
  visits: boolean;
}

/** Reads the address of an item's saved view; what is malformed is passed over. Null: the item is none. */
export function savedDays(search: string | null | undefined): SavedDays | null {
  if (search == null || search === '') return null;
  const given = new URLSearchParams(search);
  const day = (name: string) => {
    const text = given.get(name);
    return text !== null && isRealDay(text) ? text : null;
  };
  return { asOf: day('asOf'), since: day('since'), visits: given.get('visits') === '1' };
}

/** A day as a meeting's figures know it: their own day, and any later one, is the figures themselves, never what came after them. */
export async function dayWithin(store: Store, figures: View, day: LocalDate): Promise<View> {
  if (day >= figures.on) return figures;
  const view = await viewAt(store, figures.user, day);
  return view.seq > figures.seq ? seen(store, figures.user, figures, day) : view;
}

/** What a saved view shows beside the column of its day: the day compared with, what changed until the day shown, and the visits. */
export async function savedAnswer(
  store: Store,
  { figures, to }: { figures: View; to: View },
  { days: { since, visits }, layer }: { days: SavedDays; layer: string },
): Promise<NonNullable<StepAnswer['saved']>> {
  const from = since === null ? null : await dayWithin(store, figures, since);
  const knows = from !== null && (await countyFacts(store, from)).layers.some(({ id }) => id === layer);
  return {
    from: from && knows ? await valuesAnswer(store, from, layer) : null,
    compare: from ? await compareAnswer(store, { from, to }, layer) : null,
    visits: visits ? await visitsAnswer(store, to) : null,
  };
}

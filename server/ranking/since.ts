import { daysAfter } from '../calendar/rules.ts';
import type { Store } from '../db/open.ts';
import { weekBack } from '../layer/answers.ts';
import { readLastHeld } from '../list/held-days.ts';
import type { LocalDate, View } from '../rights/view.ts';

/** The day a ranking is compared with where nobody names one: that of the last meeting, else a week before. */
export async function usualSince(store: Store, view: View): Promise<{ on: LocalDate; meeting: boolean }> {
  const held = (await readLastHeld(store, view.user))(view);
  return { on: held ?? daysAfter(view.on, -weekBack), meeting: held !== null };
}

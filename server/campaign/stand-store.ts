import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import type { Text } from '../words/text.ts';
import { readEdition } from './edition-store.ts';
import { type Countdown, countdown } from './rules.ts';

/** Where the campaign stands on a day, with its name. */
export interface CampaignStand extends Countdown {
  title: Text;
}

/** Where the campaign in force on a view's day stands on it; null without one. */
export async function readStand(store: Store, view: View): Promise<CampaignStand | null> {
  const campaign = await readEdition(store, view, 'campaign');
  return campaign && { title: campaign.title, ...countdown(campaign, view.on) };
}

/** What the ranking has of its own in the address: the day compared with, the town whose villages are shown, `1` for the last N alone. */
export const rankingNames = ['since', 'town', 'last'] as const;

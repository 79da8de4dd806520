/** What the sample county comes to on its last day, 2026-10-30. A change of the generator that moves one of these is a change of the sample's story. */
export const golden = {
  today: '2026-10-30',
  places: { towns: 10, villages: 148 },
  schedule: { accepted: 37, built: 18, 'built-late': 5, 'on-schedule': 45, late: 22, overdue: 15, silent: 6 },
  /** The same for the town far ahead and the town far behind. */
  scheduleOfTown: {
    白石镇: { accepted: 11, built: 2, 'built-late': 1, 'on-schedule': 1 },
    望岭镇: { 'built-late': 1, 'on-schedule': 3, late: 6, overdue: 7, silent: 2 },
  },
  turnaround: { none: 128, 'signed-off': 3, 'on-schedule': 5, overdue: 4, 'no-group': 2, silent: 6 },
  namedBy: { city: 5, county: 9 },
  visits: { made: 179, planned: 5 },
  neverVisited: 15,
  /** Towns by the linked leader's visits in October: kept, one short, none. */
  linkage: { kept: 7, once: 2, none: 1 },
  linkages: 11,
} as const;

/** What a record holds under a name that may come from outside; undefined where it holds none, also for names every object answers to. */
export const ownOf = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

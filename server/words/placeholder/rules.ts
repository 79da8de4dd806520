import { ownOf } from '../own/rules.ts';

/**
 * A sentence with each `{name}` replaced by what `said` makes of its value (undefined where there is none of its own), and each `{name|one|many}`
 * by `one` where that is 1, else by `many`: `{days} {days|day|days} behind` is “1 day behind”, “2 days behind”. `whole` is the placeholder as it stands.
 */
export function filledIn<Value>(
  sentence: string,
  values: Record<string, Value>,
  said: (value: Value | undefined, whole: string) => string,
): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = said(ownOf(values, name), whole);
    if (one === undefined || many === undefined) return value;
    return value === '1' ? one : many;
  });
}

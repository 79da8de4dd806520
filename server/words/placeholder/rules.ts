/**
 * A sentence with each `{name}` replaced by what `said` gives for it, and each `{name|one|many}` by `one` where that is 1, else by `many`:
 * `{days} {days|day|days} behind` is “1 day behind”, “2 days behind”. `whole` is the placeholder as it stands.
 */
export function filledIn(sentence: string, said: (name: string, whole: string) => string): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = said(name, whole);
    if (one === undefined || many === undefined) return value;
    return value === '1' ? one : many;
  });
}

/**
 * Meets entries of a list that are distinguished by their text: for each that stood the one sent for it, each at most once; one whose text alone
 * changed is met by its place, where no entry came or went.
 */
export function metByText<One extends { text: string }>(standing: One[], sent: One[]): (One | undefined)[] {
  const used = new Set<number>();
  const take = (at: number) => {
    used.add(at);
    return sent[at];
  };
  const exact = standing.map(({ text }) => {
    const at = sent.findIndex((one, place) => one.text === text && !used.has(place));
    return at < 0 ? undefined : take(at);
  });
  return exact.map(
    (one, at) => one ?? (sent.length === standing.length && sent[at] && !used.has(at) ? take(at) : undefined),
  );
}

type Turned = (by: 1 | -1) => void;
const parts = new Set<Turned>();

/** Has a part of the stage told when what has no room on it is asked for; gives how to stop it. */
export function onScroll(part: Turned): () => void {
  parts.add(part);
  return () => void parts.delete(part);
}

/** 翻看 — shows more of whatever on the stage has no room for all of it: 1 further on, -1 back. */
export function scrollStage(by: 1 | -1): void {
  for (const part of [...parts]) part(by);
}

/** Which of `count` entries comes first after the list is turned, while `shown` stand on it from the `first` on; past neither end. */
export function turnedTo({ first, shown, count }: { first: number; shown: number; count: number }, by: 1 | -1): number {
  if (by < 0) return Math.max(0, first - Math.max(1, shown));
  return first + shown < count ? first + Math.max(1, shown) : first;
}

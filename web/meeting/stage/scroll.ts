type Turned = (by: 1 | -1) => void;
const parts = new Set<Turned>();

/** Calls a part of the stage when what has no room on it is asked for; gives how to stop it. */
export function onScroll(part: Turned): () => void {
  parts.add(part);
  return () => void parts.delete(part);
}

/** 翻看 — shows more of whatever on the stage has no room for all of it: 1 further on, -1 back. */
export function scrollStage(by: 1 | -1): void {
  for (const part of [...parts]) part(by);
}

/**
 * The entries a list was turned to, the one it begins with now last: further on by the `shown` of `count`, back to where it came from; past neither
 * end.
 */
export function turned(firsts: readonly number[], { shown, count }: { shown: number; count: number }, by: 1 | -1) {
  if (by < 0) return firsts.length > 1 ? firsts.slice(0, -1) : [...firsts];
  const next = (firsts.at(-1) ?? 0) + Math.max(1, shown);
  return next < count ? [...firsts, next] : [...firsts];
}

/** Whether two words are the same but for one slip: one sign wrong, missing or too many, or two neighbours swapped. Equal words are too. */
export function oneAway(one: string[], other: string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const endsAlike = (shortFrom: number, longFrom: number) =>
    short.slice(shortFrom).every((sign, at) => sign === long[longFrom + at]);
  if (long.length > short.length) return endsAlike(same, same + 1);
  const swapped = short[same] === long[same + 1] && short[same + 1] === long[same];
  return endsAlike(same + 1, same + 1) || (swapped && endsAlike(same + 2, same + 2));
}

/** Where chance comes from: sixteen bytes to be filled. */
type Fill = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/**
 * The id of one save, a UUIDv7 minted by the browser, so that the same save sent twice is one change. Also over plain HTTP, where a page
 * has no `crypto.randomUUID`. Source: RFC 9562.
 */
export function newSubmissionId(
  nowMs: number = Date.now(),
  fill: Fill = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(16);
  fill(bytes);
  for (let at = 5, rest = nowMs; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Gives the id of a save: the same one for as long as what is saved stays the same, a new one for anything else. */
export function submissionIds(): {
  idOf(saved: unknown): string;
  take(id: string, saved: unknown): void;
  /** The save is over: the same said once more is another one. */
  forget(): void;
} {
  let last: { id: string; saved: string } | null = null;
  const take = (id: string, saved: unknown) => {
    last = { id, saved: JSON.stringify(saved) };
  };
  return {
    take,
    forget: () => {
      last = null;
    },
    idOf: (saved) => {
      if (last?.saved !== JSON.stringify(saved)) take(newSubmissionId(), saved);
      return last?.id ?? newSubmissionId();
    },
  };
}

/** Sends under one id until it went well: what is sent again after a lost answer is the same save, and made once. */
export async function sendAsOne<Answer>(
  ids: ReturnType<typeof submissionIds>,
  saved: unknown,
  sending: (id: string) => Promise<Answer>,
): Promise<Answer> {
  const answer = await sending(ids.idOf(saved));
  ids.forget();
  return answer;
}

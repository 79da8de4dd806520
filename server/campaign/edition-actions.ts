import { sayTheSame } from '../change/same/rules.ts';
import type { Transaction } from '../change/write.ts';
import type { LocalDate } from '../rights/view.ts';
import type { EditionBodies, EditionKind } from './rules.ts';

/** Puts an edition in force from a day on. The same body from the same day writes nothing; gives the `seq` of its change, or null. */
export async function putEdition<Kind extends EditionKind>(
  tx: Transaction,
  edition: { kind: Kind; fromOn: LocalDate; body: EditionBodies[Kind] },
  at?: string,
): Promise<number | null> {
  const { kind, fromOn } = edition;
  const before = await tx.db
    .selectFrom('edition')
    .where('kind', '=', kind)
    .where('fromOn', '=', fromOn)
    .where('until', 'is', null)
    .select('body')
    .executeTakeFirst();
  if (before && sayTheSame(JSON.parse(before.body), edition.body)) return null;
  const since = tx.change({ action: 'set', subject: 'edition', subjectId: kind, placeId: null, at });
  await tx.insertVersions('edition', [{ kind, fromOn, body: JSON.stringify(edition.body), since, until: null }]);
  return since;
}

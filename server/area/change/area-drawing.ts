import type { Kysely } from 'kysely';
import type { Tables } from '../../db/schema.ts';

/** Places changed while the map was being drawn: it is drawn again. */
export class DrawnTooEarly extends Error {}

/** Does a save whose map is drawn before anything is written; again where places changed meanwhile. */
export async function whenDrawn<Answer>(save: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await save();
    } catch (problem) {
      if (!(problem instanceof DrawnTooEarly)) throw problem;
    }
  }
}

/** The newest change of places or maps. */
export async function placesSeq(db: Kysely<Tables>): Promise<number> {
  const newest = await Promise.all(
    (['area', 'areaShape', 'mapEdition', 'mapDay', 'areaWithdrawal'] as const).map((table) =>
      db
        .selectFrom(table)
        .select((select) => select.fn.max('since').as('since'))
        .executeTakeFirst(),
    ),
  );
  return Math.max(0, ...newest.map((row) => row?.since ?? 0));
}

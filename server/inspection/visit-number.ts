import type { Transaction } from '../change/write.ts';
import type { Visit } from './rules.ts';

/**
 * 督查编号 — ledgers number their visits, plans among them; what is recorded here has a series of its own, `TB2026-001` (填报), so that the two never
 * give one number to two visits, and a sealed plan that has a number from its ledger leaves no gap to wonder at.
 */
const series = (on: string) => `TB${on.slice(0, 4)}-`;

/** Whether a number is of the series given here. */
export const isOwnNumber = (number: string): boolean => /^TB\d{4}-\d+$/.test(number);

/** The number of a visit now made on the day: that of its ledger where it had one which nobody else has, else the next of the series. */
export async function numberOfMade(
  { db }: Pick<Transaction, 'db'>,
  before: Pick<Visit, 'id' | 'number'> | null,
  on: string,
): Promise<string> {
  if (!before || before.number === '') return nextVisitNumber({ db }, on);
  const taken = await db
    .selectFrom('visit')
    .where('number', '=', before.number)
    .where('until', 'is', null)
    .where('id', '<>', before.id)
    // Sealed plans are passed over: what a visit is called must not tell that one is there.
    .where((where) => where.or([where('state', '=', 'made'), where('announced', '=', 1)]))
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return taken ? nextVisitNumber({ db }, on) : before.number;
}

/** The next number of the year's series, after the last of the visits made. */
async function nextVisitNumber({ db }: Pick<Transaction, 'db'>, on: string): Promise<string> {
  const front = series(on);
  const last = await db
    .selectFrom('visit')
    .where('state', '=', 'made')
    .where('until', 'is', null)
    .where('number', 'like', `${front}%`)
    .select('number')
    .orderBy((order) => order.fn('length', ['number']), 'desc')
    .orderBy('number', 'desc')
    .execute();
  const digits = last.find(({ number }) => isOwnNumber(number))?.number.slice(front.length) ?? '0';
  return `${front}${String(Number(digits) + 1).padStart(3, '0')}`;
}

import type { Store } from '../db/open.ts';
import { roleTitles } from '../rights/rights.message.ts';
import type { Viewer } from '../rights/view.ts';
import type { Language } from '../words/fill.ts';

/** Who exports, by function and no name; by role where the account has none. */
export async function functionOf({ db }: Store, viewer: Viewer, lang: Language): Promise<string> {
  const found = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .where('account.id', '=', viewer.id)
    .select(['person.unit', 'person.post'])
    .executeTakeFirst();
  const said = [found?.unit, found?.post].filter(Boolean).join(' ');
  return said === '' ? roleTitles[viewer.role][lang] : said;
}

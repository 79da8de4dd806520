import { defaultBulletin } from '../campaign/bulletin/default-bulletin.message.ts';
import { defaultCampaignTitle, defaultHolidays } from '../campaign/default-editions.message.ts';
import { readDefaults, tookOverBy } from '../campaign/default-store.ts';
import { putEdition } from '../campaign/edition-actions.ts';
import type { RankingFormula } from '../campaign/formula/rules.ts';
import { measureOf } from '../campaign/node-measure.message.ts';
import { type EditionBodies, type EditionKind, editionSaveFaults } from '../campaign/rules.ts';
import { lastSeq } from '../change/view-at.ts';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import type { LocalDate, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import { savedBy, saveOnce } from '../save/save-once.ts';
import { refuseFaults } from '../save/settle.ts';
import type { Language } from '../words/fill.ts';
import type { EditionOf, EditionSave, SavedAnswer } from './form-answers.ts';
import { asSavedBefore } from './former-formula.ts';

interface Edition<Kind extends EditionKind> {
  fromOn: LocalDate;
  body: EditionBodies[Kind];
  since: number;
}

/** GET /api/editions/{kind} — what is in force today; before the first begins, the first; where none was set, what a county begins with, worded in `lang`. */
export async function editionAnswer<Kind extends EditionKind>(
  store: Store,
  kind: Kind,
  lang: Language,
): Promise<EditionOf<Kind>> {
  const today = (await clockOf(store)).today();
  const saved = await readEditions(store, kind);
  const newer = kind === 'ranking' ? await tookOverBy(store) : null;
  const editions = saved.map((one) => (newer !== null && one.since < newer ? readAsBefore(one) : one));
  const begun = await beginning(store, { today, kind, lang });
  const inForce = editions.findLast(({ fromOn }) => fromOn <= today) ?? editions[0] ?? { fromOn: today, body: begun };
  return {
    kind,
    base: baseOfEditions(saved),
    today,
    fromOn: inForce.fromOn,
    body: completed(kind, inForce.body, begun),
    editions: editions.map(({ fromOn, body }) => ({ fromOn, body })),
  };
}

/** A formula of a former release, as it is read now. */
const readAsBefore = <Kind extends EditionKind>(edition: Edition<Kind>): Edition<Kind> => ({
  ...edition,
  body: asSavedBefore(edition.body as RankingFormula) as EditionBodies[Kind],
});

/** As it is in force: a limit there was not yet when it was set, and the measure of a key date that says none. */
function completed<Kind extends EditionKind>(
  kind: Kind,
  body: EditionBodies[Kind],
  begun: EditionBodies[Kind],
): EditionBodies[Kind] {
  if (kind === 'thresholds') return { ...begun, ...body };
  if (kind !== 'campaign') return body;
  const campaign = body as EditionBodies['campaign'];
  const nodes = campaign.nodes.map((node) => ({ ...node, measure: measureOf(node) }));
  return { ...campaign, nodes } as EditionBodies[Kind];
}

/** What holds of a kind that was never set. */
async function beginning<Kind extends EditionKind>(
  store: Store,
  { today, kind, lang }: { today: LocalDate; kind: Kind; lang: Language },
): Promise<EditionBodies[Kind]> {
  const bodies: EditionBodies = {
    ...(await readDefaults(store, { seq: await lastSeq(store), on: today })),
    holidays: defaultHolidays,
    bulletin: defaultBulletin[lang],
    campaign: { title: defaultCampaignTitle, firstOn: today, days: 100, nodes: [] },
  };
  return bodies[kind];
}

/**
 * PUT /api/editions/{kind} — puts an edition in force from a day on; a day to come is allowed. One that begins before today would change what was
 * judged already: refused `confirm-needed` until it is confirmed. When others have set the same kind meanwhile nothing is overwritten.
 */
export async function saveEdition<Kind extends EditionKind>(
  store: Store,
  viewer: Viewer,
  kind: Kind,
  save: EditionSave<Kind>,
): Promise<SavedAnswer> {
  return saveOnce(store, viewer, save.id, async (tx, today) => {
    const editions = await readEditions(tx, kind);
    if (baseOfEditions(editions) !== save.base) await refuseMeanwhile(tx, editions, save);
    const { fromOn, body, confirm = false } = save;
    refuseFaults(editionSaveFaults(kind, { fromOn, body }));
    if (fromOn < today && !confirm) throw new Refusal('confirm-needed', { day: fromOn }, 'fromOn');
    const seq = await putEdition(tx, { kind, fromOn, body });
    return { seq, answer: { base: baseOfEditions(await readEditions(tx, kind)), merged: [] } };
  });
}

async function readEditions<Kind extends EditionKind>({ db }: Pick<Store, 'db'>, kind: Kind): Promise<Edition<Kind>[]> {
  const rows = await db
    .selectFrom('edition')
    .where('kind', '=', kind)
    .where('until', 'is', null)
    .orderBy('fromOn')
    .select(['fromOn', 'body', 'since'])
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) as EditionBodies[Kind] }));
}

const baseOfEditions = <Kind extends EditionKind>(editions: Edition<Kind>[]) =>
  baseOf({ editions: editions.map(({ fromOn, body }) => ({ fromOn, body })) });

/** What stands from that day on instead; where that is what is sent, nothing is lost and nothing refused. */
async function refuseMeanwhile<Kind extends EditionKind>(
  tx: Pick<Store, 'db'>,
  editions: Edition<Kind>[],
  { fromOn, body }: EditionSave<Kind>,
): Promise<void> {
  const stands = editions.findLast((one) => one.fromOn <= fromOn) ?? editions[0];
  const values = { body: stands?.body ?? null };
  if (baseOf(values) === baseOf({ body })) return;
  const saved = await savedBy(tx, Math.max(0, ...editions.map(({ since }) => since)));
  throw new Refusal('saved-meanwhile', {}, undefined, () => ({
    base: baseOfEditions(editions),
    theirs: values,
    conflicts: ['body'],
    savedBy: saved?.by ?? null,
    savedAt: saved?.at ?? null,
  }));
}

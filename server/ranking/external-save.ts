import { readAreas } from '../area/area-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import type { SavedAnswer } from '../form/form-answers.ts';
import { Refusal } from '../http/refusal.ts';
import { mayWrite } from '../rights/may-write.ts';
import type { LocalDate, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import { doneDayFaults, type Fault, textFaults } from '../save/rules.ts';
import { saveOnce } from '../save/save-once.ts';
import { refuseFaults, settle } from '../save/settle.ts';
import { areaIdOf } from '../task/task-save.ts';
import { currentExternal, type External, putExternal } from './external-store.ts';
import type { ExternalValues } from './rules.ts';

/** What a person sends of a result: what the form began with, and what it says now. */
export interface ExternalSave {
  id: string;
  base: string;
  values: ExternalValues;
  before?: ExternalValues | undefined;
}

/** A result as a form has it. */
export const valuesOf = (
  { kind, level, occurredOn, source, document, note, rank, of }: Omit<External, 'id' | 'areaId' | 'since'>,
  place: string,
): ExternalValues => ({ place, kind, level, occurredOn, source, document, note, rank, of });

/**
 * PUT /api/ranking/external/{external} — enters a result, or corrects it as a new version. Two people who correct one result: different fields
 * are both kept, the same field is refused `saved-meanwhile`.
 */
export async function saveExternal(
  store: Store,
  viewer: Viewer,
  externalId: string,
  { id, ...sent }: ExternalSave,
): Promise<SavedAnswer> {
  const areas = await readAreas(store, await viewAt(store, viewer));
  const codeOf = (areaId: string) => areas.find((area) => area.id === areaId)?.code ?? '';
  return saveOnce(store, viewer, id, async (tx, today) => {
    const { held, versions } = await currentExternal(tx, externalId);
    if (held === null && versions.length > 0) throw new Refusal('external-unknown');
    const formerly = async () => versions.map((one) => valuesOf(one, codeOf(one.areaId)));
    const { values, merged } = held
      ? await settle(tx, { values: valuesOf(held, codeOf(held.areaId)), since: held.since }, sent, formerly)
      : { values: sent.values, merged: [] };
    const areaId = await areaIdOf(store, viewer, values.place);
    mayWrite(viewer, 'set-ranking', areaId);
    refuseFaults(externalFaults(values, today));
    const base = baseOf(values);
    if (held && baseOf(valuesOf(held, codeOf(held.areaId))) === base) return { seq: null, answer: { base, merged } };
    const { place: _place, ...said } = values;
    const seq = await putExternal(tx, { ...said, id: externalId, areaId }, held ? 'correct' : 'record');
    return { seq, answer: { base, merged } };
  });
}

/** POST /api/ranking/external/{external}/withdraw — takes back one that was entered by mistake; its versions stay in the history. */
export async function withdrawExternal(
  store: Store,
  viewer: Viewer,
  externalId: string,
  id: string,
): Promise<SavedAnswer> {
  return saveOnce<{ base: string | null; merged: string[] }>(store, viewer, id, async (tx) => {
    const { held } = await currentExternal(tx, externalId);
    if (!held) throw new Refusal('external-unknown');
    mayWrite(viewer, 'set-ranking', held.areaId);
    const seq = tx.change({ action: 'withdraw', subject: 'external', subjectId: externalId, placeId: held.areaId });
    await tx.endVersion('externalResult', [externalId], seq);
    return { seq, answer: { base: null, merged: [] } };
  });
}

function externalFaults(
  { kind, occurredOn, source, document, note, rank, of }: ExternalValues,
  today: LocalDate,
): Fault[] {
  const isRank = kind === 'rank';
  const numbered = isRank && rank !== null && of !== null;
  return [
    ...(occurredOn === ''
      ? [{ field: 'occurredOn', code: 'missing' } as const]
      : doneDayFaults('occurredOn', occurredOn, today)),
    ...textFaults('source', source, 120, true),
    ...textFaults('document', document, 80),
    ...textFaults('note', note, 400),
    ...(isRank && of === null ? [{ field: 'of', code: 'missing' } as const] : []),
    ...(isRank && rank === null ? [{ field: 'rank', code: 'missing' } as const] : []),
    ...(numbered && (!Number.isInteger(of) || of < 1 || of > 1000)
      ? [{ field: 'of', code: 'number-out', value: '1–1000' } as const]
      : []),
    ...(numbered && (!Number.isInteger(rank) || rank < 1 || rank > of)
      ? [{ field: 'rank', code: 'number-out', value: `1–${of}` } as const]
      : []),
    ...(!isRank && (rank !== null || of !== null) ? [{ field: 'rank', code: 'number-out', value: '—' } as const] : []),
  ];
}

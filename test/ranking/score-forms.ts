import { defaultRanking } from '../../server/campaign/default-editions.message.ts';
import type { RankingFormula } from '../../server/campaign/formula/rules.ts';
import { newId } from '../../server/db/id.ts';
import type { ScoreRow, ScoresAnswer } from '../../server/ranking/answer.ts';
import type { ExternalValues } from '../../server/ranking/rules.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { today } from '../api/small-county.ts';
import { codeOf, type Forms, office } from '../form/county-forms.ts';

export const formula: RankingFormula = {
  ...defaultRanking,
  parts: [{ layer: 'venue-stage', measure: 'share', classes: [], weight: 7, most: null }],
  lastTowns: 1,
  lastVillages: 2,
};

/** Rows as name, score and rank. */
export const told = (rows: ScoreRow[]) => rows.map(({ name, score, rank }) => [name, score, rank]);

/** A result of a superior: the village of area-4, named by the city. */
export const named = (more: Partial<ExternalValues> = {}): ExternalValues => ({
  ...{ place: codeOf(4), kind: 'criticised', level: 'city', occurredOn: '2026-10-29', source: '市委督查室' },
  ...{ document: '市督〔2026〕9号', note: null, rank: null, of: null },
  ...more,
});

/** What the office does and who looks asks, in the county that is open now. */
export function scoreForms(open: () => Forms) {
  const setFormula = async (body: RankingFormula, viewer = office) => {
    const { base } = (await open().get(office, '/editions/ranking')).body;
    return open().send(viewer, 'PUT', '/editions/ranking', { id: newId(), base, fromOn: today, body });
  };
  const scores = async (viewer: Viewer, query = '') =>
    (await open().get(viewer, `/ranking${query}`)).body as unknown as ScoresAnswer;
  const hide = (hidden: boolean, viewer = office) =>
    open().send(viewer, 'PUT', '/ranking/switch', { id: newId(), hidden });
  const enter = (external: string, values: ExternalValues, more: object = {}, viewer = office) =>
    open().send(viewer, 'PUT', `/ranking/external/${external}`, { id: newId(), base: '', values, ...more });
  return { setFormula, scores, hide, enter };
}

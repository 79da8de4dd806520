import { viewAt } from '../../change/view-at.ts';
import type { Store } from '../../db/open.ts';
import type { AreaChangesAnswer } from '../../form/form-answers.ts';
import type { Viewer } from '../../rights/view.ts';
import { savedBy } from '../../save/save-once.ts';
import { areaProblems } from '../../words/area-problems.message.ts';
import { fill } from '../../words/fill.ts';
import { placesOfIds } from '../form-place.ts';
import { builtOn } from './area-built-on.ts';
import { readAreaChanges } from './area-record.ts';

/** Changes of places answered at once. */
const most = 50;

/** GET /api/areas/changes — the latest changes of places, the newest first, and what keeps each from being withdrawn. */
export async function areaChangesAnswer(store: Store, viewer: Viewer): Promise<AreaChangesAnswer> {
  const { on: today } = await viewAt(store, viewer);
  const changes = await readAreaChanges(store.db, { most });
  const towns = changes.flatMap(({ now, former }) => [now.parentId ?? '', former?.parentId ?? '']);
  const names = await placesOfIds(store, [...new Set(towns)]);
  const townOf = (id: string | null | undefined) => names.get(id ?? '')?.name ?? null;
  const listed = changes.map(async (change): Promise<AreaChangesAnswer['changes'][number]> => {
    const { seq, kind, on, now, former, ending, withdrawn } = change;
    const [saved, taken, blocked] = await Promise.all([
      savedBy(store, seq),
      savedBy(store, withdrawn?.since ?? null),
      withdrawn ? null : builtOn(store.db, change, today),
    ]);
    const detail = blocked && areaProblems[blocked.code].detail;
    return {
      ...{ change: String(seq), kind, on, code: now.code, name: now.name, town: townOf(now.parentId) },
      ...{ ended: ending?.name ?? null, formerName: former?.name ?? null, formerTown: townOf(former?.parentId) },
      saved: saved ?? { at: change.knownAt, by: null },
      withdrawn: withdrawn && taken ? { ...taken, reason: withdrawn.reason } : null,
      blocked: detail && { zh: fill(detail.zh, blocked.values), en: fill(detail.en, blocked.values) },
    };
  });
  return { today, changes: await Promise.all(listed) };
}

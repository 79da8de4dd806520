import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { layerOf } from '../layer/answers.ts';
import { countyFacts } from '../layer/facts.ts';
import { type Judged, judgeAll } from '../layer/judge.ts';
import type { Layer } from '../layer/layer.ts';
import { currentClasses } from '../layer/rules.ts';
import type { View } from '../rights/view.ts';
import type { Language } from '../words/fill.ts';
import type { Text } from '../words/text.ts';
import type { ListAnswer, ListRow } from './answer.ts';
import { listColumns } from './list-columns.message.ts';

export interface ListAsked {
  layer: string;
  /** Class ids; all when left out. */
  classes: string[] | undefined;
  /** Code of a town. */
  town: string | undefined;
  /** Of the words in cells. */
  lang: Language;
}

/** GET /api/layers/:id/list — the places a number counts, worst first, then in official order. */
export async function listAnswer(
  store: Store,
  view: View,
  asked: ListAsked,
): Promise<{ answer: ListAnswer; layer: Layer }> {
  const facts = await countyFacts(store, view);
  const layer = layerOf(facts, asked.layer);
  const wanted = asked.classes && currentClasses(layer, asked.classes);
  const unknown = wanted?.find((id) => !layer.classes.some((one) => one.id === id));
  if (unknown !== undefined) throw new Refusal('class-unknown', { value: unknown }, 'class');
  const town =
    asked.town === undefined ? null : facts.areas.find(({ kind, code }) => kind === 'town' && code === asked.town);
  if (town === undefined) throw new Refusal('place-unknown', { value: asked.town ?? '' }, 'town');
  const areas = new Map(facts.areas.map((area) => [area.id, area]));
  const columns = layer.level === 'town' ? [] : listColumns[layer.theme];
  const rows = judgeAll(facts, layer)
    .filter(({ verdict }) => wanted?.includes(verdict.class) ?? true)
    .filter(({ place }) => town === null || place.townId === town.id)
    .sort(worstFirst(layer))
    .map(
      ({ place, verdict }): ListRow => ({
        fid: place.fid,
        code: areas.get(place.id)?.code ?? '',
        name: place.name,
        town: areas.get(place.townId)?.name ?? '',
        class: verdict.class,
        value: verdict.value,
        why: verdict.why,
        cells: Object.fromEntries(
          columns.map(({ key, cell }) => [key, inWords(cell(place, facts.standard), asked.lang)]),
        ),
      }),
    );
  return {
    layer,
    answer: {
      layer: layer.id,
      seq: view.shown,
      on: view.on,
      columns: columns.map(({ key, title }) => ({ key, title })),
      rows,
    },
  };
}

const inWords = (cell: Text | string | number | null, lang: Language) =>
  typeof cell === 'object' && cell !== null ? cell[lang] : cell;

/** How bad each class of a layer is, by its index: not reported stands right before the alarms, what does not count before all others. */
export function badnessOf({ classes }: Pick<Layer, 'classes'>): number[] {
  return classes.map(({ lamp }, at) => {
    if (lamp === 'outside') return -1;
    if (lamp !== 'silent') return at;
    const alarm = classes.findIndex((one) => one.lamp === 'overdue' || one.lamp === 'late');
    return (alarm === -1 ? classes.length : alarm) - 0.5;
  });
}

/**
 * Worst class first, the larger value first within it (the smaller where a layer says so). Who did not report stands right after the alarms;
 * who does not count stands last.
 */
export function worstFirst(layer: Layer): (a: Judged, b: Judged) => number {
  const places = badnessOf(layer);
  const badness = ({ at }: Judged) => places[at] ?? 0;
  const sign = layer.largerIsBetter ? -1 : 1;
  return (a, b) => badness(b) - badness(a) || sign * ((b.verdict.value ?? -1) - (a.verdict.value ?? -1));
}

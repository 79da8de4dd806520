import type { AreasAnswer } from '../../server/area/answer.ts';
import type { CompareAnswer } from '../../server/history/answer.ts';
import { type Way, ways } from '../../server/history/rules.ts';
import type { LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { historyEn } from '../message/history/history.en.ts';
import { historyZh } from '../message/history/history.zh.ts';

/** Which way each place known on either day went: as `changed` of the answer says, the others stayed. */
export function waysOf({ fids, changed }: CompareAnswer): Map<number, Way> {
  const moved = new Map(changed.map(({ fid, way }) => [fid, way]));
  return new Map(fids.map((fid) => [fid, moved.get(fid) ?? 'same'] as const));
}

/** The change between two days as a layer of its own: red arrow worse, green arrow better, amber changed with time; with its column and counts. */
export function changeLayer(
  areas: AreasAnswer,
  layer: LayerAnswer,
  answer: CompareAnswer,
): { layer: LayerAnswer; values: ValuesAnswer } {
  const text = (of: (words: typeof historyZh) => string) => ({ zh: of(historyZh), en: of(historyEn) });
  const id = `${layer.id}-change`;
  const arrow = (sign: string) => ({ zh: sign, en: sign });
  const went = waysOf(answer);
  const digits = (places: { fid: number }[]) =>
    places
      .map(({ fid }) => fid)
      .sort((a, b) => a - b)
      .map((fid) => ways.indexOf(went.get(fid) ?? 'unknown'));
  const column = digits(layer.level === 'town' ? areas.towns : areas.villages);
  const count = (found: number[]) => ways.map((_, at) => found.filter((digit) => digit === at).length);
  return {
    layer: {
      ...layer,
      id,
      title: {
        zh: historyZh.compareTitle.replace('{layer}', layer.title.zh),
        en: historyEn.compareTitle.replace('{layer}', layer.title.en),
      },
      definition: text((words) => words.compareDefinition),
      source: text((words) => words.compareSource),
      unit: null,
      classes: [
        { id: 'worse', title: text((words) => words.worse), lamp: 'overdue', hatch: 'falling', letter: arrow('↓') },
        { id: 'better', title: text((words) => words.better), lamp: 'done', hatch: 'none', letter: arrow('↑') },
        {
          id: 'aged',
          title: text((words) => words.aged),
          lamp: 'near',
          hatch: 'level',
          letter: text((words) => words.agedLetter),
        },
        { id: 'same', title: text((words) => words.same), lamp: 'none', hatch: 'none', letter: arrow('=') },
        { id: 'unknown', title: text((words) => words.unknown), lamp: 'outside', hatch: 'rising', letter: arrow('·') },
      ],
      kpis: [],
    },
    values: {
      layer: id,
      seq: answer.seq,
      areasSeq: areas.seq,
      on: answer.to,
      dataAt: null,
      classes: column.map((digit) => digit.toString(36)).join(''),
      values: column.map(() => null),
      towns:
        layer.level === 'town'
          ? []
          : areas.towns.map(({ fid }) => ({
              fid,
              counts: count(digits(areas.villages.filter(({ town }) => town === fid))),
              share: null,
            })),
      county: { fid: areas.county?.fid ?? 0, counts: count(column), share: null },
    },
  };
}

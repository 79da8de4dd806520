import type { NodeMeasure } from '../../server/campaign/rules.ts';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';

interface MeasureProps {
  measure: NodeMeasure | null;
  layers: LayerAnswer[];
  lang: Lang;
  onMeasure(measure: NodeMeasure | null): void;
}

/** 节点口径 — the layer and the classes in which a place has met a key date; without a layer only its day shows. */
export function NodeMeasureRow({ measure, layers, lang, onMeasure }: MeasureProps) {
  const { editions: words } = adminWords(lang);
  const layer = layers.find(({ id }) => id === measure?.layer);
  const toggle = (of: NodeMeasure, id: string) =>
    onMeasure({
      ...of,
      classes: of.classes.includes(id) ? of.classes.filter((one) => one !== id) : [...of.classes, id],
    });
  return (
    <fieldset className="checks node-measure" aria-label={words.nodeMeasure}>
      <select
        aria-label={words.nodeMeasure}
        data-part="node-measure"
        value={measure?.layer ?? ''}
        onChange={({ target }) => {
          const chosen = layers.find(({ id }) => id === target.value);
          onMeasure(chosen ? { layer: chosen.id, classes: chosen.rollUp.classes } : null);
        }}
      >
        <option value="">{words.noMeasure}</option>
        {measure && !layer && <option value={measure.layer}>{measure.layer}</option>}
        {layers.map(({ id, title }) => (
          <option key={id} value={id}>
            {title[lang]}
          </option>
        ))}
      </select>
      {measure &&
        (layer?.classes ?? [])
          .filter(({ lamp }) => lamp !== 'silent')
          .map(({ id, title }) => (
            <label key={id}>
              <input type="checkbox" checked={measure.classes.includes(id)} onChange={() => toggle(measure, id)} />
              {title[lang]}
            </label>
          ))}
    </fieldset>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormulaPart, measures, type RankingFormula } from '../../server/campaign/formula/rules.ts';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import { currentClasses } from '../../server/layer/rules.ts';
import { send } from '../api.ts';
import { accountWords } from '../message/account/account-words.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { layersQuery } from '../queries.ts';
import { WhatIf } from '../ranking/WhatIf.tsx';
import { faultText } from '../signing.ts';
import { Field } from '../ui/Field.tsx';
import { fill, type Lang } from '../ui/format.ts';
import { RowFaults, useFaultOf } from './edition-faults.tsx';
import './ranking-rows.css';

interface RowsProps {
  formula: RankingFormula;
  lang: Lang;
  onFormula(formula: RankingFormula): void;
}

/** 计分办法 — its parts by layer, superiors' points, target and the last N; tried on today's figures before it is saved. */
export function RankingRows({ formula, lang, onFormula }: RowsProps) {
  const { what: words } = rankingWords(lang);
  const layers = useQuery(layersQuery({ asOf: null })).data?.layers ?? [];
  const trying = useMutation({ mutationFn: () => send('POST', '/ranking/preview', {}, formula) });
  const set = (change: Partial<RankingFormula>) => {
    trying.reset();
    onFormula({ ...formula, ...change });
  };
  const { parts, external } = formula;
  const faultOf = useFaultOf();
  const fault = faultText(trying.error, accountWords(lang));
  const number = (text: string) => (text === '' ? null : Number(text));
  return (
    <>
      <fieldset className="all">
        <legend>{words.parts}</legend>
        <ol className="ranking-rows" data-part="formula-parts">
          {parts.map((part, at) => (
            <PartRow
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place in the list
              key={at}
              {...{ part, layers, lang, at }}
              onPart={(change) => set({ parts: parts.map((one, n) => (n === at ? { ...one, ...change } : one)) })}
              onRemove={() => set({ parts: parts.filter((_, n) => n !== at) })}
            />
          ))}
        </ol>
        <RowFaults of="body.parts" within={false} />
        <button
          type="button"
          className="link"
          disabled={layers.length === 0}
          onClick={() =>
            set({
              parts: [...parts, { layer: layers[0]?.id ?? '', measure: 'share', classes: [], weight: 10, most: null }],
            })
          }
        >
          + {words.add}
        </button>
      </fieldset>
      {(Object.keys(words.points) as (keyof typeof words.points)[]).map((key) => (
        <Field
          key={key}
          {...{ label: words.points[key], type: 'number', min: 0, max: 1000, step: 0.01, required: true }}
          value={String(external[key])}
          fault={faultOf(`body.external.${key}`)}
          onText={(text) => set({ external: { ...external, [key]: Number(text) } })}
        />
      ))}
      <Field
        {...{ label: words.target, type: 'number', min: 0, max: 1000, step: 0.01 }}
        value={formula.target === null ? '' : String(formula.target)}
        fault={faultOf('body.target')}
        onText={(text) => set({ target: number(text) })}
      />
      {(['lastTowns', 'lastVillages'] as const).map((key) => (
        <Field
          key={key}
          {...{ label: words[key], type: 'number', min: 0, max: key === 'lastTowns' ? 100 : 1000, required: true }}
          value={String(formula[key])}
          fault={faultOf(`body.${key}`)}
          onText={(text) => set({ [key]: Number(text) })}
        />
      ))}
      <label className="check all">
        <input
          type="checkbox"
          checked={formula.belowZero ?? false}
          onChange={({ target }) => set({ belowZero: target.checked })}
        />
        {words.belowZero}
      </label>
      <div className="all">
        <button
          type="button"
          className="quiet"
          data-part="try-formula"
          disabled={trying.isPending}
          onClick={() => trying.mutate()}
        >
          {words.tryIt}
        </button>
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        {trying.data && <WhatIf answer={trying.data} lang={lang} />}
      </div>
    </>
  );
}

interface PartProps {
  part: FormulaPart;
  layers: LayerAnswer[];
  /** Its place in the list. */
  at: number;
  lang: Lang;
  onPart(change: Partial<FormulaPart>): void;
  onRemove(): void;
}

function PartRow({ part, layers, at, lang, onPart, onRemove }: PartProps) {
  const { what: words } = rankingWords(lang);
  const layer = layers.find(({ id }) => id === part.layer);
  const share = part.measure === 'share';
  const classes = (layer?.classes ?? []).filter(({ lamp }) => !share || lamp !== 'silent');
  const chosen = layer ? currentClasses(layer, part.classes) : part.classes;
  const toggle = (id: string) =>
    onPart({ classes: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  return (
    <li>
      <select
        aria-label={words.layer}
        value={part.layer}
        onChange={({ target }) => onPart({ layer: target.value, classes: [] })}
      >
        {!layer && <option value={part.layer}>{part.layer}</option>}
        {layers.map(({ id, title }) => (
          <option key={id} value={id}>
            {title[lang]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.measure}
        value={part.measure}
        onChange={({ target }) =>
          onPart({ measure: measures.find((one) => one === target.value) ?? 'share', classes: [], most: null })
        }
      >
        {measures.map((measure) => (
          <option key={measure} value={measure}>
            {words[measure]}
          </option>
        ))}
      </select>
      <label>
        {share ? words.weight : part.measure === 'per-unit' ? words.eachUnit : words.each}
        <input
          {...{ type: 'number', min: 0.01, max: 1000, step: 0.01, required: true, value: part.weight }}
          data-part="part-weight"
          onChange={({ target }) => onPart({ weight: Number(target.value) })}
        />
      </label>
      {share ? (
        <span />
      ) : (
        <label>
          {part.measure === 'per-unit' ? words.mostNeeded : words.most}
          <input
            {...{ type: 'number', min: 0, max: 1000, step: 0.01, value: part.most ?? '' }}
            onChange={({ target }) => onPart({ most: target.value === '' ? null : Number(target.value) })}
          />
        </label>
      )}
      <button type="button" className="link" onClick={onRemove}>
        {words.remove}
      </button>
      <fieldset className="checks" aria-label={words.classes}>
        {share && (
          <label>
            <input type="checkbox" checked={part.classes.length === 0} onChange={() => onPart({ classes: [] })} />
            {fill(words.own, { title: layer?.rollUp.title[lang] ?? '' })}
          </label>
        )}
        {classes.map(({ id, title }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {title[lang]}
          </label>
        ))}
      </fieldset>
      <RowFaults of={`body.parts.${at}`} />
    </li>
  );
}

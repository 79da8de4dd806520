import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer } from '../../../server/layer/answer.ts';
import type { ChoicesAnswer, ChoiceVillage } from '../../../server/route-plan/answer.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { valuesQuery } from '../../queries.ts';
import { fill } from '../../ui/format.ts';
import type { ViewState } from '../../url.ts';
import { classesOf } from '../after-visits.ts';
import { mayVisit, type PlanDraft } from '../plan-work.ts';

interface ScopeProps {
  choices: ChoicesAnswer;
  areas: AreasAnswer;
  layers: LayerAnswer[];
  draft: PlanDraft;
  view: ViewState;
  onChange(draft: PlanDraft): void;
}

/** 范围 — which villages the plan may take: of a town, of a class of the legend, or of a pasted list. What is on a route stays. */
export function ScopePicker({ choices, areas, layers, draft, view, onChange }: ScopeProps) {
  const { lang } = view;
  const words = routeWords(lang);
  const [layerId, setLayerId] = useState('inspection-coverage');
  const layer = layers.find(({ id }) => id === layerId);
  const values = useQuery(valuesQuery(layerId, view)).data;
  const classOf = layer && values ? classesOf(areas, layer, values) : null;
  const [town, setTown] = useState(0);
  const [state, setState] = useState('');
  const [list, setList] = useState('');
  const [unknown, setUnknown] = useState<string[]>([]);
  const take = (wanted: (village: ChoiceVillage) => boolean) => {
    const kept = new Map(draft.villages.map((village) => [village.code, village]));
    const placed = new Set(draft.routes.flatMap(({ stops }) => stops));
    const villages = choices.villages
      .filter((village) => placed.has(village.code) || wanted(village))
      .map((village) => kept.get(village.code) ?? mayVisit(village));
    onChange({ ...draft, villages });
  };
  const within = (fid: number, id: string) => {
    setTown(fid);
    setState(id);
    take((village) => (fid === 0 || village.town === fid) && (id === '' || classOf?.get(village.fid) === id));
  };
  const listed = () => {
    const names = list.split(/[\s,，、;；]+/).filter((name) => name !== '');
    const found = new Set(
      names.flatMap((name) =>
        choices.villages.filter((one) => one.name === name || one.code === name).map(({ code }) => code),
      ),
    );
    setUnknown(names.filter((name) => !choices.villages.some((one) => one.name === name || one.code === name)));
    if (found.size > 0) take(({ code }) => found.has(code));
  };
  return (
    <div className="scope" data-part="plan-scope">
      <p className="field">
        <label htmlFor="plan-towns">{words.towns}</label>
        <select id="plan-towns" value={town} onChange={({ target }) => within(Number(target.value), state)}>
          <option value={0}>{words.allTowns}</option>
          {areas.towns.map(({ fid, name }) => (
            <option key={fid} value={fid}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <div className="pair">
        <p className="field">
          <label htmlFor="plan-layer">{words.classLayer}</label>
          <select
            id="plan-layer"
            value={layerId}
            onChange={({ target }) => {
              setLayerId(target.value);
              setState('');
            }}
          >
            {layers.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[lang]}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="plan-states">{words.classes}</label>
          <select
            id="plan-states"
            value={state}
            disabled={classOf === null}
            onChange={({ target }) => within(town, target.value)}
          >
            <option value="">{words.allClasses}</option>
            {layer?.classes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[lang]}
              </option>
            ))}
          </select>
        </p>
      </div>
      <details>
        <summary>{words.listed}</summary>
        <textarea rows={4} aria-label={words.listed} value={list} onChange={({ target }) => setList(target.value)} />
        <button type="button" onClick={listed} disabled={list.trim() === ''}>
          {words.listedApply}
        </button>
        {unknown.length > 0 && (
          <p className="fault">
            {fill(words.listedUnknown, { names: unknown.slice(0, 20).join(lang === 'zh' ? '、' : ', ') })}
          </p>
        )}
      </details>
    </div>
  );
}

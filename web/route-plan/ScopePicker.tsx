import { useState } from 'react';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import type { ChoicesAnswer, ChoiceVillage } from '../../server/route-plan/answer.ts';
import { routeWords } from '../message/route-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { mayVisit, type PlanDraft } from './plan-work.ts';

/** The classes of a layer and that of each village (fid). */
export interface ScopeStates {
  layer: LayerAnswer;
  classOf: Map<number, string>;
}

interface ScopeProps {
  choices: ChoicesAnswer;
  towns: { fid: number; name: string }[];
  draft: PlanDraft;
  states: ScopeStates | null;
  lang: Lang;
  onChange(draft: PlanDraft): void;
}

/** 范围 — which villages the plan may take: of a town, of a class of the legend, or of a pasted list. What is on a route stays. */
export function ScopePicker({ choices, towns, draft, states, lang, onChange }: ScopeProps) {
  const words = routeWords(lang);
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
    take((village) => (fid === 0 || village.town === fid) && (id === '' || states?.classOf.get(village.fid) === id));
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
          {towns.map(({ fid, name }) => (
            <option key={fid} value={fid}>
              {name}
            </option>
          ))}
        </select>
      </p>
      {states && (
        <p className="field">
          <label htmlFor="plan-states">{words.classes}</label>
          <select id="plan-states" value={state} onChange={({ target }) => within(town, target.value)}>
            <option value="">{words.allClasses}</option>
            {states.layer.classes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[lang]}
              </option>
            ))}
          </select>
        </p>
      )}
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

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreasAnswer } from '../../server/layer/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { ask } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { layersQuery } from '../queries.ts';
import { faultText } from '../sign-in/signing.ts';
import { defaultLayer, type ViewState } from '../url.ts';

interface AddProps {
  areas: AreasAnswer;
  view: ViewState;
  onAdd(items: AgendaItem[]): void;
}

/** 添加议程 — words, one place by its name, or every place of a layer in some of its states, worst first. */
export function AddItem({ areas, view, onAdd }: AddProps) {
  const { lang } = view;
  const words = meetingWords(lang);
  const layers = useQuery(layersQuery(view)).data?.layers ?? [];
  const [name, setName] = useState('');
  const [layerId, setLayerId] = useState(defaultLayer);
  const [classes, setClasses] = useState<string[]>([]);
  const [town, setTown] = useState('');
  const [most, setMost] = useState(20);
  const [fault, setFault] = useState<string | null>(null);
  const layer = layers.find(({ id }) => id === layerId);
  const item = (given: Partial<AgendaItem>): AgendaItem => ({
    ...{ id: newSubmissionId(), kind: 'text', title: words.addText, layer: null, place: null, text: null, minutes: 2 },
    ...given,
  });
  const addPlace = () => {
    const wanted = name.trim();
    const found = [...areas.villages, ...areas.towns].find((one) => one.name === wanted || one.code === wanted);
    if (!found) return setFault(words.placeUnknown);
    setFault(null);
    setName('');
    onAdd([item({ kind: 'place', title: found.name, place: found.code, layer: layerId })]);
  };
  const addQuery = async () => {
    const query = new URLSearchParams({ layer: layerId, class: classes.join(','), most: String(most), lang });
    if (town) query.set('town', town);
    try {
      const { items } = await ask<{ items: AgendaItem[] }>(`/api/meetings/items?${query}`);
      setFault(null);
      onAdd(items);
    } catch (problem) {
      setFault(faultText(problem as Error, accountWords(lang)));
    }
  };
  return (
    <details className="add-item" data-part="agenda-add">
      <summary>{words.add}</summary>
      <div className="row">
        <button type="button" onClick={() => onAdd([item({ text: '' })])}>
          {words.addText}
        </button>
        <input
          aria-label={words.placeName}
          placeholder={words.placeName}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="button" disabled={name.trim() === ''} onClick={addPlace}>
          {words.addPlace}
        </button>
      </div>
      <fieldset>
        <legend>{words.addQuery}</legend>
        <div className="row">
          <select
            aria-label={words.queryLayer}
            value={layerId}
            onChange={({ target }) => {
              setLayerId(target.value);
              setClasses([]);
            }}
          >
            {layers.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[lang]}
              </option>
            ))}
          </select>
          <select aria-label={words.queryTown} value={town} onChange={({ target }) => setTown(target.value)}>
            <option value="">{words.anyTown}</option>
            {areas.towns.map(({ code, name: title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
          <label>
            {words.queryMost}{' '}
            <input
              type="number"
              min={1}
              max={200}
              value={most}
              onChange={({ target }) => setMost(Number(target.value) || 1)}
            />
          </label>
        </div>
        <div className="row">
          {layer?.classes.map(({ id, title }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={classes.includes(id)}
                onChange={({ target }) =>
                  setClasses(target.checked ? [...classes, id] : classes.filter((one) => one !== id))
                }
              />
              {title[lang]}
            </label>
          ))}
          <button type="button" disabled={classes.length === 0} onClick={() => void addQuery()}>
            {words.add}
          </button>
        </div>
      </fieldset>
      {fault && <p className="fault">{fault}</p>}
    </details>
  );
}

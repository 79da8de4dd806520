import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer } from '../../../server/layer/answer.ts';
import type { AgendaItem } from '../../../server/meeting/rules.ts';
import { ask } from '../../api.ts';
import { newSubmissionId } from '../../form/submission-id.ts';
import { accountWords } from '../../message/account/account-words.ts';
import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { layersQuery } from '../../queries.ts';
import { faultText } from '../../signing.ts';
import { fill } from '../../ui/format.ts';
import { defaultLayer, type ViewState } from '../../url.ts';

const orders = ['worst', 'town'] as const;
const shown = 3;

interface Choice {
  layer: string;
  classes: string[] | null;
  above: string;
  town: string;
  order: (typeof orders)[number];
  most: number;
}

/** The classes of a layer that call for a word. */
const alarmsOf = (layer: LayerAnswer | undefined) =>
  layer?.classes.filter(({ lamp }) => ['overdue', 'late', 'silent'].includes(lamp)).map(({ id }) => id) ?? [];

/** 按条件 — places of a layer in some of its classes, with more than so many of its unit; how many there are shows while it is chosen. */
export function AddQuery({
  areas,
  view,
  onAdd,
}: {
  areas: AreasAnswer;
  view: ViewState;
  onAdd(items: AgendaItem[]): void;
}) {
  const { lang } = view;
  const words = agendaWords(lang);
  const layers = useQuery(layersQuery(view)).data?.layers ?? [];
  const [choice, setChoice] = useState<Choice>({
    ...{ layer: defaultLayer, classes: null, above: '', town: '', order: 'town' as const, most: 20 },
  });
  const put = (change: Partial<Choice>) => setChoice({ ...choice, ...change });
  const layer = layers.find(({ id }) => id === choice.layer);
  const classes = choice.classes ?? alarmsOf(layer);
  const query = {
    ...{ layer: choice.layer, class: classes.join(','), order: choice.order, most: choice.most, lang },
    ...{ town: choice.town || null, above: layer?.unit && choice.above !== '' ? Number(choice.above) : null },
  };
  const found = useQuery({
    queryKey: ['api', 'meeting-items', query],
    queryFn: ({ signal }) => ask('/meetings/items', query, signal),
    enabled: classes.length > 0 && layer !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const matching = classes.length > 0 ? found.data : undefined;
  return (
    <div className="add-query">
      <label>
        {words.layer}
        <select value={choice.layer} onChange={({ target }) => put({ layer: target.value, classes: null, above: '' })}>
          {layers.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[lang]}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{words.classes}</legend>
        {layer?.classes.map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={classes.includes(id)}
              onChange={({ target }) =>
                put({ classes: target.checked ? [...classes, id] : classes.filter((one) => one !== id) })
              }
            />
            {title[lang]}
          </label>
        ))}
      </fieldset>
      {layer?.unit && (
        <label>
          {words.above}
          <span>
            <input
              type="number"
              min={0}
              placeholder={words.aboveAny}
              value={choice.above}
              onChange={({ target }) => put({ above: target.value })}
            />{' '}
            {layer.unit[lang]}
          </span>
        </label>
      )}
      <label>
        {words.town}
        <select value={choice.town} onChange={({ target }) => put({ town: target.value })}>
          <option value="">{words.anyTown}</option>
          {areas.towns.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.order}
        <select value={choice.order} onChange={({ target }) => put({ order: target.value as Choice['order'] })}>
          {orders.map((order) => (
            <option key={order} value={order}>
              {words.orders[order]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.most}
        <input
          type="number"
          min={1}
          max={200}
          value={choice.most}
          onChange={({ target }) => put({ most: Math.min(200, Math.max(1, Math.round(Number(target.value)) || 1)) })}
        />
      </label>
      <div className="matching" role="status" data-part="query-count">
        {found.isError && <p className="fault">{faultText(found.error, accountWords(lang))}</p>}
        {classes.length === 0 && <p>{words.chooseClasses}</p>}
        {matching && <Matching {...matching} lang={lang} />}
      </div>
      <button
        type="button"
        className="primary"
        data-part="query-add"
        disabled={!matching || matching.items.length === 0 || found.isPlaceholderData}
        onClick={() => matching && onAdd(matching.items.map((one) => ({ ...one, id: newSubmissionId() })))}
      >
        {fill(words.addN, { n: matching?.items.length ?? 0 })}
      </button>
    </div>
  );
}

function Matching({ items, count, lang }: { items: AgendaItem[]; count: number; lang: ViewState['lang'] }) {
  const words = agendaWords(lang);
  if (count === 0) return <p>{words.matchingNone}</p>;
  return (
    <>
      <p>{fill(count > items.length ? words.matching : words.matchingAll, { count, n: items.length })}</p>
      <ol>
        {items.slice(0, shown).map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
        {items.length > shown && <li className="more">{words.more}</li>}
      </ol>
    </>
  );
}

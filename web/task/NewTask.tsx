import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SearchAnswer } from '../../server/layer/answer.ts';
import type { TaskChoices } from '../../server/task/answer.ts';
import { send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { taskWords } from '../message/task-words.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill, type Lang } from '../ui/format.ts';
import { PlaceSearch } from '../ui/PlaceSearch.tsx';
import { LimitField, type LimitGiven, limitSent } from './LimitField.tsx';
import { choicesQuery } from './queries.ts';

type Place = Pick<SearchAnswer['hits'][number], 'code' | 'name' | 'town'>;

/** 新交办 — a task outside a meeting: where, what, who, until when. */
export function NewTask({ lang, onDone, onCancel }: { lang: Lang; onDone(said: string): void; onCancel(): void }) {
  const words = taskWords(lang);
  const [place, setPlace] = useState<Place | null>(null);
  const choices = useQuery({ ...choicesQuery(place?.code ?? '', lang), enabled: place !== null }).data;
  return (
    <section className="card task-new" data-part="task-new" aria-label={words.newTask}>
      <h2>{words.newTask}</h2>
      {place === null || !choices ? (
        <div className="row">
          <PlaceSearch lang={lang} onPick={setPlace} />
          <button type="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      ) : (
        <NewTaskForm key={place.code} {...{ place, choices, lang, onDone, onCancel }} />
      )}
    </section>
  );
}

interface FormProps {
  place: Place;
  choices: TaskChoices;
  lang: Lang;
  onDone(said: string): void;
  onCancel(): void;
}

const abouts = ['venue', 'organisation', 'inspection', 'none'] as const;

function NewTaskForm({ place, choices, lang, onDone, onCancel }: FormProps) {
  const words = taskWords(lang);
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [unit, setUnit] = useState(choices.units[0] ?? '');
  const [personId, setPersonId] = useState(choices.people[0]?.id ?? '');
  const [about, setAbout] = useState<(typeof abouts)[number]>('none');
  const [limit, setLimit] = useState<LimitGiven>({ kind: 'working', dueOn: choices.on, days: 5 });
  const [ids] = useState(() => ({ id: newSubmissionId(), task: newSubmissionId() }));
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const give = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await send('PUT', `/api/tasks/${ids.task}`, {
        ...{ id: ids.id, place: place.code, title, unit, personId: personId || null },
        ...{ about: about === 'none' ? null : about, ...limitSent(limit) },
      });
      await client.invalidateQueries({ queryKey: ['api'] });
      onDone(fill(words.given, { title }));
    } catch (problem) {
      setFault(faultText(problem as Error, accountWords(lang)));
    }
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void give(event)}>
      <p className="where">
        <strong>{[place.town, place.name].filter(Boolean).join(' ')}</strong>
      </p>
      <label className="wide">
        {words.newTitle}
        <input required maxLength={200} value={title} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label>
        {words.unit}
        <input
          required
          list="task-units"
          maxLength={60}
          value={unit}
          onChange={({ target }) => setUnit(target.value)}
          onFocus={({ target }) => target.select()}
        />
        <datalist id="task-units">
          {choices.units.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      <label>
        {words.person}
        <select value={personId} onChange={({ target }) => setPersonId(target.value)}>
          <option value="">{words.noPerson}</option>
          {choices.people.map(({ id, name, post, function: of }) => (
            <option key={id} value={id}>
              {[of[lang], name ?? post].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.about}
        <select value={about} onChange={({ target }) => setAbout(target.value as typeof about)}>
          {abouts.map((one) => (
            <option key={one} value={one}>
              {words.abouts[one]}
            </option>
          ))}
        </select>
      </label>
      <LimitField given={limit} today={choices.on} holidays={choices.holidays} lang={lang} onGiven={setLimit} />
      <p className="row wide">
        <button type="submit" className="primary" disabled={busy}>
          {words.give}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
        {fault && (
          <span className="fault" role="alert">
            {fault}
          </span>
        )}
      </p>
    </form>
  );
}
